"""Axes, facets, traits, corners, practices, areas of shared life, and the kinds of boundary."""

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

AxisName = Literal["togetherness", "selfhood"]


@dataclass(frozen=True, slots=True)
class Facet:
    """One of ten things that are measured.

    `id` is F1 to F10, `name` the short word used in code and records, `axis` the axis it counts towards.
    """

    id: str
    name: str
    axis: AxisName
    high: str
    low: str
    comes_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """A mean of expected answers (1 to 5) over the items of five facets."""

    name: AxisName
    low: str
    high: str
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trait:
    """One of five traits of an interdependent couple."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of the field; named softly, without border lines."""

    name: str
    together: Literal["high", "low"]
    self_kept: Literal["high", "low"]


@dataclass(frozen=True, slots=True)
class Practice:
    """One of seven practices; `room` is the folder under `rooms/` that carries it out."""

    id: str
    room: str
    done_by: str


@dataclass(frozen=True, slots=True)
class SharedArea:
    """An area of life that is shared more or less (G4).

    `may_become` says what a difference between two people may turn into: some areas open a talk only, because
    an agreement about them could bind a body, a friendship or a belief.
    """

    name: str
    may_become: tuple[Literal["agreement", "talk"], ...]


class BoundaryKind(Enum):
    """The four kinds of boundary (P4)."""

    EMOTIONAL = "emotional"
    MENTAL = "mental"
    PHYSICAL = "physical"
    ENERGETIC = "energetic"


class Firmness(Enum):
    """How firm a limit is. A wish is not a boundary and can be answered with no."""

    LINE = "line"
    FLEXIBLE = "flexible"
    WISH = "wish"


ANSWERS: Final = ("not at all", "a little", "some", "mostly", "fully")
"""The five answers, 1 to 5, about the last week."""

FACETS: Final[tuple[Facet, ...]] = (
    Facet("F1", "open", "togetherness", "safe enough to show fear, need, failure", "guarded", ("T1",)),
    Facet(
        "F2", "worth", "selfhood", "self-worth from within", "rises and falls with the partner", ("T2", "P1")
    ),
    Facet(
        "F3",
        "lean",
        "togetherness",
        "leans on the other for what belongs to the relationship, and can be leant on",
        "carries all alone",
        ("T3", "I2"),
    ),
    Facet(
        "F4",
        "apart",
        "selfhood",
        "time apart with ease, both ways",
        "time apart hurts or is made to hurt",
        ("T3",),
    ),
    Facet(
        "F5",
        "heard",
        "togetherness",
        "says feelings; listens and is listened to; answers for own part",
        "unsaid, unheard, untrue",
        ("T4", "C2", "C3"),
    ),
    Facet(
        "F6",
        "limits",
        "selfhood",
        "says no; limits are heard and kept",
        "limits unsaid, ignored, pushed aside",
        ("T5", "P4", "C6"),
    ),
    Facet(
        "F7",
        "solve",
        "togetherness",
        "negotiates, finds solutions that fulfil both, conflicts end",
        "round and round, or one always gives in",
        ("T5", "P5", "P7", "C4"),
    ),
    Facet(
        "F8",
        "own",
        "selfhood",
        "interests, friends and plans of one's own, with support",
        "nothing outside",
        ("P2", "P3", "P6", "C1"),
    ),
    Facet(
        "F9",
        "self",
        "selfhood",
        "own wishes and feelings count; a life of one's own can be pictured",
        "self given up; locked into looking after",
        ("C0", "C5"),
    ),
    Facet(
        "F10",
        "shared",
        "togetherness",
        "values, plans, decisions, appreciation are shared",
        "little shared, decides alone",
        ("G", "I1", "I3"),
    ),
)

AXES: Final = (
    Axis("togetherness", "apart", "close", ("open", "lean", "heard", "solve", "shared")),
    Axis("selfhood", "self given up", "self kept", ("worth", "apart", "limits", "own", "self")),
)

TRAITS: Final = (
    Trait("T1", "safe to be vulnerable"),
    Trait("T2", "worth from within"),
    Trait("T3", "rely on each other, be reliable in return, and spend time apart"),
    Trait("T4", "say feelings and listen actively"),
    Trait("T5", "set boundaries, negotiate, find solutions together"),
)

CORNERS: Final = (
    Corner("interdependence", "high", "high"),
    Corner("codependence", "high", "low"),
    Corner("independence", "low", "high"),
    Corner("drift", "low", "low"),
)

PRACTICES: Final = (
    Practice("P1", "journal", "each, alone"),
    Practice("P2", "mytime", "each, for themselves"),
    Practice("P3", "people", "both"),
    Practice("P4", "boundaries", "each sets their own, both honour"),
    Practice("P5", "agreements", "both"),
    Practice("P6", "goals", "each grows, the other supports"),
    Practice("P7", "talks", "both"),
)

SHARED_AREAS: Final = (
    SharedArea("money", ("agreement", "talk")),
    SharedArea("home", ("agreement", "talk")),
    SharedArea("time", ("agreement", "talk")),
    SharedArea("friends", ("talk",)),
    SharedArea("family", ("talk",)),
    SharedArea("feelings", ("talk",)),
    SharedArea("plans", ("agreement", "talk")),
    SharedArea("intimacy", ("talk",)),
    SharedArea("digital life", ("talk",)),
    SharedArea("beliefs", ("talk",)),
)

_FACETS_BY_KEY: Final = {key: one for one in FACETS for key in (one.id, one.name)}
_PRACTICES_BY_KEY: Final = {key: one for one in PRACTICES for key in (one.id, one.room)}


def facet(key: str) -> Facet:
    """The facet with this id or name.

    >>> facet("F6").name
    'limits'
    >>> facet("limits").id
    'F6'

    Raises KeyError for anything else.
    """
    return _FACETS_BY_KEY[key]


def practice(key: str) -> Practice:
    """The practice with this id or room.

    >>> practice("P1").room
    'journal'

    Raises KeyError for anything else.
    """
    return _PRACTICES_BY_KEY[key]
