"""A division of the work, and what can be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bothand.engines.sharing.frontier import Frontier
from bothand.engines.sharing.pieces import Option, Piece
from bothand.engines.sharing.work import Exact, Phase, Side, Stance, Work

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
    other; `ef1`: neither would rather have the other's tasks once one of their own is put aside. `slack` is
    the allowance of minutes under which a division with few changes was sought.
    """

    rule: Rule
    units: tuple[int, ...]
    burden: tuple[Exact, Exact]
    minutes: tuple[int, int]
    changes: int
    efficient: bool
    ef1: bool
    slack: int = 0


def describe(work: Work, pieces: Sequence[Piece], division: Division) -> tuple[Part, ...]:
    """A division in words' terms: each piece's task, phase and owner, in the order of the tasks."""
    return tuple(
        Part(work.tasks[piece.task].name, piece.phase, units, piece.units)
        for piece, units in zip(pieces, division.units, strict=True)
    )


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


def envies(work: Work, pieces: Sequence[Piece], units: Sequence[int], side: Side) -> bool:
    """Whether this person would still rather have the other's list after putting one own piece aside.

    EF1 for chores (Budish 2011; Aziz, Caragiannis, Igarashi & Walsh 2019), in this person's own burdens.
    Who can't do something on the other's list could not take that list, and so does not envy it.
    """
    mine = theirs = relief = 0
    for piece, k in zip(pieces, units, strict=True):
        own = k if side is Side.FIRST else piece.units - k
        if work.answers(side)[piece.task] is Stance.CANNOT:
            return False  # what they can't do always lies with the other
        cost = piece.cost(side, own)
        mine += cost
        theirs += piece.cost(side, piece.units) - cost
        if own:
            relief = max(relief, piece.unit_cost(side))
    return mine - relief > theirs


def shares(work: Work, burden: tuple[Exact, Exact]) -> tuple[Exact, Exact]:
    """Both shares of burden over one denominator, the product of both wholes (at least 1 each).

    >>> from bothand.engines.sharing.work import Task
    >>> shares(Work((Task("a", 1), Task("b", 1)), (1, 3), (2, 2)), (1, 2))
    (4, 8)
    """
    whole = [max(work.whole_burden(side), 1) for side in Side]
    return burden[0] * whole[1], burden[1] * whole[0]


def unevenness(work: Work, minutes: tuple[int, int]) -> int:
    """How far minutes lie from the agreed shares, times the sum of the shares; 0 = as agreed.

    With equal shares it is the difference of minutes.

    >>> from bothand.engines.sharing.work import Task
    >>> unevenness(Work((Task("a", 60), Task("b", 40)), (1, 1), (1, 1)), (60, 40))
    20
    """
    one, two = work.shares
    return abs(minutes[0] * two - minutes[1] * one)
