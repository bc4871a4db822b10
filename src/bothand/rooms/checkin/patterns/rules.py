"""Pure: marks of the model (C and I) among one's own answers of the last year, with the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bothand.content import items
from bothand.domain.checkins import Given
from bothand.kit.manifest import DraftName
from bothand.relationship import MARKS

LEAST: Final = 5
"""From fewer askings nothing is said."""
LEAST_LATELY: Final = 3
"""From fewer askings lately it is not said that something has eased."""
SEEN: Final = 2
"""An answer keyed upward that is this low or lower shows the mark."""
YEAR: Final = 366


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with the days on which it was asked (`date.toordinal()`) and the answers as tapped, newest first."""

    item: str
    answers: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A mark that was asked about `asked` times since the day `since`, and seen `seen` times.

    `asked_lately` and `seen_lately` are those since the day from which on courses are told: what was often and is so no more,
    is not told as if it still were.
    """

    mark: str
    seen: int
    asked: int
    since: int
    evidence: tuple[Evidence, ...]
    seen_lately: int = 0
    asked_lately: int = 0

    @property
    def often(self) -> bool:
        """Whether it was seen at least every second time, in the year and lately."""
        return 2 * self.seen >= self.asked and not self.eased

    @property
    def eased(self) -> bool:
        """Whether it was seen less than every second time lately, where it was asked about often enough to say so."""
        return self.asked_lately >= LEAST_LATELY and 2 * self.seen_lately < self.asked_lately


def find_patterns(recent: Sequence[Given], today: int, lately: int | None = None) -> tuple[Pattern, ...]:
    """The marks that were asked about often enough, those seen most first. `lately`: the day from which on courses are told."""
    year = [one for one in recent if today - one.day <= YEAR]
    since = today + 1 if lately is None else lately
    told = [
        each for mark in MARKS if mark.counted and (each := _count_mark(mark.id, year, since)) is not None
    ]
    return tuple(sorted(told, key=lambda one: (-one.seen / one.asked, one.mark)))


def _count_mark(mark: str, recent: Sequence[Given], lately: int) -> Pattern | None:
    about = [one for one in recent if mark in _list_marks(one.item)]
    if len(about) < LEAST:
        return None
    by_item: dict[str, list[tuple[int, int]]] = {}
    for one in reversed(about):
        by_item.setdefault(one.item, []).append((one.day, one.answer))
    return Pattern(
        mark=mark,
        seen=sum(_shows_mark(one) for one in about),
        asked=len(about),
        since=min(one.day for one in about),
        evidence=tuple(Evidence(item, tuple(answers)) for item, answers in sorted(by_item.items())),
        seen_lately=sum(_shows_mark(one) for one in about if one.day >= lately),
        asked_lately=sum(one.day >= lately for one in about),
    )


def _list_marks(key: str) -> tuple[str, ...]:
    try:
        return items.find_item(key).marks
    except KeyError:
        return ()  # a bank without this item any more


def _shows_mark(one: Given) -> bool:
    return items.find_item(one.item).keyed(one.answer) <= SEEN


DRAFTS: Final[dict[str, tuple[DraftName, ...]]] = {
    "C0": ("wish", "page"),
    "C1": ("wish", "goal"),
    "C2": ("topic", "page"),
    "C3": ("topic", "page"),
    "C4": ("topic", "agreement"),
    "C5": ("boundary", "wish"),
    "C6": ("boundary", "page"),
    "C7": ("topic", "page"),
    "I1": ("topic", "page"),
    "I2": ("page", "topic"),
    "I3": ("topic", "wish"),
}


WITH_EXERCISES: Final = frozenset({"C0", "C1", "C5", "C6"})
"""Marks for which there are exercises to do by oneself."""


FOR_TWO: Final[frozenset[DraftName]] = frozenset({"topic", "agreement"})
"""Ways on that are steps for two: left out while the fear rule holds, and alone."""


WITH_HELP: Final = frozenset({"C6", "C7"})
"""Marks that can also be a matter of safety: the way there stands beside them, without a word about why."""
