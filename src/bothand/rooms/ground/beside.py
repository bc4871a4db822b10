"""Pure: what two revealed, side by side. Overlaps first; then where they differ; then what one of them showed.

Only what both chose to show is in it. What somebody did not show they may hold all the same, so nothing here is ever
called missing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bothand.kit.manifest import DraftName
from bothand.relationship import SHARED_AREAS
from bothand.rooms.ground.records import AREAS, GOAL, MINE, PARTNER, STEPS, Dial, Leaning, Thing, Value
from bothand.rooms.ground.rules import plain

NEAR: Final = 1
"""Steps of a dial that are still much the same."""
T = TypeVar("T")
_BECOMES: Final = {one.name: one.may_become for one in SHARED_AREAS}


@dataclass(frozen=True, slots=True)
class Meet(Generic[T]):
    """`both`: mine beside the other's. `mine`, `theirs`: what one of them showed, in their order."""

    both: tuple[tuple[T, T], ...]
    mine: tuple[T, ...]
    theirs: tuple[T, ...]


def meet(mine: Sequence[T], theirs: Sequence[T], same: Callable[[T], object]) -> Meet[T]:
    """Lay two lists side by side by what is the same in them. What stands high with both comes first."""
    at = {same(one): number for number, one in reversed(list(enumerate(theirs)))}
    pairs = [
        (number + at[same(one)], one, theirs[at[same(one)]])
        for number, one in enumerate(mine)
        if same(one) in at
    ]
    met = {same(one) for _, one, _ in pairs}
    return Meet(
        both=tuple((one, other) for _, one, other in sorted(pairs, key=lambda pair: pair[0])),
        mine=tuple(one for one in mine if same(one) not in met),
        theirs=tuple(one for one in theirs if same(one) not in met),
    )


def values(mine: Sequence[Value], theirs: Sequence[Value], name: Callable[[Value], str]) -> Meet[Value]:
    """Values by their names, so that a card and the same in own words meet."""
    return meet(mine, theirs, lambda one: plain(name(one)))


def things(mine: Sequence[Thing], theirs: Sequence[Thing]) -> Meet[Thing]:
    """Interests with interests and goals with goals, wherever each put them."""
    return meet(mine, theirs, lambda one: (one.what, plain(one.words)))


@dataclass(frozen=True, slots=True)
class Turned:
    """Dials beside each other: much the same, apart, and where nothing can be compared."""

    near: tuple[tuple[Dial, Dial], ...]
    apart: tuple[tuple[Dial, Dial], ...]
    single: tuple[tuple[Dial, Dial], ...]


def dials(mine: Iterable[Dial], theirs: Iterable[Dial]) -> Turned:
    """Compare each area by the wishes where both showed theirs, and by how it is where both showed that."""
    own, other = ({one.area: one for one in side} for side in (mine, theirs))
    near: list[tuple[Dial, Dial]] = []
    apart: list[tuple[Dial, Dial]] = []
    single: list[tuple[Dial, Dial]] = []
    for area in AREAS:
        pair = own.get(area, Dial(area)), other.get(area, Dial(area))
        steps = [abs(a - b) for a, b in ((pair[0].now, pair[1].now), (pair[0].wish, pair[1].wish)) if a and b]
        if steps:
            (near if max(steps) <= NEAR else apart).append(pair)
        elif any(one.now or one.wish for one in pair):
            single.append(pair)
    return Turned(tuple(near), tuple(apart), tuple(single))


@dataclass(frozen=True, slots=True)
class Leant:
    """What both sorted: who leans on whom. `single` is what one of them showed."""

    each_other: tuple[tuple[Leaning, Leaning], ...]
    on_theirs: tuple[tuple[Leaning, Leaning], ...]
    on_mine: tuple[tuple[Leaning, Leaning], ...]
    elsewhere: tuple[tuple[Leaning, Leaning], ...]
    single: Meet[Leaning]


def leanings(mine: Sequence[Leaning], theirs: Sequence[Leaning]) -> Leant:
    """What we lean on each other for, and what not."""
    met = meet(mine, theirs, lambda one: one.card)

    def those(*on_partner: bool) -> tuple[tuple[Leaning, Leaning], ...]:
        return tuple(pair for pair in met.both if tuple(one.on == PARTNER for one in pair) == on_partner)

    return Leant(those(True, True), those(True, False), those(False, True), those(False, False), met)


def may_become(area: str) -> tuple[DraftName, ...]:
    """Which drafts a difference in an area may open: an agreement could bind a body, a friendship or a belief.

    >>> may_become("money"), may_become("intimacy")
    (('agreement', 'topic'), ('topic',))
    """
    names: dict[str, DraftName] = {"agreement": "agreement", "talk": "topic"}
    return tuple(names[one] for one in _BECOMES.get(area, ()))


def thing_becomes(thing: Thing, *, by_me: bool) -> tuple[DraftName, ...]:
    """The same for an interest or a goal. What somebody keeps as their own is theirs: the other's opens nothing,
    and one's own leads to time or growth of one's own, or to a talk.
    """
    area = "plans" if thing.what == GOAL else "time"
    if thing.whose != MINE:
        return may_become(area)
    if not by_me:
        return ()
    return ("goal", "topic") if thing.what == GOAL else ("wish", "topic")


def in_range(dial: Dial) -> bool:
    """Whether a dial is one: what came from elsewhere is looked at before it is shown."""
    return dial.area in AREAS and all(step == 0 or step in STEPS for step in (dial.now, dial.wish))
