"""The first page of the room: the four sheets, and the ways on from each."""

from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.kit import fear_rule
from bothand.kit.reveal import Reveal
from bothand.rooms.ground import labels, reveals
from bothand.rooms.ground.pages import GroundPage, Sheet
from bothand.rooms.ground.records import Dials, Leanings, Things, Values
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)
NAMED = 3


@require_safe
def around(request: HttpRequest) -> HttpResponse:
    """What is mine of each sheet. Of the other it says nothing, whatever they did."""
    found = _Found(access.open_mine(request))
    paired = access.find_partner(request) is not None
    values, things = found.sheet(Values, Values()), found.sheet(Things, Things())
    dials, leanings = found.sheet(Dials, Dials()), found.sheet(Leanings, Leanings())
    turned = ngettext("%(count)d area is set.", "%(count)d areas are set.", len(dials.set))
    placed = ngettext("%(count)d is sorted.", "%(count)d are sorted.", len(leanings.sorted))
    page = GroundPage(
        sheets=(
            _sheet(reveals.VALUES, "ground_values", _("What counts most for you"), _("Up to ten values, in your order."),
                   _few([labels.value_name(one) for one in values.ranked]), paired=paired),
            _sheet(reveals.INTERESTS, "ground_things", _("What you enjoy, and what you want to reach"),
                   _("Shared, your own, and to try."), _few([one.words for one in things.listed]), paired=paired),
            _sheet(reveals.DIALS, "ground_dials", _("How much is shared"), _("Ten areas of life, from mine to ours: as it is, and as you would like it."),
                   turned % {"count": len(dials.set)} if dials.set else "", paired=paired),
            _sheet(reveals.RELIANCE, "ground_places", _("On whom you lean for what"), _("And for what not."),
                   placed % {"count": len(leanings.sorted)} if leanings.sorted else "", paired=paired),
        ),
        empty=not (values.ranked or things.listed or dials.set or leanings.sorted or found.unopened),
        unopened=found.unopened,
        afraid=fear_rule.explain_fear_rule(request) if paired else (),
    )  # fmt: skip
    return render(request, page)


class _Found:
    """Sheets as far as they open; the others are counted."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.unopened = 0

    def sheet(self, kind: type[R], nothing: R) -> R:
        try:
            there = self.space.only(kind)
        except (DidNotOpen, NewerVersion):
            self.unopened += 1
            return nothing
        return nothing if there is None else there.record


def _sheet(what: Reveal, url: str, title: str, about: str, said: str, *, paired: bool) -> Sheet:
    return Sheet(
        key=what.name,
        title=title,
        about=about,
        said=said,
        path=reverse(url),
        button=_("Change it") if said else _("Begin"),
        show=reverse("pairing_reveal", args=[what.name]) if paired else "",
        beside=reverse("ground_beside", args=[what.name]) if paired else "",
    )


def _few(names: list[str]) -> str:
    """The first of a list, and how many come after them."""
    if not names:
        return ""
    shown = ", ".join(labels.excerpt(one) for one in names[:NAMED])
    more = len(names) - NAMED
    if more <= 0:
        return shown
    return ngettext("%(shown)s, and %(more)d more", "%(shown)s, and %(more)d more", more) % {
        "shown": shown,
        "more": more,
    }
