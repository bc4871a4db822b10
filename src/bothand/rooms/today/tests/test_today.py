"""*Today*: greeted by the clock on one's own wall, with what each room offers, at a bounded cost."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from msgspec.structs import replace

from bothand.accounts.account_log import AccountLog
from bothand.domain.checkins import Rhythm
from bothand.domain.plan import Plan
from bothand.domain.times import Block
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


def headings(page):
    return [" ".join(one.split()) for one in re.findall(r"<h[1-3][^>]*>(.*?)</h[1-3]>", page, re.DOTALL)]


def whole(page):
    """What is shown without opening a fold."""
    return re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)


def test_no_heading_stands_twice_and_one_thing_alone_is_worth_doing(noa, clock):
    page = text(noa.client.get("/"))
    assert len(set(headings(page))) == len(headings(page)) > 1
    assert page.count("One thing worth doing") == 1


def settle(who, today):
    """Nothing waits: the check-in was made, the pulse is in, and the recovery code is saved."""
    log = who.mine.only(AccountLog)
    who.mine.replace(log, replace(log.record, code_waits=False))
    who.mine.add(Rhythm(last=today))
    who.mine.add(Plan(facet="worth", practice_own="P1", began=today, done=(1,)))
    who.mine.add(Pulse(day=today, self_feeling=4))


def test_when_all_is_done_it_says_so_and_shows_the_month(noa, clock):
    settle(noa, clock.time.date())
    page = text(noa.client.get("/"))
    assert "That’s all for today." in page
    assert "One thing worth doing" not in page
    assert "November so far" in page
    assert "Another thing to do" in page


def test_what_the_plan_asks_this_week_is_shown_until_it_is_ticked(noa, clock):
    settle(noa, clock.time.date())
    there = noa.mine.only(Plan)
    noa.mine.replace(there, replace(there.record, done=()))
    page = text(noa.client.get("/"))
    assert "That’s all for today." not in page
    assert "Worth from within" in whole(page)
    assert "First step:" in whole(page)


def test_time_of_one_s_own_is_one_line_and_goes_when_it_is_over(noa, clock):
    today = clock.time.date()
    noa.mine.add(Block(day=today, start=19 * 60, end=21 * 60, word="choir"))
    clock.on(hour=12)
    page = text(noa.client.get("/"))
    assert "<summary>Time of your own: Tuesday 24 November, 19:00 to 21:00</summary>" in page
    clock.on(hour=20, minute=30)  # half past nine in Vienna
    assert "Time of your own" not in text(noa.client.get("/"))


def test_a_locked_visitor_sees_nothing_of_mine(noa, clock):
    noa.mine.add(Pulse(day=clock.time.date(), self_feeling=4))
    noa.lock()
    answer = noa.client.get("/")
    assert answer.status_code == 403
    assert b"steady" not in answer.content


def test_somebody_signed_out_is_led_to_the_door(noa, anyone):
    assert anyone.get("/").url == reverse("sign_in")


def test_the_index_pages_list_the_rooms_of_their_place(noa, clock):
    assert reverse("checkin_pulses") in text(noa.client.get(reverse("place_mine")))
    assert "/you/" in text(noa.client.get(reverse("place_more")))


def test_nobody_else_s_days_are_on_the_page(noa, sam, clock):
    noa.mine.add(Pulse(day=clock.time.date(), self_feeling=4))
    assert "Today is kept." not in text(sam.client.get("/"))
