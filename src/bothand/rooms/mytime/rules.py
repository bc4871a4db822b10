"""Pure: weeks, wished against had time, what was in the way; which lines stand beside an announcement."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Final

from bothand.domain.times import Block, Taken, Weekly
from bothand.rooms.mytime.records import CANT, COLLIDES, HAD, OBSTACLES, TAKES, Line, Week
from bothand.vault.body import Opened
from bothand.vault.records import month_of

FEWEST: Final = 5
A_WEEK: Final = timedelta(weeks=1)
Z: Final = 1.6449
"""Nine in ten, to both sides, of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Share:
    """How often something was so: `count` of `of` weeks, and from where to where it may lie in the long run, 0 to 1."""

    count: int
    of: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WeeksSummary:
    """What the answered weeks say. `by_word` has each of HAD; `way` is what got in the way most, with how often.

    had, wished  minutes a week on average, over the `both` weeks in which both were given; None where that is none
    """

    by_word: Mapping[str, Share]
    way: str
    way_count: int
    had: float | None
    wished: float | None
    both: int


def find_monday(day: date) -> date:
    """The first day of a week.

    >>> find_monday(date(2026, 11, 24))
    datetime.date(2026, 11, 23)
    """
    return day - timedelta(days=day.weekday())


def list_mondays(today: date, count: int) -> list[date]:
    """The Mondays of so many weeks, the newest first: that of today's week, and those before.

    >>> list_mondays(date(2026, 11, 24), 2)
    [datetime.date(2026, 11, 23), datetime.date(2026, 11, 16)]
    """
    return [find_monday(today) - timedelta(weeks=number) for number in range(count)]


def summarise_weeks(weeks: Iterable[Week]) -> WeeksSummary | None:
    """What some weeks say; None below five, where anything could be chance."""
    found = list(weeks)
    if len(found) < FEWEST:
        return None
    words = Counter(one.had for one in found)
    ways = Counter(way for one in found for way in one.obstacles if way in OBSTACLES)
    way, count = min(ways.items(), key=lambda item: (-item[1], OBSTACLES.index(item[0])), default=("", 0))
    both = [(one.minutes, one.wished) for one in found if one.minutes is not None and one.wished is not None]
    return WeeksSummary(
        by_word={word: estimate_share(words[word], len(found)) for word in HAD},
        way=way,
        way_count=count,
        had=sum(had for had, _ in both) / len(both) if both else None,
        wished=sum(wished for _, wished in both) / len(both) if both else None,
        both=len(both),
    )


def estimate_share(count: int, of: int) -> Share:
    """A share with its interval, nine in ten sure.

    Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    JASA 22, 1927). It takes each week as asked anew; weeks that follow one another are more alike than that.

    >>> found = estimate_share(6, 8)
    >>> round(found.low, 2), round(found.high, 2)
    (0.46, 0.91)
    """
    middle = (count + Z * Z / 2) / (of + Z * Z)
    half = Z / (of + Z * Z) * sqrt(count * (of - count) / of + Z * Z / 4)
    # At none and at all of them the ends meet the share itself, but for rounding.
    return Share(
        count, of, min(max(0.0, middle - half), count / of), max(min(1.0, middle + half), count / of)
    )


def format_hours(minutes: int | None) -> str:
    """Minutes in hours, as one types them.

    >>> format_hours(150), format_hours(120), format_hours(None)
    ('2.5', '2', '')
    """
    return "" if minutes is None else f"{minutes / 60:.2f}".rstrip("0").rstrip(".")


def find_first_day(taken: Taken) -> date:
    """The day an announcement's lines lie under."""
    return taken.day if isinstance(taken, Block) else taken.first


def list_months(taken: Iterable[Opened[Taken]]) -> list[str]:
    """The months in which the lines about these lie."""
    return sorted({month_of(find_first_day(one.record)) for one in taken})


def is_said_of(line: Line, taken: Taken) -> bool:
    """Whether a line was said of a time as it is now."""
    return line.day == find_first_day(taken) and (line.start, line.end) in {
        (-1, -1),
        (taken.start, taken.end),
    }


def find_lines_about(
    lines: Iterable[Opened[Line]], about: bytes, *, by: bytes, away: Collection[bytes] = ()
) -> list[Opened[Line]]:
    """The lines one person has about an announcement: the newest of each sort, at most two, however many lie there."""
    newest: dict[str, Opened[Line]] = {}
    for one in lines:
        if one.author != by or one.record.about != about or one.record.sort not in {TAKES, COLLIDES}:
            continue
        there = newest.get(one.record.sort)
        if there is None or (one.changed, one.id) > (there.changed, there.id):
            newest[one.record.sort] = one
    return [newest[sort] for sort in (TAKES, COLLIDES) if sort in newest and newest[sort].id not in away]


def find_refusals(lines: Iterable[Opened[Line]], line: bytes, *, by: bytes) -> list[Opened[Line]]:
    """What somebody said to a line that collides with their time: *I can't*. One, or two that two windows wrote."""
    return [one for one in lines if one.record.sort == CANT and one.record.about == line and one.author == by]


def find_left_over(
    lines: Iterable[Opened[Line]], standing: Mapping[bytes, Taken], *, by: bytes
) -> list[Opened[Line]]:
    """Lines one person has about times that are said no more, or not as they were then. `standing` are those said now."""
    return [
        one
        for one in lines
        if one.author == by
        and one.record.sort in {TAKES, COLLIDES}
        and (one.record.about not in standing or not is_said_of(one.record, standing[one.record.about]))
    ]


def make_announcement(taken: Taken, word: str, zone: str) -> Taken:
    """The copy of a time for *ours*: when it is, on whose clock, and a word where its owner gives one; nothing else."""
    if isinstance(taken, Block):
        return Block(day=taken.day, start=taken.start, end=taken.end, word=word, zone=zone)
    return Weekly(first=taken.first, start=taken.start, end=taken.end, last=taken.last, word=word, zone=zone)


def has_moved(taken: Taken, copy: Taken) -> bool:
    """Whether a time is another than the one that was said."""
    return make_announcement(taken, copy.word, copy.zone) != copy


def page_weeks(today: date, since: date, page: int, size: int) -> Sequence[date]:
    """The Mondays of one page of weeks, the newest first, none before this space began."""
    start = find_monday(today) - timedelta(weeks=page * size)
    days = (start - timedelta(weeks=number) for number in range(size))
    return [day for day in days if day >= find_monday(since)]


def merge_ids(present: tuple[bytes, ...], incoming: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Two lists of ids as one."""
    return tuple(dict.fromkeys((*present, *incoming)))
