"""What the engine takes for granted before it has heard an answer.

Priors, not findings: docs/methods/measure.md says where they come from and what happens when they are wrong. All are in
steps of a scale from 1 to 5; another scale is stretched to it (`Questionnaire.unit`).
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from bothand.engines.measure.checked import finite
from bothand.engines.measure.items import Floats
from bothand.engines.measure.questionnaire import Questionnaire

_ROUNDING: Final = 0.125
"""Variance that whole answers add, whatever the scale: somewhat more than the 1/12 of evenly spread rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class Assumptions:
    """Priors of people, items and time.

    A person's facets scatter around a mean of the person's own: `facet_sd`, and that mean around the middle of the scale:
    `person_sd`. Single answers scatter around the facet with `answer_sd` (before they are rounded). Of an answer's weight,
    `kept` is left after a week.
    `week_sd`: how far a week may lie from what fading answers tell of it, in all facets alike. `change_sd`: how far a facet may
    have moved since an anchor. `week`: for how many days an answer stands for its item.

    `means` (facets,) and `covariance` (facets, facets): of the facets over people, in answers, instead of the middle and
    of person_sd and facet_sd. `calibrate` gives them.

    Raises ValueError for numbers that make no sense, saying which.
    """

    person_sd: float = 0.6
    facet_sd: float = 0.76
    answer_sd: float = 0.96
    kept: float = 0.91
    week_sd: float = 0.17
    change_sd: float = 1.5
    week: int = 7
    means: Floats | None = field(default=None, repr=False)
    covariance: Floats | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for name in ("person_sd", "week_sd"):
            finite(getattr(self, name), f"the assumption {name}", -1e-12)
        for name in ("facet_sd", "answer_sd", "change_sd"):
            finite(getattr(self, name), f"the assumption {name}", 0.0)
        finite(self.kept, "the assumption kept", -1e-12, 1.0)
        for name in ("means", "covariance"):
            given = getattr(self, name)
            if given is not None and not np.isfinite(given).all():
                raise ValueError(f"the assumption {name} holds a number that is not finite")

    def prior(self, questionnaire: Questionnaire) -> tuple[Floats, Floats]:
        """Mean (f,) and covariance (f, f) of the facets before any answer, in answers.

        Raises ValueError when `means` or `covariance` were given for another number of facets.

        >>> mean, covariance = Assumptions().prior(Questionnaire(("a", "b")))
        >>> mean.tolist(), covariance.round(2).tolist()
        ([3.0, 3.0], [[0.94, 0.36], [0.36, 0.94]])
        """
        count = len(questionnaire.facets)
        mean = np.full(count, questionnaire.middle) if self.means is None else self.means
        covariance = self.covariance
        if covariance is None:
            own = np.full((count, count), self.person_sd**2) + self.facet_sd**2 * np.eye(count)
            covariance = own * questionnaire.unit**2
        if mean.shape != (count,) or covariance.shape != (count, count):
            raise ValueError(f"the assumptions are not about {count} facets")
        return mean, covariance

    def spread(self, questionnaire: Questionnaire) -> float:
        """The standard deviation of an untested item's answer around its facet, in answers.

        >>> round(Assumptions().spread(Questionnaire(("a",))), 2)
        1.02
        """
        return float(np.sqrt((self.answer_sd * questionnaire.unit) ** 2 + _ROUNDING))


DEFAULT: Final = Assumptions()
"""The assumptions of the app. Changing them needs a new `state.VERSION`."""
