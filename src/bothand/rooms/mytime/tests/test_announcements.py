"""Between two: the clocks of two time zones, a line of thanks for the room, and rows that do not open."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.urls import reverse
from tests.people import pair, person

from bothand.accounts.preferences import Settings
from bothand.domain.times import Block, Weekly, find_busy
from bothand.rooms.mytime.tests.test_interests import DAY, of, own, said, say, take, text
from bothand.rooms.mytime.times.present import format_other_clock
from bothand.rooms.mytime.times.records import Line
from bothand.rooms.mytime.weeks.records import Week
from bothand.vault.body import Opened
from bothand.vault.records import kind_of

__all__ = ["said"]


def break_row(row) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [row.id])


@pytest.fixture
def far(noa, clock):
    """Noa in Vienna, and somebody who lives in Tokyo."""
    other = person("aiko", chosen=Settings(name="Aiko", zone="Asia/Tokyo"))
    pair(noa, other)
    return noa, other


# Two clocks


def test_a_time_is_shown_on_the_reader_s_clock_where_theirs_is_another(far):
    noa, aiko = far
    say(noa, take(noa, start="18:00", end="21:00"))
    assert "Thursday 26 November, 18:00 to 21:00" in own(aiko)
    assert "On your clock: Friday 27 November, 02:00 to 05:00." in own(aiko)
    (copy,) = of(noa.ours, Block)
    page = text(aiko.client.get(reverse("mytime_line", args=[copy.hex])))
    assert "On your clock: Friday 27 November, 02:00 to 05:00." in page


def test_today_says_it_too(far):
    noa, aiko = far
    aiko.ours.add(Block(day=date(2026, 11, 25), start=1200, end=1260, zone="Asia/Tokyo"))
    page = text(noa.client.get(reverse("today")))
    assert "On your clock: Wednesday 25 November, 12:00 to 13:00." in page


def test_of_a_time_of_every_week_the_next_one_is_said(far):
    noa, aiko = far
    copy = aiko.ours.add(Weekly(first=date(2026, 9, 4), start=60, end=120, zone="Asia/Tokyo"))
    page = text(noa.client.get(reverse("mytime_line", args=[copy.hex])))
    assert "On your clock: Thursday 26 November, 17:00 to 18:00." in page


def test_on_one_clock_nothing_is_said_of_clocks(couple, said):
    _, sam = couple
    assert "clock" not in own(sam)


@pytest.mark.parametrize("zone", ["", "Atlantis/Capital"])
def test_where_the_zone_is_not_known_nothing_is_guessed(couple, clock, zone):
    noa, sam = couple
    noa.ours.add(Block(day=DAY, start=60, end=120, zone=zone))
    assert "On Noa's clock." in own(sam)
    assert "On your clock" not in own(sam)


def test_the_change_to_summer_time_is_kept_apart_by_its_days():
    """Vienna changes on 29 March 2026, New York on 8 March: for three weeks they are an hour nearer."""
    every = Weekly(first=date(2026, 3, 1), start=1080, end=1140, zone="Europe/Vienna")
    then = datetime(2026, 3, 1, tzinfo=UTC)
    row = Opened(bytes(16), 1, 1, kind_of(Weekly), b"", then, then, False, False, b"", every)
    told = [
        format_other_clock(one, "America/New_York", "")
        for one in find_busy([row], date(2026, 3, 1), date(2026, 3, 8))
    ]
    assert ["12:00 to 13:00" in told[0], "13:00 to 14:00" in told[1]] == [True, True]


def test_the_look_before_says_that_the_zone_goes_along(couple, clock):
    noa, _ = couple
    taken = take(noa)
    assert "Europe/Vienna" in text(say(noa, taken, do="look"))
    assert of(noa.mine, Block)[0].record.zone == ""
    say(noa, taken)
    assert of(noa.ours, Block)[0].record.zone == "Europe/Vienna"


# Thanks for the room


def test_a_time_that_was_had_leads_to_a_line_of_thanks_and_nothing_is_kept_on_the_way(couple, clock):
    noa, sam = couple
    noa.mine.add(Block(day=date(2026, 11, 22), start=600, end=720, word="alone with the paints"))
    page = own(noa)
    assert 'name="handed_text" value="The room I had on Sunday"' in page
    answer = noa.client.post(
        reverse("pairing_thanks"), {"handed_text": "The room I had on Sunday", "handed_area": ""}
    )
    assert answer.status_code == 200
    assert 'value="The room I had on Sunday"' in text(answer)
    assert "Sunday" not in text(sam.client.get(reverse("pairing_thanks")))


def test_no_word_of_one_s_own_goes_into_the_thanks(couple, clock):
    noa, _ = couple
    noa.mine.add(Block(day=date(2026, 11, 22), start=600, end=720, word="alone with the paints"))
    handed = own(noa).split('name="handed_text"')[1].split("</form>")[0]
    assert "paints" not in handed


@pytest.mark.parametrize("day", [date(2026, 11, 17), date(2026, 11, 25)])
def test_what_is_long_over_or_still_to_come_asks_for_no_thanks(couple, clock, day):
    noa, _ = couple
    noa.mine.add(Block(day=day, start=600, end=720))
    assert "handed_text" not in own(noa)


def test_one_alone_is_asked_for_no_thanks(noa, clock):
    noa.mine.add(Block(day=date(2026, 11, 22), start=600, end=720))
    assert "handed_text" not in own(noa)


# Rows that do not open


def test_a_time_of_the_other_s_that_does_not_open_is_said_and_the_words_stand_there(couple, said):
    _, sam = couple
    break_row(said)
    path = reverse("mytime_line", args=[said.hex])
    assert "did not open" in text(sam.client.get(path))
    answer = text(sam.client.post(path, {"sort": "takes", "words": "I cook for all of us."}))
    assert "did not open" in answer
    assert "I cook for all of us." in answer
    assert of(sam.ours, Line) == []


def test_a_line_that_does_not_open_is_said_where_it_would_stand(couple, said):
    noa, sam = couple
    path = reverse("mytime_line", args=[said.hex])
    sam.client.post(path, {"sort": "takes", "words": "I cook."})
    break_row(of(sam.ours, Line)[0])
    for page in (text(sam.client.get(path)), own(sam), own(noa)):
        assert page.count("One page did not open") == 1
        assert "I cook" not in page


def test_a_copy_that_does_not_open_is_not_said_to_be_unseen(couple, said):
    noa, _ = couple
    break_row(said)
    page = text(noa.client.get(reverse("mytime_time_edit", args=[of(noa.mine, Block)[0].hex])))
    assert "One page did not open" in page
    assert "Sam does not see it" not in page


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 9, 21)])
def test_a_week_that_does_not_open_is_counted_once_near_or_far(noa, clock, day):
    break_row(noa.mine.add(Week(day=day, had="enough")))
    assert noa.client.get(reverse("mytime_own")).context["page"].unopened == 1
    assert noa.client.get(reverse("mytime_weeks")).context["page"].unopened == 1
