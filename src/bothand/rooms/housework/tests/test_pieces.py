"""Tasks whose noticing, planning and doing may go to different people."""

import hashlib
import re
from itertools import product

import msgspec
import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.accounts import meeting_place
from bothand.engines.sharing import Reason, check
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.housework.divisions import labels
from bothand.rooms.housework.divisions.records import FEELINGS, Feelings, Shared
from bothand.rooms.housework.divisions.rules import combine_feelings, lay_out_work, rebuild_division
from bothand.rooms.housework.records import Household, Task, home_digest, task_id
from bothand.rooms.housework.store import find_household
from bothand.rooms.housework.tests.test_divisions import feel, page, said_alike, swap

WHOLE = Household(
    tasks=(
        Task(name="Cook dinner", minutes=40, times=700, noticing=3, planning=5, noticed_by="one", planned_by="one", done_by="one"),
        Task(name="Iron", minutes=60, times=100, done_by="two"),
        Task(name="Pay bills", minutes=20, times=50, planning=5, noticed_by="both", planned_by="two", done_by="one"),
        Task(name="Vacuum", minutes=30, times=200),
    ),
    share=45,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def parted(*names: str, who=None) -> None:
    """Say of these tasks that they may go in parts."""
    home = find_household(who.ours)
    for one in home.tasks:
        if one.name in names:
            typed = {name: getattr(one, name) for name in ("name", "minutes", "times")}
            path = reverse("housework_task", args=[task_id(one.name).hex()])
            answer = who.client.post(path, typed | {"noticing": "10", "planning": "20", "split": "phases"})
            assert answer.status_code == 302, answer.content.decode()


def in_parts(noa, sam, feelings=("neutral",) * 4):
    """Four tasks, of which cooking goes in parts, and a division. The ids."""
    _home, ids, _of = said_alike(noa, sam)
    parted("Cook dinner", who=noa)
    of = home_digest(find_household(noa.ours)).hex()
    for who in (noa, sam):
        who.client.post(reverse("housework_home"), {"of": of})
    feel(noa, ids, of, feelings)
    feel(sam, ids, of, ["neutral"] * 4)
    return ids


def test_a_home_of_whole_tasks_only_is_byte_for_byte_as_it_was():
    # These bytes were made before a task could go in parts: copies, marks and results of then still fit.
    one = encode_payload(Feelings(work=WHOLE, feelings=("dislike", "like", "cannot", "neutral")))
    two = encode_payload(Feelings(work=WHOLE, feelings=("like", "neutral", "neutral", "dislike")))
    assert (
        hashlib.sha256(one).hexdigest() == "fd3011bcf29e6d37b1fc63d2aa0ccb5549e054d3552c64811cd36709723e194c"
    )
    assert home_digest(WHOLE).hex() == "3d1a91bee94007a289dce58d9190d2a9"
    assert combine_feelings(one, two) == (
        b"\x84\xa5state\xa5found\xa9divisions\x91\x86\xa4rule\xadequal_minutes\xa6owners\x94\x01\x00\x01\x00"
        b"\xa7minutes\x92x\xcd\x01/\xa7changes\x03\xa9efficient\xc3\xa5slack\x00\xa6cannot\x92\x91\x02\x90"
        b"\xa6nobody\x90"
    )
    parts = msgspec.structs.replace(
        WHOLE, tasks=tuple(msgspec.structs.replace(t, split="phases") for t in WHOLE.tasks)
    )
    assert home_digest(parts) != home_digest(WHOLE)


TASKS = st.builds(
    Task,
    name=st.just("task"),
    minutes=st.sampled_from([0, 10, 15, 40]),
    times=st.sampled_from([25, 100, 300]),
    noticing=st.sampled_from([0, 0, 5, 8]),
    planning=st.sampled_from([0, 10, 25]),
    noticed_by=st.sampled_from(["", "one", "two", "both"]),
    planned_by=st.sampled_from(["", "one", "two", "both"]),
    done_by=st.sampled_from(["", "one", "two", "both"]),
    split=st.sampled_from([msgspec.UNSET, "phases"]),
)


def held(chore: Task) -> list[tuple[int, tuple[str, ...]]]:
    """Each piece: its minutes, and whose each part of it that takes time is today."""
    doing = (chore.minutes * chore.times + 50) // 100
    parts = [(chore.noticed_by, chore.noticing), (chore.planned_by, chore.planning), (chore.done_by, doing)]
    if chore.split:
        return [(minutes, (who,)) for who, minutes in parts[:2] if minutes] + [(doing, (chore.done_by,))]
    said = tuple(who for who, minutes in parts[:2] if minutes)
    return [(chore.noticing + chore.planning + doing, (*said, chore.done_by))]


def counted(pieces, owners, share: int) -> tuple[int, int, int]:
    """Minutes of the first, how far they are from the share, and how much changes hands."""
    first = sum(minutes for (minutes, _), owner in zip(pieces, owners, strict=True) if not owner)
    whole = sum(minutes for minutes, _ in pieces)
    other = {"one": 1, "two": 0}
    changes = sum(
        any(other.get(who) == owner for who in parts)
        for (_, parts), owner in zip(pieces, owners, strict=True)
    )
    return first, abs(100 * first - share * whole), changes


@given(st.lists(TASKS, min_size=1, max_size=3), st.data())
@settings(max_examples=120, deadline=None)
def test_it_is_the_best_of_all_ways_whatever_goes_in_parts(tasks, data):
    tasks = tuple(msgspec.structs.replace(one, name=f"task {at}") for at, one in enumerate(tasks))
    home = Household(tasks=tasks, share=data.draw(st.sampled_from([30, 50])))
    feelings = [data.draw(st.tuples(*[st.sampled_from(FEELINGS)] * len(tasks))) for _ in range(2)]
    both = [Feelings(work=home, feelings=one) for one in feelings]
    shared = decode_payload(combine_feelings(*map(encode_payload, both)), Shared)
    if shared.state == "nobody":
        assert shared.nobody == tuple(
            at for at in range(len(tasks)) if feelings[0][at] == feelings[1][at] == "cannot"
        )
        return
    pieces = [(at, *piece) for at, one in enumerate(tasks) for piece in held(one)]
    ways = [
        owners
        for owners in product((0, 1), repeat=len(pieces))
        if not any(feelings[owner][at] == "cannot" for (at, *_), owner in zip(pieces, owners, strict=True))
    ]
    bare = [piece[1:] for piece in pieces]
    known = [counted(bare, owners, home.share) for owners in ways]
    even = shared.divisions[0]
    first, far, changes = counted(bare, even.owners, home.share)
    assert even.owners in ways
    assert (first, changes) == (even.minutes[0], even.changes)
    assert far == min(far for _, far, _ in known)
    for few in shared.divisions[1:]:
        near = [one for one in known if 2 * one[1] <= 2 * far + few.slack * 100]
        assert (
            counted(bare, few.owners, home.share)[2] == few.changes == min(changes for _, _, changes in near)
        )
    exact = lay_out_work(*both)
    for one in shared.divisions:
        check(exact.work, rebuild_division(exact, one))


def test_each_part_is_told_and_given_by_hand_for_itself(couple):
    noa, sam = couple
    ids = in_parts(noa, sam)
    said = page(noa, "housework_divisions")
    owners = re.search(r'name="owners" value="([01]+)"', said)[1]
    assert len(owners) == 6
    said = swap(noa, owners, f"{ids[0]}-planning")
    after = re.search(r'name="owners" value="([01]+)"', said)[1]
    assert [one != other for one, other in zip(owners, after, strict=True)] == [False, True] + [False] * 4
    assert "</b> changed hands." in said
    assert "Tasks that you share" in said
    again = noa.client.post(
        reverse("housework_divisions"), {"owners": after, "move": f"{ids[0]}:me"}
    ).content.decode()
    assert f'name="owners" value="{after}"' in again
    where = noa.client.post(reverse("housework_divisions"), {"owners": "011111", "act": "suggest"})[
        "Location"
    ]
    first, second = [who.client.get(where).content.decode() for who in couple]
    words = re.search(r"<dt>Cook dinner</dt>\s*<dd>(.*?)</dd>", first)[1]
    assert words in {
        f"{one} notices, {two} plans, {two} does" for one, two in (("Noa", "Sam"), ("Sam", "Noa"))
    }
    assert f"<dd>{words}</dd>" in second


def test_cannot_takes_all_parts_of_a_task(couple):
    noa, sam = couple
    ids = in_parts(noa, sam, ("cannot", "neutral", "neutral", "neutral"))
    said = page(sam, "housework_divisions")
    owners = re.search(r'name="owners" value="([01]+)"', said)[1]
    assert len(set(owners[:3])) == 1
    assert said.count("Noa can&#x27;t") + said.count("Noa can't") >= 3
    for part in ("noticing", "planning", "doing"):
        answer = sam.client.post(
            reverse("housework_divisions"), {"owners": owners, "move": f"{ids[0]}-{part}:other"}
        )
        assert f'name="owners" value="{owners}"' in answer.content.decode()
        assert "stays where it was" in answer.content.decode()
        assert f'value="{ids[0]}-{part}:me"' not in answer.content.decode()


def test_a_task_goes_in_parts_only_when_both_say_that_so_it_is(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    for who in couple:
        feel(who, ids, of, ["neutral"] * 4)
    assert "What would change" in page(noa, "housework_divisions")
    parted("Cook dinner", who=noa)
    assert "may be split" in page(sam, "housework_home")
    for who in couple:
        assert who.client.get(reverse("housework_divisions"))["Location"] == reverse("housework_home")


def test_parts_that_take_no_minutes_are_refused_and_nothing_typed_is_lost(couple):
    noa, sam = couple
    said_alike(noa, sam)
    path = reverse("housework_task", args=[task_id("Vacuum").hex()])
    typed = {"name": "Vacuum it all", "minutes": "30", "times": "200", "noticing": "0", "planning": "0"}
    answer = noa.client.post(path, typed | {"split": "phases"})
    assert answer.status_code == 422
    assert (
        "Noticing and planning take no minutes here, so there is nothing to split." in answer.content.decode()
    )
    assert "Vacuum it all" in answer.content.decode()
    assert noa.client.post(path, typed).status_code == 302
    kept = {one.name: one.split for one in find_household(noa.ours).tasks}
    assert kept["Vacuum it all"] is msgspec.UNSET


def test_it_is_said_where_lists_cannot_be_compared_or_only_in_part():
    (nothing,) = labels.say_reasons([Reason("none_of_theirs", tasks=("Iron",))], "Sam", parts=False)
    assert nothing.text == "You can't do anything on Sam's list, so the two lists can't be compared."
    (some,) = labels.say_reasons([Reason("lighter_list", tasks=("Iron",))], "Sam", parts=False)
    (all_of_it,) = labels.say_reasons([Reason("lighter_list")], "Sam", parts=False)
    assert (
        "By your own answers, your list is no heavier for you than what you could do of the other one."
        in some.text
    )
    assert (
        "By your own answers, your list is no heavier for you than what you could do of the other one."
        not in all_of_it.text
    )
