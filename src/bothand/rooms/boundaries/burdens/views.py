"""The press on *this limits me*: a mark in one's own *mine*, and a page on limits and control. The other sees nothing."""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision
from bothand.rooms.boundaries import labels, present
from bothand.rooms.boundaries.burdens.forms import BurdenForm
from bothand.rooms.boundaries.burdens.pages import BurdensPage, TwoBurdensPage
from bothand.rooms.boundaries.records import Burden
from bothand.rooms.boundaries.shared.store import find_theirs
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.space import Lot

MOST = 30


@require_POST
def add_burden(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Keep that a boundary of the other limits me. Pressed twice, it is one mark."""
    visit = Visit(request)
    shared = find_theirs(visit, id_of(hex_id))
    burdens = visit.mine.query(Burden).items
    if not any(burden.record.boundary == shared.id for burden in burdens):
        about = labels.write_opening(shared.record.words)
        visit.mine.add(Burden(boundary=shared.id, day=visit.today, about=about))
    return HttpResponseRedirect(reverse("boundaries_burdens"))


@READ_OR_WRITE
def edit_burdens(request: HttpRequest) -> HttpResponse:
    """On limits and control. A form adds words to the newest mark, for oneself."""
    space = Visit(request).mine
    lot = space.query(Burden)
    burdens = _sort_burdens(lot)
    newest = burdens[0] if burdens else None
    if request.method != "POST" or newest is None:
        return render(request, _build_page(lot, _fill_form(newest), request.GET.get("done", "")))
    form = BurdenForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(lot, form), status=422)
    wanted = request.POST.get("burden", "")
    burden = next((burden for burden in burdens if burden.hex == wanted), newest)
    words = form.cleaned_data["words"]
    try:
        if words != burden.record.words:
            changed = msgspec.structs.replace(burden.record, words=words)
            space.replace(burden.seen_at(form.cleaned_data["revision"]), changed)
    except Conflict as conflict:
        if conflict.theirs is None:
            return render(request, _build_page(lot, form), status=409)
        return render(request, _show_both(words, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_burdens"))


@require_POST
def delete_burden(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a mark away, at once: it may have to be quick."""
    space, record_id = Visit(request).mine, id_of(hex_id)
    try:
        burden = space.get(Burden, record_id)
        space.remove(burden.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        # Its words were changed in another window: taking it away is still what was asked for.
        if conflict.theirs is not None:
            space.remove(conflict.theirs)
    return HttpResponseRedirect(f"{reverse('boundaries_burdens')}?done={deletion.deletion_flag()}")


def _sort_burdens(lot: Lot[Burden]) -> list[Opened[Burden]]:
    """The newest first."""
    return sorted(lot.items, key=lambda burden: (burden.record.day, burden.created, burden.id), reverse=True)


def _fill_form(newest: Opened[Burden] | None) -> BurdenForm | None:
    if newest is None:
        return None
    return BurdenForm(initial={"words": newest.record.words, "revision": newest.revision})


def _build_page(lot: Lot[Burden], form: BurdenForm | None, done: str = "") -> BurdensPage:
    burdens = _sort_burdens(lot)
    return BurdensPage(
        burdens=present.build_burdens(burdens[:MOST]),
        form=form if burdens else None,
        hex=burdens[0].hex if burdens else "",
        unopened=lot.unopened,
        said=deletion.deletion_sentence(done),
    )


def _show_both(mine: str, theirs: Opened[Burden]) -> TwoBurdensPage:
    return TwoBurdensPage(
        pairs=(Both(label=_("What it keeps you from"), name="words", mine=mine, theirs=theirs.record.words),),
        action=reverse("boundaries_burdens"),
        back_to=reverse("boundaries_burdens"),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="burden", value=theirs.hex),
        ),
    )
