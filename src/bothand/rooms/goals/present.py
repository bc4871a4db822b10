"""The page of one goal, to which several forms come back."""

from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from bothand.accounts import access, wall_clock
from bothand.kit import deletion, drafts
from bothand.kit.paging import page_of
from bothand.rooms.goals.forms import StepForm
from bothand.rooms.goals.pages import EntryRow, GoalPage, StepRow
from bothand.rooms.goals.records import Entry, Goal
from bothand.rooms.goals.store import load_own
from bothand.rooms.goals.support.present import explain_pattern, list_offers, show_copy, show_wish
from bothand.rooms.goals.support.records import SharedGoal, SupportWish
from bothand.rooms.goals.support.rules import build_copy, changes_copy
from bothand.rooms.goals.support.store import SharedGoals, find_copy, list_newest_fits, load_shared_of_two
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space


def link_goal(hex_id: str) -> str:
    """Where a goal of mine is read."""
    return reverse("goals_show", args=[hex_id])


A_PAGE = 10


def build_goal_page(request: HttpRequest, goal: Opened[Goal], step_form: StepForm | None = None) -> GoalPage:
    """A goal of mine, whole."""
    space = access.open_mine(request)
    own, two = load_own(space), load_shared_of_two(request)
    wanted = own.find_wish(goal.id)
    copy = find_copy(request, two, goal.id)
    ids = own.list_entries(goal.id)[::-1]
    shown_ids, pages = page_of(ids, request.GET.get("page", ""), size=A_PAGE, path=link_goal(goal.hex))
    lot = space.several(Entry, shown_ids)
    return GoalPage(
        hex=goal.hex,
        text=goal.record.text,
        why=goal.record.why,
        begun=goal.record.begun,
        ended=goal.record.ended,
        steps=tuple(
            StepRow(hex=one.id.hex(), text=one.text, done=one.done) for one in own.list_steps(goal.id)
        ),
        step_form=step_form or StepForm(),
        entries=_list_entries(lot.items),
        pages=pages,
        wanted=show_wish(None if wanted is None else wanted.record),
        seen=None if copy is None else show_copy(copy.record),
        changed=copy is not None and _has_changed(goal, wanted, copy),
        no=two is not None and copy is not None and two.is_declined(copy),
        offers=() if two is None or copy is None else list_offers(two.list_standing(copy), stand=True),
        pattern=_explain_pattern(space, two, find_today(request)),
        hands=drafts.find_hands("wish", text=goal.record.text),
        unopened=own.unopened + lot.unopened + (0 if two is None else two.unopened),
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )


def find_today(request: HttpRequest) -> date:
    """Today, where the visitor lives."""
    return wall_clock.today_in(access.visitor_of_request(request).settings.zone)


def _list_entries(found: tuple[Opened[Entry], ...]) -> tuple[EntryRow, ...]:
    newest = sorted(found, key=lambda one: (one.record.day, one.created), reverse=True)
    return tuple(
        EntryRow(path=reverse("goals_entry", args=[one.hex]), day=one.record.day, text=one.record.text)
        for one in newest
    )


def _has_changed(goal: Opened[Goal], wanted: Opened[SupportWish] | None, copy: Opened[SharedGoal]) -> bool:
    now = build_copy(
        goal.record,
        None if wanted is None else wanted.record,
        copy.record,
        with_why=bool(copy.record.why),
        fresh=copy.record,
    )
    return changes_copy(copy.record, now)


def _explain_pattern(space: Space, two: SharedGoals | None, today: date) -> str:
    """What is told of support that took over: to its receiver, on the page where they can end it."""
    if two is None:
        return ""
    try:
        return explain_pattern(list_newest_fits(space), today)
    except DidNotOpen:
        return ""
