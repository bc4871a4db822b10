"""On whom one leans for what."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.content import ground as content
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.texts import text_language
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import ReliancesForm
from bothand.rooms.ground.pages import RelianceArea, ReliancesPage
from bothand.rooms.ground.records import ON, PARTNER, Reliances
from bothand.rooms.ground.views.sheets import Fields, SheetEditor, edit_sheet
from bothand.shell.parts import Both


@READ_OR_WRITE
def edit_reliances(request: HttpRequest) -> HttpResponse:
    """On whom I lean for what."""
    return edit_sheet(request, RELIANCES)


def _reliances_page(form: ReliancesForm, _there: Reliances, name: str) -> ReliancesPage:
    read = content.load_reliance(text_language())
    areas = tuple(
        RelianceArea(
            name=labels.area_name(area),
            fields=tuple(form[f"on_{one.id}"] for one in read.cards if one.area == area),
        )
        for area in dict.fromkeys(one.area for one in read.cards)
    )
    return ReliancesPage(form=form, lead=read.opening(name or None), areas=areas)


def _reliances_fields(record: Reliances) -> Fields:
    return {f"on_{one.card}": one.on for one in record.sorted}


def _reliances_pairs(mine: Reliances, theirs: Reliances, name: str) -> tuple[Both, ...]:
    own, other = ({one.card: one.on for one in side.sorted} for side in (mine, theirs))

    def say_who(on: str | None) -> str:
        if on not in ON:
            return _("open")
        return name if on == PARTNER and name else str(labels.ON[on])

    return tuple(
        Both(label=one.text, name=one.id, mine=say_who(own.get(one.id)), theirs=say_who(other.get(one.id)))
        for one in content.load_reliance(text_language()).cards
    )


RELIANCES: SheetEditor[Reliances] = SheetEditor(
    nothing=Reliances(),
    form=ReliancesForm,
    page=_reliances_page,
    joined=rules.merge_reliances,
    fields=_reliances_fields,
    pairs=_reliances_pairs,
    typed=False,
    url="ground_reliance",
    after="ground_all",
)
