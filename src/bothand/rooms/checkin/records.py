"""What the mirror seals."""

from datetime import date
from typing import Literal

from bothand.vault.records import Dated, Record, Shelf, kind


@kind(20, shelf=Shelf.ACCUMULATES, one_a_day=True)
class Pulse(Dated, frozen=True, kw_only=True):
    """How a day was.

    self_feeling  1 small to 5 whole
    between       1 far to 5 close, or None when it was left out
    balance       "me" (too much me), "right" or "us" (too much us); None when left out or alone
    feelings      ids from content.feelings
    alone         whether `between` was asked about the people near, since there was no partner here
    """

    self_feeling: int
    between: int | None = None
    balance: str | None = None
    feelings: tuple[str, ...] = ()
    alone: bool = False


@kind(27, shelf=Shelf.STANDS)
class OpenCheckin(Record, frozen=True, kw_only=True):
    """A check-in that was begun and not ended: what was asked, and what was answered so far.

    sort    "first" or "weekly"
    day     the day of the last answer, or of the beginning
    items   ids of the items, in order; `given` those answered (1 to 5) or skipped (0) so far
    ideals  names of facets with 1 to 5, or 0 for skipped, once they were asked
    alone   whether the wordings are those for somebody without a partner
    """

    sort: Literal["first", "weekly"]
    day: date
    items: tuple[str, ...]
    given: tuple[tuple[str, int], ...] = ()
    ideals: tuple[tuple[str, int], ...] = ()
    alone: bool = False


@kind(28, shelf=Shelf.STANDS)
class OpenCheckup(Record, frozen=True, kw_only=True):
    """A check-up that was begun and not ended. Each piece that was answered is kept at once, as `Answers`.

    begun  the first day; `done` the numbers of pieces that were answered or skipped
    alone  as above
    """

    begun: date
    done: tuple[int, ...] = ()
    alone: bool = False
