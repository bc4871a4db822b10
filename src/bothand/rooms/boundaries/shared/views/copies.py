"""From *mine* to *ours* and back: the preview, the copy, its end, and deleting a boundary."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.domain.boundaries import Boundary
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision
from bothand.rooms.boundaries import asking, labels, present, rules
from bothand.rooms.boundaries.pages import AlonePage, QuestionPage
from bothand.rooms.boundaries.shared.pages import SharePage
from bothand.rooms.boundaries.shared.store import (
    Full,
    find_copy,
    put_copy,
    withdraw_copy,
)
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing


@asking.READ_OR_WRITE
def share_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What the other would see; then, when that is sent, exactly this."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    if access.find_partner(request) is None:
        return render(request, AlonePage())
    if request.method != "POST":
        return render(request, _build_preview(request, there))
    if Revision().to_python(request.POST.get("revision")) != there.revision:
        return render(request, _build_preview(request, there, changed=True), status=409)
    try:
        if there.record.ended is not None:
            raise Missing
        put_copy(request, there, asking.today(request))
    except Conflict:
        return render(request, _build_preview(request, there, changed=True), status=409)
    except Full:
        return render(request, _build_preview(request, there, full=True), status=409)
    except asking.SHUT:
        return render(request, _build_preview(request, there, shut=True), status=409)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]))


def _build_preview(
    request: HttpRequest,
    there: Opened[Boundary],
    *,
    changed: bool = False,
    full: bool = False,
    shut: bool = False,
) -> SharePage:
    copy, _broken = find_copy(request, there.id)
    one = there.record
    day = asking.today(request)
    already = copy is not None and (copy.record.words, copy.record.ended) == (one.words, None)
    since = copy.record.since if already and copy is not None else day
    return SharePage(
        card=present.build_card(one.words, owner=asking.own_name(request), since=since),
        hex=there.hex,
        revision=there.revision,
        changed=changed,
        already=already,
        first=copy is None,
        other=rules.speaks_of_other(one.words.will, asking.partner_name(request), labels.list_you_words()),
        full=full,
        shut=shut or asking.is_shut(request),
    )


@asking.READ_OR_WRITE
def unshare_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take the copy out of *ours*, after asking. The boundary itself stays in *mine*."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        return render(request, _ask_to_unshare(there, asking.partner_name(request)))
    if access.find_partner(request) is not None:
        try:
            withdraw_copy(request, there.id)
        except Conflict:
            return render(request, _ask_to_unshare(there, asking.partner_name(request)), status=409)
        except asking.SHUT:
            return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_show", args=[there.hex]))


def _ask_to_unshare(there: Opened[Boundary], partner: str) -> QuestionPage:
    name = {"name": partner or _("the other")}
    return QuestionPage(
        title=_("Show it to %(name)s no longer?") % name,
        lines=(
            labels.write_opening(there.record.words),
            _("The copy leaves the place you share, with all its wordings. Yours stays here, as it is."),
            _("What %(name)s has read, copied or backed up stays with them.") % name,
            _("If it no longer holds, you can end it instead. Then it stays there and reads as ended."),
        ),
        action=reverse("boundaries_unshare", args=[there.hex]),
        button=_("Take the copy back"),
        back=_("Leave it there"),
        back_to=reverse("boundaries_show", args=[there.hex]),
    )
