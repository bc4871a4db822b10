"""How much of each area of life is shared (G4), as more than one room reads it.

*ground* writes this record, in *mine*; *agreements* puts it beside its owner's private answers, for nobody else's eyes.
"""

from typing import Final

import msgspec

from bothand.relationship import SHARED_AREAS
from bothand.vault.records import Record, Shelf, kind

AREAS: Final = tuple(one.name for one in SHARED_AREAS)
STEPS: Final = (1, 2, 3, 4, 5)
"""Of a dial, from mine to ours."""


class Dial(msgspec.Struct, frozen=True):
    """How much of an area (G4) is shared, of STEPS: as it is, and as I would like it. 0 is left open."""

    area: str
    now: int = 0
    wish: int = 0


@kind(102, shelf=Shelf.STANDS, one_in_all=True)
class Dials(Record, frozen=True, kw_only=True):
    """My dials; an area that is left open wholly is not among them."""

    set: tuple[Dial, ...] = ()
