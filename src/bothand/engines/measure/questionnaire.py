"""What is measured: any facets, any axes over them, any number of answers."""

from dataclasses import dataclass
from typing import Final

from bothand.engines.measure.checked import name, whole
from bothand.relationship import AXES, FACETS

MOST_ANSWERS: Final = 101


@dataclass(frozen=True, slots=True)
class Axis:
    """A mean over some facets, by their names."""

    name: str
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Facets and axes by name, and how many `answers` a question has: 1 (the least) up to that number.

    Raises ValueError for no facet, for a name given twice, an axis over an unknown facet, or fewer than two answers.

    >>> Questionnaire(("avoidance", "anxiety"), answers=7).middle
    4.0
    """

    facets: tuple[str, ...]
    axes: tuple[Axis, ...] = ()
    answers: int = 5

    def __post_init__(self) -> None:
        if not self.facets:
            raise ValueError("a questionnaire needs a facet")
        whole(self.answers, "the number of answers", 2, MOST_ANSWERS)
        names = [name(one, "a facet's name") for one in self.facets]
        names += [name(axis.name, "an axis's name") for axis in self.axes]
        twice = next((one for one in names if names.count(one) > 1), None)
        if twice is not None:
            raise ValueError(f"{twice!r} names two facets or axes of the questionnaire")
        for axis in self.axes:
            if not axis.facets:
                raise ValueError(f"the axis {axis.name!r} has no facet")
            for facet in axis.facets:
                self.place(facet, f"of the axis {axis.name!r}")

    def place(self, facet: str, where: str) -> int:
        """The index of a facet. Raises ValueError saying `where` the unknown one was named."""
        if facet not in self.facets:
            raise ValueError(f"{facet!r} {where} is none of the facets {', '.join(self.facets)}")
        return self.facets.index(facet)

    @property
    def middle(self) -> float:
        """The middle of the scale of answers."""
        return (1 + self.answers) / 2.0

    @property
    def unit(self) -> float:
        """How many steps of this scale make up one step of a scale from 1 to 5."""
        return (self.answers - 1) / 4.0


RELATIONSHIP: Final = Questionnaire(
    tuple(facet.name for facet in FACETS), tuple(Axis(axis.name, axis.facets) for axis in AXES)
)
"""The model of `bothand.relationship`: ten facets, two axes, answers from 1 to 5."""

FACET_NAMES: Final = RELATIONSHIP.facets
"""The ten facets, in the order in which every array of facets is written."""
