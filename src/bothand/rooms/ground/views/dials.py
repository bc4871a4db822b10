"""Dials: how much of each area is shared."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.content import ground as content
from bothand.domain.dials import AREAS, Dial, Dials
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import DialsForm
from bothand.rooms.ground.pages import DialFields, DialsPage
from bothand.rooms.ground.views.sheets import Fields, SheetEditor, edit_sheet
from bothand.shell.parts import Both


@READ_OR_WRITE
def edit_dials(request: HttpRequest) -> HttpResponse:
    """Ten dials."""
    return edit_sheet(request, DIALS)


def _dials_page(form: DialsForm, there: Dials, _name: str) -> DialsPage:
    read = content.load_dials(text_language())
    said = {one.area for one in there.set}
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


def _dials_fields(record: Dials) -> Fields:
    kept = {one.area: one for one in record.set}
    found: Fields = {}
    for at, area in enumerate(AREAS):
        one = kept.get(area, Dial(area))
        found[f"now_{at}"] = str(one.now or "")
        found[f"wish_{at}"] = str(one.wish or "")
    return found


def _dials_pairs(mine: Dials, theirs: Dials, _name: str) -> tuple[Both, ...]:
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


DIALS: SheetEditor[Dials] = SheetEditor(
    nothing=Dials(),
    form=DialsForm,
    page=_dials_page,
    joined=rules.merge_dials,
    fields=_dials_fields,
    pairs=_dials_pairs,
    typed=False,
    url="ground_dials",
    after="ground_all",
)
