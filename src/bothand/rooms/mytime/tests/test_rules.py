"""The pure parts: weeks and their shares, times and their days, lines that stand beside them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.domain import times
from bothand.domain.times import Block, Weekly
from bothand.rooms.mytime.forms import HoursField
from bothand.rooms.mytime.times.records import COLLIDES, TAKES, Line
from bothand.rooms.mytime.times.rules import find_lines_about, has_moved, make_announcement
from bothand.rooms.mytime.weeks.records import HAD, OBSTACLES, Week
from bothand.rooms.mytime.weeks.rules import FEWEST, estimate_share, summarise_weeks
from bothand.vault.body import Opened
from bothand.vault.records import kind_of

DAY = date(2026, 11, 26)
MINUTES = st.integers(0, 1439)


def opened(record, number: int, author: bytes = b"a", changed: int = 0):
    when = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=changed)
    return Opened(
        id=number.to_bytes(16, "big"), revision=1, epoch=1, kind=kind_of(type(record)), author=author, created=when,
        changed=when, deleted=False, newer=False, digest=b"", record=record,
    )  # fmt: skip


def weeks(*had: str, **more) -> list[Week]:
    return [Week(day=DAY - timedelta(weeks=number), had=word, **more) for number, word in enumerate(had)]


# Weeks


def test_fewer_than_five_weeks_say_nothing():
    assert summarise_weeks(weeks(*["little"] * 4)) is None


def test_it_says_what_got_in_the_way_most_and_how_often():
    found = summarise_weeks(
        [
            *weeks("little", "little", "enough", obstacles=("work", "tired")),
            *weeks("much", "little", obstacles=("work",)),
        ]
    )
    assert (found.way, found.way_count) == ("work", 5)
    assert found.by_word["little"].count == 3


def test_wished_and_had_are_compared_over_weeks_with_both():
    found = summarise_weeks(
        [*weeks(*["little"] * 3, minutes=60, wished=240), *weeks("enough", "enough", minutes=600)]
    )
    assert (found.had, found.wished, found.both) == (60, 240, 3)


@given(st.integers(1, 200), st.data())
def test_an_interval_holds_its_share_and_stays_within_all_and_nothing(of, data):
    count = data.draw(st.integers(0, of))
    found = estimate_share(count, of)
    assert 0 <= found.low <= count / of <= found.high <= 1


@given(
    st.lists(
        st.builds(
            Week,
            day=st.just(DAY),
            had=st.sampled_from(HAD),
            obstacles=st.lists(st.sampled_from(OBSTACLES), unique=True).map(tuple),
        ),
        max_size=20,
    )
)
def test_the_words_of_all_weeks_add_up(found):
    seen = summarise_weeks(found)
    assert (seen is None) == (len(found) < FEWEST)
    assert seen is None or sum(one.count for one in seen.by_word.values()) == len(found)


@pytest.mark.parametrize(
    ("typed", "minutes"), [("2", 120), ("2,5", 150), ("2:30", 150), ("", None), ("168", 10080)]
)
def test_hours_are_read_as_people_write_them(typed, minutes):
    assert HoursField(required=False).clean(typed) == minutes


@pytest.mark.parametrize("typed", ["many", "-1", "169", "nan", "inf", "1:xx"])
def test_hours_that_are_none_are_said(typed):
    with pytest.raises(Exception, match="could not be read"):
        HoursField(required=False).clean(typed)


# Times


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 60),
)
def test_a_weekly_time_falls_on_its_own_day_of_the_week_and_within(first, start, length):
    end = start + timedelta(days=length)
    days = list(times.days_of(Weekly(first=first, start=0, end=60), start, end))
    assert all(day.weekday() == first.weekday() and max(first, start) <= day <= end for day in days)
    whole = [start + timedelta(days=number) for number in range(length + 1)]
    assert days == [day for day in whole if day >= first and day.weekday() == first.weekday()]


def test_a_weekly_time_ends_on_its_last_day():
    every = Weekly(first=DAY, start=0, end=60, last=DAY + timedelta(days=8))
    assert len(list(times.days_of(every, DAY, DAY + timedelta(days=90)))) == 2


@given(MINUTES, st.integers(1, 1440))
def test_a_time_ends_after_it_begins(start, end):
    (one,) = times.find_busy([opened(Block(day=DAY, start=start, end=end), 1)], DAY, DAY)
    assert timedelta(0) < one.ends - one.begins <= timedelta(days=1)


@given(
    st.sampled_from(
        [
            Block(day=DAY, start=60, end=120, word="private", copy=b"x"),
            Weekly(first=DAY, start=60, end=120, word="private", copy=b"x"),
        ]
    ),
    st.text(max_size=5),
)
def test_what_is_said_holds_the_time_and_the_word_given_for_it_and_nothing_else(taken, word):
    said = make_announcement(taken, word, "Europe/Vienna")
    assert (said.word, said.copy, said.zone) == (word, b"", "Europe/Vienna")
    assert not has_moved(taken, said)
    assert "private" not in repr(said)


# Lines


def line(sort: str, words: str = "w", about: bytes = b"t") -> Line:
    return Line(day=DAY, about=about, sort=sort, words=words)


def test_however_many_lines_there_are_one_of_each_sort_stands_beside_a_time():
    flood = [opened(line(COLLIDES, str(number)), number, changed=number) for number in range(50)]
    found = find_lines_about([*flood, opened(line(TAKES), 99)], b"t", by=b"a")
    assert [(one.record.sort, one.record.words) for one in found] == [(TAKES, "w"), (COLLIDES, "49")]


def test_lines_of_others_of_another_time_of_no_sort_and_those_put_away_do_not_stand_there():
    lines = [
        opened(line(TAKES), 1, b"b"),
        opened(line(TAKES, about=b"u"), 2),
        opened(line("yes"), 3),
        opened(line(TAKES), 4),
    ]
    assert find_lines_about(lines, b"t", by=b"a", away={lines[3].id}) == []
