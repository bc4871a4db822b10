"""The relationship model: the vocabulary of everything else.

Frozen types and their instances, standard library only. Ids and names are the model's own; nothing else in
the code base uses another word for the same idea.
"""

from bothand.relationship.marks import MARKS, Mark
from bothand.relationship.model import (
    ANSWERS,
    AXES,
    CORNERS,
    FACETS,
    PRACTICES,
    SHARED_AREAS,
    TRAITS,
    Axis,
    BoundaryKind,
    Corner,
    Facet,
    Firmness,
    Practice,
    SharedArea,
    Trait,
    facet,
    practice,
)

__all__ = [
    "ANSWERS",
    "AXES",
    "CORNERS",
    "FACETS",
    "MARKS",
    "PRACTICES",
    "SHARED_AREAS",
    "TRAITS",
    "Axis",
    "BoundaryKind",
    "Corner",
    "Facet",
    "Firmness",
    "Mark",
    "Practice",
    "SharedArea",
    "Trait",
    "facet",
    "practice",
]
