"""Lines beside a time: what the other takes over, what it collides with. They change nothing."""

from contextlib import suppress
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.domain.times import Block, Taken, Weekly, find_busy
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.mytime.times import store
from bothand.rooms.mytime.times.forms import LineForm
from bothand.rooms.mytime.times.labels import format_time
from bothand.rooms.mytime.times.pages import LinePage
from bothand.rooms.mytime.times.present import format_other_clock, present_lines
from bothand.rooms.mytime.times.records import COLLIDES, Line
from bothand.rooms.mytime.times.rules import find_first_day
from bothand.rooms.mytime.times.store import find_lines, find_time, open_ours
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, EpochClosed, Missing, ReadOnly


@READ_OR_WRITE
def write_line(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What I say to a time of the other's: what I take over, what it collides with. There is no yes and no no."""
    there = _find_theirs(request, id_of(hex_id))
    form = LineForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = Line(
            day=find_first_day(there.record),
            about=there.id,
            sort=form.cleaned_data["sort"],
            words=form.cleaned_data["words"],
            start=there.record.start,
            end=there.record.end,
        )
        try:
            store.write_line(open_ours(request), Visit(request).me, said)
        except (ReadOnly, EpochClosed, Conflict):
            form.add_error(None, _("It could not be shared just now. Nothing is lost: send it again."))
        else:
            return HttpResponseRedirect(reverse("mytime_own"))
    lines = find_lines(request, [there])
    page = LinePage(
        form=form,
        hex=hex_id,
        when=format_time(there.record),
        clock=_format_clock(request, there),
        word=there.record.word,
        mine=present_lines(lines.by_me(there.id), "mytime_line_back", lines=lines),
        unopened=lines.unopened,
    )
    return render(request, page, status=422 if form.errors else 200)


@require_POST
def withdraw_line(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take back a line of mine."""
    ours = open_ours(request)
    there = ours.get(Line, id_of(hex_id))
    if there.author != Visit(request).me:
        raise Missing
    # Taken back in two windows at once, it is taken back all the same.
    with suppress(Conflict):
        ours.remove(there)
    return HttpResponseRedirect(reverse("mytime_own"))


@require_POST
def put_line_away(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Put a line of the other's away, for my eyes only. Nothing of it shows on theirs."""
    there = open_ours(request).get(Line, id_of(hex_id))
    store.put_line_away(Visit(request).mine, there.id)
    return HttpResponseRedirect(reverse("mytime_own"))


@require_POST
def say_cannot(request: HttpRequest, hex_id: str) -> HttpResponse:
    """*I can't* to what collides with a time of mine (`on=1`), or take it back. It needs no reason."""
    ours, me = open_ours(request), Visit(request).me
    there = ours.get(Line, id_of(hex_id))
    if there.author == me or there.record.sort != COLLIDES:
        raise Missing
    about = ours.query(Block, Weekly, ids=[there.record.about]).items
    if not any(one.author == me for one in about):
        raise Missing
    # Pressed in two windows at once: the page shows how it is.
    with suppress(Conflict):
        store.say_cannot(ours, me, there, on=request.POST.get("on") == "1")
    return HttpResponseRedirect(reverse("mytime_own"))


def _find_theirs(request: HttpRequest, record_id: bytes) -> Opened[Taken]:
    """A time the other said. Raises Missing, also for one of my own."""
    there = find_time(open_ours(request), record_id)
    if there.author == Visit(request).me:
        raise Missing
    return there


def _format_clock(request: HttpRequest, there: Opened[Taken]) -> str:
    """When a time of theirs is on my clock; of one that is every week, the next."""
    first = there.record.day if isinstance(there.record, Block) else Visit(request).today
    coming = find_busy([there], first, first + timedelta(days=6))
    zone, name = Visit(request).zone, Visit(request).partner_name
    return format_other_clock(coming[0], zone, name) if coming else ""
