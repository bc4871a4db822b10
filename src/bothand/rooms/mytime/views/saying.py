"""Between the two: a time is said, never asked for; what the other says to it stands beside it and changes nothing."""

from contextlib import suppress
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bothand.accounts import access
from bothand.domain.times import Block, Taken, Weekly, find_busy
from bothand.kit.addresses import id_of
from bothand.rooms.mytime import labels, opening, present, rules, store
from bothand.rooms.mytime.forms import BUSY, WORD, LineForm, SayForm
from bothand.rooms.mytime.pages import LinePage, SayPage
from bothand.rooms.mytime.records import COLLIDES, Line
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, EpochClosed, Missing, ReadOnly

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
def announce_time(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What the other will see of a time; a look at exactly that; and, with `do=keep`, the copy itself."""
    ours = opening.open_ours(request)
    there = opening.find_time(access.open_mine(request), id_of(hex_id))
    if request.method != "POST":
        copy = (
            next(iter(ours.several(Block, [there.record.copy], Weekly).items), None)
            if there.record.copy
            else None
        )
        word = copy.record.word if copy else ""
        form = SayForm(initial={"how": WORD if word else BUSY, "word": word})
        return render(request, _say_page(request, form, there, preview=""))
    form = SayForm(request.POST)
    if not form.is_valid():
        return render(request, _say_page(request, form, there, preview=""), status=422)
    # What is said is what was looked at: a time that changed meanwhile is looked at once more.
    looked = request.POST.get("looked") == str(there.revision)
    if request.POST.get("do") != "keep" or not looked:
        preview = "" if request.POST.get("do") == "back" else present.label_announcement(form.said())
        return render(request, _say_page(request, form, there, preview=preview))
    try:
        store.announce_time(request, there, form.said())
    except (ReadOnly, EpochClosed, Conflict):
        form.add_error(None, _("It could not be put there just now. Nothing is lost: load this page again."))
        return render(request, _say_page(request, form, there, preview=""), status=422)
    return HttpResponseRedirect(reverse("mytime_own"))


@require_POST
def withdraw_announcement(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take back what was said of a time. The time stays."""
    opening.open_ours(request)
    store.withdraw_announcement(request, opening.find_time(access.open_mine(request), id_of(hex_id)))
    return HttpResponseRedirect(reverse("mytime_own"))


@READ_OR_WRITE
def write_line(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What I say to a time of the other's: what I take over, what it collides with. There is no yes and no no."""
    there = _find_theirs(request, id_of(hex_id))
    form = LineForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        said = Line(
            day=rules.find_first_day(there.record),
            about=there.id,
            sort=form.cleaned_data["sort"],
            words=form.cleaned_data["words"],
            start=there.record.start,
            end=there.record.end,
        )
        try:
            store.write_line(opening.open_ours(request), access.visitor_of_request(request).account, said)
        except (ReadOnly, EpochClosed, Conflict):
            form.add_error(None, _("It could not be put there just now. Nothing is lost: send it again."))
        else:
            return HttpResponseRedirect(reverse("mytime_own"))
    lines = opening.find_lines(request, [there])
    page = LinePage(
        form=form,
        hex=hex_id,
        when=labels.format_time(there.record),
        clock=_format_clock(request, there),
        word=there.record.word,
        mine=present.present_lines(lines.by_me(there.id), "mytime_line_back", lines=lines),
        unopened=lines.unopened,
    )
    return render(request, page, status=422 if form.errors else 200)


@require_POST
def withdraw_line(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take back a line of mine."""
    ours = opening.open_ours(request)
    there = ours.get(Line, id_of(hex_id))
    if there.author != access.visitor_of_request(request).account:
        raise Missing
    # Taken back in two windows at once, it is taken back all the same.
    with suppress(Conflict):
        ours.remove(there)
    return HttpResponseRedirect(reverse("mytime_own"))


@require_POST
def put_line_away(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Put a line of the other's away, for my eyes only. Nothing of it shows on theirs."""
    there = opening.open_ours(request).get(Line, id_of(hex_id))
    store.put_line_away(access.open_mine(request), there.id)
    return HttpResponseRedirect(reverse("mytime_own"))


@require_POST
def say_cannot(request: HttpRequest, hex_id: str) -> HttpResponse:
    """*I can't* to what collides with a time of mine (`on=1`), or take it back. It needs no reason."""
    ours, me = opening.open_ours(request), access.visitor_of_request(request).account
    there = ours.get(Line, id_of(hex_id))
    if there.author == me or there.record.sort != COLLIDES:
        raise Missing
    about = ours.several(Block, [there.record.about], Weekly).items
    if not any(one.author == me for one in about):
        raise Missing
    # Pressed in two windows at once: the page shows how it is.
    with suppress(Conflict):
        store.say_cannot(ours, me, there, on=request.POST.get("on") == "1")
    return HttpResponseRedirect(reverse("mytime_own"))


def _find_theirs(request: HttpRequest, record_id: bytes) -> Opened[Taken]:
    """A time the other said. Raises Missing, also for one of my own."""
    there = opening.find_time(opening.open_ours(request), record_id)
    if there.author == access.visitor_of_request(request).account:
        raise Missing
    return there


def _format_clock(request: HttpRequest, there: Opened[Taken]) -> str:
    """When a time of theirs is on my clock; of one that is every week, the next."""
    first = there.record.day if isinstance(there.record, Block) else opening.find_today(request)
    coming = find_busy([there], first, first + timedelta(days=6))
    zone, name = access.visitor_of_request(request).settings.zone, frame_of(request, "mine").partner
    return present.format_other_clock(coming[0], zone, name) if coming else ""


def _say_page(request: HttpRequest, form: SayForm, there: Opened[Taken], *, preview: str) -> SayPage:
    return SayPage(
        zone=access.visitor_of_request(request).settings.zone,
        form=form,
        hex=there.hex,
        when=labels.format_time(there.record),
        preview=preview,
        looked=str(there.revision),
        said=bool(there.record.copy),
    )
