"""What the engine knows about one person, and how an answer and a week change it.

The state is a normal distribution over: the trait of each facet, its mean-reverting state, copies of past
levels (the anchors) and one offset per item asked. A level is trait + state; an answer touches level +
offset, one linear combination, so its posterior is one-dimensional and mean and covariance change by rank one
(assumed-density filtering: Maybeck 1982, Stochastic Models, Estimation and Control, vol. 2, section 12.7;
Minka 2001). An anchor stays correlated with the present, so later answers sharpen it: fixed-point smoothing
by a copied state (Anderson & Moore 1979, Optimal Filtering, section 7.2).
"""

import math
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.items import FACET_NAMES, Bank, Floats
from bothand.engines.measure.response import after_answer

VERSION: Final = 1
"""Raised whenever the same history would give other numbers; a state of another version is rebuilt."""
FACETS: Final = len(FACET_NAMES)
MAX_OFFSETS: Final = 128
"""Items whose offsets are kept. Beyond it the item asked longest ago is forgotten (marginalised out)."""
MAX_ANCHORS: Final = 4


class BrokenStateError(ValueError):
    """A state that no history could have given."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A copy of the ten levels as they were on `day`, kept in the state under a name."""

    name: str
    day: int


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What is known about one person after their answers so far. Build with `start`; never by hand.

    Rows of `mean` (d,) and `covariance` (d, d), d = 20 + 10 x anchors + items: ten traits, ten states, ten
    levels for each of `anchors`, one offset for each of `items` (ids of items asked). `turns`: per item, the
    number of the question it was last asked as; `turn` counts questions, skipped ones too. `day`: last day
    heard of, as a number of days; None before the first. Arrays cannot be written to; states compare by
    content.
    """

    mean: Floats = field(repr=False)
    covariance: Floats = field(repr=False)
    day: int | None = None
    turn: int = 0
    anchors: tuple[Anchor, ...] = ()
    items: tuple[str, ...] = ()
    turns: tuple[int, ...] = ()
    version: int = VERSION

    def __post_init__(self) -> None:
        self.mean.setflags(write=False)
        self.covariance.setflags(write=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State):
            return NotImplemented
        return (
            (self.version, self.day, self.turn, self.anchors, self.items, self.turns)
            == (other.version, other.day, other.turn, other.anchors, other.items, other.turns)
            and np.array_equal(self.mean, other.mean)
            and np.array_equal(self.covariance, other.covariance)
        )

    __hash__ = None  # type: ignore[assignment]  # arrays inside: a state is compared, never a key

    @property
    def first_offset(self) -> int:
        """The row of the first item's offset."""
        return 2 * FACETS + FACETS * len(self.anchors)

    def check(self) -> None:
        """Prove that the state is whole: shapes, finite, symmetric, no negative variance in any direction.

        Raises BrokenStateError saying what is wrong.
        """
        size = self.first_offset + len(self.items)
        if self.mean.shape != (size,) or self.covariance.shape != (size, size):
            raise BrokenStateError("the arrays do not fit the anchors and items")
        if len(self.turns) != len(self.items) or len(set(self.items)) != len(self.items):
            raise BrokenStateError("items and their turns do not match")
        if len(self.items) > MAX_OFFSETS or len(self.anchors) > MAX_ANCHORS:
            raise BrokenStateError("more is kept than the bound allows")
        if not (np.isfinite(self.mean).all() and np.isfinite(self.covariance).all()):
            raise BrokenStateError("a number is not finite")
        if not np.array_equal(self.covariance, self.covariance.T):
            raise BrokenStateError("the covariance is not symmetric")
        try:
            # A factor exists exactly where no eigenvalue is below -1e-9, in half the time that eigenvalues take.
            np.linalg.cholesky(self.covariance + 1e-9 * np.eye(size))
        except np.linalg.LinAlgError as error:
            raise BrokenStateError("a variance is negative") from error


def start(assumptions: Assumptions = DEFAULT) -> State:
    """The state before the first answer: every level N(0, 1), correlated as assumed.

    >>> state = start()
    >>> state.check()
    >>> state.mean.shape, state.day
    ((20,), None)
    """
    covariance = np.zeros((2 * FACETS, 2 * FACETS))
    covariance[:FACETS, :FACETS] = assumptions.trait_variance * assumptions.correlation
    covariance[FACETS:, FACETS:] = assumptions.state_share * assumptions.correlation
    return State(np.zeros(2 * FACETS), covariance)


def advance(state: State, day: int, assumptions: Assumptions = DEFAULT) -> State:
    """The state on a later day (days are whole numbers), before anything is answered on it.

    Any gap is right: a state decays with the weeks gone by, and its uncertainty grows and levels off. Raises
    ValueError for a day before the state's own: past answers need `history.rebuild`.
    """
    if state.day is None:
        return replace(state, day=day)
    if day == state.day:
        return state
    if day < state.day:
        raise ValueError("that day is before the last one heard of; rebuild from history instead")
    weeks = (day - state.day) / 7.0
    trait, mood = assumptions.trait_kept**weeks, assumptions.state_kept**weeks
    kept = np.ones(len(state.mean))
    kept[:FACETS], kept[FACETS : 2 * FACETS] = trait, mood
    covariance = state.covariance * np.multiply.outer(kept, kept)
    new = assumptions.trait_variance * (1.0 - trait * trait), assumptions.state_share * (1.0 - mood * mood)
    covariance[:FACETS, :FACETS] += new[0] * assumptions.correlation
    covariance[FACETS : 2 * FACETS, FACETS : 2 * FACETS] += new[1] * assumptions.correlation
    return replace(state, mean=state.mean * kept, covariance=covariance, day=day)


def answer(
    state: State,
    bank: Bank,
    day: int,
    item: str,
    given: int | None,
    *,
    assumptions: Assumptions = DEFAULT,
) -> State:
    """The state after `item` was answered with `given` (1 to 5) on `day`; None is skipped.

    A skipped question is no answer: it changes when the item is asked again, and nothing else. Raises
    UnknownItemError for an item not in the bank, ValueError for another answer or an earlier day.

    >>> from bothand.engines.measure.items import Item
    >>> bank = Bank.of([Item("worth-01", "worth", 1)])
    >>> after = answer(start(), bank, 0, "worth-01", 5)
    >>> float(after.mean[1] + after.mean[11]).__round__(2)
    0.86
    """
    asked = bank[item]
    state = _noted(advance(state, day, assumptions), item, assumptions)
    if given is None:
        return state
    facet = FACET_NAMES.index(asked.facet)
    rows = (facet, FACETS + facet, state.first_offset + state.items.index(item))
    along = state.covariance[rows[0]] + state.covariance[rows[1]] + state.covariance[rows[2]]
    mean = float(state.mean[rows[0]] + state.mean[rows[1]] + state.mean[rows[2]])
    variance = float(along[rows[0]] + along[rows[1]] + along[rows[2]])
    after = after_answer(asked, given, mean, variance)
    shrink = along * (math.sqrt(max(0.0, variance - after.variance)) / variance)
    # One buffer for both steps: at this size an allocation costs as much as the arithmetic.
    covariance = np.multiply.outer(shrink, shrink)
    np.subtract(state.covariance, covariance, out=covariance)
    return replace(state, mean=state.mean + along * ((after.mean - mean) / variance), covariance=covariance)


def _noted(state: State, item: str, assumptions: Assumptions) -> State:
    """The state with a row for the item and its turn; the item asked longest ago makes room where needed."""
    turn = state.turn + 1
    if item in state.items:
        at = state.items.index(item)
        turns = (*state.turns[:at], turn, *state.turns[at + 1 :])
        return replace(state, turn=turn, turns=turns)
    if len(state.items) == MAX_OFFSETS:
        oldest = min(range(MAX_OFFSETS), key=state.turns.__getitem__)
        state = _without(state, state.first_offset + oldest, 1)
        state = replace(
            state,
            items=state.items[:oldest] + state.items[oldest + 1 :],
            turns=state.turns[:oldest] + state.turns[oldest + 1 :],
        )
    size = len(state.mean)
    covariance = np.zeros((size + 1, size + 1))
    covariance[:size, :size] = state.covariance
    covariance[size, size] = assumptions.offset_sd**2
    return replace(
        state,
        mean=np.append(state.mean, 0.0),
        covariance=covariance,
        turn=turn,
        items=(*state.items, item),
        turns=(*state.turns, turn),
    )


def _without(state: State, row: int, count: int) -> State:
    """Some rows marginalised out."""
    kept = np.r_[0:row, row + count : len(state.mean)]
    return replace(state, mean=state.mean[kept], covariance=state.covariance[np.ix_(kept, kept)])


def anchored(state: State, day: int, name: str, assumptions: Assumptions = DEFAULT) -> State:
    """The state with a copy of the levels of `day` kept under `name`, replacing an earlier one of that name.

    Raises ValueError for an earlier day, or for a fifth name.

    >>> later = advance(anchored(start(), 0, "plan"), 70)
    >>> later.anchors
    (Anchor(name='plan', day=0),)
    """
    state = dropped(advance(state, day, assumptions), name)
    if len(state.anchors) == MAX_ANCHORS:
        raise ValueError(f"{MAX_ANCHORS} anchors are kept already; use one of their names, or drop one")
    at, size = state.first_offset, len(state.mean)
    old = np.r_[0:at, at + FACETS : size + FACETS]
    new = np.arange(at, at + FACETS)
    cross = state.covariance[:FACETS] + state.covariance[FACETS : 2 * FACETS]
    block = cross[:, :FACETS] + cross[:, FACETS : 2 * FACETS]
    covariance = np.empty((size + FACETS, size + FACETS))
    covariance[np.ix_(old, old)] = state.covariance
    covariance[np.ix_(new, old)] = cross
    covariance[np.ix_(old, new)] = cross.T
    covariance[np.ix_(new, new)] = (block + block.T) / 2.0
    levels = state.mean[:FACETS] + state.mean[FACETS : 2 * FACETS]
    mean = np.concatenate([state.mean[:at], levels, state.mean[at:]])
    return replace(state, mean=mean, covariance=covariance, anchors=(*state.anchors, Anchor(name, day)))


def dropped(state: State, name: str) -> State:
    """The state without the anchor of that name; the same state when there is none."""
    for at, anchor in enumerate(state.anchors):
        if anchor.name == name:
            smaller = _without(state, 2 * FACETS + FACETS * at, FACETS)
            return replace(smaller, anchors=state.anchors[:at] + state.anchors[at + 1 :])
    return state
