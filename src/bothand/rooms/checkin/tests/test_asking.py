"""Check-ins and check-ups, as somebody goes through them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.accounts import accounts
from bothand.domain import measurement, standing
from bothand.domain.checkins import Answers, FearAnswers, MeasureState, Rhythm, read_rhythm
from bothand.rooms.account.takeout import export as takeout_export
from bothand.rooms.account.takeout import store as takeout_store
from bothand.rooms.checkin import asking, readable, store
from bothand.rooms.checkin.asking import due
from bothand.rooms.checkin.records import Checkup, Started

TODAY = date(2026, 11, 24)
ASK, MAP, WHOLE, PAST = "/days/ask/", "/days/map/", "/days/whole/", "/days/past/"


def begun(person):
    return store.begun(person.mine.standing().items)


def sittings(person):
    return sorted(
        (one.record for one in person.mine.everything().items if isinstance(one.record, Answers)),
        key=lambda one: (one.day, one.order),
    )


def fill(page, answer):
    keys = asking.FACET_NAMES if page.ideals else page.items
    return dict.fromkeys(keys, str(answer))


def answer_all(person, answer=4):
    """Begin a check-in and answer every page; where the last one leads."""
    where = person.client.post(ASK).url
    for page in asking.sheets(begun(person).record):
        where = person.client.post(where, fill(page, answer)).url
    return where


def in_step(person):
    """Whether the stored state is the one that the history gives."""
    history = [
        measurement.Sitting(one.id, one.record)
        for one in person.mine.everything().items
        if isinstance(one.record, Answers)
    ]
    return person.mine.only(MeasureState).record == measurement.fold_history(history)


def test_a_first_visit_asks_twenty_four_sentences_and_ten_ideals_and_ends_at_the_map(noa, clock):
    assert answer_all(noa) == f"{MAP}?done=kept"
    (kept,) = sittings(noa)
    assert (kept.sort, len(kept.given), len(kept.ideals), kept.day) == ("first", 24, 10, TODAY)
    assert begun(noa) is None
    assert "Your answers are kept" in noa.client.get(f"{MAP}?done=kept").content.decode()
    assert in_step(noa)


def test_the_next_one_asks_seven_that_were_not_asked_yet(noa, clock):
    answer_all(noa)
    clock.on(month=12, day=1)
    answer_all(noa, 2)
    first, second = sittings(noa)
    assert (second.sort, len(second.given), second.ideals) == ("weekly", 7, ())
    assert not {item for item, _ in first.given} & {item for item, _ in second.given}


def test_what_was_left_open_is_skipped_and_no_middle_answer(noa, clock):
    where = noa.client.post(ASK).url
    page = asking.sheets(begun(noa).record)[0]
    noa.client.post(where, {page.items[0]: "5", "stop": "1"})
    (kept,) = sittings(noa)
    assert kept.given[0] == (page.items[0], 5)
    assert {answer for _, answer in kept.given[1:]} == {0}
    assert len(noa.mine.only(MeasureState).record.recent) == 1


def test_a_check_in_goes_on_where_it_was_left_on_another_device(noa, clock):
    where = noa.client.post(ASK).url
    first = asking.sheets(begun(noa).record)[0]
    second = noa.client.post(where, fill(first, 3)).url
    elsewhere = noa.another_device()
    assert elsewhere.client.post(ASK).url == second
    assert "A check-in you began is here" in elsewhere.client.get("/").content.decode()
    shown = elsewhere.client.get(where).content.decode()
    assert shown.count(" checked>") == len(first.items)


def test_one_that_was_left_for_days_is_kept_for_its_own_day_and_a_new_one_begins(noa, clock):
    where = noa.client.post(ASK).url
    noa.client.post(where, fill(asking.sheets(begun(noa).record)[0], 3))
    clock.on(day=30)
    assert "is kept for then" in noa.client.get(ASK).content.decode()
    noa.client.post(ASK)
    (kept,) = sittings(noa)
    assert kept.day == TODAY
    assert begun(noa).record.given == ()


def test_a_check_in_that_was_begun_and_never_answered_leaves_nothing(noa, clock):
    noa.client.post(ASK)
    after = noa.client.post(reverse("checkin_stop", args=[begun(noa).hex])).url
    assert "nothing was kept" in noa.client.get(after).content.decode()
    assert sittings(noa) == []
    assert begun(noa) is None


def test_the_last_page_sent_twice_is_one_check_in(noa, clock):
    where = noa.client.post(ASK).url
    pages = asking.sheets(begun(noa).record)
    for page in pages[:-1]:
        where = noa.client.post(where, fill(page, 4)).url
    for _ in range(2):
        assert noa.client.post(where, fill(pages[-1], 4)).url == f"{MAP}?done=kept"
    assert len(sittings(noa)) == 1
    assert noa.mine.only(MeasureState).record.count == 1


def test_going_back_after_the_end_and_answering_otherwise_changes_that_check_in(noa, clock):
    first = noa.client.post(ASK).url
    pages, where = asking.sheets(begun(noa).record), first
    for page in pages:
        where = noa.client.post(where, fill(page, 4)).url
    assert noa.client.post(first, fill(pages[0], 1)).url == f"{MAP}?done=kept"
    (kept,) = sittings(noa)
    assert [answer for _, answer in kept.given[:8]] == [1] * 8
    assert [answer for _, answer in kept.given[8:]] == [4] * 16
    assert in_step(noa)
    assert noa.client.get(first).url.startswith(PAST)


def test_two_windows_that_answer_two_pages_both_count(noa, clock):
    where = noa.client.post(ASK).url
    pages = asking.sheets(begun(noa).record)
    second = noa.client.post(where, fill(pages[0], 2)).url
    noa.client.post(second, fill(pages[1], 3))
    noa.client.post(where, fill(pages[0], 5))
    given = dict(begun(noa).record.given)
    assert {given[item] for item in pages[0].items} == {5}
    assert {given[item] for item in pages[1].items} == {3}


@pytest.mark.parametrize("odd", ["6", "0", "-1", "mostly", "\0", "٤"])
def test_an_answer_that_is_none_is_not_kept(noa, clock, odd):
    where = noa.client.post(ASK).url
    page = asking.sheets(begun(noa).record)[0]
    assert noa.client.post(where, fill(page, 4) | {page.items[0]: odd}).status_code == 422
    assert begun(noa).record.given == ()


def test_a_page_that_a_check_in_has_not_leads_nowhere(noa, clock):
    where = noa.client.post(ASK).url
    for number in ("0", "9", "999"):
        assert noa.client.get(where.replace("/1/", f"/{number}/")).status_code == 404


def test_nobody_else_can_see_or_answer_it(noa, robin, clock):
    where = noa.client.post(ASK).url
    page = asking.sheets(begun(noa).record)[0]
    assert robin.client.get(where).status_code == 404
    assert robin.client.post(where, fill(page, 4)).status_code == 404
    assert begun(noa).record.given == ()


def test_with_a_partner_it_names_them_and_alone_it_asks_the_twin(couple, robin, clock):
    noa, _sam = couple
    assert "Sam" in noa.client.get(noa.client.post(ASK).url).content.decode()
    alone = robin.client.get(robin.client.post(ASK).url).content.decode()
    assert "told somebody about something I was afraid of" in alone
    assert begun(robin).record.alone


def test_one_begun_with_a_partner_can_be_ended_without(couple, clock):
    noa, _sam = couple
    where = noa.client.post(ASK).url
    started = begun(noa)
    noa.mine.replace(started, Started(sort="first", day=TODAY, items=started.record.items, alone=True))
    assert noa.client.get(where).content.decode().count("<fieldset") == 8


def test_not_this_week_is_kept_and_nothing_asks_until_then(noa, clock):
    answer_all(noa)
    clock.on(month=12, day=1)
    assert "Seven sentences" in noa.client.get("/").content.decode()
    noa.client.post(reverse("checkin_later"))
    assert "Seven sentences" not in noa.client.get("/").content.decode()
    clock.on(month=12, day=7)
    assert "Seven sentences" not in noa.client.get("/").content.decode()
    clock.on(month=12, day=8)
    assert "Seven sentences" in noa.client.get("/").content.decode()


def test_it_can_be_answered_sooner_than_it_is_due(noa, clock):
    answer_all(noa)
    assert "Sooner is fine too" in noa.client.get(ASK).content.decode()
    answer_all(noa, 2)
    assert len(sittings(noa)) == 2
    assert in_step(noa)


def test_on_its_day_the_way_to_the_map_stands_on_the_first_page_and_then_nothing(noa, clock):
    answer_all(noa)
    assert "Your map has today in it" in noa.client.get("/").content.decode()
    clock.on(day=25)
    page = noa.client.get("/").content.decode()
    assert "Your map has today in it" not in page
    assert "Seven sentences" not in page


def test_when_it_is_due():
    assert due(Rhythm(), TODAY).sort == "first"
    assert due(Rhythm(off=TODAY), TODAY).sort is None
    week = Rhythm(first=TODAY, last=TODAY, checked=TODAY)
    assert due(week, TODAY + timedelta(days=6)).sort is None
    assert due(week, TODAY + timedelta(days=7)).sort == "weekly"
    assert not due(week, TODAY + timedelta(days=181)).checkup
    assert due(week, TODAY + timedelta(days=182)).checkup
    travelled = Rhythm(first=TODAY, last=TODAY, checked=TODAY, off=TODAY + timedelta(days=1))
    assert due(travelled, TODAY).sort is None


def test_a_check_in_that_does_not_open_is_said_and_a_new_one_can_be_begun(noa, clock):
    noa.client.post(ASK)
    broken = begun(noa)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [broken.id])
    assert "did not open" in noa.client.get(ASK).content.decode()
    answer_all(noa)
    assert len(sittings(noa)) == 1


# The check-up


def run_of(person):
    return store.begun_checkup(person.mine.standing().items)


def send(person, number, answer):
    run = run_of(person)
    data = (
        dict.fromkeys(asking.FACET_NAMES, str(answer))
        if number == asking.IDEALS
        else dict.fromkeys(asking.piece_items(number, alone=run.record.alone), str(answer))
    )
    return person.client.post(reverse("checkin_piece", args=[run.hex, number]), data)


def test_a_check_up_is_kept_piece_by_piece_and_goes_on_another_day(noa, clock):
    answer_all(noa)
    where = noa.client.post(WHOLE).url
    assert where.endswith("/1/")
    assert send(noa, 1, 4).url.endswith("/2/")
    clock.on(day=28)
    page = noa.client.get(WHOLE).content.decode()
    assert page.count("kept</span>") == 1
    send(noa, 2, 2)
    assert [one.day.day for one in sittings(noa)] == [24, 24, 28]
    assert in_step(noa)


def test_alone_nobody_is_asked_about_uneven_ground_where_it_needs_two(noa, clock):
    noa.client.post(WHOLE)
    asked = asking.piece_items(asking.GROUND, alone=True)
    shown = reverse("checkin_piece", args=[run_of(noa).hex, asking.GROUND])
    assert noa.client.get(shown).status_code == (200 if asked else 404)


def test_a_piece_answered_again_counts_as_it_was_answered_last(noa, clock):
    noa.client.post(WHOLE)
    for answer in (4, 4, 1):
        send(noa, 1, answer)
    (kept,) = sittings(noa)
    assert {answer for _, answer in kept.given} == {1}
    assert in_step(noa)


def test_at_its_end_before_and_after_lie_side_by_side(noa, clock):
    answer_all(noa, 3)
    clock.on(year=2027, month=5)
    noa = noa.another_device()  # a session ends after thirty days
    noa.client.post(WHOLE)
    for number in (*range(1, 11), asking.IDEALS):
        send(noa, number, 5)
    after = noa.client.post(reverse("checkin_close", args=[run_of(noa).hex])).url
    page = noa.client.get(after).content.decode()
    assert "24 November 2026 to 24 May 2027" in page
    assert page.count('<th scope="row"') == 12
    assert run_of(noa) is None
    assert read_rhythm(noa.mine.standing().items).checked == date(2027, 5, 24)
    assert in_step(noa)


def test_ending_it_twice_is_ending_it_once(noa, clock):
    noa.client.post(WHOLE)
    send(noa, 1, 4)
    where = reverse("checkin_close", args=[run_of(noa).hex])
    for _ in range(2):
        assert noa.client.post(where).status_code == 302
    assert sum(one.closes for one in sittings(noa)) == 1


def test_one_that_was_begun_and_left_empty_leaves_nothing(noa, clock):
    noa.client.post(WHOLE)
    noa.client.post(reverse("checkin_close", args=[run_of(noa).hex]))
    assert sittings(noa) == []
    assert not [one for one in noa.mine.everything().items if isinstance(one.record, Checkup)]


def fear(person, **given):
    run = run_of(person)
    return person.client.post(reverse("checkin_piece", args=[run.hex, asking.FEAR]), given)


def fears(person):
    return [one.record for one in person.mine.everything().items if isinstance(one.record, FearAnswers)]


def test_any_answer_but_never_shows_the_way_out_and_says_why(noa, clock):
    noa.client.post(WHOLE)
    after = fear(noa, say_no="1").url
    page = noa.client.get(after).content.decode()
    assert "You answered that you are at times afraid to say no." in page
    assert "19 January 2027" in page
    assert reverse("safety_page") in page


def test_never_and_skipped_say_nothing(noa, clock):
    noa.client.post(WHOLE)
    page = noa.client.get(fear(noa, say_no="0").url).content.decode()
    assert "Somebody outside can help" not in page
    assert fears(noa) == [FearAnswers(day=TODAY, say_no=0)]


def test_a_never_that_is_sent_later_takes_nothing_back(noa, clock):
    noa.client.post(WHOLE)
    fear(noa, say_no="3")
    fear(noa, say_no="0", disagree="0", at_home="0")
    assert len(fears(noa)) == 2
    assert "Somebody outside can help" in noa.client.get(WHOLE).content.decode()


def test_the_same_answers_to_the_fear_questions_twice_are_one(noa, clock):
    noa.client.post(WHOLE)
    for _ in range(2):
        fear(noa, at_home="2")
    assert len(fears(noa)) == 1


def test_fear_is_never_part_of_what_is_measured(noa, clock):
    answer_all(noa)
    before = noa.mine.only(MeasureState).record
    noa.client.post(WHOLE)
    fear(noa, say_no="3", at_home="3")
    assert noa.mine.only(MeasureState).record == before


# Of the past


def test_a_past_check_in_can_be_changed_and_everything_follows(noa, clock):
    answer_all(noa, 4)
    (found,) = noa.mine.months(Answers, ["2026-11"]).items
    where = reverse("checkin_sitting", args=[found.hex])
    assert noa.client.get(where).content.decode().count(" checked>") == 34
    keys = [key for key, _ in (*found.record.given, *found.record.ideals)]
    noa.client.post(where, dict.fromkeys(keys, "2") | {"revision": "1"})
    (kept,) = sittings(noa)
    assert {answer for _, answer in (*kept.given, *kept.ideals)} == {2}
    assert in_step(noa)


def test_two_windows_that_change_it_are_both_shown(noa, clock):
    answer_all(noa, 4)
    (found,) = noa.mine.months(Answers, ["2026-11"]).items
    where = reverse("checkin_sitting", args=[found.hex])
    keys = [key for key, _ in (*found.record.given, *found.record.ideals)]
    noa.client.post(where, dict.fromkeys(keys, "2") | {"revision": "1"})
    answer = noa.client.post(where, dict.fromkeys(keys, "5") | {"revision": "1"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert " fully" in page
    assert " a little" in page
    noa.client.post(where, dict.fromkeys(keys, "5") | {"revision": "2", "keep": "mine"})
    assert {answer for _, answer in sittings(noa)[0].given} == {5}


def test_a_deleted_check_in_leaves_no_trace_in_what_follows(noa, clock):
    answer_all(noa, 4)
    before = noa.mine.only(MeasureState).record
    clock.on(month=12, day=1)
    answer_all(noa, 1)
    (found,) = noa.mine.months(Answers, ["2026-12"]).items
    where = reverse("checkin_forget", args=[found.hex])
    assert "Delete what you answered" in noa.client.get(where).content.decode()
    after = noa.client.post(where, {"revision": "1"}).url
    assert "It is deleted" in noa.client.get(after).content.decode()
    assert noa.mine.only(MeasureState).record == before
    assert noa.client.post(where, {"revision": "1"}).status_code == 302
    assert noa.client.get(where).status_code == 404


def test_one_that_changed_since_is_shown_again_before_it_is_deleted(noa, clock):
    answer_all(noa, 4)
    (found,) = noa.mine.months(Answers, ["2026-11"]).items
    keys = [key for key, _ in found.record.given]
    noa.client.post(
        reverse("checkin_sitting", args=[found.hex]), dict.fromkeys(keys, "2") | {"revision": "1"}
    )
    answer = noa.client.post(reverse("checkin_forget", args=[found.hex]), {"revision": "1"})
    assert answer.status_code == 409
    assert len(sittings(noa)) == 1


def test_all_deleted_is_as_before_the_first(noa, clock):
    answer_all(noa)
    (found,) = noa.mine.months(Answers, ["2026-11"]).items
    noa.client.post(reverse("checkin_forget", args=[found.hex]), {"revision": "1"})
    assert "Your map begins with a check-in" in noa.client.get(MAP).content.decode()
    assert "Where are you just now?" in noa.client.get("/").content.decode()


@pytest.mark.parametrize("odd", ["", "2026-02-30", "9999-99-99", "soon"])
def test_half_years_that_are_none_lead_where_nothing_is(noa, clock, odd):
    assert noa.client.get(PAST, {"to": odd}).status_code == 404


# Copies


def copy_of(person, clock):
    packed = takeout_export.write_archive(person.mine, accounts.settings_of(person.opened), clock.time)
    return takeout_store.unpack_archive(packed)


def test_a_copy_brought_into_an_empty_place_gives_the_same_map(noa, robin, clock):
    answer_all(noa)
    takeout_store.bring_in(robin.mine, copy_of(noa, clock))
    # What is computed is never believed from a file: it is computed again, and comes out the same.
    assert robin.mine.only(MeasureState).record.program == 0
    assert standing.state_of(robin.mine).record == noa.mine.only(MeasureState).record
    assert robin.mine.only(MeasureState).record == noa.mine.only(MeasureState).record
    assert in_step(robin)


def test_a_copy_brought_in_beside_own_check_ins_is_worked_out_anew(noa, robin, clock):
    answer_all(noa, 5)
    clock.on(month=12, day=1)
    answer_all(robin, 1)
    takeout_store.bring_in(robin.mine, copy_of(noa, clock))
    assert not in_step(robin)
    robin.client.get(MAP)
    assert in_step(robin)
    assert robin.mine.only(MeasureState).record.count == 2


def test_each_sitting_reads_in_a_copy_sentence_by_sentence(noa, clock):
    answer_all(noa, 4)
    (found,) = sittings(noa)
    read = readable.answers(found)
    assert len(read.pairs) == 34
    assert {text for _, text in read.pairs} == {"mostly"}
    assert read.heading == "First check-in, 24 November 2026"
    skipped = readable.fear(FearAnswers(day=TODAY, say_no=3))
    assert [text for _, text in skipped.pairs] == ["often", "skipped", "skipped"]


def test_a_page_sent_after_the_check_in_was_ended_early_is_kept_too(noa, clock):
    first = noa.client.post(ASK).url
    started = begun(noa)
    pages = asking.sheets(started.record)
    second = noa.client.post(first, fill(pages[0], 4)).url
    noa.client.post(reverse("checkin_stop", args=[started.hex]))
    noa.client.post(second, fill(pages[1], 2))
    (kept,) = sittings(noa)
    assert dict(kept.given) == dict.fromkeys(pages[0].items, 4) | dict.fromkeys(pages[1].items, 2)
    assert kept.ideals == ()
    assert in_step(noa)
