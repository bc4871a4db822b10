"""Words for facets, practices, changes and answers on the pages of *today*."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from bothand.content.items import load_bank
from bothand.kit import texts
from bothand.relationship import facet

PRACTICES: Final[dict[str, Promise]] = {
    "P1": gettext_lazy("Worth from within"),
    "P2": gettext_lazy("Time for what you love"),
    "P3": gettext_lazy("Your people"),
    "P4": gettext_lazy("Boundaries, said and kept"),
    "P5": gettext_lazy("What suits you both"),
    "P6": gettext_lazy("Who you want to be"),
    "P7": gettext_lazy("Talking about what is hard"),
}


def name_facet(name: str) -> str:
    """What a facet is called on pages, by its name; the name itself for one that is known no more."""
    try:
        wanted = facet(name).id
    except KeyError:
        return name
    return next(one.title for one in load_bank(texts.text_language()).ideals if one.facet == wanted)


def name_practice(key: str) -> str:
    """What a practice is called on pages, by its id; the id itself for one that is known no more."""
    return str(PRACTICES.get(key, key))
