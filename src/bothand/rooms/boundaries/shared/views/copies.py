"""From *mine* to *ours* and back: what the other would see, the copy, and taking it back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.domain.boundaries import Boundary
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision
from bothand.rooms.boundaries import labels, present, rules
from bothand.rooms.boundaries.pages import AlonePage, QuestionPage
from bothand.rooms.boundaries.shared import store
from bothand.rooms.boundaries.shared.pages import SharePage
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@READ_OR_WRITE
def share_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What the other would see; then, when that is sent, exactly this."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    if visit.partner is None:
        return render(request, AlonePage())
    if request.method != "POST":
        return render(request, _build_preview(request, boundary))
    if Revision().to_python(request.POST.get("revision")) != boundary.revision:
        return render(request, _build_preview(request, boundary, changed=True), status=409)
    try:
        if boundary.record.ended is not None:
            raise Missing
        store.put_copy(request, boundary, visit.today)
    except Conflict:
        return render(request, _build_preview(request, boundary, changed=True), status=409)
    except store.Full:
        return render(request, _build_preview(request, boundary, full=True), status=409)
    except store.SHUT:
        return render(request, _build_preview(request, boundary, shut=True), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]))


@READ_OR_WRITE
def unshare_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take the copy out of *ours*, after asking. The boundary itself stays in *mine*."""
    visit = Visit(request)
    boundary = visit.mine.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        return render(request, _ask_to_unshare(visit, boundary))
    if visit.partner is not None:
        try:
            store.withdraw_copy(request, boundary.id)
        except Conflict:
            return render(request, _ask_to_unshare(visit, boundary), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[boundary.hex]))


def _build_preview(
    request: HttpRequest,
    boundary: Opened[Boundary],
    *,
    changed: bool = False,
    full: bool = False,
    shut: bool = False,
) -> SharePage:
    visit, words = Visit(request), boundary.record.words
    copy, _broken = store.find_copy(request, boundary.id)
    already = copy is not None and (copy.record.words, copy.record.ended) == (words, None)
    since = copy.record.since if already and copy is not None else visit.today
    return SharePage(
        card=present.build_card(words, owner=visit.settings.name, since=since),
        hex=boundary.hex,
        revision=boundary.revision,
        changed=changed,
        already=already,
        first=copy is None,
        other=rules.speaks_of_other(words.will, visit.partner_name, labels.list_you_words()),
        full=full,
        shut=shut or store.is_shut(request),
    )


def _ask_to_unshare(visit: Visit, boundary: Opened[Boundary]) -> QuestionPage:
    name = {"name": visit.partner_name or _("the other")}
    return QuestionPage(
        title=_("Stop sharing it with %(name)s?") % name,
        lines=(
            labels.write_opening(boundary.record.words),
            _("The copy leaves Ours, with all its wordings. Your own stays here, as it is."),
            _("What %(name)s has read, copied or backed up stays with them.") % name,
            _("If it no longer holds, you can end it instead. Then it stays there, marked as ended."),
        ),
        action=reverse("boundaries_unshare", args=[boundary.hex]),
        button=_("Unshare"),
        back=_("Keep sharing"),
        back_to=reverse("boundaries_show", args=[boundary.hex]),
    )
