"""Words for facets and practices on the pages of *home*."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.items import bank
from bothand.relationship import facet
from bothand.rooms.kit import texts

PRACTICES: Final[dict[str, Promise]] = {
    "P1": _("Worth from within"),
    "P2": _("Time for what you love"),
    "P3": _("Your people"),
    "P4": _("Limits, said and kept"),
    "P5": _("What fits you both"),
    "P6": _("Who you want to be"),
    "P7": _("Talking of what is hard"),
}


def facet_title(name: str) -> str:
    """What a facet is called on pages, by its name; the name itself for one that is known no more."""
    try:
        wanted = facet(name).id
    except KeyError:
        return name
    return next(one.title for one in bank(texts.language()).ideals if one.facet == wanted)


def practice_title(key: str) -> str:
    """What a practice is called on pages, by its id; the id itself for one that is known no more."""
    return str(PRACTICES.get(key, key))
