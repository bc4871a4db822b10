"""What the engine keeps of one person: for every item, how it was answered, with answers losing weight as they age.

No distribution is kept: a normal model of facets and items (`posterior`) is worked out from these sums when something is
asked. An answer therefore costs a few additions, and the state cannot drift away from its history.
"""

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from bothand.engines.measure.assumptions import DEFAULT, Assumptions
from bothand.engines.measure.checked import name as checked_name
from bothand.engines.measure.checked import whole
from bothand.engines.measure.items import Bank, Floats, Item

VERSION: Final = 3
"""Raised whenever the same history would give other numbers; a state of another version is rebuilt."""
MAX_ITEMS: Final = 256
"""Items that are kept. Beyond it the item asked longest ago is forgotten."""
MAX_ANCHORS: Final = 4
MAX_DAY: Final = 10_000_000

WEIGHT, TOTAL, LATEST, LATEST_DAY = range(4)
"""Columns of `State.sums`: the weight of what was answered, the weighted sum of it, the latest answer and its day."""
COLUMNS: Final = 4


class BrokenStateError(ValueError):
    """A state that no history could have given."""


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """A day to compare with: `sums` as they were on `day`, for the items known by then (the first of the state's)."""

    name: str
    day: int
    sums: Floats = field(repr=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Anchor):
            return NotImplemented
        return (self.name, self.day) == (other.name, other.day) and np.array_equal(self.sums, other.sums)

    __hash__ = None  # type: ignore[assignment]  # an array inside: an anchor is compared, never a key


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What is known about one person after their answers so far. Build with `start`; never by hand.

    `items` (n): those asked, with the numbers they had when they were first asked. `sums` (n, 4): what they were answered
    with, keyed upward, as of `day` (a number of days, None before the first). `turns` (n): the number of the question each
    was last asked as; `turn` counts questions, skipped ones too. Arrays cannot be written to; states compare by content.
    """

    items: tuple[Item, ...] = ()
    sums: Floats = field(default_factory=lambda: np.zeros((0, COLUMNS)), repr=False)
    turns: tuple[int, ...] = ()
    turn: int = 0
    day: int | None = None
    anchors: tuple[Anchor, ...] = ()
    version: int = VERSION

    def __post_init__(self) -> None:
        self.sums.setflags(write=False)
        for anchor in self.anchors:
            anchor.sums.setflags(write=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, State):
            return NotImplemented
        return (
            (self.version, self.day, self.turn, self.items, self.turns, self.anchors)
            == (other.version, other.day, other.turn, other.items, other.turns, other.anchors)
        ) and np.array_equal(self.sums, other.sums)

    __hash__ = None  # type: ignore[assignment]  # arrays inside: a state is compared, never a key

    def check(self) -> None:
        """Prove that the state is whole: shapes, bounds, finite numbers, sums that answers could have given.

        Raises BrokenStateError saying what is wrong.
        """
        ids = {item.id for item in self.items}
        if self.sums.shape != (len(self.items), COLUMNS):
            raise BrokenStateError("the sums do not fit the items")
        if len(self.turns) != len(self.items) or len(ids) != len(self.items):
            raise BrokenStateError("items and their turns do not match")
        if len(self.items) > MAX_ITEMS or len(self.anchors) > MAX_ANCHORS:
            raise BrokenStateError("more is kept than the bound allows")
        for sums in (self.sums, *(anchor.sums for anchor in self.anchors)):
            if sums.ndim != 2 or sums.shape[1] != COLUMNS or len(sums) > len(self.items):
                raise BrokenStateError("the sums of an anchor do not fit the items")
            if not np.isfinite(sums).all():
                raise BrokenStateError("a number is not finite")
            # Every answer is at least 1.
            if (sums[:, :LATEST_DAY] < 0.0).any() or (sums[:, TOTAL] < sums[:, WEIGHT] * (1.0 - 1e-9)).any():
                raise BrokenStateError("no answers add up to these sums")

    def at(self, anchor: str) -> "State":
        """The state as it was on an anchor's day, without anchors. Raises KeyError for an unknown name."""
        kept = next((one for one in self.anchors if one.name == anchor), None)
        if kept is None:
            raise KeyError(anchor)
        count = len(kept.sums)
        return State(self.items[:count], kept.sums, self.turns[:count], self.turn, kept.day)


def start() -> State:
    """The state before the first answer.

    >>> state = start()
    >>> state.check()
    >>> state.items, state.day
    ((), None)
    """
    return State()


def advance(state: State, day: int, assumptions: Assumptions = DEFAULT) -> State:
    """The state on a later day (days are whole numbers), before anything is answered on it.

    Any gap is right: answers lose weight with the weeks gone by. Raises ValueError for what is no day, and for a day before
    the state's own: past answers need `history.rebuild`.
    """
    day = whole(day, "the day", -MAX_DAY, MAX_DAY)
    if state.day is None:
        return replace(state, day=day)
    if day == state.day:
        return state
    if day < state.day:
        raise ValueError(
            f"day {day} is before the last one heard of, {state.day}; rebuild from history instead"
        )
    return replace(state, sums=_faded(state.sums, day - state.day, assumptions), day=day)


def _faded(sums: Floats, days: int, assumptions: Assumptions) -> Floats:
    """The sums some days later."""
    faded = sums.copy()
    faded[:, [WEIGHT, TOTAL]] *= assumptions.kept ** (days / 7.0)
    return faded


def left_of(anchor: Anchor, day: int, assumptions: Assumptions) -> Floats:
    """What is left of an anchor's sums on a later day: (n, 4)."""
    return _faded(anchor.sums, day - anchor.day, assumptions)


def answer(
    state: State,
    bank: Bank,
    day: int,
    item: str,
    given: int | None,
    *,
    assumptions: Assumptions = DEFAULT,
) -> State:
    """The state after `item` was answered with `given` (1 to 5, or the questionnaire's number) on `day`.

    None is no answer and no evidence: the question was skipped, or what it asks about did not come up. It changes when the
    item is asked again, and nothing else. Raises UnknownItemError for an item not in the bank, ValueError for another
    answer or an earlier day.

    >>> bank = Bank.of([Item("worth-01", "worth", 1)])
    >>> answer(start(), bank, 0, "worth-01", 5).sums.tolist()
    [[1.0, 5.0, 5.0, 0.0]]
    """
    asked = bank[item]
    up = None if given is None else bank.keyed_up(item, given)
    state, row = _noted(advance(state, day, assumptions), asked)
    if up is None:
        return state
    sums = state.sums.copy()
    sums[row] += (1.0, up, 0.0, 0.0)
    sums[row, LATEST], sums[row, LATEST_DAY] = up, day
    return replace(state, sums=sums)


def _noted(state: State, item: Item) -> tuple[State, int]:
    """The state with a row for the item and its turn, and that row; the item asked longest ago makes room where needed."""
    turn = state.turn + 1
    for row, known in enumerate(state.items):
        if known.id == item.id:
            turns = (*state.turns[:row], turn, *state.turns[row + 1 :])
            return replace(state, turn=turn, turns=turns), row
    if len(state.items) == MAX_ITEMS:
        state = _without(state, min(range(MAX_ITEMS), key=state.turns.__getitem__))
    noted = replace(
        state,
        items=(*state.items, item),
        sums=np.vstack([state.sums, np.zeros((1, COLUMNS))]),
        turns=(*state.turns, turn),
        turn=turn,
    )
    return noted, len(state.items)


def _without(state: State, row: int) -> State:
    """The state without one item, in its anchors too."""
    return replace(
        state,
        items=state.items[:row] + state.items[row + 1 :],
        sums=np.delete(state.sums, row, axis=0),
        turns=state.turns[:row] + state.turns[row + 1 :],
        anchors=tuple(
            replace(one, sums=np.delete(one.sums, row, axis=0)) if row < len(one.sums) else one
            for one in state.anchors
        ),
    )


def anchored(state: State, day: int, name: str, assumptions: Assumptions = DEFAULT) -> State:
    """The state with what was known on `day` kept under `name`, replacing an earlier one of that name.

    Raises ValueError for an earlier day, for what is no name, or for a fifth name.

    >>> later = advance(anchored(start(), 0, "plan"), 70)
    >>> [(anchor.name, anchor.day) for anchor in later.anchors]
    [('plan', 0)]
    """
    checked_name(name, "the name of an anchor")
    state = dropped(advance(state, day, assumptions), name)
    if len(state.anchors) == MAX_ANCHORS:
        raise ValueError(f"{MAX_ANCHORS} anchors are kept already; use one of their names, or drop one")
    assert state.day is not None  # `advance` has set it
    return replace(state, anchors=(*state.anchors, Anchor(name, state.day, state.sums)))


def dropped(state: State, name: str) -> State:
    """The state without the anchor of that name; the same state when there is none."""
    kept = tuple(anchor for anchor in state.anchors if anchor.name != name)
    return state if len(kept) == len(state.anchors) else replace(state, anchors=kept)
