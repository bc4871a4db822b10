"""The first page of the room: the four sheets, and the ways on from each."""

from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bothand.accounts import access
from bothand.domain.dials import Dials
from bothand.kit import fear_rule
from bothand.kit.reveal import Reveal
from bothand.rooms.ground import labels
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.pages import OverviewPage, SheetCard
from bothand.rooms.ground.records import Pursuits, Reliances, Values
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)
NAMED = 3


@require_safe
def show_overview(request: HttpRequest) -> HttpResponse:
    """What is mine of each sheet. Of the other it says nothing, whatever they did."""
    found = _Sheets(access.open_mine(request))
    paired = access.find_partner(request) is not None
    values, pursuits = found.sheet(Values, Values()), found.sheet(Pursuits, Pursuits())
    dials, reliances = found.sheet(Dials, Dials()), found.sheet(Reliances, Reliances())
    turned = ngettext("%(count)d area is set.", "%(count)d areas are set.", len(dials.set))
    placed = ngettext("%(count)d is sorted.", "%(count)d are sorted.", len(reliances.sorted))
    page = OverviewPage(
        sheets=(
            _sheet_card(store.VALUES, "ground_values", _("What counts most for you"), _("Up to ten values, in your order."),
                   _name_few([labels.value_name(one) for one in values.ranked]), paired=paired),
            _sheet_card(store.PURSUITS, "ground_pursuits", _("What you enjoy, and what you want to reach"),
                   _("Shared, your own, and to try."), _name_few([one.words for one in pursuits.listed]), paired=paired),
            _sheet_card(store.DIALS, "ground_dials", _("How much is shared"), _("Ten areas of life, from mine to ours: as it is, and as you would like it."),
                   turned % {"count": len(dials.set)} if dials.set else "", paired=paired),
            _sheet_card(store.RELIANCE, "ground_reliance", _("On whom you lean for what"), _("And for what not."),
                   placed % {"count": len(reliances.sorted)} if reliances.sorted else "", paired=paired),
        ),
        empty=not (values.ranked or pursuits.listed or dials.set or reliances.sorted or found.unopened),
        unopened=found.unopened,
        afraid=fear_rule.explain_fear_rule(request) if paired else (),
    )  # fmt: skip
    return render(request, page)


class _Sheets:
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


def _sheet_card(what: Reveal, url: str, title: str, about: str, said: str, *, paired: bool) -> SheetCard:
    return SheetCard(
        key=what.name,
        title=title,
        about=about,
        said=said,
        path=reverse(url),
        button=_("Change it") if said else _("Begin"),
        show=reverse("pairing_reveal", args=[what.name]) if paired else "",
        beside=reverse("ground_comparison", args=[what.name]) if paired else "",
    )


def _name_few(names: list[str]) -> str:
    """The first of a list, and how many come after them."""
    if not names:
        return ""
    shown = ", ".join(labels.cut_words(one) for one in names[:NAMED])
    more = len(names) - NAMED
    if more <= 0:
        return shown
    return ngettext("%(shown)s, and %(more)d more", "%(shown)s, and %(more)d more", more) % {
        "shown": shown,
        "more": more,
    }
