"""Interests and goals."""

from django.http import HttpRequest, HttpResponse

from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.forms import PursuitsForm, field_of
from bothand.rooms.ground.pages import PursuitsPage
from bothand.rooms.ground.records import SORTS, WHOSE, Pursuits
from bothand.rooms.ground.views.sheets import Fields, SheetView
from bothand.shell.parts import Both
from bothand.vault.body import Opened


@READ_OR_WRITE
def edit_pursuits(request: HttpRequest) -> HttpResponse:
    """Interests and goals: shared, mine, to try."""
    return PursuitsView(request).edit()


class PursuitsView(SheetView[Pursuits]):
    """My interests and goals."""

    kind = Pursuits
    form_type = PursuitsForm
    typed = True
    url = "ground_pursuits"

    def page(self, form: PursuitsForm, _old: Opened[Pursuits] | None) -> PursuitsPage:
        return PursuitsPage(form=form)

    def list_fields(self, record: Pursuits) -> Fields:
        return {
            field_of(what, whose): "\n".join(rules.find_words(record.listed, what, whose))
            for what in SORTS
            for whose in WHOSE
        }

    def pair(self, mine: Pursuits, theirs: Pursuits) -> tuple[Both, ...]:
        headings = labels.HEADINGS if self.visit.partner else labels.HEADINGS_ALONE
        own, other = self.list_fields(mine), self.list_fields(theirs)
        return tuple(
            Both(label=headings[what, whose], name=key, mine=str(own[key]), theirs=str(other[key]))
            for what in SORTS
            for whose in WHOSE
            if (key := field_of(what, whose))
        )
