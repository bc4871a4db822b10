"""Check-ins: begun, page by page, ended, left for this week."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts.access import Visit
from bothand.content import items
from bothand.domain.checkins import Answers, read_rhythm
from bothand.domain.plan import focus_of
from bothand.kit import texts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.checkin.past.store import amend_sitting
from bothand.rooms.checkin.questions import store
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.rooms.checkin.questions.pages import BeginPage, SheetPage
from bothand.rooms.checkin.questions.records import OpenCheckin
from bothand.rooms.checkin.questions.rules import (
    Sort,
    find_due,
    find_open_sheet,
    is_fresh,
    list_sheets,
    refill_sheet,
)
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.records import Shelf
from bothand.vault.space import Space

KEPT, NOTHING, OFF = "kept", "nothing", "off"


@READ_OR_WRITE
def begin_checkin(request: HttpRequest) -> HttpResponse:
    """What a check-in is, and its beginning; one that was begun is gone on with."""
    visit = Visit(request)
    space, today = visit.mine, visit.today
    lot = space.query(shelf=Shelf.STANDS)
    due = find_due(read_rhythm(lot.items), today)
    checkin = store.find_open_checkin(lot.items)
    sort: Sort = "first" if read_rhythm(lot.items).last is None else "weekly"
    if request.method == "POST":
        if checkin is not None and not is_fresh(checkin.record, today):
            store.end_checkin(space, checkin)
            checkin = None
        if checkin is None:
            alone = not visit.partner_name
            checkin = store.begin_checkin(space, sort, today, alone=alone, focus=focus_of(lot))
        return HttpResponseRedirect(_find_sheet_path(checkin, find_open_sheet(checkin.record)))
    page = BeginPage(
        sort=sort,
        go_on="" if checkin is None else _find_sheet_path(checkin, find_open_sheet(checkin.record)),
        stop="" if checkin is None else reverse("checkin_stop", args=[checkin.hex]),
        begun=None if checkin is None else checkin.record.day,
        stale=checkin is not None and not is_fresh(checkin.record, today),
        next=None if due.sort else due.next,
        said=_find_notice(request.GET.get("done", "")),
        unopened=lot.unopened,
    )
    return render(request, page)


@READ_OR_WRITE
def answer_sheet(request: HttpRequest, hex_id: str, number: int) -> HttpResponse:
    """A page of questions."""
    visit = Visit(request)
    space, checkin_id = visit.mine, id_of(hex_id)
    try:
        checkin = space.get(OpenCheckin, checkin_id)
    except Missing:
        return _answer_ended(request, space, checkin_id, number)
    pages = list_sheets(checkin.record)
    if not 1 <= number <= len(pages):
        raise Missing
    page = pages[number - 1]
    if request.method != "POST":
        said = dict(checkin.record.given)
        form = QuestionsForm(
            asked=page, partner="" if checkin.record.alone else visit.partner_name, said=said
        )
        return render(request, _build_page(form, checkin, number))
    form = QuestionsForm(request.POST, asked=page, partner="" if checkin.record.alone else visit.partner_name)
    if not form.is_valid():
        return render(request, _build_page(form, checkin, number), status=422)
    try:
        checkin = store.save_sheet(space, checkin_id, page, form.read_answers(), visit.today)
        if number < len(pages) and "stop" not in request.POST:
            return HttpResponseRedirect(_find_sheet_path(checkin, number + 1))
        return _lead_on(store.end_checkin(space, checkin))
    except (DidNotOpen, NewerVersion):
        form.add_error(None, not_kept())
    return render(request, _build_page(form, checkin, number), status=422)


def _answer_ended(request: HttpRequest, space: Space, checkin_id: bytes, number: int) -> HttpResponse:
    """A page of a check-in that was ended: sent again it changes that one, looked at it leads there."""
    sitting = space.get(Answers, checkin_id)
    record = sitting.record
    if record.sort not in ("first", "weekly"):
        raise Missing
    ended = OpenCheckin(
        sort="first" if record.sort == "first" else "weekly",
        day=record.day,
        items=tuple(item for item, _ in record.given),
        alone=record.alone,
    )
    if request.method != "POST":
        return HttpResponseRedirect(reverse("checkin_sitting", args=[sitting.hex]))
    page = _find_sheet_sent(request, ended, number)
    partner = "" if record.alone else Visit(request).partner_name
    form = QuestionsForm(request.POST, asked=page, partner=partner)
    if not form.is_valid():
        raise Missing
    amend_sitting(space, sitting, refill_sheet(record, page, form.read_answers()))
    return _lead_on(True)


def _find_sheet_sent(request: HttpRequest, ended: OpenCheckin, number: int) -> tuple[str, ...]:
    """The page that was sent to a check-in that was ended: of one that was ended early, it may be one not kept yet."""
    from bothand.domain import measurement

    pages = list_sheets(ended)
    known = pages[number - 1] if 1 <= number <= len(pages) else ()
    new = tuple(key for key in request.POST if key in measurement.fold_whole() and key not in ended.items)
    if not known and not new:
        raise Missing
    return (*known, *new)


@require_POST
def stop_checkin(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End a check-in with what was answered so far."""
    space, checkin_id = Visit(request).mine, id_of(hex_id)
    try:
        checkin = space.get(OpenCheckin, checkin_id)
    except Missing:
        space.get(Answers, checkin_id)
        return _lead_on(True)
    return _lead_on(store.end_checkin(space, checkin))


@require_POST
def postpone_checkin(request: HttpRequest) -> HttpResponse:
    """Not this week."""
    visit = Visit(request)
    store.postpone_checkin(visit.mine, visit.today)
    return HttpResponseRedirect(f"{reverse('checkin_begin')}?done={OFF}")


def _lead_on(kept: bool) -> HttpResponse:
    if kept:
        return HttpResponseRedirect(f"{reverse('checkin_map')}?done={KEPT}")
    return HttpResponseRedirect(f"{reverse('checkin_begin')}?done={NOTHING}")


def _find_notice(sign: str) -> str:
    if sign == NOTHING:
        return _("Nothing was answered, so nothing was saved.")
    return (
        _("Not this week, then. It will be here again in seven days, or whenever you like.")
        if sign == OFF
        else ""
    )


def _find_sheet_path(checkin: Opened[OpenCheckin], number: int) -> str:
    return reverse("checkin_sheet", args=[checkin.hex, number])


def _build_page(form: QuestionsForm, checkin: Opened[OpenCheckin], number: int) -> SheetPage:
    pages = list_sheets(checkin.record)
    return SheetPage(
        form=form,
        action=_find_sheet_path(checkin, number),
        back=_find_sheet_path(checkin, number - 1) if number > 1 else "",
        number=number,
        count=len(pages),
        lead=items.load_bank(texts.text_language()).lead,
    )
