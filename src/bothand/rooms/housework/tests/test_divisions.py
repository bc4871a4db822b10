import re

import msgspec
import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.engines.sharing import SLACK_PART
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.housework.divisions.records import Feelings, Shared
from bothand.rooms.housework.divisions.rules import combine_feelings, measure_today
from bothand.rooms.housework.records import Household, Task, home_digest, task_id
from bothand.rooms.housework.store import find_household
from bothand.vault import table
from bothand.vault.meeting_place import Result


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def page(who, name, **kwargs) -> str:
    answer = who.client.get(reverse(name, kwargs=kwargs))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def seen(who, name) -> str:
    """A page, or where it leads instead."""
    answer = who.client.get(reverse(name))
    return f"{answer.status_code} {answer.headers.get('Location')} {answer.content.decode()}"


def said_alike(noa, sam):
    """Some tasks, whose they are today, and both saying that so it is."""
    noa.client.post(
        reverse("housework_tasks"), {"act": "list", "tasks": ["cook-dinner", "iron", "vacuum", "pay-bills"]}
    )
    home = find_household(noa.ours)
    ids = [task_id(one.name).hex() for one in home.tasks]
    for one in ids:
        noa.client.post(reverse("housework_owners"), {"own": f"done-{one}-me"})
    of = home_digest(find_household(noa.ours)).hex()
    for who in (noa, sam):
        who.client.post(reverse("housework_home"), {"of": of})
    return find_household(noa.ours), ids, of


def feel(who, ids, of, feelings):
    data = {f"feel-{one}": feeling for one, feeling in zip(ids, feelings, strict=True)}
    return who.client.post(reverse("housework_feelings"), {"of": of, **data})


def swap(who, owners, key) -> str:
    """The page after a tap on the side that a task, or a part of it, is not on."""
    before = who.client.post(reverse("housework_divisions"), {"owners": owners}).content.decode()
    side = re.search(rf'value="{key}:(\w+)"[^>]*aria-pressed="false"', before)[1]
    answer = who.client.post(reverse("housework_divisions"), {"owners": owners, "move": f"{key}:{side}"})
    return re.sub(r"\s+", " ", answer.content.decode())


def test_two_divide_the_work_and_agree_on_it(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    assert "You both confirmed the list below." in page(noa, "housework_home")
    feel(noa, ids, of, ["dislike", "like", "neutral", "neutral"])
    assert "Your part is done." in page(noa, "housework_divisions")
    feel(sam, ids, of, ["like", "dislike", "neutral", "neutral"])
    for who in couple:
        assert "it would be as even as tasks allow" in page(who, "housework_divisions")
    owners = re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1]
    where = noa.client.post(reverse("housework_divisions"), {"owners": owners, "act": "suggest"})["Location"]
    version = re.search(r'name="version" value="(\w+)"', sam.client.get(where).content.decode())[1]
    sam.client.post(f"{where}yes/", {"act": "yes", "version": version})
    for who in couple:
        said = who.client.get(where).content.decode()
        assert "You both agreed to this" in said
        assert "Cook dinner" in said


def test_nothing_shows_what_somebody_feels_or_that_they_said(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    names = ("housework_home", "housework_feelings", "housework_divisions", "agreements_list", "today")

    def clean() -> list[str]:
        return [re.sub(r"\w{32,}", "", seen(sam, name)) for name in names]

    clean()  # what is told of Noa's tasks in Between you is read, and goes
    before, rows = clean(), table.all_rows(sam.ours.id)
    feel(noa, ids, of, ["dislike", "like", "cannot", "neutral"])
    assert clean() == before
    assert table.all_rows(sam.ours.id) == rows
    feel(sam, ids, of, ["neutral"] * 4)
    (result,) = sam.ours.query(Result).items
    assert b"dislike" not in result.record.body
    theirs = page(sam, "housework_divisions")
    assert "Noa can&#x27;t" in theirs or "Noa can't" in theirs
    assert "You do what you like:" not in theirs


def test_cannot_takes_a_task_and_no_minutes():
    tasks = tuple(Task(name=f"task {number}", minutes=30, times=100) for number in range(10))
    home = Household(tasks=tasks)
    easy = Feelings(work=home, feelings=("neutral",) * 10)
    cannot = Feelings(work=home, feelings=("cannot",) * 5 + ("neutral",) * 5)
    found = decode_payload(combine_feelings(encode_payload(cannot), encode_payload(easy)), Shared)
    assert found.divisions[0].minutes == (150, 150)
    assert found.divisions[0].owners[:5] == (1,) * 5
    assert found.cannot == ((0, 1, 2, 3, 4), ())


def test_disliking_everything_is_no_way_to_do_less():
    tasks = tuple(Task(name=f"task {number}", minutes=10 + 7 * number, times=100) for number in range(13))
    home = Household(tasks=tasks)
    dislikes = Feelings(work=home, feelings=("dislike",) * 13)
    likes = Feelings(work=home, feelings=("like",) * 13)
    for division in decode_payload(
        combine_feelings(encode_payload(dislikes), encode_payload(likes)), Shared
    ).divisions:
        whole = sum(division.minutes)
        assert abs(division.minutes[0] - division.minutes[1]) <= max(2, whole // SLACK_PART)


def test_agreed_shares_are_kept():
    tasks = tuple(Task(name=f"task {number}", minutes=30, times=100) for number in range(10))
    home = Household(tasks=tasks, share=30)
    easy = encode_payload(Feelings(work=home, feelings=("neutral",) * 10))
    assert decode_payload(combine_feelings(easy, easy), Shared).divisions[0].minutes == (90, 210)


def test_what_both_do_today_and_one_of_them_then_is_told_though_it_changes_hands_for_neither(couple):
    noa, sam = couple
    _home, ids, _of = said_alike(noa, sam)
    for one in ids:
        noa.client.post(reverse("housework_owners"), {"own": f"done-{one}-both"})
    of = home_digest(find_household(noa.ours)).hex()
    for who in couple:
        who.client.post(reverse("housework_home"), {"of": of})
    for who in couple:
        feel(who, ids, of, ["neutral"] * 4)
    said = page(noa, "housework_divisions")
    assert "No task has to change hands." in said
    assert "What would change" not in said
    assert said.count("Today with both of you, then with you.") + said.count("then with Sam.") == 4


def test_what_neither_can_do_is_said(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    for who in couple:
        feel(who, ids, of, ["cannot", "neutral", "neutral", "neutral"])
    for who in couple:
        assert "neither of you can do" in page(who, "housework_divisions")
        assert "Cook dinner" in page(who, "housework_divisions")


def test_a_task_given_by_hand_shows_at_once_what_it_does(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    for who in couple:
        feel(who, ids, of, ["neutral"] * 4)
    owners = re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1]
    said = swap(noa, owners, ids[0])
    assert "changed hands" in said
    after = re.search(r'name="owners" value="([01]+)"', said)[1]
    assert [one != other for one, other in zip(owners, after, strict=True)] == [True, False, False, False]
    assert re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1] == owners


def test_what_somebody_cannot_do_stays_where_it_is(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    feel(noa, ids, of, ["cannot", "neutral", "neutral", "neutral"])
    feel(sam, ids, of, ["neutral"] * 4)
    owners = re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1]
    for typed in (owners, "".join("10"[int(one)] for one in owners), "01", "x"):
        answer = noa.client.post(reverse("housework_divisions"), {"owners": typed, "move": f"{ids[0]}:me"})
        assert answer.status_code == 200
        assert "can't" in answer.content.decode() or "can&#x27;t" in answer.content.decode()
        assert f'name="owners" value="{owners}"' in answer.content.decode()


def test_changed_tasks_need_both_to_say_so_again(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    feel(noa, ids, of, ["neutral"] * 4)
    sam.client.post(
        reverse("housework_tasks"),
        {"act": "own", "name": "Sing", "minutes": "10", "times": "100", "noticing": "0", "planning": "0"},
    )
    assert noa.client.get(reverse("housework_feelings")).status_code == 302
    assert "Now each of you answers alone" not in page(noa, "housework_home")


def test_an_ended_division_leaves_room_for_another(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    for who in couple:
        feel(who, ids, of, ["neutral"] * 4)
    owners = re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1]
    first = noa.client.post(reverse("housework_divisions"), {"owners": owners, "act": "suggest"})["Location"]
    noa.client.post(f"{first}end/", {})
    second = noa.client.post(reverse("housework_divisions"), {"owners": owners, "act": "suggest"})["Location"]
    assert first != second


def test_what_is_read_from_elsewhere_is_void_and_never_breaks():
    home = Household(tasks=(Task(name="a", minutes=10, times=100),))
    fine = encode_payload(Feelings(work=home, feelings=("neutral",)))
    other = encode_payload(Feelings(work=msgspec.structs.replace(home, share=10), feelings=("neutral",)))
    for broken in (b"", b"nothing", other, encode_payload(Feelings(work=home, feelings=()))):
        assert decode_payload(combine_feelings(fine, broken), Shared).state == "void"
    huge = Household(tasks=(Task(name="a", minutes=100_000, times=99_999),))
    odd = encode_payload(Feelings(work=huge, feelings=("neutral",)))
    assert decode_payload(combine_feelings(odd, odd), Shared).state == "void"
    assert measure_today(huge) is None
