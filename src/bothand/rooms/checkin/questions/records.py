"""A check-in that was begun, as it is sealed."""

from datetime import date
from typing import Literal

from bothand.vault.records import Record, Shelf, kind


@kind(27, shelf=Shelf.STANDS)
class OpenCheckin(Record, frozen=True, kw_only=True):
    """A check-in that was begun and not ended: what was asked, and what was answered so far.

    sort    "first" or "weekly"
    day     the day of the last answer, or of the beginning
    items   ids of the items, in order; `given` those answered, skipped or absent so far, as in `Answers`
    alone   whether the wordings are those for somebody without a partner
    """

    sort: Literal["first", "weekly"]
    day: date
    items: tuple[str, ...]
    given: tuple[tuple[str, int], ...] = ()
    alone: bool = False
