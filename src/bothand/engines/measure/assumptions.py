"""What the engine takes for granted before it has heard an answer.

Priors, not findings: docs/methods/measure.md says where they come from and what happens when they are wrong.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from bothand.engines.measure.items import FACET_NAMES, Floats
from bothand.relationship import AXES


def correlations(together: float = 0.5, selfhood: float = 0.38, across: float = 0.2) -> Floats:
    """The (10, 10) correlations of the facets: one value within each axis, one across.

    >>> correlations()[0, :3].round(2).tolist()
    [1.0, 0.2, 0.5]
    """
    axis_of = {name: axis.name for axis in AXES for name in axis.facets}
    within = {"togetherness": together, "selfhood": selfhood}
    matrix = np.full((10, 10), across)
    for i, one in enumerate(FACET_NAMES):
        for j, other in enumerate(FACET_NAMES):
            if i == j:
                matrix[i, j] = 1.0
            elif axis_of[one] == axis_of[other]:
                matrix[i, j] = within[axis_of[one]]
    matrix.setflags(write=False)
    return matrix


@dataclass(frozen=True, slots=True, eq=False)
class Assumptions:
    """Priors of level, drift and quirk. A facet's level is trait + state; its prior is N(0, 1).

    `correlation` (10, 10): of the facets, for trait and state alike. `state_share`: part of the level's
    variance that comes and goes. `state_kept`: what is left of a state after a week. `trait_drift`: variance
    that a trait gains in a week (it reverts to the mean so slowly that its variance stays 1 - state_share).
    `offset_sd`: how far a person reads one item differently from the other items of its facet.
    """

    correlation: Floats = field(default_factory=correlations, repr=False)
    state_share: float = 0.30
    state_kept: float = 0.85
    trait_drift: float = 0.003
    offset_sd: float = 0.5

    @property
    def trait_variance(self) -> float:
        """Variance of a trait: what is stable of a level."""
        return 1.0 - self.state_share

    @property
    def trait_kept(self) -> float:
        """What is left of a trait's distance from the mean after a week."""
        return float(np.sqrt(1.0 - self.trait_drift / self.trait_variance))


DEFAULT: Final = Assumptions()
"""The assumptions of the app. Changing them needs a new `state.VERSION`."""
