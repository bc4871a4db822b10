"""Items and banks: what can be asked, without the words it is asked in.

The words live in the content folder; an item here is an id, a facet and four numbers.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from bothand.engines.measure.checked import finite, name, whole
from bothand.engines.measure.questionnaire import RELATIONSHIP, Questionnaire

Floats = NDArray[np.float64]

MOST_SLOPE: Final = 5.0


class UnknownItemError(KeyError):
    """An item id that the bank does not hold."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Item:
    """One question.

    `key` is +1 where the highest answer speaks for the high end of the facet and -1 where it speaks for the low end. The
    three numbers are those of the answer *keyed upward*, in answers. Where the facet stands at the middle of the scale, the
    item is answered `shift` above the middle on average; where the facet is higher by one, by `slope` more. Single answers
    scatter around that with the standard deviation `spread`; None is that of an untested item. Untested items all have the
    same numbers; `calibrate` gets an item's own ones from many people's answers.

    Raises ValueError for a key other than +1 or -1, and for numbers that are not finite, a slope that is not in (0, 5], or
    a spread that is not above 0.

    >>> Item("limits-01", "limits", -1).calibrated
    False
    """

    id: str
    facet: str
    key: Literal[1, -1]
    shift: float = 0.0
    slope: float = 1.0
    spread: float | None = None

    def __post_init__(self) -> None:
        name(self.id, "an item's id")
        name(self.facet, f"the facet of {self.id!r}")
        if isinstance(self.key, bool) or self.key not in {1, -1}:
            raise ValueError(f"the key of {self.id!r} is {self.key!r}; it needs +1 or -1")
        finite(self.shift, f"the shift of {self.id!r}")
        finite(self.slope, f"the slope of {self.id!r}", 0.0, MOST_SLOPE)
        if self.spread is not None:
            finite(self.spread, f"the spread of {self.id!r}", 0.0)

    @property
    def calibrated(self) -> bool:
        """Whether the item has numbers of its own instead of those of an untested one."""
        return (self.shift, self.slope, self.spread) != (0.0, 1.0, None)

    @property
    def sharpness(self) -> float:
        """How much an answer tells of its facet: slope over spread; 0 for an item whose spread is not known.

        >>> Item("a", "open", 1, slope=1.5, spread=0.5).sharpness
        3.0
        """
        return 0.0 if self.spread is None else self.slope / self.spread


def _in_turn(items: Iterable[Item]) -> tuple[Item, ...]:
    """Both directions of wording in turn, so that a rotation mixes them from the first visit on; the sharpest first."""
    items = sorted(items, key=lambda item: -item.sharpness)
    upward = [item for item in items if item.key == 1]
    downward = [item for item in items if item.key == -1]
    return tuple(item for pair in zip_longest(upward, downward) for item in pair if item is not None)


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """The items that may be asked of a questionnaire.

    `items`: n items, in the order of its facets, both keys alternating within a facet, and of each
    key the sharpest first. `facets` (n,): index of each item's
    facet. The array cannot be written to.

    >>> worth = [Item("b", "worth", 1), Item("c", "worth", 1), Item("d", "worth", -1)]
    >>> bank = Bank.of([*worth, Item("a", "open", -1)])
    >>> [item.id for item in bank.items]
    ['a', 'b', 'd', 'c']
    >>> bank["b"].facet
    'worth'
    """

    items: tuple[Item, ...]
    questionnaire: Questionnaire
    facets: NDArray[np.intp] = field(repr=False)
    _where: dict[str, int] = field(repr=False)

    @classmethod
    def of(cls, items: Iterable[Item], questionnaire: Questionnaire = RELATIONSHIP) -> "Bank":
        """A bank of these items. Raises ValueError when two share an id, or one has a facet that the questionnaire lacks."""
        items = tuple(items)
        for item in items:
            questionnaire.place(item.facet, f"of item {item.id!r}")
        ordered = tuple(
            item
            for name in questionnaire.facets
            for item in _in_turn(one for one in items if one.facet == name)
        )
        where: dict[str, int] = {}
        for index, item in enumerate(ordered):
            if where.setdefault(item.id, index) != index:
                raise ValueError(f"two items of the bank share an id: {item.id!r}")
        facets = np.array([questionnaire.facets.index(item.facet) for item in ordered], dtype=np.intp)
        facets.setflags(write=False)
        return cls(ordered, questionnaire, facets, where)

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
        except (KeyError, TypeError):
            raise UnknownItemError(f"the bank holds no item {item!r}") from None

    def keyed_up(self, item: str, answer: int) -> int:
        """The answer to an item as if it were worded towards the high end.

        Raises UnknownItemError, and ValueError for what is no answer of the questionnaire.

        >>> Bank.of([Item("a", "open", -1)]).keyed_up("a", 5)
        1
        """
        most = self.questionnaire.answers
        key = self[item].key
        answer = whole(answer, f"the answer to {item!r}", 1, most)
        return answer if key == 1 else most + 1 - answer

    def where(self, keep: Callable[[Item], bool]) -> "Bank":
        """The bank of those items for which `keep` is true: for one person alone, say."""
        return Bank.of((item for item in self.items if keep(item)), self.questionnaire)
