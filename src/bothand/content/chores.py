"""Tasks of a home to start the sharing of work from, by kind; rough figures, meant to be changed."""

from fractions import Fraction
from functools import cache
from typing import Annotated, Final, Literal, get_args

import msgspec

from bothand.content.loader import Entry, Text, read_toml, require, require_distinct

Minutes = Annotated[int, msgspec.Meta(ge=0)]
ChoreKind = Literal[
    "food",
    "laundry",
    "cleaning",
    "house",
    "children",
    "elders",
    "animals",
    "papers",
    "cars",
    "guests",
    "presents",
]
KINDS: Final[tuple[ChoreKind, ...]] = get_args(ChoreKind)


class Chore(Entry, frozen=True):
    """A task of the starter list. `minutes` for doing it once; `noticing` and `planning` are minutes a week.

    `rhythm` is how often a week, as it is written: a whole number, or a fraction for less than weekly. `common` is what
    there is to do in nearly every home.
    """

    id: Text
    name: Text
    minutes: Minutes
    rhythm: Text = msgspec.field(name="times")
    noticing: Minutes
    planning: Minutes
    kind: ChoreKind
    common: bool = False

    def __post_init__(self) -> None:
        require(self.times > 0, "times has to be above 0")

    @property
    def times(self) -> Fraction:
        """How often a week. Raises ValueError where that is no number."""
        return Fraction(self.rhythm)


class _File(Entry, frozen=True):
    chore: tuple[Chore, ...]


@cache
def load_chores() -> tuple[Chore, ...]:
    """The starter list, in its order. Raises ContentError if the file is not as it has to be.

    >>> load_chores()[0].name, load_chores()[0].times
    ('Cook dinner', Fraction(7, 1))
    """
    listed = read_toml("data", "chores.toml", _File).chore
    require_distinct("data/chores.toml", (each.id for each in listed))
    return listed
