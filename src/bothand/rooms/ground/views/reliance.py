"""On whom one leans for what."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.content import ground as content
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels
from bothand.rooms.ground.forms import ReliancesForm
from bothand.rooms.ground.pages import RelianceArea, ReliancesPage
from bothand.rooms.ground.records import ON, PARTNER, Reliances
from bothand.rooms.ground.views.sheets import Fields, SheetView
from bothand.shell.parts import Both
from bothand.vault.body import Opened


@READ_OR_WRITE
def edit_reliances(request: HttpRequest) -> HttpResponse:
    """On whom I lean for what."""
    return ReliancesView(request).edit()


class ReliancesView(SheetView[Reliances]):
    """On whom I lean for what."""

    kind = Reliances
    form_type = ReliancesForm
    url = "ground_reliance"

    def page(self, form: ReliancesForm, _old: Opened[Reliances] | None) -> ReliancesPage:
        read = content.load_reliance(text_language())
        areas = tuple(
            RelianceArea(
                name=labels.area_name(area),
                fields=tuple(form[f"on_{one.id}"] for one in read.cards if one.area == area),
            )
            for area in dict.fromkeys(one.area for one in read.cards)
        )
        return ReliancesPage(form=form, lead=read.opening(self.visit.partner_name or None), areas=areas)

    def list_fields(self, record: Reliances) -> Fields:
        return {f"on_{one.card}": one.on for one in record.sorted}

    def pair(self, mine: Reliances, theirs: Reliances) -> tuple[Both, ...]:
        own, other = ({one.card: one.on for one in side.sorted} for side in (mine, theirs))
        return tuple(
            Both(
                label=one.text,
                name=one.id,
                mine=self._say_who(own.get(one.id)),
                theirs=self._say_who(other.get(one.id)),
            )
            for one in content.load_reliance(text_language()).cards
        )

    def _say_who(self, on: str | None) -> str:
        if on not in ON:
            return _("open")
        return self.visit.partner_name if on == PARTNER and self.visit.partner else str(labels.ON[on])
