"""What two seal in *ours* from this room."""

from bothand.vault.records import Dated, Shelf, kind


@kind(8, shelf=Shelf.WRITTEN)
class SharedPage(Dated, frozen=True, kw_only=True):
    """A copy of something of one's own, as it read on the day it was shared.

    `heading` and `pairs` (label, words) are exactly what the preview showed; `room` names where it comes from.
    """

    heading: str
    pairs: tuple[tuple[str, str], ...]
    room: str


@kind(9, shelf=Shelf.ACCUMULATES)
class Thanks(Dated, frozen=True, kw_only=True):
    """One line of thanks to the other (G5). Nobody counts them."""

    text: str
