"""Example wordings for boundaries: about their owner, over four kinds and ten areas of life."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, Fields, read_toml, require_distinct
from bothand.relationship import SHARED_AREAS, BoundaryKind

_KINDS: Final = tuple(one.value for one in BoundaryKind)
_AREAS: Final = tuple(one.name for one in SHARED_AREAS)


@dataclass(frozen=True, slots=True)
class BoundaryExample:
    """A boundary in words ("When ..., I will ..."). `area` is one of G4; `protects` what it keeps safe."""

    id: str
    kind: BoundaryKind
    area: str
    text: str
    protects: str


@cache
def boundary_examples(language: str = DEFAULT_LANGUAGE) -> tuple[BoundaryExample, ...]:
    """All examples, in the file's order.

    >>> boundary_examples()[0].kind.value
    'emotional'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "boundaries.toml")
    listed = tuple(_read_example(row) for row in top.rows("boundary"))
    top.done()
    require_distinct(top.where, [one.id for one in listed])
    return listed


def _read_example(row: Fields) -> BoundaryExample:
    example = BoundaryExample(
        row.text("id"),
        BoundaryKind(row.one_of("kind", _KINDS)),
        row.one_of("area", _AREAS),
        row.text("text"),
        row.text("protects"),
    )
    row.done()
    return example
