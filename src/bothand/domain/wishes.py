"""What somebody wishes for in a week, as the planner of a week will need it. *mytime* writes these records.

They lie in *mine*: a wish is nobody's to see before its owner says it, and asks nothing of anybody.
"""

from typing import Final

from bothand.vault.records import Record, Shelf, kind

SORTS: Final = ("alone", "together", "friends", "interest", "rest")
PARTS: Final = ("morning", "midday", "afternoon", "evening", "night")
BEGINS: Final = {
    "morning": 8 * 60,
    "midday": 12 * 60,
    "afternoon": 15 * 60,
    "evening": 18 * 60,
    "night": 21 * 60,
}
"""Minutes after midnight at which a part of the day begins, for a first suggestion."""
LEAST, MOST, MOST_TIMES = 5, 24 * 60, 7


@kind(58, shelf=Shelf.STANDS)
class Wish(Record, frozen=True, kw_only=True):
    """Something I wish for in my week. In *mine*.

    sort      with whom, or what for: one of SORTS
    minutes   how long each time, LEAST to MOST
    times     how often a week, 1 to MOST_TIMES
    part      the part of the day that suits it, one of PARTS; "" for any
    interest  the id of the interest it came from, b"" for none
    """

    words: str
    sort: str
    minutes: int
    times: int = 1
    part: str = ""
    interest: bytes = b""


def span_text(wish: Wish) -> tuple[int, int]:
    """From when to when it could be, in minutes after midnight; an end not after its start is on the next day.

    >>> span_text(Wish(words="", sort="rest", minutes=90, part="morning"))
    (480, 570)
    >>> span_text(Wish(words="", sort="friends", minutes=240, part="night"))
    (1260, 60)
    """
    start = BEGINS.get(wish.part, BEGINS["evening"])
    return start, (start + wish.minutes) % (24 * 60)
