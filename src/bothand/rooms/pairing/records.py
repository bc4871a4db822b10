"""What two seal in *ours* from this room."""

from bothand.vault.context import fold_parts
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


@kind(320, shelf=Shelf.ACCUMULATES)
class Heart(Dated, frozen=True, kw_only=True):
    """In *ours*, by the one who was thanked: a heart back, one a line. `day` is that of the line, to be found with it."""

    thanks: bytes


def heart_id(thanks: bytes, account: bytes) -> bytes:
    """Where somebody's heart for a line of thanks lies."""
    return fold_parts(b"heart", thanks, account)
