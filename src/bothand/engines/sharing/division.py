"""A division of the work, and what can be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bothand.engines.sharing.errors import SharingError
from bothand.engines.sharing.frontier import Frontier
from bothand.engines.sharing.pieces import Option, Piece
from bothand.engines.sharing.work import Exact, Phase, Stance, Work
from bothand.engines.side import Side

Rule = Literal[
    "equal_minutes", "leximin", "envy_free", "fewest_changes", "fewest_changes_efficient", "by_hand"
]


@dataclass(frozen=True, slots=True)
class Part:
    """Who has a piece: `units` of `of` units lie with the first person."""

    task: str
    phase: Phase
    units: int
    of: int

    @property
    def owner(self) -> Side | None:
        """Whose it is, or None where both have some of it."""
        if self.units == self.of:
            return Side.FIRST
        return Side.SECOND if self.units == 0 else None


@dataclass(frozen=True, slots=True)
class Division:
    """Who does what, under which rule, and what is so of it.

    `units` per piece (see `pieces`) to the first person; `minutes` a week and `burden` per person, first then
    second, exact (a fraction where some of a task's times of the week are counted out); `changes` against today; `efficient`: no division is lighter for one without being heavier for the
    other; `ef1`: neither would rather have what they can do of the other's tasks once one of their own is put
    aside (who can do nothing of them has nothing to compare with: see `explain`). `slack` is the allowance of minutes under which a division with few changes was sought.
    """

    rule: Rule
    units: tuple[int, ...]
    burden: tuple[Exact, Exact]
    minutes: tuple[int, int]
    changes: int
    efficient: bool
    ef1: bool
    slack: int = 0


def describe_division(work: Work, pieces: Sequence[Piece], division: Division) -> tuple[Part, ...]:
    """A division in words' terms: each piece's task, phase and owner, in the order of the tasks."""
    require_fit(pieces, division)
    return tuple(
        Part(work.tasks[piece.task].name, piece.phase, units, piece.units)
        for piece, units in zip(pieces, division.units, strict=True)
    )


def require_fit(pieces: Sequence[Piece], division: Division) -> None:
    """Raises `SharingError` for a division of other work."""
    fits = len(pieces) == len(division.units) and all(
        0 <= units <= piece.units for piece, units in zip(pieces, division.units, strict=True)
    )
    if not fits:
        raise SharingError("this is no division of this work: it has other pieces")


def options_of(pieces: Sequence[Piece], units: Sequence[int]) -> list[Option]:
    """The option taken of each piece; KeyError where a piece can't be divided so."""
    return [piece.option(k) for piece, k in zip(pieces, units, strict=True)]


def build(
    work: Work,
    pieces: Sequence[Piece],
    units: tuple[int, ...],
    rule: Rule,
    known: Frontier,
    *,
    slack: int = 0,
) -> Division:
    """Adds up a division and verifies what is said of it."""
    taken = options_of(pieces, units)
    minutes = sum(option.minutes for option in taken)
    parts = (sum(o.burden[0] for o in taken), sum(o.burden[1] for o in taken))
    return Division(
        rule,
        units,
        known.exact(parts),
        (minutes, sum(piece.minutes for piece in pieces) - minutes),
        sum(option.changes for option in taken),
        efficient=known.find(parts) is not None,
        ef1=not any(envies(work, pieces, units, side) for side in Side),
        slack=slack,
    )


@dataclass(frozen=True, slots=True)
class Lists:
    """Both lists as one person sees them, by their own burdens in parts (`pieces.find_scale`).

    `own` is what their own list weighs and `aside` its heaviest unit; `theirs` is what the other's list weighs as
    far as this person could do it, and `able` whether they could do any of it. `left_out` names the pieces of
    the other's list that they can't do.
    """

    own: int
    aside: int
    theirs: int
    able: bool
    left_out: tuple[int, ...]

    @property
    def envied(self) -> bool:
        """Whether they would still rather have what they can do of the other's list, one own piece put aside."""
        return self.own - self.aside > self.theirs

    @property
    def nothing_to_compare(self) -> bool:
        """Whether the other has a list, and this person can do nothing of it."""
        return bool(self.left_out) and not self.able


def compare_lists(work: Work, pieces: Sequence[Piece], units: Sequence[int], side: Side) -> Lists:
    """Both lists of a division as one person sees them."""
    own = aside = theirs = 0
    able = False
    left_out = []
    answers = work.answers(side)
    for at, (piece, k) in enumerate(zip(pieces, units, strict=True)):
        mine = k if side is Side.FIRST else piece.units - k
        yours = piece.units - mine
        if yours and answers[piece.task] is Stance.CANNOT:
            left_out.append(at)
            continue
        weight = piece.unit_cost(side)
        own += weight * mine
        theirs += weight * yours
        able = able or yours > 0
        if mine and weight > aside:
            aside = weight
    return Lists(own, aside, theirs, able, tuple(left_out))


def envies(work: Work, pieces: Sequence[Piece], units: Sequence[int], side: Side) -> bool:
    """Whether this person would still rather have the other's list after putting one own piece aside.

    EF1 for chores (Budish 2011; Aziz, Caragiannis, Igarashi & Walsh 2019), in this person's own burdens. Of the
    other's list that part is compared which this person can do, be it nothing.
    """
    return compare_lists(work, pieces, units, side).envied


def unevenness(work: Work, minutes: tuple[int, int]) -> int:
    """How far minutes lie from the agreed shares, times the sum of the shares; 0 = as agreed.

    With equal shares it is the difference of minutes.

    >>> from bothand.engines.sharing.work import Task
    >>> unevenness(Work((Task("a", 60), Task("b", 40)), (1, 1), (1, 1)), (60, 40))
    20
    """
    one, two = work.shares
    return abs(minutes[0] * two - minutes[1] * one)
