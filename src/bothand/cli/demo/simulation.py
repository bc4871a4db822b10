"""The rest of the year, by a model like the measure engine's and a fixed seed: nobody lived it.

A facet's level, in answers, is a trait that drifts (here towards where its person is told to go) plus a state that reverts
within weeks; an answer adds how this person reads the item, and scatter.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from bothand.content.feelings import load_feelings
from bothand.engines.measure import Item
from bothand.engines.measure.items import Floats

SEED: Final = 20261124
_WEEKS_TO_ARRIVE: Final = 20.0
_DRIFT_SD: Final = 0.04
_STATE_SD: Final = 0.4
_STATE_KEPT: Final = 0.85
_OWN_READING_SD: Final = 0.4
_SCATTER_SD: Final = 0.8
_ANSWERS_A_UNIT: Final = 0.8
"""How many answers a step of one in what a day is like amounts to."""


@dataclass(slots=True)
class Life:
    """One person from week 13 on. `number` tells the two apart; `start` and `later` are ten answers from 1 to 5."""

    number: int
    start: tuple[float, ...]
    later: tuple[float, ...]
    leaning: float
    trait: Floats = field(init=False)
    state: Floats = field(init=False)
    between: float = 0.0
    own: float = 0.0
    _offsets: dict[str, float] = field(default_factory=dict)
    _dice: np.random.Generator = field(init=False)

    def __post_init__(self) -> None:
        self._dice = np.random.default_rng([SEED, self.number])
        self.trait = np.array(self.start)
        self.state = np.zeros(len(self.start))

    def week(self) -> None:
        """Let a week go by."""
        size = len(self.trait)
        towards = (np.array(self.later) - self.trait) / _WEEKS_TO_ARRIVE
        self.trait = self.trait + towards + self._dice.normal(0.0, _DRIFT_SD, size)
        spread = _STATE_SD * (1.0 - _STATE_KEPT**2) ** 0.5
        self.state = _STATE_KEPT * self.state + self._dice.normal(0.0, spread, size)

    def answer(self, item: Item, facet: int) -> int:
        """An answer from 1 to 5 as it would be tapped."""
        own = self._offsets.setdefault(item.id, float(self._dice.normal(0.0, _OWN_READING_SD)))
        up = _draw_tap(
            float(self.trait[facet] + self.state[facet]) + own + float(self._dice.normal(0.0, _SCATTER_SD))
        )
        return up if item.key == 1 else 6 - up

    def day(self) -> str:
        """A day as `story.Week.days` has them: often there, at times left out."""
        self.between = 0.5 * self.between + float(self._dice.normal(0.0, 0.6))
        self.own = 0.3 * self.own + self.leaning * self.between + float(self._dice.normal(0.0, 0.5))
        there, way, word = (float(self._dice.random()) for _ in range(3))
        which = float(self._dice.random())
        if there > 0.78:
            return ""
        level = (self.trait + self.state - 3.0) / _ANSWERS_A_UNIT
        own = _draw_tap(3.2 + 0.5 * float(level[1]) + self.own)
        between = _draw_tap(3.4 + 0.4 * float(level[[0, 4, 9]].mean()) + self.between)
        together, kept = float(level[[0, 2, 4, 6, 9]].mean()), float(level[[1, 3, 5, 7, 8]].mean())
        balance = "right" if way < 0.72 else "us" if together + self.between > kept else "me"
        said = f"{own} {between} {balance}"
        return f"{said} {_draw_feeling(own, which)}" if word < 0.18 else said


def _draw_tap(value: float) -> int:
    return min(5, max(1, round(value)))


def _draw_feeling(own: int, which: float) -> str:
    tone = "light" if own >= 3 else "heavy"
    words = [word.id for family in load_feelings() if family.tone == tone for word in family.words]
    return words[int(which * len(words))]
