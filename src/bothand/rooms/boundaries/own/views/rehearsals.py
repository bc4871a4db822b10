"""Rehearsing: the words before they are said, with sentences to start from."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.content.openers import Opener, load_openers
from bothand.domain.boundaries import Boundary
from bothand.kit import texts
from bothand.kit.addresses import id_of
from bothand.rooms.boundaries import asking, present
from bothand.rooms.boundaries.own.forms import RehearsalForm
from bothand.rooms.boundaries.own.pages import RehearsalPage, TwoRehearsalsPage
from bothand.rooms.boundaries.own.store import at_revision, change_boundary
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@asking.READ_OR_WRITE
def rehearse_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Keep how one means to say it."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        form = RehearsalForm(initial={"said": there.record.said, "revision": there.revision})
        return render(request, _build_page(request, form, there))
    form = RehearsalForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(request, form, there), status=422)
    said = form.cleaned_data["said"]
    try:
        if said != there.record.said:
            change_boundary(space, at_revision(there, form.cleaned_data["revision"]), said=said)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _show_both(said, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]))


def list_starts(*moments: str) -> tuple[Opener, ...]:
    """Sentences to start from, of these moments of a talk, in their order."""
    known = load_openers(texts.text_language())
    return tuple(one for moment in moments for one in known if one.moment == moment)


def _build_page(request: HttpRequest, form: RehearsalForm, there: Opened[Boundary]) -> RehearsalPage:
    return RehearsalPage(
        form=form,
        card=present.show_card(there.record, asking.own_name(request)),
        hex=there.hex,
        starts=(
            (_("To begin"), list_starts("raise")),
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
