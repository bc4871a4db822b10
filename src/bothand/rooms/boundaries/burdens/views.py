"""The press on *this limits me*: a mark in one's own *mine*, and a page on limits and control. The other sees nothing."""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision
from bothand.rooms.boundaries import asking, labels, present
from bothand.rooms.boundaries.burdens.forms import BurdenForm
from bothand.rooms.boundaries.burdens.pages import BurdensPage, TwoBurdensPage
from bothand.rooms.boundaries.records import Burden
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.space import Space

MOST = 30


@require_POST
def add_burden(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Keep that a boundary of the other limits me. Pressed twice, it is one mark."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    try:
        there = asking.theirs_at(access.open_ours(request), asking.partner_of(request), record_id)
    except Alone:
        raise Missing from None
    known = _list_burdens(space)
    if not any(one.record.boundary == there.id for one in known[0]):
        record = Burden(
            boundary=there.id, day=asking.today(request), about=labels.write_opening(there.record.words)
        )
        space.add(record)
    return HttpResponseRedirect(reverse("boundaries_burdens"))


@asking.READ_OR_WRITE
def edit_burdens(request: HttpRequest) -> HttpResponse:
    """On limits and control. A form adds words to the newest mark, for oneself."""
    space = access.open_mine(request)
    found, unopened = _list_burdens(space)
    newest = found[0] if found else None
    if request.method != "POST" or newest is None:
        return render(request, _build_page(found, unopened, _fill_form(newest), request.GET.get("done", "")))
    form = BurdenForm(request.POST)
    if not form.is_valid():
        return render(request, _build_page(found, unopened, form, ""), status=422)
    wanted = next((one for one in found if one.hex == request.POST.get("mark_of", "")), newest)
    try:
        shown = wanted.seen_at(form.cleaned_data["revision"])
        if form.cleaned_data["words"] != wanted.record.words:
            space.replace(shown, msgspec.structs.replace(wanted.record, words=form.cleaned_data["words"]))
    except Conflict as conflict:
        if conflict.theirs is None:
            return render(request, _build_page(found, unopened, form, ""), status=409)
        return render(request, _show_both(form.cleaned_data["words"], conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("boundaries_burdens"))


@require_POST
def delete_burden(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a mark away, at once: it may have to be quick."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    try:
        there = space.get(Burden, record_id)
        space.remove(there.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        # Its words were changed in another window: taking it away is still what was asked for.
        if conflict.theirs is not None:
            space.remove(conflict.theirs)
    return HttpResponseRedirect(f"{reverse('boundaries_burdens')}?done={deletion.deletion_flag()}")


def _list_burdens(space: Space) -> tuple[list[Opened[Burden]], int]:
    lot = space.standing(Burden)
    return sorted(
        lot.items, key=lambda one: (one.record.day, one.created, one.id), reverse=True
    ), lot.unopened


def _fill_form(newest: Opened[Burden] | None) -> BurdenForm | None:
    if newest is None:
        return None
    return BurdenForm(initial={"words": newest.record.words, "revision": newest.revision})


def _build_page(
    found: list[Opened[Burden]], unopened: int, form: BurdenForm | None, done: str
) -> BurdensPage:
    return BurdensPage(
        marks=present.build_burdens(found[:MOST]),
        form=form if found else None,
        hex=found[0].hex if found else "",
        unopened=unopened,
        said=deletion.deletion_sentence(done),
    )


def _show_both(mine: str, theirs: Opened[Burden]) -> TwoBurdensPage:
    return TwoBurdensPage(
        pairs=(Both(label=_("What it keeps you from"), name="words", mine=mine, theirs=theirs.record.words),),
        action=reverse("boundaries_burdens"),
        back_to=reverse("boundaries_burdens"),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="mark_of", value=theirs.hex),
        ),
    )
