"""Dials: how much of each area is shared."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.content import ground as content
from bothand.domain.dials import AREAS, Dial, Dials
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels
from bothand.rooms.ground.forms import DialsForm
from bothand.rooms.ground.pages import DialFields, DialsPage
from bothand.rooms.ground.views.sheets import Fields, SheetView
from bothand.shell.parts import Both
from bothand.vault.body import Opened


@READ_OR_WRITE
def edit_dials(request: HttpRequest) -> HttpResponse:
    """Ten dials."""
    return DialsView(request).edit()


class DialsView(SheetView[Dials]):
    """How much of each area is shared, and how much I would like."""

    kind = Dials
    form_type = DialsForm
    url = "ground_dials"

    def page(self, form: DialsForm, old: Opened[Dials] | None) -> DialsPage:
        read = content.load_dials(text_language())
        said = {one.area for one in self.read(old).set}
        turns = tuple(
            DialFields(
                dial=one,
                now=form[f"now_{at}"],
                wish=form[f"wish_{at}"],
                open=form[f"open_{at}"] if one.area in said else None,
            )
            for at, one in enumerate(read.dials)
        )
        return DialsPage(form=form, lead=read.lead, turns=turns)

    def list_fields(self, record: Dials) -> Fields:
        kept = {one.area: one for one in record.set}
        fields: Fields = {}
        for at, area in enumerate(AREAS):
            one = kept.get(area, Dial(area))
            fields[f"now_{at}"] = str(one.now or "")
            fields[f"wish_{at}"] = str(one.wish or "")
        return fields

    def pair(self, mine: Dials, theirs: Dials) -> tuple[Both, ...]:
        own, other = ({one.area: labels.say_dial(one) for one in side.set} for side in (mine, theirs))
        return tuple(
            Both(
                label=labels.area_name(area),
                name=f"area-{at}",
                mine=own.get(area, _("open")),
                theirs=other.get(area, _("open")),
            )
            for at, area in enumerate(AREAS)
        )
