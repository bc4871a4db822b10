"""A pulse, as it is sealed."""

from bothand.vault.records import Dated, Shelf, kind


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
