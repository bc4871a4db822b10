"""Housework, alone: what I like of it, what came out, and trying it by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.accounts.person_name import show_name
from bothand.kit import agreement_store
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.meetings import encode_payload, take_back_others
from bothand.kit.pairs import for_pair
from bothand.rooms.housework.divisions.labels import name_task, say_effect
from bothand.rooms.housework.divisions.pages import DivisionsPage, FeelingsPage
from bothand.rooms.housework.divisions.records import FAMILY, FEELINGS, Divided, Feeling, Feelings, Shared
from bothand.rooms.housework.divisions.store import (
    AnsweredHome,
    find_last_round,
    open_home,
    suggest_division,
)
from bothand.rooms.housework.present import present_alone
from bothand.rooms.housework.records import task_id
from bothand.shell.page import render

if TYPE_CHECKING:
    from bothand.engines.sharing import Sharing


@READ_OR_WRITE
@for_pair(present_alone)
def edit_feelings(request: HttpRequest) -> HttpResponse:
    """What I like, don't mind, don't like, can't do. Nobody else sees it, but for what I can't."""
    home = open_home(request)
    if not home.confirmed:
        return HttpResponseRedirect(reverse("housework_home"))
    kept = home.feelings
    if request.method != "POST":
        return render(request, _show_feelings(home, kept.feelings if kept else ()))
    if request.POST.get("act") == "back":
        home.mine.take_back()
        return HttpResponseRedirect(reverse("housework_home"))
    typed = _read_feelings(request, home)
    if request.POST.get("of") != home.digest.hex():
        return render(request, _show_feelings(home, typed, changed=True), status=409)
    take_back_others(couple_actions.meet_all(request, FAMILY), home.mine.sort)
    feelings = Feelings(work=home.household, feelings=typed)
    if feelings != kept or home.mine.fate:
        home.mine.lay(encode_payload(feelings))
    return HttpResponseRedirect(reverse("housework_divisions"))


def _read_feelings(request: HttpRequest, home: AnsweredHome) -> tuple[Feeling, ...]:
    known: dict[str, Feeling] = {name: name for name in FEELINGS}
    return tuple(
        known.get(request.POST.get(f"feel-{task_id(task.name).hex()}", ""), "neutral")
        for task in home.household.tasks
    )


def _show_feelings(home: AnsweredHome, felt: Sequence[str], *, changed: bool = False) -> FeelingsPage:
    from bothand.rooms.housework.divisions import present

    return FeelingsPage(
        felt=present.present_feelings(home.household, felt),
        of=home.digest.hex(),
        kept=home.mine.answer is not None,
        fate=home.mine.fate,
        changed=changed,
    )


@READ_OR_WRITE
@for_pair(present_alone)
def show_divisions(request: HttpRequest) -> HttpResponse:
    """What came out, told to me; by POST: give a task to the other by hand, or suggest what stands there."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.housework.divisions import present, rules

    home = open_home(request)
    if not home.confirmed:
        return HttpResponseRedirect(reverse("housework_home"))
    came = find_last_round(home.mine)
    if came is None or came[1].state != "found":
        return render(request, _show_none(home, came))
    feelings, shared = came
    try:
        sharing = rules.lay_out_for_one(feelings, shared, home.pair.place)
    except SharingError:
        return render(request, _show_none(home, None))
    divisions, effect = list(shared.divisions), ""
    if request.method == "POST":
        sent, effect = _move_by_hand(request, home, sharing, shared)
        if sent is not None and request.POST.get("act") == "suggest":
            names = Visit(request).names
            first, second = (show_name(names[account]).plain for account in home.pair.accounts)
            lines = present.write_lines(sharing, sent, (first, second))
            agreement_id = suggest_division(request, home.pair, lines)
            return HttpResponseRedirect(agreement_store.agreement_path(agreement_id))
        if sent is not None:
            divisions = [sent]
    page = DivisionsPage(
        state="found",
        divisions=tuple(
            present.present_division(home.pair, sharing, shared, division) for division in divisions
        ),
        nobody=(),
        effect=effect,
        answered=home.mine.answer is not None,
        fate=home.mine.fate,
    )
    return render(request, page)


def _show_none(home: AnsweredHome, came: tuple[Feelings, Shared] | None) -> DivisionsPage:
    state = "" if came is None else came[1].state
    tasks = came[0].work.tasks if came else ()
    nobody = tuple(tasks[place].name for place in came[1].nobody) if came else ()
    return DivisionsPage(
        state=state,
        divisions=(),
        nobody=nobody,
        effect="",
        answered=home.mine.answer is not None,
        fate=home.mine.fate,
    )


def _move_by_hand(
    request: HttpRequest, home: AnsweredHome, sharing: "Sharing", shared: Shared
) -> tuple[Divided | None, str]:
    """The division that was sent along, with one task or part moved where that was asked; and what it did."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.housework.divisions import present, rules

    typed = request.POST.get("owners", "")
    if len(typed) != len(sharing.pieces) or not set(typed) <= {"0", "1"}:
        return None, _("This didn't arrive whole. Here is the result again; nothing is lost.")
    owners = tuple(map(int, typed))
    known = next((division for division in shared.divisions if division.owners == owners), None)
    try:
        now = known or rules.arrange_pieces(sharing, owners)
        keys = present.name_pieces(sharing)
        moved = request.POST.get("move", "")
        if moved not in keys:
            return now, ""
        piece = sharing.pieces[keys.index(moved)]
        after, done = rules.move_piece(sharing, now, keys.index(moved))
        task = name_task(sharing.work.tasks[piece.task].name, [piece.phase])
        return after, say_effect(done, task, home.pair.place, home.pair.partner.name)
    except (SharingError, KeyError):
        return None, _("One of you can't do that. It stays where it was.")
