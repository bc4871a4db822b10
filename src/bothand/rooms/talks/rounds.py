"""Pure: when a topic came up, and whether it goes round and round (C4). From one person's own list alone."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bothand.rooms.talks.records import Round, Rounds

MOST: Final = 200
FEWEST: Final = 3
"""From fewer times than these nothing is said."""
WITHIN: Final = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Again:
    """A topic that came up again and again. `days` are the days, the oldest first; `of` leads to its last talk, or topic."""

    of: bytes
    text: str
    days: tuple[date, ...]


def key(text: str) -> str:
    """A topic's words as they are compared: case, width and space make no difference.

    >>> key("Phones  in the EVENING.") == key("phones in the evening")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded).split())


def again_and_again(rounds: Rounds | None, today: date) -> tuple[Again, ...]:
    """The topics that came up on three days or more within a year; what came up last stands first.

    Two lines are about the same when they are of one thread, or say the same words.
    """
    lines = [one for one in (rounds.lines if rounds else ()) if today - WITHIN <= one.day <= today]
    found = [_told(group) for group in _groups(lines)]
    return tuple(
        sorted((one for one in found if len(one.days) >= FEWEST), key=lambda one: one.days[-1], reverse=True)
    )


def with_line(rounds: Rounds | None, line: Round) -> Rounds:
    """The list with one more line; the same talk, or the same topic on the same day elsewhere, once."""
    lines = rounds.lines if rounds else ()
    if any(_same(one, line) for one in lines):
        return rounds or Rounds()
    return Rounds(lines=_last((*lines, line)))


def together(present: Rounds, incoming: Rounds) -> Rounds:
    """Both lists in one, when an import brings a second."""
    fresh = [one for one in incoming.lines if one not in present.lines]
    return Rounds(lines=_last((*present.lines, *fresh)))


def _last(lines: Sequence[Round]) -> tuple[Round, ...]:
    return tuple(sorted(lines, key=lambda one: one.day)[-MOST:])


def _same(one: Round, other: Round) -> bool:
    if one.of or other.of:
        return one.of == other.of
    return one.day == other.day and (one.thread, key(one.text)) == (other.thread, key(other.text))


def _told(group: Sequence[Round]) -> Again:
    newest = max(group, key=lambda one: one.day)
    of = max(group, key=lambda one: (bool(one.of), one.day))
    return Again(of.of or of.thread, newest.text, tuple(sorted({one.day for one in group})))


def _groups(lines: Iterable[Round]) -> list[list[Round]]:
    groups: list[tuple[set[object], list[Round]]] = []
    for line in lines:
        names: set[object] = {name for name in (line.thread, key(line.text)) if name}
        found = [group for group in groups if group[0] & names]
        for group in found:
            groups.remove(group)
        groups.append(
            (
                names.union(*(group[0] for group in found)),
                [*(one for group in found for one in group[1]), line],
            )
        )
    return [lines for _, lines in groups]
