"""Goals of one's own: which there are, one of them, writing, changing, archiving, deleting."""

from collections.abc import Sequence
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE, DocumentView, Question
from bothand.kit.drafts import read_draft
from bothand.kit.form_ids import keep_form_id
from bothand.kit.paging import page_of
from bothand.rooms.goals import store
from bothand.rooms.goals.forms import GoalForm, StepForm
from bothand.rooms.goals.pages import ArchivePage, DeletePage, GoalFormPage, GoalPage, ListPage, TwoGoalsPage
from bothand.rooms.goals.present import link_goal, list_entries, list_goal_rows, list_partner_rows, list_steps
from bothand.rooms.goals.records import Entry, Goal
from bothand.rooms.goals.store import load_own
from bothand.rooms.goals.support.present import explain_pattern, list_offers, show_copy, show_wish
from bothand.rooms.goals.support.rules import has_changed
from bothand.rooms.goals.support.store import (
    find_copy,
    list_newest_fits,
    load_shared_of_two,
)
from bothand.shell.page import Page, render
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen

A_PAGE = 20
ENTRIES_A_PAGE = 10


class GoalDocument(DocumentView[Goal, GoalForm]):
    """A goal, written and changed. What the other sees of it stays as it was shared."""

    kind, form_type = Goal, GoalForm
    versions_type, confirm_type = TwoGoalsPage, DeletePage
    list_url, show_url, edit_url, delete_url = "goals_list", "goals_show", "goals_edit", "goals_delete"
    compared = (("text", gettext_lazy("The goal")), ("why", gettext_lazy("Why it matters")))
    deleted = gettext_lazy("This goal was deleted while you were writing.")

    def build(self, form: GoalForm, old: Goal | None) -> Goal:
        text, why = form.cleaned_data["text"], form.cleaned_data["why"]
        if old is None:
            return Goal(text=text, why=why, begun=self.visit.today)
        return msgspec.structs.replace(old, text=text, why=why)

    def fill(self, record: Goal) -> dict[str, Any]:
        return {"text": record.text, "why": record.why}

    def page(self, form: GoalForm, old: Opened[Goal] | None, rescued: str = "") -> Page:
        return GoalFormPage(form=form, hex=old.hex if old else "", rescued=rescued)

    def remove(self, old: Opened[Goal]) -> None:
        store.delete_goal(self.request, old)

    def question(self, opened: Opened[Goal]) -> Question:
        return Question(
            title=_("Delete this goal?"),
            lines=(
                opened.record.text,
                _("Its steps go with it, what you wrote about it, and what you said about support."),
                _("What you shared of it is unshared."),
            ),
        )


@require_safe
def list_goals(request: HttpRequest) -> HttpResponse:
    """The goals that stand, and for one of two what the other shows."""
    own, two = load_own(Visit(request).mine), load_shared_of_two(request)
    standing = [goal for goal in own.goals if goal.record.ended is None]
    shared = frozenset(goal.id for goal in standing if find_copy(request, two, goal.id) is not None)
    page = ListPage(
        goals=list_goal_rows(sorted(standing, key=lambda goal: goal.created, reverse=True), shared),
        theirs=() if two is None else list_partner_rows(two.list_theirs()),
        left_over=() if two is None else list_offers(two.list_left_over(), stand=False),
        unopened=own.unopened + (0 if two is None else two.unopened),
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
def list_archive(request: HttpRequest) -> HttpResponse:
    """Goals that were archived, the last first."""
    own = load_own(Visit(request).mine)
    ended = sorted(
        (goal for goal in own.goals if goal.record.ended),
        key=lambda goal: (str(goal.record.ended), goal.created),
        reverse=True,
    )
    shown, pages = page_of(ended, request.GET.get("page", ""), size=A_PAGE, path=reverse("goals_archived"))
    return render(request, ArchivePage(goals=list_goal_rows(shown), pages=pages, unopened=own.unopened))


@require_safe
def show_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One goal, whole."""
    goal = Visit(request).mine.get(Goal, id_of(hex_id))
    return render(request, build_goal_page(request, goal))


@READ_OR_WRITE
@keep_form_id
def add_goal(request: HttpRequest) -> HttpResponse:
    """A new goal. Words from another room stand in it, and are kept only when sent."""
    draft = read_draft(request)
    return GoalDocument(request).create(None if draft is None else {"text": draft.text.replace("\0", "")})


@READ_OR_WRITE
def edit_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a goal anew."""
    return GoalDocument(request).edit(hex_id)


@READ_OR_WRITE
def delete_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a goal with all that belongs to it, after asking."""
    return GoalDocument(request).delete(hex_id)


@require_POST
def archive_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Archive a goal (`on=1`), or take it up again. What was shared of it is taken back with it."""
    visit = Visit(request)
    goal = visit.mine.get(Goal, id_of(hex_id))
    archived = request.POST.get("on") == "1"
    if bool(goal.record.ended) != archived:
        ended = visit.today if archived else None
        store.archive_goal(request, goal, msgspec.structs.replace(goal.record, ended=ended))
    return HttpResponseRedirect(reverse("goals_list") if archived else link_goal(hex_id))


def build_goal_page(request: HttpRequest, goal: Opened[Goal], step_form: StepForm | None = None) -> GoalPage:
    """The page of a goal, whole; `step_form` is a step that could not be kept."""
    visit = Visit(request)
    own, two = load_own(visit.mine), load_shared_of_two(request)
    wish, copy = own.find_wish(goal.id), find_copy(request, two, goal.id)
    newest_ids: Sequence[bytes] = own.list_entries(goal.id)[::-1]
    shown_ids, pages = page_of(
        newest_ids, request.GET.get("page", ""), size=ENTRIES_A_PAGE, path=link_goal(goal.hex)
    )
    entries = visit.mine.query(Entry, ids=shown_ids)
    return GoalPage(
        hex=goal.hex,
        text=goal.record.text,
        why=goal.record.why,
        begun=goal.record.begun,
        ended=goal.record.ended,
        steps=list_steps(own.list_steps(goal.id)),
        step_form=step_form or StepForm(),
        entries=list_entries(entries.items),
        pages=pages,
        wanted=show_wish(None if wish is None else wish.record),
        seen=None if copy is None else show_copy(copy.record),
        changed=copy is not None
        and has_changed(goal.record, None if wish is None else wish.record, copy.record),
        no=two is not None and copy is not None and two.is_declined(copy),
        offers=() if two is None or copy is None else list_offers(two.list_standing(copy), stand=True),
        pattern="" if two is None else _explain_pattern(visit),
        hands=drafts.find_hands("wish", text=goal.record.text),
        unopened=own.unopened + entries.unopened + (0 if two is None else two.unopened),
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )


def _explain_pattern(visit: Visit) -> str:
    """What is told of support that took over: to its receiver, on the page where they can end it."""
    try:
        return explain_pattern(list_newest_fits(visit.mine), visit.today)
    except DidNotOpen:
        return ""
