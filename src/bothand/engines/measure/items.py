"""Items and banks: what can be asked, without the words it is asked in.

The words live in the content folder; an item here is an id, a facet and five numbers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from bothand.relationship import FACETS

Floats = NDArray[np.float64]

FACET_NAMES: Final = tuple(facet.name for facet in FACETS)
"""The ten facets, in the order in which every array of facets here is written."""

UNTESTED_DISCRIMINATION: Final = 1.4
MAX_DISCRIMINATION: Final = 3.0
"""Steeper than questions about people are. Up to it the error of 15 nodes stays below .05; at 2, below .01."""
UNTESTED_THRESHOLDS: Final = (-1.5, -0.5, 0.5, 1.5)


class UnknownItemError(KeyError):
    """An item id that the bank does not hold."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question about the last week, answered 1 to 5.

    `facet` is a name of `bothand.relationship.FACETS`. `key` is +1 where *fully* speaks for the high end of
    the facet and -1 where it speaks for the low end. `discrimination` (per unit of the facet, whose prior has
    standard deviation 1) and the four ascending `thresholds` (same unit) are those of the graded response
    model for the answer *keyed upward*, so both directions of wording share one scale.

    Raises ValueError for an unknown facet, a key other than +1 or -1, a discrimination that is not
    in (0, 5], or thresholds that do not ascend.

    >>> Item("limits-01", "limits", -1).keyed_up(5)
    1
    """

    id: str
    facet: str
    key: Literal[1, -1]
    discrimination: float = UNTESTED_DISCRIMINATION
    thresholds: tuple[float, float, float, float] = UNTESTED_THRESHOLDS

    def __post_init__(self) -> None:
        if self.facet not in FACET_NAMES:
            raise ValueError(f"{self.facet!r} is none of the ten facets")
        if self.key not in {1, -1}:
            raise ValueError("an item's key is +1 or -1")
        if not 0.0 < self.discrimination <= MAX_DISCRIMINATION:
            raise ValueError(f"an item's discrimination lies above 0 and up to {MAX_DISCRIMINATION}")
        if len(self.thresholds) != 4 or not all(
            low < high for low, high in zip(self.thresholds, self.thresholds[1:], strict=False)
        ):
            raise ValueError("an item has four ascending thresholds")

    def keyed_up(self, answer: int) -> int:
        """The answer (1 to 5) as if the item were worded towards the high end.

        Raises ValueError for anything but 1 to 5.
        """
        if answer not in {1, 2, 3, 4, 5}:
            raise ValueError("an answer is 1, 2, 3, 4 or 5")
        return answer if self.key == 1 else 6 - answer


def _alternating(items: Iterable[Item]) -> tuple[Item, ...]:
    """Both directions of wording in turn, so that a rotation mixes them from the first visit on."""
    items = tuple(items)
    upward = [item for item in items if item.key == 1]
    downward = [item for item in items if item.key == -1]
    return tuple(item for pair in zip_longest(upward, downward) for item in pair if item is not None)


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """The items that may be asked, with their numbers as arrays.

    `items`: n items, in the order of FACETS, both keys alternating within a facet. `facets` (n,): index of
    each item's facet. `discrimination` (n,), `thresholds` (n, 4): as in `Item`. The arrays cannot be written
    to.

    >>> worth = [Item("b", "worth", 1), Item("c", "worth", 1), Item("d", "worth", -1)]
    >>> bank = Bank.of([*worth, Item("a", "open", -1)])
    >>> [item.id for item in bank.items]
    ['a', 'b', 'd', 'c']
    >>> bank["b"].facet
    'worth'
    """

    items: tuple[Item, ...]
    facets: NDArray[np.intp] = field(repr=False)
    discrimination: Floats = field(repr=False)
    thresholds: Floats = field(repr=False)
    _where: dict[str, int] = field(repr=False)

    @classmethod
    def of(cls, items: Iterable[Item]) -> "Bank":
        """A bank of these items. Raises ValueError when two share an id."""
        items = tuple(items)
        ordered = tuple(
            item for name in FACET_NAMES for item in _alternating(one for one in items if one.facet == name)
        )
        where = {item.id: index for index, item in enumerate(ordered)}
        if len(where) != len(ordered):
            raise ValueError("two items of a bank share an id")
        facets = np.array([FACET_NAMES.index(item.facet) for item in ordered], dtype=np.intp)
        discrimination = np.array([item.discrimination for item in ordered], dtype=np.float64)
        thresholds = np.array([item.thresholds for item in ordered], dtype=np.float64).reshape(-1, 4)
        for array in (facets, discrimination, thresholds):
            array.setflags(write=False)
        return cls(ordered, facets, discrimination, thresholds, where)

    def __len__(self) -> int:
        return len(self.items)

    def __contains__(self, item: object) -> bool:
        return item in self._where

    def __getitem__(self, item: str) -> Item:
        return self.items[self.index(item)]

    def index(self, item: str) -> int:
        """The place of an item in the arrays. Raises UnknownItemError (a KeyError) for an id not held."""
        try:
            return self._where[item]
        except KeyError:
            raise UnknownItemError(f"the bank holds no item {item!r}") from None

    @property
    def calibrated(self) -> bool:
        """Whether every item has numbers of its own, estimated from answers, instead of those of an untested
        item.
        """
        return bool(self.items) and all(
            (item.discrimination, item.thresholds) != (UNTESTED_DISCRIMINATION, UNTESTED_THRESHOLDS)
            for item in self.items
        )

    def where(self, keep: Callable[[Item], bool]) -> "Bank":
        """The bank of those items for which `keep` is true: for one person alone, say."""
        return Bank.of(item for item in self.items if keep(item))
