"""Going through an exercise as somebody would: at one sitting or over days, on two devices, on a bad day."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection

from bothand.content import items
from bothand.content.sessions import load_exercises
from bothand.domain import standing
from bothand.domain.checkins import Answers
from bothand.kit import drafts
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession
from bothand.rooms.journal.sessions.rules import LONGEST_STEP
from bothand.rooms.journal.sessions.store import begin_session
from bothand.rooms.journal.sessions.views.steps import USES
from bothand.vault.randomness import new_id

LIST, BEGIN, BEFORE = "/journal/steps/", "/journal/steps/begin/", "/journal/steps/before/"


def runs(person):
    return [one.record for one in person.mine.query().items if isinstance(one.record, WrittenSession)]


def text(answer):
    return html.unescape(re.sub(r"\s+", " ", answer.content.decode()))


def hidden(answer):
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode())
    return {name: html.unescape(value) for name, value in found}


def begin(person, session="E05", how="begin"):
    answer = person.client.post(BEGIN, {how: session})
    assert answer.status_code == 302
    return answer.url


def write(person, where, words, go="next", **more):
    """Type beside the step that is shown there."""
    form = hidden(person.client.get(where))
    return person.client.post(where.split("?")[0], form | {"text": words, "go": go} | more)


def test_every_session_is_offered_with_its_minutes_what_it_is_for_and_where_the_idea_comes_from(noa):
    assert len(load_exercises()) >= 10
    for number, one in enumerate(load_exercises()):
        page = text(noa.client.get(LIST, {"at": number}))
        assert one.title in page
        assert f"{one.minutes} minutes · {USES[one.facet]}" in page
        assert one.source in page
        assert one.bad_day in page
        assert all(line in page for line in one.purpose)


def test_one_is_offered_a_day_and_the_others_stand_folded_by_what_they_are_for(noa, clock):
    today = noa.client.get(LIST).content.decode()
    clock.on(day=25)
    tomorrow = noa.client.get(LIST).content.decode()
    begins = re.compile(r'name="begin" value="(E\d+)"')
    assert len(begins.findall(today)) == len(begins.findall(tomorrow)) == 1
    assert begins.findall(today) != begins.findall(tomorrow)
    folds = re.findall(r"<details>(.*?)</details>", today, re.DOTALL)
    for use in USES.values():
        assert any(f"<summary>{use}</summary>" in fold for fold in folds)
    for one in load_exercises():
        assert sum(html.escape(one.title) in fold for fold in folds) == 1


def test_nothing_is_kept_until_one_is_begun(noa):
    noa.client.get(LIST)
    assert runs(noa) == []
    assert noa.client.post(BEGIN, {"begin": "E99"}).url == LIST
    assert runs(noa) == []


def test_it_goes_step_by_step_and_what_was_written_stands_beside_each(noa, clock):
    where = begin(noa)
    steps = next(one for one in load_exercises() if one.id == "E05").steps
    for number, step in enumerate(steps):
        page = text(noa.client.get(where))
        assert step in page
        assert f"Step {number + 1} of {len(steps)}" in page
        last = number + 1 == len(steps)
        answer = write(noa, where, f"words {number}", "finish" if last else "next")
        assert answer.status_code == 302
    page = text(noa.client.get(answer.url))
    for number, step in enumerate(steps):
        assert step in page
        assert f"words {number}" in page
    assert runs(noa)[0].done == clock.time.date()


def test_nothing_need_be_written(noa):
    where = begin(noa, "E09")
    for _ in range(5):
        where = write(noa, where, "").url
    page = text(noa.client.get(write(noa, where, "", "finish").url))
    assert "Nothing was written down. It was done all the same." in page


def test_a_run_that_was_left_goes_on_on_another_device_where_it_was(noa):
    where = begin(noa)
    write(noa, where, "the first")
    assert write(noa, where, "half a thou", "leave").url == LIST
    device = noa.another_device()
    assert where in device.client.get(LIST).content.decode()
    page = text(device.client.get(where))
    assert "Step 2 of" in page
    assert "half a thou" in page


def test_beginning_what_waits_goes_on_with_it(noa):
    where = begin(noa)
    assert begin(noa) == where
    assert begin(noa, "E01") != where
    assert len(runs(noa)) == 2


def test_one_can_go_back_and_change_a_step(noa):
    where = begin(noa)
    write(noa, where, "the first")
    assert write(noa, where, "the second", "back").url == where
    write(noa, where, "the first, anew")
    assert runs(noa)[0].written == ("the first, anew", "the second")


def test_on_a_bad_day_there_is_one_small_step(noa):
    where = begin(noa, "E09", "small")
    exercise = next(one for one in load_exercises() if one.id == "E09")
    page = text(noa.client.get(where))
    assert exercise.bad_day in page
    assert exercise.steps[0] not in page
    page = text(noa.client.get(write(noa, where, "hand on chest", "finish").url))
    assert exercise.bad_day in page
    assert "hand on chest" in page


def test_turning_to_the_small_version_and_back_loses_nothing(noa):
    where = begin(noa)
    write(noa, where, "the first")
    write(noa, where, "the second", "small")
    assert "The small version" in text(noa.client.get(where))
    write(noa, where, "only a little", "whole")
    page = text(noa.client.get(where))
    assert "Step 2 of" in page
    assert "the second" in page
    assert runs(noa)[0].words == "the first\n\nthe second\n\nonly a little"


def test_words_for_a_step_never_land_beside_the_small_version(noa):
    where = begin(noa)
    form = hidden(noa.client.get(where))
    write(noa, where, "", "small")
    noa.client.post(where, form | {"text": "from the first window", "go": "next"})
    assert runs(noa)[0].written == ("from the first window",)
    assert runs(noa)[0].small_words == ""


def test_two_windows_at_different_steps_do_not_disturb_one_another(noa):
    where = begin(noa)
    first, second = (hidden(noa.client.get(f"{where}?at={place}")) for place in (0, 2))
    noa.client.post(where, first | {"text": "one", "go": "next"})
    answer = noa.client.post(where, second | {"text": "three", "go": "next"})
    assert answer.status_code == 302
    assert runs(noa)[0].written == ("one", "", "three")


def test_two_windows_at_one_step_show_both_and_each_can_be_kept(noa):
    where = begin(noa)
    form = hidden(noa.client.get(where))
    noa.client.post(where, form | {"text": "from the first", "go": "next"})
    answer = noa.client.post(where, form | {"text": "from the second", "go": "next"})
    assert answer.status_code == 409
    assert "Nothing is lost" in text(answer)
    assert "from the first" in text(answer)
    assert "from the second" in text(answer)
    assert runs(noa)[0].written == ("from the first",)
    done = noa.client.post(where, hidden(answer) | {"text": "from the second", "keep": "both"})
    assert done.status_code == 302
    assert runs(noa)[0].written == ("from the first\n\nfrom the second",)


def test_the_same_sent_twice_is_no_conflict(noa):
    where = begin(noa)
    form = hidden(noa.client.get(where)) | {"text": "once", "go": "next"}
    assert [noa.client.post(where, form).status_code for _ in range(2)] == [302, 302]
    assert runs(noa)[0].written == ("once",)


def test_words_for_a_run_that_was_deleted_meanwhile_come_back_on_a_page_of_their_own(noa):
    where = begin(noa)
    form = hidden(noa.client.get(where))
    noa.client.post(f"{where}delete/", {"revision": "1"})
    answer = noa.client.post(where, form | {"text": "hard to find again", "go": "next"})
    assert answer.status_code == 409
    assert "hard to find again" in text(answer)
    kept = noa.client.post("/journal/new/", hidden(answer) | {"text": "hard to find again"})
    assert kept.status_code == 302


def test_a_text_that_is_too_long_comes_back_whole(noa):
    where = begin(noa)
    long = "a" * (LONGEST_STEP + 1)
    answer = write(noa, where, long)
    assert answer.status_code == 422
    assert "1 letter too long" in text(answer)
    assert long in text(answer)
    assert runs(noa)[0].written == ()


def test_what_was_done_stands_among_the_pages_of_its_month_and_is_found_by_its_words(noa, clock):
    where = begin(noa, "E01")
    read = write(noa, where, "gulls over the harbour", "finish").url
    month = noa.client.get("/journal/").content.decode()
    assert read in month
    assert "Without us" in month
    found = noa.client.post("/journal/find/", {"term": "GULLS over"})
    assert read in found.content.decode()
    assert "<mark>gulls over</mark>" in found.content.decode()


def test_what_waits_is_found_by_its_words_too(noa):
    where = begin(noa)
    write(noa, where, "a heron at the pond")
    assert "heron" in text(noa.client.post("/journal/find/", {"term": "heron"}))


def test_earlier_ones_can_be_read_beside_one_another_and_deleted(noa, clock):
    first = write(noa, begin(noa, "E01"), "in spring", "finish").url
    clock.on(day=25)
    second = write(noa, begin(noa, "E01"), "in autumn", "finish").url
    assert first in noa.client.get(second).content.decode()
    assert second in noa.client.get(first).content.decode()
    listed = text(noa.client.get(BEFORE))
    assert listed.index("in autumn") < listed.index("in spring")
    where = first.replace("read/", "delete/")
    asked = noa.client.get(where)
    assert "in spring" in text(asked)
    answer = noa.client.post(where, hidden(asked))
    assert "It is deleted." in text(noa.client.get(answer.url))
    assert [one.written for one in runs(noa)] == [("in autumn",)]
    assert len(noa.mine.only(SessionList).record.begun) == 1


def test_nothing_is_counted(noa, clock):
    write(noa, begin(noa, "E01"), "words", "finish")
    after_one = text(noa.client.get(LIST))
    for number in range(4):
        write(noa, begin(noa, "E01"), f"words {number}", "finish")
    tokens = r'value="\w{32,}"'
    assert re.sub(tokens, "", text(noa.client.get(LIST))) == re.sub(tokens, "", after_one)


def test_a_finished_one_can_be_changed_and_stays_finished(noa, clock):
    write(noa, begin(noa, "E01"), "as it was", "finish")
    where = begin_address(noa)
    day = clock.time.date()
    clock.on(day=28)
    write(noa, f"{where}?at=0", "as it is now", "finish")
    assert (runs(noa)[0].written, runs(noa)[0].done) == (("as it is now",), day)


def begin_address(person):
    (one,) = (one for one in person.mine.query().items if isinstance(one.record, WrittenSession))
    return f"/journal/steps/{one.hex}/"


def test_a_need_a_thing_given_up_and_a_worry_go_on_where_a_room_takes_them(noa, monkeypatch):
    asked = []

    def hand(name, words, *, area=""):
        asked.append((name, words))

    monkeypatch.setattr(drafts, "find_hand", hand)
    for exercise, place in (("E05", 4), ("E07", 4), ("E08", 0)):
        where = begin(noa, exercise)
        write(noa, f"{where}?at={place}", f"of {exercise}", "finish")
        noa.client.get(f"{where}read/")
    assert asked == [("boundary", "of E05"), ("wish", "of E07"), ("topic", "of E08")]


@pytest.mark.parametrize(
    ("exercise", "place", "name"), [("E05", 4, "boundary"), ("E07", 4, "wish"), ("E10", 4, "goal")]
)
def test_one_step_takes_it_into_the_form_of_the_room_that_takes_it(noa, exercise, place, name):
    where = begin(noa, exercise)
    write(noa, f"{where}?at={place}", "an hour that is mine", "finish")
    page = noa.client.get(f"{where}read/")
    hand = drafts.find_hand(name, "an hour that is mine")
    assert str(hand.label) in text(page)
    answer = noa.client.post(hand.path, {"handed_text": hidden(page)["handed_text"], "handed_area": ""})
    assert answer.status_code == 200
    assert "an hour that is mine" in text(answer)


def test_where_no_room_takes_it_no_button_stands(noa, monkeypatch):
    monkeypatch.setattr(drafts, "find_hand", lambda *_args, **_more: None)
    where = begin(noa)
    write(noa, f"{where}?at=4", "an hour alone", "finish")
    assert "Where you could go from here" not in text(noa.client.get(f"{where}read/"))


def test_words_from_another_room_stand_on_a_new_page_and_nothing_is_kept_until_it_is_sent(noa):
    answer = noa.client.post("/journal/new/", {"handed_text": "from another room", "handed_area": ""})
    assert answer.status_code == 200
    assert "from another room" in text(answer)
    assert not [one for one in noa.mine.query().items if isinstance(one.record, Entry)]
    kept = noa.client.post("/journal/new/", hidden(answer) | {"text": "from another room"})
    assert kept.status_code == 302


def test_where_fear_may_be_behind_it_the_page_on_safety_is_one_tap_away(noa):
    where = begin(noa, "E08")
    assert "/leaf/" in noa.client.get(where).content.decode()
    write(noa, where, "", "finish")
    assert "/leaf/" in noa.client.get(f"{where}read/").content.decode()


def test_no_address_says_which_exercise_it_is(noa):
    for one in load_exercises():
        where = begin(noa, one.id)
        assert re.fullmatch(r"/journal/steps/[0-9a-f]{32}/", where)
        page = noa.client.get(where).content.decode()
        assert re.search(r"<title>(.*?)</title>", page)[1] == "Journal"
        assert one.id not in page


def test_nobody_else_can_read_change_or_delete_a_run(noa, sam):
    where = begin(noa)
    for path in (where, f"{where}read/", f"{where}delete/"):
        assert sam.client.get(path).status_code == 404
    assert sam.client.post(where, {"place": "0", "text": "mine now", "go": "next"}).status_code == 409
    assert sam.client.post(f"{where}delete/", {"revision": "1"}).status_code == 302
    assert [one.written for one in runs(noa)] == [()]


def test_a_list_that_does_not_open_is_said_and_keeps_nobody_from_writing(noa):
    begin(noa)
    there = noa.mine.only(SessionList)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [there.id])
    assert "did not open" in text(noa.client.get(LIST))
    assert "did not open" in text(noa.client.get(BEFORE))
    where = begin(noa, "E01")
    assert write(noa, where, "still written", "finish").status_code == 302
    assert "still written" in text(noa.client.get(f"{where}read/"))


def test_a_run_can_be_shared_as_a_copy_and_nothing_suggests_it_while_it_waits(couple):
    noa, sam = couple
    where = begin(noa)
    write(noa, where, "my own need")
    assert "Share a copy" not in text(noa.client.get(f"{where}read/"))
    write(noa, where, "", "finish")
    assert "Share a copy" in text(noa.client.get(f"{where}read/"))
    path = where.replace("/journal/steps/", "/ours/copy/")
    assert "my own need" in text(noa.client.get(path))
    assert "my own need" in text(sam.client.get(noa.client.post(path).url))


def test_an_exercise_that_is_no_longer_among_the_texts_still_shows_what_was_written(noa, clock):
    run = WrittenSession(day=clock.time.date(), session="E77", written=("old words", "more of them"))
    kept = begin_session(noa.mine, run)
    where = f"/journal/steps/{kept.hex}/"
    assert "old words" in text(noa.client.get(f"{where}read/"))
    assert "old words" in text(noa.client.get(where))
    assert write(noa, f"{where}?at=1", "changed").status_code == 302
    assert "old words" in text(noa.client.get("/journal/"))


@pytest.mark.parametrize("odd", ["-1", "99", "x", "1e3", "", "٣"])
def test_an_odd_place_leads_to_the_nearest(noa, odd):
    assert noa.client.get(begin(noa), {"at": odd}).status_code == 200


def test_a_long_month_is_paged_and_paging_goes_on_into_the_months_beside(noa, clock):
    for day, count in (((2026, 10, 9), 3), ((2026, 11, 9), 45)):
        for number in range(count):
            when = clock.time.date().replace(*day)
            noa.mine.add(
                Entry(day=when, at=f"{number // 60:02}:{number % 60:02}", text=f"w{number:03}"), new_id()
            )
    first = noa.client.get("/journal/").content.decode()
    assert "w044" in first
    assert "w024" not in first
    assert "/journal/in/2026-11/?page=2" in first
    last = noa.client.get("/journal/in/2026-11/?page=3").content.decode()
    assert "w000" in last
    assert 'href="/journal/in/2026-10/"' in last
    back = re.search(r'href="([^"]+)" rel="prev"', noa.client.get("/journal/in/2026-10/").content.decode())[1]
    assert "w000" in noa.client.get(back).content.decode()


def test_without_a_check_in_nothing_is_said_of_where_one_stands(noa):
    assert "check-ins" not in text(noa.client.get(LIST))


@pytest.mark.parametrize(("answers", "said"), [((2, 2), "Steady since"), ((1, 5), "Higher than on")])
def test_where_one_stands_is_told_by_check_ins_with_how_sure_it_is(noa, clock, answers, said):
    today = clock.time.date()
    for weeks, answer in ((8, answers[0]), (0, answers[1])):
        given = tuple(
            (one.id, level(one, answer)) for one in items.load_bank().items if one.facet in {"F2", "F9"}
        )
        sitting = Answers(
            day=today - timedelta(weeks=weeks), sort="first" if weeks else "weekly", given=given
        )
        standing.add_answers(noa.mine, sitting, new_id())
    page = text(noa.client.get(LIST))
    assert "of 5; 9 in 10 sure that it is between" in page
    assert "of 5; 9 in 10 sure that it is between" in page
    assert said in page


def level(item, answer):
    return answer if item.key > 0 else 6 - answer


def test_looking_for_words_asks_as_often_with_runs_as_without(noa, clock, django_assert_num_queries):
    for number in range(30):
        run = WrittenSession(day=clock.time.date(), session=f"E{number}", written=("x",))
        begin_session(noa.mine, run)
    noa.client.post("/journal/find/", {"term": "x"})
    with django_assert_num_queries(3):  # who is asking, which months hold something, and the search
        noa.client.post("/journal/find/", {"term": "x"})
