"""Pure: what of a time is announced, and which lines stand beside it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from bothand.domain.times import Block, Taken, Weekly
from bothand.rooms.mytime.times.records import CANT, COLLIDES, TAKES, Line
from bothand.vault.body import Opened
from bothand.vault.records import month_of


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


def merge_ids(present: tuple[bytes, ...], incoming: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """Two lists of ids as one."""
    return tuple(dict.fromkeys((*present, *incoming)))
