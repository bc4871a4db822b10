"""The page of one goal, which several forms come back to."""

from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from bothand.accounts import access, wall_clock
from bothand.kit import deletion, drafts
from bothand.kit.paging import page_of
from bothand.rooms.goals import between, present, rules, store
from bothand.rooms.goals.between import Between
from bothand.rooms.goals.forms import StepForm
from bothand.rooms.goals.pages import EntryShown, GoalPage, StepShown
from bothand.rooms.goals.records import Entry, Goal, SharedGoal, Wanted
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space

A_PAGE = 10


def goal_page(request: HttpRequest, goal: Opened[Goal], step_form: StepForm | None = None) -> GoalPage:
    """A goal of mine, whole."""
    space = access.open_mine(request)
    own, two = store.own(space), between.for_two(request)
    wanted = own.wanted_of(goal.id)
    copy = between.copy_in(request, two, goal.id)
    ids = own.entries_of(goal.id)[::-1]
    shown_ids, pages = page_of(
        ids, request.GET.get("page", ""), size=A_PAGE, path=present.goal_address(goal.hex)
    )
    lot = space.several(Entry, shown_ids)
    return GoalPage(
        hex=goal.hex,
        text=goal.record.text,
        why=goal.record.why,
        begun=goal.record.begun,
        ended=goal.record.ended,
        steps=tuple(
            StepShown(hex=one.id.hex(), text=one.text, done=one.done) for one in own.steps_of(goal.id)
        ),
        step_form=step_form or StepForm(),
        entries=_entries(lot.items),
        pages=pages,
        wanted=present.support(None if wanted is None else wanted.record),
        seen=None if copy is None else present.seen(copy.record),
        changed=copy is not None and _changed(goal, wanted, copy),
        no=two is not None and copy is not None and two.declined(copy),
        offers=() if two is None or copy is None else present.offers(two.standing(copy), stand=True),
        pattern=_pattern(space, two, today_of(request)),
        hands=drafts.find_hands("wish", text=goal.record.text),
        unopened=own.unopened + lot.unopened + (0 if two is None else two.unopened),
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )


def today_of(request: HttpRequest) -> date:
    """Today, where the visitor lives."""
    return wall_clock.today_in(access.visitor_of_request(request).settings.zone)


def _entries(found: tuple[Opened[Entry], ...]) -> tuple[EntryShown, ...]:
    newest = sorted(found, key=lambda one: (one.record.day, one.created), reverse=True)
    return tuple(
        EntryShown(path=reverse("goals_entry", args=[one.hex]), day=one.record.day, text=one.record.text)
        for one in newest
    )


def _changed(goal: Opened[Goal], wanted: Opened[Wanted] | None, copy: Opened[SharedGoal]) -> bool:
    now = between.would_show(
        goal.record,
        None if wanted is None else wanted.record,
        copy.record,
        with_why=bool(copy.record.why),
        fresh=copy.record,
    )
    return rules.shows(copy.record, now)


def _pattern(space: Space, two: Between | None, today: date) -> str:
    """What is told of support that took over: to its receiver, on the page where they can end it."""
    if two is None:
        return ""
    try:
        return present.pattern(store.newest_fits(space), today)
    except DidNotOpen:
        return ""
