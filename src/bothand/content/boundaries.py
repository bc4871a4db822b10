"""Example wordings for boundaries: about their owner, over four kinds and ten areas of life."""

from functools import cache

from bothand.content.loader import DEFAULT_LANGUAGE, Entry, Text, read_toml, require_distinct, require_one_of
from bothand.relationship import SHARED_AREAS, BoundaryKind


class BoundaryExample(Entry, frozen=True):
    """A boundary in words ("When ..., I will ..."). `area` is one of G4; `protects` what it keeps safe."""

    id: Text
    kind: BoundaryKind
    area: Text
    text: Text
    protects: Text

    def __post_init__(self) -> None:
        require_one_of("area", self.area, (area.name for area in SHARED_AREAS))


class _File(Entry, frozen=True):
    boundary: tuple[BoundaryExample, ...]


@cache
def boundary_examples(language: str = DEFAULT_LANGUAGE) -> tuple[BoundaryExample, ...]:
    """All examples, in the file's order.

    >>> boundary_examples()[0].kind.value
    'emotional'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    listed = read_toml(language, "boundaries.toml", _File).boundary
    require_distinct(f"{language}/boundaries.toml", (each.id for each in listed))
    return listed
