"""From *mine* to *ours* and back: the preview, the copy, its end, and deleting a boundary."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.domain.boundaries import Boundary
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision
from bothand.rooms.boundaries import asking, labels, present, rules, store
from bothand.rooms.boundaries.pages import QuestionPage, SharePage
from bothand.rooms.boundaries.pages_between import AlonePage
from bothand.shell.page import render
from bothand.shell.parts import Hidden
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
        store.put_copy(request, there, asking.today(request))
    except Conflict:
        return render(request, _build_preview(request, there, changed=True), status=409)
    except store.Full:
        return render(request, _build_preview(request, there, full=True), status=409)
    except asking.SHUT:
        return render(request, _build_preview(request, there, shut=True), status=409)
    return HttpResponseRedirect(reverse("boundaries_one", args=[there.hex]))


def _build_preview(
    request: HttpRequest,
    there: Opened[Boundary],
    *,
    changed: bool = False,
    full: bool = False,
    shut: bool = False,
) -> SharePage:
    copy, _broken = store.find_copy(request, there.id)
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
            store.withdraw_copy(request, there.id)
        except Conflict:
            return render(request, _ask_to_unshare(there, asking.partner_name(request)), status=409)
        except asking.SHUT:
            return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_one", args=[there.hex]))


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
        action=reverse("boundaries_back", args=[there.hex]),
        button=_("Take the copy back"),
        back=_("Leave it there"),
        back_to=reverse("boundaries_one", args=[there.hex]),
    )


@asking.READ_OR_WRITE
def end_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End a boundary, after asking; or let one that ended stand again."""
    space = access.open_mine(request)
    there = space.get(Boundary, id_of(hex_id))
    if request.method != "POST":
        return render(request, _ask_to_end(request, there))
    day = asking.today(request) if request.POST.get("end") == "1" else None
    revision = Revision().to_python(request.POST.get("revision"))
    try:
        if (there.record.ended is None) != (day is None):
            store.end_with_copy(request, space, store.at_revision(there, revision), day)
    except Conflict as conflict:
        if conflict.theirs is None:
            raise Missing from None
        return render(request, _ask_to_end(request, conflict.theirs), status=409)
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(reverse("boundaries_one", args=[there.hex]))


def _ask_to_end(request: HttpRequest, there: Opened[Boundary]) -> QuestionPage:
    ended = there.record.ended is not None
    copy, _broken = store.find_copy(request, there.id)
    name = {"name": asking.partner_name(request)}
    lines = [labels.write_opening(there.record.words)]
    if ended:
        lines.append(_("It stands again from today on."))
        lines += [_("The copy that %(name)s can open says so too.") % name] if copy else []
    else:
        lines.append(_("It is yours to end, at any time and without a reason. All its wordings stay."))
        lines += [_("The copy that %(name)s can open reads as ended from today on.") % name] if copy else []
    return QuestionPage(
        title=_("Let it stand again?") if ended else _("End this boundary?"),
        lines=tuple(lines),
        action=reverse("boundaries_end", args=[there.hex]),
        button=_("Let it stand again") if ended else _("End it"),
        back=_("Leave it as it is"),
        back_to=reverse("boundaries_one", args=[there.hex]),
        hidden=(
            Hidden(name="revision", value=str(there.revision)),
            Hidden(name="end", value="0" if ended else "1"),
        ),
    )


@asking.READ_OR_WRITE
def delete_boundary(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a boundary from *mine*, after asking; a copy that is shown goes with it."""
    space, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask_to_delete(request, space.get(Boundary, record_id)))
    try:
        there = space.get(Boundary, record_id)
        revision = Revision().to_python(request.POST.get("revision"))
        store.delete_with_copy(request, space, store.at_revision(there, revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask_to_delete(request, conflict.theirs, changed=True), status=409)
    except asking.SHUT:
        return asking.shut_page(request)
    return HttpResponseRedirect(f"{reverse('boundaries_list')}?done={deletion.deletion_flag()}")


def _ask_to_delete(request: HttpRequest, there: Opened[Boundary], *, changed: bool = False) -> QuestionPage:
    copy, _broken = store.find_copy(request, there.id)
    name = {"name": asking.partner_name(request)}
    lines = [_("You changed it in another window. This is how it reads now.")] if changed else []
    lines.append(labels.write_opening(there.record.words))
    lines.append(_("It goes at once and for good, with how it read before. What you noted about it stays."))
    if copy is not None:
        lines.append(_("The copy that %(name)s can open goes too.") % name)
    lines.append(_("Older backups still hold it, sealed."))
    return QuestionPage(
        title=_("Delete this boundary?"),
        lines=tuple(lines),
        action=reverse("boundaries_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=reverse("boundaries_one", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
