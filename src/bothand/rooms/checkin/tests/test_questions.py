"""Check-ins, as somebody goes through them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from bothand.domain.checkins import MeasureState, Rhythm
from bothand.rooms.checkin.questions.records import OpenCheckin
from bothand.rooms.checkin.questions.rules import find_due, list_sheets
from bothand.rooms.checkin.tests.answers import (
    MAP,
    PAST,
    QUESTIONS,
    TODAY,
    answer_all,
    begun,
    fill,
    in_step,
    sittings,
)


def test_a_first_visit_asks_sixteen_sentences_on_four_pages_and_ends_at_the_map(noa, clock):
    noa.client.post(QUESTIONS)
    assert [len(page) for page in list_sheets(begun(noa).record)] == [4, 4, 4, 4]
    assert answer_all(noa) == f"{MAP}?done=kept"
    (kept,) = sittings(noa)
    assert (kept.sort, len(kept.given), kept.ideals, kept.day) == ("first", 16, (), TODAY)
    assert len({item.partition("-")[0] for item, _ in kept.given}) == 10, "each aspect is asked about"
    assert begun(noa) is None
    assert "Your answers are saved" in noa.client.get(f"{MAP}?done=kept").content.decode()
    assert in_step(noa)


def test_the_next_one_asks_seven_that_were_not_asked_yet(noa, clock):
    answer_all(noa)
    clock.on(month=12, day=1)
    answer_all(noa, 2)
    first, second = sittings(noa)
    assert (second.sort, len(second.given), second.ideals) == ("weekly", 7, ())
    assert not {item for item, _ in first.given} & {item for item, _ in second.given}


def test_what_was_left_open_is_skipped_and_no_middle_answer(noa, clock):
    where = noa.client.post(QUESTIONS).url
    page = list_sheets(begun(noa).record)[0]
    noa.client.post(where, {page[0]: "5", "stop": "1"})
    (kept,) = sittings(noa)
    assert kept.given[0] == (page[0], 5)
    assert {answer for _, answer in kept.given[1:]} == {0}
    assert len(noa.mine.only(MeasureState).record.recent) == 1


def test_a_check_in_goes_on_where_it_was_left_on_another_device(noa, clock):
    where = noa.client.post(QUESTIONS).url
    first = list_sheets(begun(noa).record)[0]
    second = noa.client.post(where, fill(first, 3)).url
    elsewhere = noa.another_device()
    assert elsewhere.client.post(QUESTIONS).url == second
    today = elsewhere.client.get("/").content.decode()
    assert "A check-in you began is here" in today
    assert f'href="{second}"' in today, "one tap leads to the page where it was left"
    shown = elsewhere.client.get(where).content.decode()
    assert shown.count(" checked>") == len(first)


def test_one_that_was_left_for_days_is_kept_for_its_own_day_and_a_new_one_begins(noa, clock):
    where = noa.client.post(QUESTIONS).url
    noa.client.post(where, fill(list_sheets(begun(noa).record)[0], 3))
    clock.on(day=30)
    assert "is saved for that day" in noa.client.get(QUESTIONS).content.decode()
    noa.client.post(QUESTIONS)
    (kept,) = sittings(noa)
    assert kept.day == TODAY
    assert begun(noa).record.given == ()


def test_a_check_in_that_was_begun_and_never_answered_leaves_nothing(noa, clock):
    noa.client.post(QUESTIONS)
    after = noa.client.post(reverse("checkin_stop", args=[begun(noa).hex])).url
    assert "nothing was saved" in noa.client.get(after).content.decode()
    assert sittings(noa) == []
    assert begun(noa) is None


def test_the_last_page_sent_twice_is_one_check_in(noa, clock):
    where = noa.client.post(QUESTIONS).url
    pages = list_sheets(begun(noa).record)
    for page in pages[:-1]:
        where = noa.client.post(where, fill(page, 4)).url
    for _ in range(2):
        assert noa.client.post(where, fill(pages[-1], 4)).url == f"{MAP}?done=kept"
    assert len(sittings(noa)) == 1
    assert noa.mine.only(MeasureState).record.count == 1


def test_going_back_after_the_end_and_answering_otherwise_changes_that_check_in(noa, clock):
    first = noa.client.post(QUESTIONS).url
    pages, where = list_sheets(begun(noa).record), first
    for page in pages:
        where = noa.client.post(where, fill(page, 4)).url
    assert noa.client.post(first, fill(pages[0], 1)).url == f"{MAP}?done=kept"
    (kept,) = sittings(noa)
    assert [answer for _, answer in kept.given[:4]] == [1] * 4
    assert [answer for _, answer in kept.given[4:]] == [4] * 12
    assert in_step(noa)
    assert noa.client.get(first).url.startswith(PAST)


def test_two_windows_that_answer_two_pages_both_count(noa, clock):
    where = noa.client.post(QUESTIONS).url
    pages = list_sheets(begun(noa).record)
    second = noa.client.post(where, fill(pages[0], 2)).url
    noa.client.post(second, fill(pages[1], 3))
    noa.client.post(where, fill(pages[0], 5))
    given = dict(begun(noa).record.given)
    assert {given[item] for item in pages[0]} == {5}
    assert {given[item] for item in pages[1]} == {3}


@pytest.mark.parametrize("odd", ["6", "0", "-1", "mostly", "\0", "٤"])
def test_an_answer_that_is_none_is_not_kept(noa, clock, odd):
    where = noa.client.post(QUESTIONS).url
    page = list_sheets(begun(noa).record)[0]
    assert noa.client.post(where, fill(page, 4) | {page[0]: odd}).status_code == 422
    assert begun(noa).record.given == ()


def test_a_page_that_a_check_in_has_not_leads_nowhere(noa, clock):
    where = noa.client.post(QUESTIONS).url
    for number in ("0", "9", "999"):
        assert noa.client.get(where.replace("/1/", f"/{number}/")).status_code == 404


def test_nobody_else_can_see_or_answer_it(noa, robin, clock):
    where = noa.client.post(QUESTIONS).url
    page = list_sheets(begun(noa).record)[0]
    assert robin.client.get(where).status_code == 404
    assert robin.client.post(where, fill(page, 4)).status_code == 404
    assert begun(noa).record.given == ()


def test_with_a_partner_it_names_them_and_alone_it_asks_the_twin(couple, robin, clock):
    noa, _sam = couple
    assert "Sam" in noa.client.get(noa.client.post(QUESTIONS).url).content.decode()
    alone = robin.client.get(robin.client.post(QUESTIONS).url).content.decode()
    assert "upset in front of somebody I trust" in alone
    assert begun(robin).record.alone


def test_one_begun_with_a_partner_can_be_ended_without(couple, clock):
    noa, _sam = couple
    where = noa.client.post(QUESTIONS).url
    started = begun(noa)
    noa.mine.replace(started, OpenCheckin(sort="first", day=TODAY, items=started.record.items, alone=True))
    assert noa.client.get(where).content.decode().count("<fieldset") == 4


def test_not_this_week_is_kept_and_nothing_asks_until_then(noa, clock):
    answer_all(noa)
    clock.on(month=12, day=1)
    assert "Seven more sentences" in noa.client.get("/").content.decode()
    noa.client.post(reverse("checkin_postpone"))
    assert "Seven more sentences" not in noa.client.get("/").content.decode()
    clock.on(month=12, day=7)
    assert "Seven more sentences" not in noa.client.get("/").content.decode()
    clock.on(month=12, day=8)
    assert "Seven more sentences" in noa.client.get("/").content.decode()


def test_it_can_be_answered_sooner_than_it_is_due(noa, clock):
    answer_all(noa)
    assert "Sooner is fine too" in noa.client.get(QUESTIONS).content.decode()
    answer_all(noa, 2)
    assert len(sittings(noa)) == 2
    assert in_step(noa)


def test_on_its_day_the_way_to_the_map_stands_on_the_first_page_and_then_nothing(noa, clock):
    answer_all(noa)
    assert "Your map has today in it" in noa.client.get("/").content.decode()
    clock.on(day=25)
    page = noa.client.get("/").content.decode()
    assert "Your map has today in it" not in page
    assert "Seven more sentences" not in page


def test_when_it_is_due():
    assert find_due(Rhythm(), TODAY).sort == "first"
    assert find_due(Rhythm(off=TODAY), TODAY).sort is None
    week = Rhythm(first=TODAY, last=TODAY, checked=TODAY)
    assert find_due(week, TODAY + timedelta(days=6)).sort is None
    assert find_due(week, TODAY + timedelta(days=7)).sort == "weekly"
    assert not find_due(week, TODAY + timedelta(days=181)).checkup
    assert find_due(week, TODAY + timedelta(days=182)).checkup
    travelled = Rhythm(first=TODAY, last=TODAY, checked=TODAY, off=TODAY + timedelta(days=1))
    assert find_due(travelled, TODAY).sort is None


def test_a_check_in_that_does_not_open_is_said_and_a_new_one_can_be_begun(noa, clock):
    noa.client.post(QUESTIONS)
    broken = begun(noa)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [broken.id])
    assert "did not open" in noa.client.get(QUESTIONS).content.decode()
    answer_all(noa)
    assert len(sittings(noa)) == 1


def test_a_page_sent_after_the_check_in_was_ended_early_is_kept_too(noa, clock):
    first = noa.client.post(QUESTIONS).url
    started = begun(noa)
    pages = list_sheets(started.record)
    second = noa.client.post(first, fill(pages[0], 4)).url
    noa.client.post(reverse("checkin_stop", args=[started.hex]))
    noa.client.post(second, fill(pages[1], 2))
    (kept,) = sittings(noa)
    assert dict(kept.given) == dict.fromkeys(pages[0], 4) | dict.fromkeys(pages[1], 2)
    assert kept.ideals == ()
    assert in_step(noa)
