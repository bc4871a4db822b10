"""A time is announced to the other, never asked for."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.domain.times import Block, Taken, Weekly
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.mytime.times import store
from bothand.rooms.mytime.times.forms import BUSY, WORD, SayForm
from bothand.rooms.mytime.times.labels import format_time
from bothand.rooms.mytime.times.pages import SayPage
from bothand.rooms.mytime.times.present import label_announcement
from bothand.rooms.mytime.times.store import find_time, open_ours
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, EpochClosed, ReadOnly


@READ_OR_WRITE
def announce_time(request: HttpRequest, hex_id: str) -> HttpResponse:
    """What the other will see of a time; a look at exactly that; and, with `do=keep`, the copy itself."""
    ours = open_ours(request)
    there = find_time(Visit(request).mine, id_of(hex_id))
    if request.method != "POST":
        copy = (
            next(iter(ours.query(Block, Weekly, ids=[there.record.copy]).items), None)
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
        preview = "" if request.POST.get("do") == "back" else label_announcement(form.said())
        return render(request, _say_page(request, form, there, preview=preview))
    try:
        store.announce_time(request, there, form.said())
    except (ReadOnly, EpochClosed, Conflict):
        form.add_error(None, _("It could not be shared just now. Nothing is lost: load this page again."))
        return render(request, _say_page(request, form, there, preview=""), status=422)
    return HttpResponseRedirect(reverse("mytime_own"))


@require_POST
def withdraw_announcement(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Take back what was said of a time. The time stays."""
    open_ours(request)
    store.withdraw_announcement(request, find_time(Visit(request).mine, id_of(hex_id)))
    return HttpResponseRedirect(reverse("mytime_own"))


def _say_page(request: HttpRequest, form: SayForm, there: Opened[Taken], *, preview: str) -> SayPage:
    return SayPage(
        zone=Visit(request).zone,
        form=form,
        hex=there.hex,
        when=format_time(there.record),
        preview=preview,
        looked=str(there.revision),
        said=bool(there.record.copy),
    )
