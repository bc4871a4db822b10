"""Sittings of the past: changed and deleted, and everything follows."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from bothand.domain import standing
from bothand.domain.checkins import Answers, MeasureState
from bothand.rooms.checkin.tests.answers import ITEMS, MAP, PAST, answer_all, in_step, sittings
from bothand.vault.randomness import new_id


def test_a_past_check_in_can_be_changed_and_everything_follows(noa, clock):
    answer_all(noa, 4)
    (found,) = noa.mine.query(Answers, months=["2026-11"]).items
    where = reverse("checkin_sitting", args=[found.hex])
    assert noa.client.get(where).content.decode().count(" checked>") == 16
    keys = [key for key, _ in (*found.record.given, *found.record.ideals)]
    noa.client.post(where, dict.fromkeys(keys, "2") | {"revision": "1"})
    (kept,) = sittings(noa)
    assert {answer for _, answer in (*kept.given, *kept.ideals)} == {2}
    assert in_step(noa)


def test_two_windows_that_change_it_are_both_shown(noa, clock):
    answer_all(noa, 4)
    (found,) = noa.mine.query(Answers, months=["2026-11"]).items
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
    (found,) = noa.mine.query(Answers, months=["2026-12"]).items
    where = reverse("checkin_delete_sitting", args=[found.hex])
    assert "Delete what you answered" in noa.client.get(where).content.decode()
    after = noa.client.post(where, {"revision": "1"}).url
    assert "It is deleted" in noa.client.get(after).content.decode()
    assert noa.mine.only(MeasureState).record == before
    assert noa.client.post(where, {"revision": "1"}).status_code == 302
    assert noa.client.get(where).status_code == 404


def test_one_that_changed_since_is_shown_again_before_it_is_deleted(noa, clock):
    answer_all(noa, 4)
    (found,) = noa.mine.query(Answers, months=["2026-11"]).items
    keys = [key for key, _ in found.record.given]
    noa.client.post(
        reverse("checkin_sitting", args=[found.hex]), dict.fromkeys(keys, "2") | {"revision": "1"}
    )
    answer = noa.client.post(reverse("checkin_delete_sitting", args=[found.hex]), {"revision": "1"})
    assert answer.status_code == 409
    assert len(sittings(noa)) == 1


def test_all_deleted_is_as_before_the_first(noa, clock):
    answer_all(noa)
    (found,) = noa.mine.query(Answers, months=["2026-11"]).items
    noa.client.post(reverse("checkin_delete_sitting", args=[found.hex]), {"revision": "1"})
    assert "Your map begins with a check-in" in noa.client.get(MAP).content.decode()
    assert "Where are you just now?" in noa.client.get("/").content.decode()


@pytest.mark.parametrize("odd", ["2026-13", "9999-99", "soon", "2026-11-24"])
def test_months_that_are_none_lead_where_nothing_is(noa, clock, odd):
    assert noa.client.get(f"{PAST}month/{odd}/").status_code == 404


@pytest.mark.parametrize(
    "when", [date(1970, 1, 3), date(2020, 6, 30), date(2026, 10, 31), date(2039, 12, 31)]
)
def test_whatever_month_holds_a_check_in_is_led_to_month_by_month(noa, clock, when):
    given = Answers(day=when, sort="weekly", given=((ITEMS[0], 4),), alone=True)
    standing.add_answers(noa.mine, given, new_id())
    answer_all(noa)
    pages, page = [], noa.client.get(PAST).content.decode()
    while page not in pages:
        pages.append(page)
        (*_, older) = re.findall(r'href="(/checkin/past/month/[^"]+)" rel="next"', page) or [""]
        page = noa.client.get(older).content.decode() if older else page
    listed = "".join(pages)
    assert date_format(when, "j F Y") in listed
    assert "24 November 2026" in listed
