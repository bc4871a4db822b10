"""Housework, alone: what I like of it, what came out, and trying it by hand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import msgspec
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
from bothand.rooms.housework.divisions.labels import say_effect, say_other
from bothand.rooms.housework.divisions.pages import AnsweredPage, DivisionsPage, FeelingsPage, State, Way
from bothand.rooms.housework.divisions.records import FAMILY, FEELINGS, Divided, Feeling, Feelings, Shared
from bothand.rooms.housework.divisions.store import (
    AnsweredHome,
    find_last_round,
    open_home,
    suggest_division,
)
from bothand.rooms.housework.present import present_alone, present_steps
from bothand.rooms.housework.records import task_id
from bothand.shell.page import render
from bothand.shell.process_page import Course

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
    shown = kept is not None and kept.shows is not msgspec.UNSET
    if request.method != "POST":
        return render(request, _show_feelings(home, kept.feelings if kept else (), shows=shown))
    if request.POST.get("act") == "back":
        home.mine.take_back()
        return HttpResponseRedirect(reverse("housework_home"))
    typed = _read_feelings(request, home)
    if request.POST.get("of") != home.digest.hex():
        page = _show_feelings(home, typed, shows="shows" in request.POST, changed=True)
        return render(request, page, status=409)
    take_back_others(couple_actions.meet_all(request, FAMILY), home.mine.sort)
    feelings = Feelings(
        work=home.household, feelings=typed, shows="likes" if request.POST.get("shows") else msgspec.UNSET
    )
    if feelings != kept or home.mine.fate:
        home.mine.lay(encode_payload(feelings))
    return HttpResponseRedirect(reverse("housework_divisions"))


def _read_feelings(request: HttpRequest, home: AnsweredHome) -> tuple[Feeling, ...]:
    known: dict[str, Feeling] = {name: name for name in FEELINGS}
    return tuple(
        known.get(request.POST.get(f"feel-{task_id(task.name).hex()}", ""), "neutral")
        for task in home.household.tasks
    )


def _show_feelings(
    home: AnsweredHome, felt: Sequence[str], *, shows: bool, changed: bool = False
) -> FeelingsPage:
    from bothand.rooms.housework.divisions import present

    return FeelingsPage(
        course=_find_course(home, found=bool(home.mine.results), shown="likes"),
        felt=present.present_feelings(home.household, felt),
        of=home.digest.hex(),
        shows=shows,
        kept=home.mine.answer is not None,
        fate=home.mine.fate,
        changed=changed,
    )


@READ_OR_WRITE
@for_pair(present_alone)
def show_divisions(request: HttpRequest) -> HttpResponse:
    """What came out, told to me; by POST: give a task to the other by hand, or suggest what stands there."""
    from bothand.rooms.housework.divisions import present

    home = open_home(request)
    if not home.confirmed:
        return HttpResponseRedirect(reverse("housework_home"))
    came = find_last_round(home.mine)
    if came is None:
        return _show_waiting(request, home)
    feelings, shared = came
    sharing = _lay_out(home, feelings, shared)
    if sharing is None:
        nobody = tuple(feelings.work.tasks[place].name for place in shared.nobody)
        state: State = "nobody" if nobody else "void"
        page = DivisionsPage(
            course=_find_course(home, found=False), state=state, nobody=nobody, fate=home.mine.fate
        )
        return render(request, page)
    way: Way = "few" if request.GET.get("way") == "few" else "even"
    division = _find_division(shared, way)
    moved = effect = ""
    if request.method == "POST":
        sent, moved, effect = _move_by_hand(request, home, sharing, shared)
        if sent is not None and request.POST.get("act") == "suggest":
            names = Visit(request).names
            first, second = (show_name(names[account]).plain for account in home.pair.accounts)
            lines = present.write_lines(sharing, sent, (first, second))
            agreement_id = suggest_division(request, home.pair, lines)
            return HttpResponseRedirect(agreement_store.agreement_path(agreement_id))
        if sent is not None:
            way, division = "hand", sent
    other = _find_other(shared, way)
    page = DivisionsPage(
        course=_find_course(home, found=True),
        state="found",
        fate=home.mine.fate,
        shown=present.present_division(home.pair, sharing, feelings, shared, division),
        way=way,
        other=other,
        other_says=say_other(_find_division(shared, other), home.pair.place, home.pair.partner.name)
        if other
        else "",
        moved=moved,
        effect=effect,
    )
    return render(request, page)


def _lay_out(home: AnsweredHome, feelings: Feelings, shared: Shared) -> "Sharing | None":
    """The work as I may look at it; None where nothing could be divided."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.housework.divisions import rules

    if shared.state != "found":
        return None
    try:
        return rules.lay_out_for_one(feelings, shared, home.pair.place)
    except SharingError:
        return None


def _find_division(shared: Shared, way: Way) -> Divided:
    """The one with fewer changes stands second, where there is one."""
    return shared.divisions[-1 if way == "few" else 0]


def _find_other(shared: Shared, way: Way) -> Way | Literal[""]:
    """What can be looked at beside what is shown."""
    if way == "hand":
        return "even"
    if len(shared.divisions) == 1:
        return ""
    return "even" if way == "few" else "few"


def _show_waiting(request: HttpRequest, home: AnsweredHome) -> HttpResponse:
    """My part is done, or it is still to do, or nothing comes of it any more."""
    change, course = reverse("housework_feelings"), _find_course(home, found=False)
    if home.mine.answer is None:
        return HttpResponseRedirect(change)
    if home.mine.fate:
        return render(request, DivisionsPage(course=course, state="lost", fate=home.mine.fate))
    return render(request, AnsweredPage(course=course, change=change))


def _find_course(home: AnsweredHome, *, found: bool, shown: str = "") -> Course:
    standing = home.find_standing(found=found)
    return present_steps(standing, home.pair, shown=shown)


def _move_by_hand(
    request: HttpRequest, home: AnsweredHome, sharing: "Sharing", shared: Shared
) -> tuple[Divided | None, str, str]:
    """The division that was sent along, with one task or part where it was asked for; the task that moved, and what that
    did.
    """
    from bothand.engines.sharing import SharingError
    from bothand.rooms.housework.divisions import present, rules

    typed = request.POST.get("owners", "")
    if len(typed) != len(sharing.pieces) or not set(typed) <= {"0", "1"}:
        return None, "", _("This didn't arrive whole. Here is the result again; nothing is lost.")
    owners = tuple(map(int, typed))
    known = next((division for division in shared.divisions if division.owners == owners), None)
    try:
        now = known or rules.arrange_pieces(sharing, owners)
        keys = present.name_pieces(sharing)
        moved, _colon, side = request.POST.get("move", "").partition(":")
        to = {"me": home.pair.place, "other": 1 - home.pair.place}.get(side)
        if moved not in keys or to is None or owners[keys.index(moved)] == to:
            return now, "", ""
        piece = sharing.pieces[keys.index(moved)]
        after, done = rules.move_piece(sharing, now, keys.index(moved))
        effect = say_effect(done, home.pair.place, home.pair.partner.name)
        return after, sharing.work.tasks[piece.task].name, effect
    except (SharingError, KeyError):
        return None, "", _("One of you can't do that. It stays where it was.")
