"""Interests and goals."""

from django.http import HttpRequest, HttpResponse

from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import PursuitsForm, field_of
from bothand.rooms.ground.pages import PursuitsPage
from bothand.rooms.ground.records import SORTS, WHOSE, Pursuits
from bothand.rooms.ground.views.sheets import Fields, SheetEditor, edit_sheet
from bothand.shell.parts import Both


@READ_OR_WRITE
def edit_pursuits(request: HttpRequest) -> HttpResponse:
    """Interests and goals: shared, mine, to try."""
    return edit_sheet(request, PURSUITS)


def _pursuits_page(form: PursuitsForm, _there: Pursuits, _name: str) -> PursuitsPage:
    return PursuitsPage(form=form)


def _pursuits_fields(record: Pursuits) -> Fields:
    return {
        field_of(what, whose): "\n".join(rules.find_words(record.listed, what, whose))
        for what in SORTS
        for whose in WHOSE
    }


def _pursuits_pairs(mine: Pursuits, theirs: Pursuits, name: str) -> tuple[Both, ...]:
    headings = labels.HEADINGS if name else labels.HEADINGS_ALONE
    own, other = _pursuits_fields(mine), _pursuits_fields(theirs)
    return tuple(
        Both(label=headings[what, whose], name=key, mine=str(own[key]), theirs=str(other[key]))
        for what in SORTS
        for whose in WHOSE
        if (key := field_of(what, whose))
    )


PURSUITS: SheetEditor[Pursuits] = SheetEditor(
    nothing=Pursuits(),
    form=PursuitsForm,
    page=_pursuits_page,
    joined=rules.merge_pursuits,
    fields=_pursuits_fields,
    pairs=_pursuits_pairs,
    typed=True,
    url="ground_pursuits",
    after="ground_all",
)
