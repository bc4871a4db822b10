"""Pure: what two revealed, side by side. Overlaps first; then where they differ; then what one of them showed.

Only what both chose to show is in it. What somebody did not show they may hold all the same, so nothing here is ever
called missing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from bothand.domain.dials import AREAS, STEPS, Dial
from bothand.kit.folding import fold_text
from bothand.kit.manifest import DraftName
from bothand.relationship import SHARED_AREAS
from bothand.rooms.ground.records import GOAL, MINE, PARTNER, Pursuit, Reliance, Value

NEAR: Final = 1
"""Steps of a dial that are still much the same."""
T = TypeVar("T")
_DRAFTS: Final = {one.name: one.may_become for one in SHARED_AREAS}


@dataclass(frozen=True, slots=True)
class Overlap(Generic[T]):
    """`both`: mine beside the other's. `mine`, `theirs`: what one of them showed, in their order."""

    both: tuple[tuple[T, T], ...]
    mine: tuple[T, ...]
    theirs: tuple[T, ...]


def compare_lists(mine: Sequence[T], theirs: Sequence[T], same: Callable[[T], object]) -> Overlap[T]:
    """Lay two lists side by side by what is the same in them. What stands high with both comes first."""
    at = {same(one): number for number, one in reversed(list(enumerate(theirs)))}
    pairs = [
        (number + at[same(one)], one, theirs[at[same(one)]])
        for number, one in enumerate(mine)
        if same(one) in at
    ]
    met = {same(one) for _, one, _ in pairs}
    return Overlap(
        both=tuple((one, other) for _, one, other in sorted(pairs, key=lambda pair: pair[0])),
        mine=tuple(one for one in mine if same(one) not in met),
        theirs=tuple(one for one in theirs if same(one) not in met),
    )


def compare_values(
    mine: Sequence[Value], theirs: Sequence[Value], name: Callable[[Value], str]
) -> Overlap[Value]:
    """Values by their names, so that a card and the same in own words meet."""
    return compare_lists(mine, theirs, lambda one: fold_text(name(one)))


def compare_pursuits(mine: Sequence[Pursuit], theirs: Sequence[Pursuit]) -> Overlap[Pursuit]:
    """Interests with interests and goals with goals, wherever each put them."""
    return compare_lists(mine, theirs, lambda one: (one.what, fold_text(one.words)))


@dataclass(frozen=True, slots=True)
class DialComparison:
    """Dials beside each other: much the same, apart, and where nothing can be compared."""

    near: tuple[tuple[Dial, Dial], ...]
    apart: tuple[tuple[Dial, Dial], ...]
    single: tuple[tuple[Dial, Dial], ...]


def compare_dials(mine: Iterable[Dial], theirs: Iterable[Dial]) -> DialComparison:
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
    return DialComparison(tuple(near), tuple(apart), tuple(single))


@dataclass(frozen=True, slots=True)
class RelianceComparison:
    """What both sorted: who leans on whom. `single` is what one of them showed."""

    each_other: tuple[tuple[Reliance, Reliance], ...]
    on_theirs: tuple[tuple[Reliance, Reliance], ...]
    on_mine: tuple[tuple[Reliance, Reliance], ...]
    elsewhere: tuple[tuple[Reliance, Reliance], ...]
    single: Overlap[Reliance]


def compare_reliances(mine: Sequence[Reliance], theirs: Sequence[Reliance]) -> RelianceComparison:
    """What we lean on each other for, and what not."""
    met = compare_lists(mine, theirs, lambda one: one.card)

    def find_pairs(*on_partner: bool) -> tuple[tuple[Reliance, Reliance], ...]:
        return tuple(pair for pair in met.both if tuple(one.on == PARTNER for one in pair) == on_partner)

    return RelianceComparison(
        find_pairs(True, True),
        find_pairs(True, False),
        find_pairs(False, True),
        find_pairs(False, False),
        met,
    )


def drafts_of_area(area: str) -> tuple[DraftName, ...]:
    """Which drafts a difference in an area may open: an agreement could bind a body, a friendship or a belief.

    >>> drafts_of_area("money"), drafts_of_area("intimacy")
    (('agreement', 'topic'), ('topic',))
    """
    names: dict[str, DraftName] = {"agreement": "agreement", "talk": "topic"}
    return tuple(names[one] for one in _DRAFTS.get(area, ()))


def drafts_of_pursuit(thing: Pursuit, *, by_me: bool) -> tuple[DraftName, ...]:
    """The same for an interest or a goal. What somebody keeps as their own is theirs: the other's opens nothing,
    and one's own leads to time or a goal of one's own, or to a talk.
    """
    area = "plans" if thing.what == GOAL else "time"
    if thing.whose != MINE:
        return drafts_of_area(area)
    if not by_me:
        return ()
    return ("goal", "topic") if thing.what == GOAL else ("wish", "topic")


def is_in_range(dial: Dial) -> bool:
    """Whether a dial is one: what came from elsewhere is looked at before it is shown."""
    return dial.area in AREAS and all(step == 0 or step in STEPS for step in (dial.now, dial.wish))


WIDTH: Final = 340
LEFT: Final = 14
RIGHT: Final = 326
ROW: Final = 62
TOP: Final = 40
APART: Final = 9
"""How far the two stand above and below the line, so that neither covers the other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody's mark. `wished`: a ring instead of a dot."""

    x: int
    y: int
    mine: bool
    wished: bool


@dataclass(frozen=True, slots=True)
class Track:
    """The line of an area from own to shared, with what both marked on it."""

    name: str
    y: int
    marks: tuple[Mark, ...]

    @property
    def name_y(self) -> int:
        return self.y - 20


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines of all areas. `box` is the view box."""

    box: str
    left: int
    right: int
    tracks: tuple[Track, ...]


def place_step(step: int) -> int:
    """Where a step stands on its line.

    >>> place_step(1), place_step(3), place_step(5)
    (14, 170, 326)
    """
    return LEFT + (step - STEPS[0]) * (RIGHT - LEFT) // (STEPS[-1] - STEPS[0])


def draw_dials(pairs: Sequence[tuple[Dial, Dial]], name: Callable[[str], str]) -> Picture:
    """Mine above each line, the other's below it."""
    tracks = []
    for number, (own, other) in enumerate(pairs):
        y = TOP + number * ROW
        sides = ((own, True, y - APART), (other, False, y + APART))
        marks = tuple(
            Mark(place_step(step), where, mine, wished)
            for dial, mine, where in sides
            for step, wished in ((dial.wish, True), (dial.now, False))
            if step
        )
        tracks.append(Track(name(own.area), y, marks))
    return Picture(f"0 0 {WIDTH} {max(1, len(pairs)) * ROW + 6}", LEFT, RIGHT, tuple(tracks))


LONGEST_NAME: Final = 15
MOST_NAMES: Final = 6
LINE: Final = 33
MIDDLE: Final = 148


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a circle, and where it stands."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Circles:
    """Two circles: what is mine, what is of both, what is theirs. Each name once, the highest first."""

    mine: tuple[Named, ...]
    both: tuple[Named, ...]
    theirs: tuple[Named, ...]


def draw_circles(mine: Sequence[str], both: Sequence[str], theirs: Sequence[str]) -> Circles:
    """As many names as a circle has room for, around its middle; a list beside the picture has all of them whole.

    >>> [one.y for one in draw_circles([], ["Home", "Humour"], []).both]
    [132, 165]
    """
    return Circles(*map(_place_names, (mine, both, theirs)))


def _place_names(names: Sequence[str]) -> tuple[Named, ...]:
    shown = [
        name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…" for name in names[:MOST_NAMES]
    ]
    top = MIDDLE - LINE * (len(shown) - 1) // 2
    return tuple(Named(name, top + LINE * number) for number, name in enumerate(shown))


def find_widest(pairs: Iterable[tuple[Dial, Dial]]) -> tuple[Dial, Dial] | None:
    """Where two wish or see it most differently; None for no pairs."""

    def span(pair: tuple[Dial, Dial]) -> int:
        own, other = pair
        return max(abs(a - b) for a, b in ((own.now, other.now), (own.wish, other.wish)) if a and b)

    return max(pairs, key=span, default=None)
