"""The first page of the room: the four sheets, and the ways on from each."""

from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.domain.dials import Dials
from bothand.kit import fear_rule
from bothand.rooms.ground import labels
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.pages import OverviewPage, SheetCard
from bothand.rooms.ground.records import Pursuits, Reliances, Values
from bothand.shell.page import render
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


@require_safe
def show_overview(request: HttpRequest) -> HttpResponse:
    """What is mine of each sheet. Of the other it says nothing, whatever they did."""
    visit = Visit(request)
    sheets, paired = _Sheets(visit.mine), visit.partner is not None
    said = sheets.describe()
    page = OverviewPage(
        sheets=tuple(_sheet_card(one.name, said[one.name], paired=paired) for one in store.REVEALS),
        unopened=sheets.unopened,
        afraid=fear_rule.explain_fear_rule(request) if paired else (),
    )
    return render(request, page)


class _Sheets:
    """Sheets as far as they open; the others are counted."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.unopened = 0

    def describe(self) -> dict[str, str]:
        """What of each sheet is mine, in a line; "" where nothing is."""
        values, pursuits = self._read(Values, Values()).ranked, self._read(Pursuits, Pursuits()).listed
        turned = len(self._read(Dials, Dials()).set)
        placed = len(self._read(Reliances, Reliances()).sorted)
        areas = ngettext("%(count)d area is set.", "%(count)d areas are set.", turned)
        cards = ngettext("%(count)d is sorted.", "%(count)d are sorted.", placed)
        return {
            store.VALUES.name: labels.name_few([labels.value_name(one) for one in values]),
            store.PURSUITS.name: labels.name_few([one.words for one in pursuits]),
            store.DIALS.name: areas % {"count": turned} if turned else "",
            store.RELIANCE.name: cards % {"count": placed} if placed else "",
        }

    def _read(self, kind: type[R], nothing: R) -> R:
        try:
            sheet = self.space.only(kind)
        except (DidNotOpen, NewerVersion):
            self.unopened += 1
            return nothing
        return nothing if sheet is None else sheet.record


def _sheet_card(name: str, said: str, *, paired: bool) -> SheetCard:
    return SheetCard(
        key=name,
        title=labels.SHEETS[name],
        about=labels.SHEETS_ABOUT[name],
        said=said,
        path=reverse(f"ground_{name}"),
        button=_("Edit") if said else _("Begin"),
        show=reverse("pairing_reveal", args=[name]) if paired else "",
        beside=reverse("ground_comparison", args=[name]) if paired else "",
    )
