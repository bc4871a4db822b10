"""*Today*: greeted by the clock on one's own wall, with what each room offers, at a bounded cost."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.journal.entries import store
from bothand.rooms.journal.entries.records import GUIDING, Entry
from bothand.vault import table
from bothand.vault.randomness import new_id

MOST_QUERIES = 8


def text(answer):
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (3, "Good evening, Noa."),
        (5, "Good morning, Noa."),
        (12, "Good afternoon, Noa."),
        (18, "Good evening, Noa."),
    ],
)
def test_it_greets_by_the_hour_where_somebody_lives(noa, clock, hour, greeting):
    clock.on(hour=(hour - 1) % 24)  # Vienna is an hour ahead of UTC in November
    assert greeting in text(noa.client.get("/"))


def test_it_shows_the_day_where_somebody_lives(noa, clock):
    clock.on(hour=23, minute=30)
    assert "Wednesday, 25 November" in text(noa.client.get("/"))


def test_it_asks_for_three_taps_until_they_are_made(noa, clock):
    assert 'name="self_feeling"' in text(noa.client.get("/"))
    noa.mine.add(Pulse(day=clock.time.date(), self_feeling=4, between=3, alone=True))
    page = text(noa.client.get("/"))
    assert 'name="self_feeling"' not in page
    assert "November so far" in page
    assert "steady" in page


def test_it_asks_the_guiding_question_until_it_is_answered_then_another_each_day(noa, clock):
    assert reverse("journal_guiding") in text(noa.client.get("/"))
    store.write_entry(noa.mine, Entry(day=clock.time.date(), prompt_id=GUIDING, text="Curious."), new_id())
    page = text(noa.client.get("/"))
    assert "How do I see myself" not in page
    assert reverse("journal_new") + "?prompt=J" in page


def test_it_shows_what_was_written_this_day_a_year_ago(noa, clock):
    store.write_entry(noa.mine, Entry(day=date(2025, 11, 23), text="the day before"), new_id())
    assert "A year ago today" not in text(noa.client.get("/"))
    store.write_entry(noa.mine, Entry(day=date(2025, 11, 24), text="a new desk"), new_id())
    assert "a new desk" in text(noa.client.get("/"))


def test_it_says_what_did_not_open_and_leaves_it_as_it_is(noa, clock):
    noa.mine.add(Pulse(day=clock.time.date(), self_feeling=4))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024)")
    page = text(noa.client.get("/"))
    assert "did not open" in page
    assert "left as" in page


def test_it_needs_no_more_queries_for_a_long_history_than_for_none(noa, clock):
    with CaptureQueriesContext(connection) as before:
        noa.client.get("/")
    for number in range(400):
        day = clock.time.date() - timedelta(days=number)
        noa.mine.add(Pulse(day=day, self_feeling=3))
        noa.mine.add(Entry(day=day, text="words"))
    with CaptureQueriesContext(connection) as after:
        noa.client.get("/")
    assert len(after) == len(before) <= MOST_QUERIES


def test_it_opens_no_more_of_a_long_history_than_of_a_short_one(noa, clock, monkeypatch):
    opened = []
    real = table._select_rows
    monkeypatch.setattr(
        table, "_select_rows", lambda *args: (opened.append(row) or row for row in list(real(*args)))
    )
    for number in range(500):
        noa.mine.add(Pulse(day=clock.time.date() - timedelta(days=number), self_feeling=3))
    noa.client.get("/")
    assert len(opened) < 70


def test_a_locked_visitor_sees_nothing_of_mine(noa, clock):
    noa.mine.add(Pulse(day=clock.time.date(), self_feeling=4))
    noa.lock()
    answer = noa.client.get("/")
    assert answer.status_code == 403
    assert b"steady" not in answer.content


def test_somebody_signed_out_is_led_to_the_door(anyone):
    assert anyone.get("/").url == reverse("sign_in")


def test_the_index_pages_list_the_rooms_of_their_place(noa, clock):
    assert reverse("checkin_pulses") in text(noa.client.get(reverse("place_mine")))
    assert "/you/" in text(noa.client.get(reverse("place_more")))


def test_nobody_else_s_days_are_on_the_page(noa, sam, clock):
    noa.mine.add(Pulse(day=clock.time.date(), self_feeling=4))
    assert "Today is kept." not in text(sam.client.get("/"))
