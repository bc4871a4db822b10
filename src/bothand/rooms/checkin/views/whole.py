"""The check-up: its pieces, the three questions of the fear rule, its end, and what it shows beside the one before."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bothand.accounts import access
from bothand.content import items
from bothand.domain.checkins import Answers, Rhythm, read_rhythm, ruling_answers
from bothand.kit import texts
from bothand.kit.addresses import id_of
from bothand.kit.fields import not_kept
from bothand.relationship import FACETS
from bothand.rooms.checkin import asking, store, told
from bothand.rooms.checkin.asked_pages import FearPage, Piece, PiecePage, WholePage
from bothand.rooms.checkin.questions import FearForm, QuestionsForm
from bothand.rooms.checkin.records import Checkup
from bothand.rooms.checkin.views.asking import partner_of, today_of
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.space import Space


@require_http_methods(["GET", "HEAD", "POST"])
def whole(request: HttpRequest) -> HttpResponse:
    """The check-up before it is begun, and its pieces afterwards."""
    space, today = access.open_mine(request), today_of(request)
    if request.method == "POST":
        begun = store.begin_checkup(space, today, alone=not partner_of(request))
        return HttpResponseRedirect(_next_path(begun))
    lot = space.standing()
    found, known = store.begun_checkup(lot.items), read_rhythm(lot.items)
    page = WholePage(
        pieces=() if found is None else _pieces(found),
        begun=None if found is None else found.record.begun,
        checked=known.checked,
        due=asking.due(known, today).checkup,
        go_on="" if found is None or asking.open_piece(found.record) is None else _next_path(found),
        close="" if found is None else reverse("checkin_close", args=[found.hex]),
        compared=_compared(known),
        afraid=told.afraid(ruling_answers(lot.items, today)),
        unopened=lot.unopened,
    )
    return render(request, page)


@require_http_methods(["GET", "HEAD", "POST"])
def piece(request: HttpRequest, hex_id: str, number: int) -> HttpResponse:
    """A piece of the check-up."""
    space, run = access.open_mine(request), id_of(hex_id)
    try:
        found = space.get(Checkup, run)
    except Missing:
        if request.method == "POST":
            return _gone(space, run, number)
        raise
    if number not in asking.pieces(alone=found.record.alone):
        raise Missing
    if number == asking.FEAR:
        return _fear(request, space, found)
    partner = "" if found.record.alone else partner_of(request)
    asked = (
        asking.FACET_NAMES
        if number == asking.IDEALS
        else asking.piece_items(number, alone=found.record.alone)
    )
    if request.method != "POST":
        form = QuestionsForm(asked=asked, partner=partner, said=_said(space, run, number))
        return render(request, _piece_page(form, found, number))
    form = QuestionsForm(request.POST, asked=asked, partner=partner)
    if form.is_valid():
        try:
            store.answer_piece(space, run, number, form.said(), today_of(request))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            return HttpResponseRedirect(_next_path(_again(space, found)))
    return render(request, _piece_page(form, found, number), status=422)


@require_POST
def close(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End the check-up."""
    store.close_checkup(access.open_mine(request), id_of(hex_id), today_of(request))
    return HttpResponseRedirect(reverse("checkin_after"))


@require_safe
def after(request: HttpRequest) -> HttpResponse:
    """Before and after."""
    from bothand.domain import standing
    from bothand.rooms.checkin import seeing_parts

    space = access.open_mine(request)
    known = standing.state_of(space)
    afraid = told.afraid(ruling_answers(space.standing().items, today_of(request)))
    page = seeing_parts.after_page(known.record.compared, afraid=afraid)
    return render(request, replace(page, unopened=known.unopened))


def piece_title(number: int) -> str:
    """What a piece is called: a facet by its title."""
    if number < asking.GROUND:
        return told.facet_title(FACETS[number - 1].name)
    return {
        asking.GROUND: _("Money, home and decisions"),
        asking.IDEALS: _("How you would like it"),
        asking.FEAR: _("Three questions about being afraid"),
    }[number]


def _fear(request: HttpRequest, space: Space, found: Opened[Checkup]) -> HttpResponse:
    form = FearForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            store.answer_fear(space, found.id, form.answers(today_of(request)))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            return HttpResponseRedirect(reverse("checkin_whole"))
    page = FearPage(
        form=form,
        action=_piece_path(found, asking.FEAR),
        lead=items.load_bank(texts.text_language()).fear.lead,
    )
    return render(request, page, status=422 if form.errors else 200)


def _pieces(found: Opened[Checkup]) -> tuple[Piece, ...]:
    return tuple(
        Piece(
            path=_piece_path(found, number),
            title=piece_title(number),
            about=_("kept") if number in found.record.done else "",
            done=number in found.record.done,
        )
        for number in asking.pieces(alone=found.record.alone)
    )


def _piece_page(form: QuestionsForm, found: Opened[Checkup], number: int) -> PiecePage:
    bank = items.load_bank(texts.text_language())
    return PiecePage(
        form=form,
        action=_piece_path(found, number),
        title=piece_title(number),
        lead=bank.ideal_question if number == asking.IDEALS else bank.lead,
    )


def _said(space: Space, run: bytes, number: int) -> dict[str, int]:
    """What was answered to a piece already; nothing where it does not open, which is said when it is sent."""
    try:
        record = space.get(Answers, store.piece_id(run, number)).record
    except (Missing, DidNotOpen, NewerVersion):
        return {}
    return dict(record.ideals if number == asking.IDEALS else record.given)


def _gone(space: Space, run: bytes, number: int) -> HttpResponse:
    """A piece that was sent once more after the check-up was ended in another window."""
    space.get(Answers, store.piece_id(run, number))
    return HttpResponseRedirect(reverse("checkin_after"))


def _again(space: Space, found: Opened[Checkup]) -> Opened[Checkup]:
    try:
        return space.get(Checkup, found.id)
    except Missing:
        return found


def _next_path(found: Opened[Checkup]) -> str:
    number = asking.open_piece(found.record)
    return reverse("checkin_whole") if number is None else _piece_path(found, number)


def _piece_path(found: Opened[Checkup], number: int) -> str:
    return reverse("checkin_piece", args=[found.hex, number])


def _compared(known: Rhythm) -> bool:
    """Whether there was a check-up after the first visit."""
    return known.checked is not None and known.first is not None and known.checked > known.first
