"""Weeks: whichever was answered is listed and can be opened, wherever a clock or an import put it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.people import person

from bothand.accounts.preferences import Settings
from bothand.kit.month_links import pick_window
from bothand.rooms.mytime.weeks.records import Week
from bothand.rooms.mytime.weeks.rules import find_monday

DAYS = st.dates(min_value=date(1970, 1, 1), max_value=date(2039, 12, 31))
ANSWER = {"had": "enough", "minutes": "2", "wished": "3", "words": "the lake"}


def list_answered(who) -> set[str]:
    """The addresses of all weeks, gathered by the list's own links from its first page on."""
    seen: set[str] = set()
    weeks: set[str] = set()
    queue = [reverse("mytime_weeks")]
    while queue:
        where = queue.pop()
        if where in seen:
            continue
        seen.add(where)
        links = [part.split('"')[0] for part in who.client.get(where).content.decode().split('href="')[1:]]
        queue += [link for link in links if link.startswith(f"{reverse('mytime_weeks')}?to=")]
        weeks |= {
            link.partition("of=")[2] for link in links if link.startswith(f"{reverse('mytime_week')}?of=")
        }
    return weeks


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(DAYS, max_size=6, unique=True))
def test_every_week_is_listed_whatever_day_it_lies_on(noa, days):
    for one in noa.mine.on_days(Week, noa_days(noa)).items:
        noa.mine.remove(one)
    for day in days:
        noa.mine.add(Week(day=day, had="enough"))
    assert list_answered(noa) == {day.isoformat() for day in days}


def noa_days(noa) -> list[date]:
    return [one.record.day for one in noa.mine.query().items if isinstance(one.record, Week)]


@pytest.mark.parametrize("year", [1970, 2020, 2039])
def test_a_week_answered_under_a_wrong_clock_is_listed_and_can_be_changed(db, clock, year):
    right = clock.time
    who = person("ada", chosen=Settings(name="Ada", zone="Pacific/Pago_Pago"), since=right)
    clock.time = right.replace(year=year, month=1, day=2)
    there = who.another_device()
    assert there.client.post(reverse("mytime_week"), ANSWER).status_code == 302
    clock.time = right
    again = who.another_device()
    (day,) = list_answered(again)
    assert "the lake" in again.client.get(reverse("mytime_week"), {"of": day}).content.decode()
    changed = again.client.post(
        reverse("mytime_week"), {**ANSWER, "of": day, "revision": "1", "words": "the sea"}
    )
    assert changed.status_code == 302
    assert again.mine.find_day(Week, date.fromisoformat(day)).record.words == "the sea"


def test_the_week_before_ones_first_is_an_empty_week_that_can_be_answered(noa, clock):
    first = find_monday(noa.mine.since)
    before = first - timedelta(weeks=1)
    page = noa.client.get(reverse("mytime_week"), {"of": first.isoformat()}).content.decode()
    assert f"?of={before.isoformat()}" in page
    answer = noa.client.get(reverse("mytime_week"), {"of": before.isoformat()})
    assert answer.status_code == 200
    assert noa.client.post(reverse("mytime_week"), {**ANSWER, "of": before.isoformat()}).status_code == 302
    assert list_answered(noa) == {before.isoformat()}


def test_no_week_that_has_not_begun_can_be_answered(noa, clock):
    after = find_monday(clock.time.date()) + timedelta(weeks=1)
    assert noa.client.get(reverse("mytime_week"), {"of": after.isoformat()}).status_code == 404
    assert noa.client.post(reverse("mytime_week"), {**ANSWER, "of": after.isoformat()}).status_code == 404


MONTHS = st.lists(
    st.dates(date(1900, 1, 1), date(2999, 12, 31)).map(lambda day: f"{day:%Y-%m}"), unique=True
).map(sorted)


@given(MONTHS, st.integers(1, 7))
def test_windows_reach_every_month_from_the_newest_and_back_again(months, count):
    seen: list[str] = []
    window = pick_window(months, "", count)
    assert window.newer == ""
    while True:
        seen = [*window.shown, *seen]
        if not window.older:
            break
        older = pick_window(months, window.older, count)
        assert pick_window(months, older.newer, count) == window
        window = older
    assert seen == months


@given(MONTHS, st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.integers(1, 7))
def test_a_window_up_to_any_month_leads_on_to_all_others(months, day, count):
    window = pick_window(months, f"{day:%Y-%m}", count)
    assert all(month <= f"{day:%Y-%m}" for month in window.shown)
    assert bool(window.newer) == any(month > f"{day:%Y-%m}" for month in months)
