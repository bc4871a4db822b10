"""The rest of the year, by the measure engine's own model and a fixed seed: nobody lived it.

Levels are trait + state as in `engines.measure`: a trait that drifts (here towards where its person is told to go), a
state that reverts within weeks, an offset for each item, and answers by the graded response model.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from bothand.content.feelings import load_feelings
from bothand.engines.measure import DEFAULT, Item
from bothand.engines.measure.items import UNTESTED_DISCRIMINATION, UNTESTED_THRESHOLDS, Floats
from bothand.engines.measure.response import answer_probabilities, expected_answers

SEED: Final = 20261124
_GRID: Final = np.linspace(-4.0, 4.0, 161)
_WEEKS_TO_ARRIVE: Final = 20.0


def level_to_z(levels: Floats) -> Floats:
    """The levels (10,) at which an untested item would be answered so on average; answers from 1 to 5 in.

    >>> level_to_z(np.array([3.0])).round(2).tolist()
    [0.0]
    """
    count = len(_GRID)
    curve = expected_answers(
        _GRID,
        np.zeros(count),
        np.full(count, UNTESTED_DISCRIMINATION),
        np.tile(UNTESTED_THRESHOLDS, (count, 1)),
    )
    found: Floats = np.interp(levels, curve.expected, _GRID)
    return found


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
        self.trait = level_to_z(np.array(self.start))
        self.state = np.zeros(len(self.start))

    def week(self) -> None:
        """Let a week go by."""
        size = len(self.trait)
        towards = (level_to_z(np.array(self.later)) - self.trait) / _WEEKS_TO_ARRIVE
        self.trait = self.trait + towards + self._dice.normal(0.0, DEFAULT.trait_drift**0.5, size)
        spread = (DEFAULT.state_share * (1.0 - DEFAULT.state_kept**2)) ** 0.5
        self.state = DEFAULT.state_kept * self.state + self._dice.normal(0.0, spread, size)

    def answer(self, item: Item, facet: int) -> int:
        """An answer from 1 to 5 as it would be tapped."""
        offset = self._offsets.setdefault(item.id, float(self._dice.normal(0.0, DEFAULT.offset_sd)))
        z = np.array([[self.trait[facet] + self.state[facet] + offset]])
        chances = answer_probabilities(z, np.array([item.discrimination]), np.array([item.thresholds]))[0, 0]
        return item.keyed_up(1 + int(self._dice.choice(5, p=chances / chances.sum())))

    def day(self) -> str:
        """A day as `story.Week.days` has them: often there, at times left out."""
        self.between = 0.5 * self.between + float(self._dice.normal(0.0, 0.6))
        self.own = 0.3 * self.own + self.leaning * self.between + float(self._dice.normal(0.0, 0.5))
        there, way, word = (float(self._dice.random()) for _ in range(3))
        which = float(self._dice.random())
        if there > 0.78:
            return ""
        level = self.trait + self.state
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
