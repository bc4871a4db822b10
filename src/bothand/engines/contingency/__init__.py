"""contingency: one's own slope, day by day, from one's own pulses alone.

How far does self-feeling move with how it went between us? A standardised slope with its interval, within
the person, weekends, slow trends and the day before accounted for; said only when it is surer than the rule
asks. Method, sources and measured error rates: docs/methods/contingency.md.

>>> days = [Pulse(738000 + day, (day * 7) % 5, (day * 7 + day % 2) % 5) for day in range(60)]
>>> slope(days, today=738059).said
'moves with'
"""

from bothand.engines.contingency.errors import BadPulseError
from bothand.engines.contingency.pulses import SATURDAY_SUNDAY, WINDOW, Pulse
from bothand.engines.contingency.slope import (
    ENOUGH_DAYS,
    EVERY,
    FIRST_LOOK,
    PRIOR_SD,
    SURE,
    WORTH_SAYING,
    BrokenSlopeError,
    NoSlope,
    Slope,
    find_look_day,
    slope,
)

__all__ = [
    "ENOUGH_DAYS",
    "EVERY",
    "FIRST_LOOK",
    "PRIOR_SD",
    "SATURDAY_SUNDAY",
    "SURE",
    "WINDOW",
    "WORTH_SAYING",
    "BadPulseError",
    "BrokenSlopeError",
    "NoSlope",
    "Pulse",
    "Slope",
    "find_look_day",
    "slope",
]
