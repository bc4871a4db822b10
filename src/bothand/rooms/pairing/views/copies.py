"""A copy of something of one's own: look at it, share it, read it, take it back."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit import deletion, shared_copy
from bothand.kit.addresses import id_of
from bothand.kit.manifest import Readable
from bothand.rooms.pairing.export import find_sharing_room, read_shared_page
from bothand.rooms.pairing.pages import BackPage, SharedPagePage, SharePage
from bothand.rooms.pairing.records import SharedPage
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing, ReadOnly

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
def share_page(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Exactly what the other would see; then it is shared."""
    record_id = id_of(hex_id)
    found = Visit(request).mine.at(record_id)
    if found is None or found.deleted:
        raise Missing
    room = find_sharing_room(found.kind.type)
    read = room.readable[found.kind.type](found.record)
    alone = Visit(request).partner is None
    if request.method == "POST" and not alone:
        fresh = _page(read, room.name, Visit(request).today)
        try:
            kept = shared_copy.share_copy(request, _same_day(request, fresh, record_id), of=record_id)
        except Conflict:
            # Two windows shared it at once: what lies there now is looked at again.
            return HttpResponseRedirect(request.path)
        return HttpResponseRedirect(reverse("pairing_page", args=[kept.hex]))
    there = None if alone else shared_copy.copy_of(request, SharedPage, record_id)
    page = SharePage(
        hex=hex_id,
        readable=read,
        there="" if there is None else there.hex,
        changed=there is not None and read_shared_page(there.record) != read,
        alone=alone,
    )
    return render(request, page, status=404 if alone and request.method == "POST" else 200)


@require_safe
def show_page(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One shared page."""
    found = Visit(request).ours.get(SharedPage, id_of(hex_id))
    shown = SharedPagePage(
        hex=found.hex,
        readable=read_shared_page(found.record),
        by_me=_by_me(request, found),
        day=found.record.day,
    )
    return render(request, shown)


@READ_OR_WRITE
def unshare_page(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take a page back that one shared. What is gone is back already."""
    access.open_mine(request)
    ours, after = access.open_ours(request), reverse("pairing_ours")
    try:
        found = ours.get(SharedPage, id_of(hex_id))
    except Missing:
        if request.method == "POST":
            return HttpResponseRedirect(after)
        raise
    if not _by_me(request, found):
        raise Missing
    if request.method == "POST":
        try:
            ours.remove(found)
        except Conflict as conflict:
            if conflict.theirs is not None and not conflict.theirs.deleted:
                return HttpResponseRedirect(request.path)
        except ReadOnly:
            raise Missing from None
        return HttpResponseRedirect(f"{after}?done={deletion.deletion_flag()}")
    shown = BackPage(
        title=_("Unshare this?"),
        lines=(
            _("It leaves Ours at once. Your own page stays as it is."),
            _(
                "What has been read stays known, and what was copied, exported or backed up before stays there."
            ),
        ),
        action=request.path,
        button=_("Unshare"),
        back=_("Keep sharing"),
        back_to=reverse("pairing_page", args=[found.hex]),
    )
    return render(request, shown)


def _page(read: Readable, room: str, day: date) -> SharedPage:
    return SharedPage(day=day, heading=read.heading, pairs=read.pairs, room=room)


def _same_day(request: HttpRequest, fresh: SharedPage, record_id: bytes) -> SharedPage:
    """A page that is shared anew stays in the month in which it lies."""
    there = shared_copy.copy_of(request, SharedPage, record_id)
    if there is None:
        return fresh
    return SharedPage(day=there.record.day, heading=fresh.heading, pairs=fresh.pairs, room=fresh.room)


def _by_me(request: HttpRequest, found: Opened[SharedPage]) -> bool:
    return found.author == Visit(request).me
