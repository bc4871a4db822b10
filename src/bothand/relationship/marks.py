"""Marks: patterns that are told with their evidence, never as verdicts."""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Mark:
    """A pattern. `leaning` C: of codependence. I: of independence, neither good nor bad.

    `facets` are where it is seen; `counted` is False where nothing may ever be stored or counted (C8).
    """

    id: str
    name: str
    leaning: Literal["C", "I"]
    meaning: str
    facets: tuple[str, ...]
    counted: bool = True


MARKS: Final[tuple[Mark, ...]] = (
    Mark(
        "C0",
        "self given up",
        "C",
        "own self compromised; the partner's feelings come first; no picture of a life of one's own",
        ("self",),
    ),
    Mark("C1", "nothing outside", "C", "no support for things of one's own", ("own",)),
    Mark("C2", "no answering for it", "C", "accountability, support, listening missing", ("heard",)),
    Mark("C3", "unclear and untrue", "C", "poor or dishonest communication", ("heard",)),
    Mark("C4", "round and round", "C", "the same argument again and again", ("solve",)),
    Mark("C5", "the carer", "C", "locked into looking after the other", ("self",)),
    Mark("C6", "no say", "C", "limits, even when said, pushed aside or ignored", ("limits",)),
    Mark("C7", "uneven ground", "C", "money, housing, decisions lie with one", ()),
    Mark("C8", "manipulation", "C", "put down, made to doubt oneself or what happened", (), counted=False),
    Mark("I1", "own decisions", "I", "decides alone", ("shared",)),
    Mark("I2", "self-reliance", "I", "leans on nobody", ("lean",)),
    Mark("I3", "little shared", "I", "little of life is shared", ("shared",)),
)
