"""Rehearsing: the words before they are said, with sentences to start from."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.content.openers import Opener, load_openers
from bothand.domain.boundaries import Boundary
from bothand.kit import texts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.boundaries import present
from bothand.rooms.boundaries.own.forms import RehearsalForm
from bothand.rooms.boundaries.own.pages import RehearsalPage, TwoRehearsalsPage
from bothand.rooms.boundaries.own.store import change_boundary
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def rehearse_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Keep how one means to say it."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        form = RehearsalForm(initial={"said": boundary.record.said, "revision": boundary.revision})
        return render(request, _build_page(visit, form, boundary))
    form = RehearsalForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(visit, form, boundary), status=422)
    said = form.cleaned_data["said"]
    try:
        if said != boundary.record.said:
            change_boundary(visit.mine, boundary.seen_at(form.cleaned_data["revision"]), said=said)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_both(said, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]))


def list_starts(*moments: str) -> tuple[Opener, ...]:
    """Sentences to start from, of these moments of a talk, in their order."""
    openers = load_openers(texts.text_language())
    return tuple(opener for moment in moments for opener in openers if opener.moment == moment)


def _build_page(visit: Visit, form: RehearsalForm, boundary: Opened[Boundary]) -> RehearsalPage:
    return RehearsalPage(
        form=form,
        card=present.show_card(boundary.record, visit.settings.name),
        hex=boundary.hex,
        starts=(
            (_("Opening"), list_starts("raise")),
            (_("To say what you need"), list_starts("need")),
            (_("To ask"), list_starts("ask")),
            (_("To stop for now"), list_starts("pause")),
        ),
    )


def _show_both(said: str, theirs: Opened[Boundary]) -> TwoRehearsalsPage:
    return TwoRehearsalsPage(
        pairs=(Both(label=_("How you could say it"), name="said", mine=said, theirs=theirs.record.said),),
        action=reverse("boundaries_rehearse", args=[theirs.hex]),
        back_to=reverse("boundaries_show", args=[theirs.hex]),
        hidden=(Hidden(name="revision", value=str(theirs.revision)),),
    )
