"""Pure: one's own slope from one's own pulses, by the engine `contingency`. It needs numpy: views import it when asked."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bothand.engines import contingency
from bothand.rooms.checkin.pulse.records import Pulse

WINDOW: Final = timedelta(days=contingency.WINDOW + contingency.EVERY)
"""Days that a look may need: half a year before the latest look, which is up to four weeks old."""


def select_counted(pulses: Sequence[Pulse]) -> list[Pulse]:
    """Days with both answers, about the same people as the newest: with a partner, or near oneself."""
    both = [pulse for pulse in pulses if pulse.between is not None]
    if not both:
        return []
    newest = max(both, key=lambda pulse: pulse.day)
    return [pulse for pulse in both if pulse.alone == newest.alone]


def find_first_day(since: date, pulses: Sequence[Pulse]) -> int:
    """The day from which looks are counted: always the same one, counted from the beginning of the space.

    Where pulses are older (they came with an import) as many whole spans earlier as that needs.
    """
    oldest = min((pulse.day for pulse in pulses), default=since).toordinal()
    start = since.toordinal()
    return start - max(0, -(-(start - oldest) // contingency.EVERY)) * contingency.EVERY


def find_slope(
    pulses: Sequence[Pulse], since: date, today: date
) -> contingency.Slope | contingency.NoSlope | None:
    """What may be said at the latest look, or why nothing can be; None before day 28.

    Looks come every four weeks from the day the space began, and not before the first pulse is 28 days old.
    """
    days = select_counted(pulses)
    if not days:
        return None
    first = find_first_day(since, days)
    look = contingency.find_look_day(first, today.toordinal())
    oldest = min(pulse.day for pulse in days).toordinal()
    if look is None or look - oldest < contingency.FIRST_LOOK - 1:
        return None
    asked = [
        contingency.Pulse(pulse.day.toordinal(), pulse.self_feeling, pulse.between)
        for pulse in days
        if pulse.between is not None
    ]
    return contingency.slope(asked, today.toordinal(), first)


def find_next_look(pulses: Sequence[Pulse], since: date, today: date) -> date:
    """The day of the next look."""
    days = select_counted(pulses)
    first = find_first_day(since, days)
    oldest = min((pulse.day for pulse in days), default=today).toordinal()
    day = first + contingency.FIRST_LOOK - 1
    while day <= today.toordinal() or day - oldest < contingency.FIRST_LOOK - 1:
        day += contingency.EVERY
    return date.fromordinal(day)
