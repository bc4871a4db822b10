"""Time I take: kept, changed, deleted. Nobody is asked."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.domain import wishes
from bothand.domain.times import Block, Taken, Weekly, clock_text
from bothand.domain.wishes import Wish
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.mytime.pages import DeletePage, TwoWritesPage
from bothand.rooms.mytime.times import store
from bothand.rooms.mytime.times.forms import ONCE, TimeForm
from bothand.rooms.mytime.times.labels import format_time
from bothand.rooms.mytime.times.pages import TakePage
from bothand.rooms.mytime.times.present import label_announcement
from bothand.rooms.mytime.times.rules import find_first_day, has_moved
from bothand.rooms.mytime.times.store import find_time, open_ours_if_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, Missing, NewerVersion, ReadOnly
from bothand.vault.randomness import new_id
from bothand.vault.space import Space

FIELDS = ("day", "start", "end", "often", "last", "word")


@READ_OR_WRITE
@keep_form_id
def take_time(request: HttpRequest) -> HttpResponse:
    """A new time; for what was handed over, when it was."""
    space = Visit(request).mine
    handed = drafts.read_draft(request)
    if request.method != "POST" or handed:
        word = " ".join(handed.text.split()) if handed else ""
        start, end = _find_span(request, space)
        form = TimeForm(
            initial={
                "day": Visit(request).today,
                "start": start,
                "end": end,
                "often": ONCE,
                "word": word,
            }
        )
        return render(request, TakePage(form=form, hex=""))
    form = TimeForm(request.POST)
    if not form.is_valid():
        return render(request, TakePage(form=form, hex=""), status=422)
    try:
        kept = store.add_time(space, form.taken(), form.cleaned_data["id"])
    except (Conflict, DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return _lead_on(request, kept)


def _find_span(request: HttpRequest, space: Space) -> tuple[str, str]:
    """From when to when the form begins with: as long as a wish for the week says, at the part of the day it likes."""
    named = request.POST.get("wish", "")
    try:
        start, end = wishes.span_text(space.get(Wish, id_of(named)).record)
    except (Missing, DidNotOpen):
        return "18:00", "20:00"
    return clock_text(start), clock_text(end)


@READ_OR_WRITE
def edit_time(request: HttpRequest, hex_id: str) -> HttpResponse:
    """A time changed. What was said of it to the other stays as it was said, and the page says so."""
    space, record_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        there = find_time(space, record_id)
        return render(request, _time_page(request, there, TimeForm.showing(there.record, there.revision)))
    form = TimeForm(request.POST)
    try:
        there = find_time(space, record_id)
        if not form.is_valid():
            return render(request, _time_page(request, there, form), status=422)
        return _save_time(request, space, there, form)
    except Missing:
        return _rescue_words(request, _("This was deleted in another window. What you wrote is here."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept() + " " + _("What you wrote is here."))


def _save_time(request: HttpRequest, space: Space, there: Opened[Taken], form: TimeForm) -> HttpResponse:
    mine = form.taken(there.record.copy)
    if type(mine) is not type(there.record):
        form.add_error(
            "often",
            _("A single time can't become a weekly one, or the other way round. Take a new time instead."),
        )
        return render(request, _time_page(request, there, form), status=422)
    if request.POST.get("keep") == "both":
        return _lead_on(request, store.add_time(space, form.taken(), form.cleaned_data["id"]))
    if mine != there.record:
        try:
            space.replace(there.seen_at(form.cleaned_data["revision"]), mine)
        except Conflict as conflict:
            if conflict.theirs is None:
                raise Missing from None
            return render(request, _show_versions(mine, conflict.theirs), status=409)
    return _lead_on(request, there.id)


@READ_OR_WRITE
def delete_time(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a time, after asking; what was said of it to the other goes with it."""
    space, record_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(request, find_time(space, record_id)))
    try:
        there = find_time(space, record_id)
        store.delete_time(request, there.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Missing:
        pass  # the same form sent twice
    except (ReadOnly, EpochClosed):
        return render(
            request, _confirm_deletion(request, find_time(space, record_id), stuck=True), status=409
        )
    except Conflict as conflict:
        return render(request, _confirm_deletion(request, conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('mytime_own')}?done={deletion.deletion_flag()}")


def _lead_on(request: HttpRequest, record_id: bytes) -> HttpResponse:
    """On to saying it, where there is somebody to say it to; a page that can be left without."""
    if Visit(request).partner is None:
        return HttpResponseRedirect(reverse("mytime_own"))
    return HttpResponseRedirect(reverse("mytime_say", args=[record_id.hex()]))


def _time_page(request: HttpRequest, there: Opened[Taken], form: TimeForm) -> TakePage:
    copy, unopened = None, 0
    if there.record.copy and (ours := open_ours_if_two(request)) is not None:
        lot = ours.query(Block, Weekly, ids=[there.record.copy])
        copy, unopened = next(iter(lot.items), None), lot.unopened
    return TakePage(
        form=form,
        hex=there.hex,
        when=format_time(there.record),
        shown=label_announcement(copy.record.word) if copy else "",
        moved=copy is not None and has_moved(there.record, copy.record),
        unopened=unopened,
    )


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """It could not be kept: what was typed stands in a new form, with an id of its own."""
    typed = {name: str(request.POST.get(name, "")).replace("\0", "") for name in FIELDS}
    return render(request, TakePage(form=TimeForm(initial=typed), hex="", rescued=why), status=409)


def _show_versions(mine: Taken, theirs: Opened[Taken]) -> TwoWritesPage:
    again = {
        "revision": str(theirs.revision),
        "id": new_id().hex(),
        "day": find_first_day(mine).isoformat(),
        "start": clock_text(mine.start),
        "end": clock_text(mine.end),
        "often": "every" if isinstance(mine, Weekly) else ONCE,
        "last": mine.last.isoformat() if isinstance(mine, Weekly) and mine.last else "",
        "word": mine.word,
    }
    lines = [f"{format_time(one)}\n{one.word}".strip() for one in (mine, theirs.record)]
    return TwoWritesPage(
        pairs=(Both(label=_("Time you take"), name="time", mine=lines[0], theirs=lines[1]),),
        action=reverse("mytime_time_edit", args=[theirs.hex]),
        back_to=reverse("mytime_own"),
        hidden=tuple(Hidden(name=name, value=value) for name, value in again.items()),
        typed=False,
        both=True,
    )


def _confirm_deletion(
    request: HttpRequest, there: Opened[Taken], *, changed: bool = False, stuck: bool = False
) -> DeletePage:
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    if stuck:
        lines.append(_("It could not be unshared just now, so nothing was deleted. Try again in a moment."))
    if there.record.copy and Visit(request).partner is not None:
        lines.append(_("What you shared of it is deleted too."))
    return DeletePage(
        title=_("Delete this time?"),
        lines=(
            *lines,
            format_time(there.record),
            _("It is deleted at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("mytime_time_delete", args=[there.hex]),
        button=_("Delete"),
        back=_("Keep it"),
        back_to=reverse("mytime_time_edit", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
