"""Dials: how much of each area is shared."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
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
    """Ten dials, one at a time."""
    return DialsView(request).edit()


class DialsView(SheetView[Dials]):
    """How much of each area is shared, and how much I would like."""

    kind = Dials
    form_type = DialsForm
    url = "ground_dials"

    def page(self, form: DialsForm, old: Opened[Dials] | None) -> DialsPage:
        read = content.load_dials(text_language())
        said = {one.area for one in self.read(old).set}
        at = self._find_turn(said)
        one = read.dials[at]
        return DialsPage(
            form=form,
            lead=read.lead,
            turn=DialFields(
                dial=one,
                now=form[f"now_{at}"],
                wish=form[f"wish_{at}"],
                open=form[f"open_{at}"] if one.area in said else None,
            ),
            others=tuple(
                (name, value)
                for name in form.fields
                if name != "revision" and not name.endswith(f"_{at}") and (value := _read_value(form, name))
            ),
            number=at + 1,
            count=len(read.dials),
        )

    def _find_turn(self, said: set[str]) -> int:
        """The dial that the form or the address names; else the first of which nothing was said yet."""
        asked = self.request.POST.get("at") or self.request.GET.get("at", "")
        if asked.isascii() and asked.isdigit() and len(asked) < len("100"):
            return min(int(asked), len(AREAS) - 1)
        return next((at for at, area in enumerate(AREAS) if area not in said), 0)

    def address(self) -> str:
        at = self.request.POST.get("at", "")
        if (
            self.request.POST.get("go") == "next"
            and at.isascii()
            and at.isdigit()
            and int(at[:2]) + 1 < len(AREAS)
        ):
            return f"{reverse('ground_dials')}?at={int(at[:2]) + 1}"
        return super().address()

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


def _read_value(form: DialsForm, name: str) -> str:
    """What stands in a field that is not shown; "" for nothing."""
    value = form[name].value()
    return "on" if value is True else str(value or "")
