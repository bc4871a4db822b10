"""Pure: how the day is greeted."""

from enum import StrEnum


class Time(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def find_time(hour: int) -> Time:
    """The part of the day at this hour (0 to 23); the night belongs to the evening before it.

    >>> [str(find_time(hour)) for hour in (4, 5, 12, 18, 23)]
    ['evening', 'morning', 'afternoon', 'evening', 'evening']
    """
    if 5 <= hour < 12:
        return Time.MORNING
    if 12 <= hour < 18:
        return Time.AFTERNOON
    return Time.EVENING
