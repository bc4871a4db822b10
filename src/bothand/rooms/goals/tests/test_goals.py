"""Goals, steps and entries: whole for one alone, and nothing typed is lost."""

import pytest
from django.db import connection

from bothand.rooms.goals.records import Entry, Goal, Step, Trail
from bothand.rooms.goals.rules import MOST_STEPS
from bothand.rooms.goals.support.records import Fit, SupportWish
from bothand.vault.randomness import new_id

from .conftest import hidden, text


def kept(person, kind):
    return [one.record for one in person.mine.query().items if isinstance(one.record, kind)]


def steps(person):
    return [step for trail in kept(person, Trail) for step in trail.steps]


def test_nothing_yet_teaches(noa):
    page = text(noa.client.get("/goals/"))
    assert "Nobody measures it" in page
    assert "Nothing is archived" in text(noa.client.get("/goals/archive/"))
    assert "Nothing said yet" in text(noa.client.get("/goals/how/"))


def test_one_alone_has_goals_steps_and_entries_and_the_words_to_ask_a_friend(noa, goal):
    where = goal(
        noa, "Swim in open water", "Cold and far", wanted=["listen"], unwanted=["cheer"], words="Come along"
    )
    noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": "Buy goggles"})
    noa.client.post(f"{where}write/", {"id": new_id().hex(), "text": "To the first buoy."})
    page = text(noa.client.get(where))
    for words in (
        "Swim in open water",
        "Cold and far",
        "Buy goggles",
        "To the first buoy.",
        "Listen",
        "Come along",
    ):
        assert words in page
    assert "Sharing a goal here takes two." in page
    assert "Look at what" not in page


def test_a_step_is_done_and_not_done_and_taken_out(noa, goal, clock):
    where = goal(noa)
    noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": "Buy goggles"})
    step = hidden(noa.client.get(where))["step"]
    noa.client.post(f"{where}tick/", {"step": step, "do": "done"})
    assert steps(noa)[0].done == clock.time.date()
    assert "Done on 24 November 2026" in text(noa.client.get(where))
    noa.client.post(f"{where}tick/", {"step": step, "do": "undone"})
    assert steps(noa)[0].done is None
    noa.client.post(f"{where}tick/", {"step": step, "do": "remove"})
    assert noa.client.post(f"{where}tick/", {"step": step, "do": "remove"}).status_code == 302
    assert steps(noa) == []


def test_an_empty_step_says_what_to_do(noa, goal):
    answer = noa.client.post(f"{goal(noa)}step/", {"text": " "})
    assert answer.status_code == 422
    assert "Write what the step is" in text(answer)


def test_two_windows_add_and_tick_steps_without_disturbing_one_another(noa, goal):
    where = goal(noa)
    for text_of_step in ("Buy goggles", "Find a lake"):
        noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": text_of_step})
    first, second = steps(noa)
    noa.mine.add(
        Trail(goal=bytes.fromhex(where.split("/")[2]), steps=(Step(id=new_id(), text="Ask Kim along"),))
    )
    noa.client.post(f"{where}tick/", {"step": first.id.hex(), "do": "done"})
    noa.client.post(f"{where}tick/", {"step": second.id.hex(), "do": "remove"})
    page = text(noa.client.get(where))
    assert "Buy goggles" in page
    assert "Ask Kim along" in page
    assert "Find a lake" not in page


def test_there_is_room_for_many_steps_and_what_does_not_fit_comes_back(noa, goal):
    where = goal(noa)
    some = tuple(Step(id=new_id(), text=f"step {number}") for number in range(MOST_STEPS))
    noa.mine.add(Trail(goal=bytes.fromhex(where.split("/")[2]), steps=some))
    answer = noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": "one too many"})
    assert answer.status_code == 422
    assert "Remove one, then add this one." in text(answer)
    assert 'value="one too many"' in answer.content.decode()


def test_a_step_of_one_goal_is_none_of_another(noa, goal):
    first, second = goal(noa), goal(noa, "Another")
    noa.client.post(f"{first}step/", {"id": new_id().hex(), "text": "Buy goggles"})
    step = hidden(noa.client.get(first))["step"]
    noa.client.post(f"{second}tick/", {"step": step, "do": "remove"})
    assert len(steps(noa)) == 1


def test_there_is_no_measure_of_how_far_somebody_is(noa, goal):
    where = goal(noa)
    for number in range(4):
        noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": f"step {number}"})
    page = noa.client.get(where).content.decode()
    assert "<progress" not in page
    assert "%" not in text(noa.client.get(where)).replace("100%", "")


def test_entries_are_paged_and_the_last_comes_first(noa, goal):
    where = goal(noa)
    for number in range(23):
        noa.client.post(f"{where}write/", {"id": new_id().hex(), "text": f"entry {number:02}"})
    first = text(noa.client.get(where))
    assert "entry 22" in first
    assert "entry 12" not in first
    assert "entry 00" in text(noa.client.get(f"{where}?page=3"))


def test_one_form_sent_twice_makes_one(noa, goal, clock):
    where = goal(noa)
    for path, there in (
        ("/goals/new/", lambda: kept(noa, Goal)),
        (f"{where}step/", lambda: steps(noa)),
        (f"{where}write/", lambda: kept(noa, Entry)),
    ):
        before, data = len(there()), {"id": new_id().hex(), "text": "once"}
        for _ in range(2):
            assert noa.client.post(path, data).status_code == 302
        assert len(there()) == before + 1


def test_a_goal_written_in_two_windows_shows_both_and_both_can_be_kept(noa, goal):
    where = goal(noa)
    form = hidden(noa.client.get(f"{where}edit/"))
    noa.client.post(f"{where}edit/", form | {"text": "from the first", "why": ""})
    answer = noa.client.post(f"{where}edit/", form | {"text": "from the second", "why": ""})
    assert answer.status_code == 409
    assert "from the first" in text(answer)
    assert "from the second" in text(answer)
    data = hidden(answer) | {"text": "from the second", "why": "", "keep": "both"}
    assert noa.client.post(f"{where}edit/", data).status_code == 302
    assert sorted(one.text for one in kept(noa, Goal)) == ["from the first", "from the second"]


def test_words_for_a_goal_that_was_deleted_meanwhile_come_back(noa, goal):
    where = goal(noa)
    form = hidden(noa.client.get(f"{where}edit/"))
    noa.client.post(f"{where}delete/", {"revision": "1"})
    answer = noa.client.post(f"{where}edit/", form | {"text": "hard to find again", "why": ""})
    assert answer.status_code == 409
    assert "hard to find again" in text(answer)
    answer = noa.client.post(f"{where}write/", {"text": "this too"})
    assert answer.status_code == 409
    assert "this too" in text(answer)


def test_a_goal_that_does_not_open_is_not_written_over(noa, goal):
    where = goal(noa)
    form = hidden(noa.client.get(f"{where}edit/"))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s",
            [bytes.fromhex(where.split("/")[2])],
        )
    answer = noa.client.post(f"{where}edit/", form | {"text": "hard to find again", "why": ""})
    assert answer.status_code == 409
    assert "did not open" in text(answer)
    assert "hard to find again" in text(answer)
    assert "did not open" in text(noa.client.get("/goals/"))


def test_deleting_a_goal_takes_all_that_belongs_to_it_and_nothing_else(noa, goal):
    stays, goes = goal(noa, "Another", wanted=["room"]), goal(noa, wanted=["listen"])
    for where in (stays, goes):
        noa.client.post(f"{where}step/", {"id": new_id().hex(), "text": "a step"})
        noa.client.post(f"{where}write/", {"id": new_id().hex(), "text": "an entry"})
    asked = noa.client.get(f"{goes}delete/")
    assert "What you shared of it is unshared." in text(asked)
    answer = noa.client.post(f"{goes}delete/", hidden(asked))
    assert "It is deleted." in text(noa.client.get(answer.url))
    for kind in (Goal, Entry, Trail, SupportWish):
        assert len(kept(noa, kind)) == 1, kind
    assert "an entry" in text(noa.client.get(stays))


def test_a_goal_is_put_away_and_taken_up_again_without_saying_why(noa, goal):
    where = goal(noa)
    noa.client.post(f"{where}archive/", {"on": "1"})
    assert where not in noa.client.get("/goals/").content.decode()
    assert where in noa.client.get("/goals/archive/").content.decode()
    noa.client.post(f"{where}archive/", {"on": "0"})
    assert where in noa.client.get("/goals/").content.decode()


def test_no_support_is_wanted_and_unwanted_at_once(noa, goal):
    where = goal(noa)
    data = {"wanted": ["listen", "room"], "unwanted": ["room"], "words": "kept"}
    answer = noa.client.post(f"{where}support/", data)
    assert answer.status_code == 422
    assert "These are in both lists: Give me room. Remove them from one." in text(answer)
    assert "kept" in text(answer)
    assert kept(noa, SupportWish) == []


def test_support_said_in_two_windows_shows_both(noa, goal):
    where = goal(noa, wanted=["listen"])
    form = hidden(noa.client.get(f"{where}support/"))
    noa.client.post(f"{where}support/", form | {"wanted": ["room"]})
    answer = noa.client.post(f"{where}support/", form | {"wanted": ["cheer"], "words": "loudly"})
    assert answer.status_code == 409
    for words in ("Give me room", "Cheer me on", "loudly"):
        assert words in text(answer)
    assert kept(noa, SupportWish)[0].wanted == ("room",)
    data = hidden(answer) | {"wanted": ["cheer"], "keep": "mine"}
    assert noa.client.post(f"{where}support/", data).status_code == 302
    assert (kept(noa, SupportWish)[0].wanted, kept(noa, SupportWish)[0].words) == (("cheer",), "loudly")


def test_words_from_another_room_stand_in_a_new_goal_and_nothing_is_kept_until_it_is_sent(noa):
    answer = noa.client.post("/goals/new/", {"handed_text": "A table by the window", "handed_area": ""})
    assert answer.status_code == 200
    assert "A table by the window" in text(answer)
    assert kept(noa, Goal) == []


def test_nobody_else_can_read_or_change_any_of_it(noa, sam, goal):
    where = goal(noa)
    noa.client.post(f"{where}write/", {"id": new_id().hex(), "text": "an entry"})
    for path in ("", "edit/", "delete/", "support/", "write/"):
        assert sam.client.get(where + path).status_code == 404
    for path in ("archive/", "step/", "tick/", "support/", "end/"):
        assert sam.client.post(where + path, {"text": "x", "on": "1"}).status_code == 404
    assert kept(noa, Goal)[0].text == "Sing again"
    assert kept(noa, Fit) == []


@pytest.mark.parametrize("path", ["copy/", "off/"])
def test_sharing_alone_leads_nowhere(noa, goal, path):
    where = goal(noa)
    assert noa.client.get(where + path).status_code == 404
    assert noa.client.post(where + path, {"do": "share"}).status_code == 404
