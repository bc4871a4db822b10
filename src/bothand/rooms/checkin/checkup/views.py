"""The check-up: its pieces, the three questions of the fear rule, its end, and what it shows beside the one before."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.domain.checkins import Answers, Rhythm, read_rhythm, ruling_answers
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.checkin.checkup import store
from bothand.rooms.checkin.checkup.pages import CheckupPage
from bothand.rooms.checkin.checkup.present import (
    build_comparison_page,
    build_piece_page,
    build_pieces,
    find_next_path,
    find_piece_path,
)
from bothand.rooms.checkin.checkup.records import OpenCheckup
from bothand.rooms.checkin.checkup.rules import (
    FEAR,
    IDEALS,
    find_open_piece,
    list_piece_items,
    list_pieces,
)
from bothand.rooms.checkin.fear.forms import FearForm
from bothand.rooms.checkin.fear.pages import FearPage
from bothand.rooms.checkin.fear.views import read_lead
from bothand.rooms.checkin.labels import explain_fear
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.rooms.checkin.questions.rules import FACET_NAMES, find_due
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.records import Shelf
from bothand.vault.space import Space


@READ_OR_WRITE
def show_checkup(request: HttpRequest) -> HttpResponse:
    """The check-up before it is begun, and its pieces afterwards."""
    visit = Visit(request)
    space, today = visit.mine, visit.today
    if request.method == "POST":
        begun = store.begin_checkup(space, today, alone=not visit.partner_name)
        return HttpResponseRedirect(find_next_path(begun))
    lot = space.query(shelf=Shelf.STANDS)
    checkup, known = store.find_open_checkup(lot.items), read_rhythm(lot.items)
    page = CheckupPage(
        pieces=() if checkup is None else build_pieces(checkup),
        begun=None if checkup is None else checkup.record.begun,
        checked=known.checked,
        due=find_due(known, today).checkup,
        go_on="" if checkup is None or find_open_piece(checkup.record) is None else find_next_path(checkup),
        close="" if checkup is None else reverse("checkin_close", args=[checkup.hex]),
        compared=_has_comparison(known),
        afraid=explain_fear(ruling_answers(lot.items, today)),
        unopened=lot.unopened,
    )
    return render(request, page)


@READ_OR_WRITE
def answer_piece(request: HttpRequest, hex_id: str, number: int) -> HttpResponse:
    """A piece of the check-up."""
    visit = Visit(request)
    space, checkup_id = visit.mine, id_of(hex_id)
    try:
        checkup = space.get(OpenCheckup, checkup_id)
    except Missing:
        if request.method == "POST":
            return _lead_to_comparison(space, checkup_id, number)
        raise
    if number not in list_pieces(alone=checkup.record.alone):
        raise Missing
    if number == FEAR:
        return _answer_fear(request, space, checkup)
    partner = "" if checkup.record.alone else visit.partner_name
    asked = FACET_NAMES if number == IDEALS else list_piece_items(number, alone=checkup.record.alone)
    if request.method != "POST":
        form = QuestionsForm(asked=asked, partner=partner, said=_read_piece(space, checkup_id, number))
        return render(request, build_piece_page(form, checkup, number))
    form = QuestionsForm(request.POST, asked=asked, partner=partner)
    if form.is_valid():
        try:
            store.save_piece(space, checkup_id, number, form.read_answers(), visit.today)
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            return HttpResponseRedirect(find_next_path(_read_again(space, checkup)))
    return render(request, build_piece_page(form, checkup, number), status=422)


@require_POST
def close_checkup(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End the check-up."""
    visit = Visit(request)
    store.close_checkup(visit.mine, id_of(hex_id), visit.today)
    return HttpResponseRedirect(reverse("checkin_comparison"))


@require_safe
def show_comparison(request: HttpRequest) -> HttpResponse:
    """Before and after."""
    from bothand.domain import standing

    visit = Visit(request)
    space = visit.mine
    known = standing.state_of(space)
    afraid = explain_fear(ruling_answers(space.query(shelf=Shelf.STANDS).items, visit.today))
    page = build_comparison_page(known.record.compared, afraid=afraid)
    return render(request, replace(page, unopened=known.unopened))


def _answer_fear(request: HttpRequest, space: Space, checkup: Opened[OpenCheckup]) -> HttpResponse:
    form = FearForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            store.save_fear(space, checkup.id, form.build_answers(Visit(request).today))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            return HttpResponseRedirect(reverse("checkin_checkup"))
    page = FearPage(form=form, action=find_piece_path(checkup, FEAR), lead=read_lead(), in_checkup=True)
    return render(request, page, status=422 if form.errors else 200)


def _read_piece(space: Space, checkup_id: bytes, number: int) -> dict[str, int]:
    """What was answered to a piece already; nothing where it does not open, which is said when it is sent."""
    try:
        record = space.get(Answers, store.make_piece_id(checkup_id, number)).record
    except (Missing, DidNotOpen, NewerVersion):
        return {}
    return dict(record.ideals if number == IDEALS else record.given)


def _lead_to_comparison(space: Space, checkup_id: bytes, number: int) -> HttpResponse:
    """A piece that was sent once more after the check-up was ended in another window."""
    space.get(Answers, store.make_piece_id(checkup_id, number))
    return HttpResponseRedirect(reverse("checkin_comparison"))


def _read_again(space: Space, checkup: Opened[OpenCheckup]) -> Opened[OpenCheckup]:
    try:
        return space.get(OpenCheckup, checkup.id)
    except Missing:
        return checkup


def _has_comparison(known: Rhythm) -> bool:
    """Whether there was a check-up after the first visit."""
    return known.checked is not None and known.first is not None and known.checked > known.first
