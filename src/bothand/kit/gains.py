"""Giving way over time: told to each from their own answers alone, in *mine*. `kit/gains.html` draws the table."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class GainRow:
    """What one agreement gave me, by my own answers. `day` is when it was worded."""

    title: str
    day: date
    said: str
