"""What `doctor` finds: one sentence each, and how much it matters."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """How much a finding matters; the value is the word printed before it."""

    FINE = "fine"
    LOOK = "look"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence on what is so and, unless it is fine, what can be done."""

    weight: Weight
    sentence: str


Findings = Iterator[Finding]


def say_fine(sentence: str) -> Finding:
    """As it should be."""
    return Finding(Weight.FINE, sentence)


def say_look(sentence: str) -> Finding:
    """Works, and is worth a look."""
    return Finding(Weight.LOOK, sentence)


def say_wrong(sentence: str) -> Finding:
    """Must be mended."""
    return Finding(Weight.WRONG, sentence)
