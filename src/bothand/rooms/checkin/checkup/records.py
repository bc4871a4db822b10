"""A check-up that was begun, as it is sealed."""

from datetime import date

from bothand.vault.records import Record, Shelf, kind


@kind(28, shelf=Shelf.STANDS)
class OpenCheckup(Record, frozen=True, kw_only=True):
    """A check-up that was begun and not ended. Each piece that was answered is kept at once, as `Answers`.

    begun  the first day; `done` the numbers of pieces that were answered or skipped
    alone  as above
    """

    begun: date
    done: tuple[int, ...] = ()
    alone: bool = False
