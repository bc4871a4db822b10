"""What *ground* seals: sheets in *mine*, of each of which there is one.

The fourth, the dials, lies in `domain`, since *agreements* reads it too. What two show each other lies elsewhere.
"""

from typing import Final

import msgspec

from bothand.vault.records import Record, Shelf, kind

PARTNER, OTHERS, SELF = "partner", "others", "self"
ON: Final = (PARTNER, OTHERS, SELF)
INTEREST, GOAL = "interest", "goal"
SHARED, MINE, TRY = "shared", "mine", "try"
SORTS: Final = (INTEREST, GOAL)
WHOSE: Final = (SHARED, MINE, TRY)


class Value(msgspec.Struct, frozen=True):
    """A value that counts for me: a card of the deck by its id, or my own words."""

    card: str = ""
    words: str = ""


@kind(100, shelf=Shelf.STANDS, one_in_all=True)
class Values(Record, frozen=True, kw_only=True):
    """My values (G1), the weightiest first."""

    ranked: tuple[Value, ...] = ()


class Pursuit(msgspec.Struct, frozen=True):
    """An interest (G2) or a goal (G3). `what` is one of WHATS, `whose` one of WHOSE."""

    what: str
    whose: str
    words: str


@kind(101, shelf=Shelf.STANDS, one_in_all=True)
class Pursuits(Record, frozen=True, kw_only=True):
    """My interests and goals, in the order in which I wrote them."""

    listed: tuple[Pursuit, ...] = ()


class Reliance(msgspec.Struct, frozen=True):
    """On whom I lean for something: `card` of the content, `on` one of ON."""

    card: str
    on: str


@kind(103, shelf=Shelf.STANDS, one_in_all=True)
class Reliances(Record, frozen=True, kw_only=True):
    """On whom I lean for what (G4)."""

    sorted: tuple[Reliance, ...] = ()
