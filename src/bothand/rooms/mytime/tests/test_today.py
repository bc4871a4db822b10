"""What *mytime* puts on *Today*: time that was said, for two days ahead; nothing that asks for anything."""

import re
from datetime import date

from django.urls import reverse

from bothand.domain.times import Block, Weekly
from bothand.rooms.mytime.tests.test_interests import of, say, take


def piece(who) -> str:
    page = re.sub(r"\s+", " ", who.client.get(reverse("today")).content.decode())
    found = re.search(
        r"<details><summary>(Time of your own|Sam takes time|Noa takes time): .*?</details>", page
    )
    return found.group() if found else ""


def test_time_that_was_said_stands_on_both_pages_as_it_was_said(couple, clock):
    noa, sam = couple
    say(noa, take(noa), how="word", word="pottery class")
    assert "pottery class" in piece(noa)
    assert "18:00 to 21:00" in piece(noa)
    assert "pottery class" in piece(sam)
    assert "at last" not in piece(noa) + piece(sam)
    assert reverse("mytime_line", args=[of(noa.ours, Block)[0].hex]) in piece(sam)


def test_time_that_was_not_said_is_on_neither(couple, clock):
    noa, sam = couple
    take(noa)
    assert piece(noa) + piece(sam) == ""


def test_one_alone_sees_what_they_kept(noa, clock):
    take(noa)
    assert "pottery, at last" in piece(noa)


def test_time_of_every_week_stands_on_its_day(couple, clock):
    _, sam = couple
    sam.ours.add(Weekly(first=date(2026, 9, 23), start=420, end=480))
    assert "Wednesday 25 November, 07:00 to 08:00" in piece(couple[0])


def test_time_further_ahead_or_over_is_not_there(couple, clock):
    noa, sam = couple
    for day in (date(2026, 11, 23), date(2026, 11, 27)):
        sam.ours.add(Block(day=day, start=60, end=120))
    assert piece(noa) == ""


def test_at_the_end_of_a_month_the_next_one_is_looked_at_too(couple, clock):
    noa, sam = couple
    sam.ours.add(Block(day=date(2026, 12, 1), start=600, end=660))
    clock.on(day=30)
    assert "Tuesday 1 December" in piece(noa)


def test_a_locked_page_says_nothing(couple, clock):
    noa, sam = couple
    sam.ours.add(Block(day=date(2026, 11, 25), start=600, end=660, word="Football"))
    noa.lock()
    assert "Football" not in noa.client.get(reverse("today")).content.decode()
