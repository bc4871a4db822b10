"""Pure: the pieces of the check-up. One a facet, one about uneven ground, the ideals, the three questions of the fear rule."""

from typing import Final

from bothand.content import items
from bothand.relationship import FACETS
from bothand.rooms.checkin.checkup.records import OpenCheckup

GROUND: Final = len(FACETS) + 1


IDEALS: Final = GROUND + 1


FEAR: Final = IDEALS + 1


PIECES: Final = tuple(range(1, FEAR + 1))


def list_piece_items(number: int, *, alone: bool) -> tuple[str, ...]:
    """The items of a piece: of a facet with all its items, or of uneven ground.

    >>> list_piece_items(1, alone=False)[:2], list_piece_items(FEAR, alone=False)
    (('F1-05', 'F1-13'), ())
    """
    asked = items.items_for(has_partner=not alone, checkup=True)
    if number < GROUND:
        return tuple(one.id for one in asked if one.facet == FACETS[number - 1].id)
    return tuple(one.id for one in asked if one.facet is None) if number == GROUND else ()


def list_pieces(*, alone: bool) -> tuple[int, ...]:
    """The pieces that somebody can be asked: uneven ground needs a partner."""
    return tuple(number for number in PIECES if number != GROUND or list_piece_items(GROUND, alone=alone))


def find_open_piece(checkup: OpenCheckup) -> int | None:
    """The first piece that was not sent yet; None when all were."""
    return next((one for one in list_pieces(alone=checkup.alone) if one not in checkup.done), None)
