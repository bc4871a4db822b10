"""Goals of one's own: which there are, one of them, writing, changing, putting away, deleting."""

from datetime import date

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bothand.accounts import access, wall_clock
from bothand.kit import deletion
from bothand.kit.addresses import id_of
from bothand.kit.drafts import read_draft
from bothand.kit.fields import Revision, not_kept
from bothand.kit.paging import page_of
from bothand.rooms.goals import store
from bothand.rooms.goals.forms import GoalForm
from bothand.rooms.goals.pages import ArchivePage, DeletePage, GoalFormPage, GoalRow, ListPage, TwoGoalsPage
from bothand.rooms.goals.present import build_goal_page, link_goal
from bothand.rooms.goals.records import Goal
from bothand.rooms.goals.store import load_own
from bothand.rooms.goals.support.present import list_offers
from bothand.rooms.goals.support.store import add_record, find_copy, load_fits, load_shared_of_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.randomness import new_id

A_PAGE = 20
READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def list_goals(request: HttpRequest) -> HttpResponse:
    """The goals that stand, and for one of two what the other shows."""
    space = access.open_mine(request)
    own, two = load_own(space), load_shared_of_two(request)
    goals = sorted(
        (one for one in own.goals if one.record.ended is None), key=lambda one: one.created, reverse=True
    )
    page = ListPage(
        goals=tuple(
            GoalRow(
                path=link_goal(one.hex),
                text=one.record.text,
                shared=find_copy(request, two, one.id) is not None,
            )
            for one in goals
        ),
        theirs=()
        if two is None
        else tuple(
            GoalRow(path=reverse("goals_partner", args=[one.hex]), text=one.record.text)
            for one in two.list_theirs()
        ),
        left_over=() if two is None else list_offers(two.list_left_over(), stand=False),
        put_away=any(one.record.ended for one in own.goals),
        said_before=_has_fits(request),
        unopened=own.unopened + (0 if two is None else two.unopened),
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_safe
def list_archive(request: HttpRequest) -> HttpResponse:
    """Goals that were put away, the last first."""
    own = load_own(access.open_mine(request))
    ended = sorted(
        (one for one in own.goals if one.record.ended),
        key=lambda one: (str(one.record.ended), one.created),
        reverse=True,
    )
    there, pages = page_of(ended, request.GET.get("page", ""), size=A_PAGE, path=reverse("goals_archive"))
    lines = tuple(GoalRow(path=link_goal(one.hex), text=one.record.text) for one in there)
    return render(request, ArchivePage(goals=lines, pages=pages, unopened=own.unopened))


@require_safe
def show_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One goal, whole."""
    found = access.open_mine(request).get(Goal, id_of(hex_id))
    return render(request, build_goal_page(request, found))


@READ_OR_WRITE
def add_goal(request: HttpRequest) -> HttpResponse:
    """A new goal. Words from another room stand in it, and are kept only when sent."""
    space = access.open_mine(request)
    if (handed := read_draft(request)) is not None:
        form = GoalForm(initial={"text": handed.text.replace("\0", "")})
        return render(request, GoalFormPage(form=form, hex=""))
    if request.method != "POST":
        return render(request, GoalFormPage(form=GoalForm(), hex=""))
    form = GoalForm(request.POST)
    if not form.is_valid():
        return render(request, GoalFormPage(form=form, hex=""), status=422)
    wanted = Goal(text=form.cleaned_data["text"], why=form.cleaned_data["why"], begun=_find_today(request))
    try:
        kept = add_record(space, wanted, form.cleaned_data["id"])
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(link_goal(kept.hex))


@READ_OR_WRITE
def edit_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a goal anew. What the other sees of it stays as it was shared."""
    space, goal_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there = space.get(Goal, goal_id)
        initial = {"text": there.record.text, "why": there.record.why, "revision": there.revision}
        return render(request, GoalFormPage(form=GoalForm(initial=initial), hex=hex_id))
    form = GoalForm(request.POST)
    try:
        there = space.get(Goal, goal_id)
        if not form.is_valid():
            return render(request, GoalFormPage(form=form, hex=hex_id), status=422)
        changed = msgspec.structs.replace(
            there.record, text=form.cleaned_data["text"], why=form.cleaned_data["why"]
        )
        if request.POST.get("keep") == "both":
            kept = add_record(space, changed, form.cleaned_data["id"])
            return HttpResponseRedirect(link_goal(kept.hex))
        if changed != there.record:
            space.replace(there.seen_at(form.cleaned_data["revision"]), changed)
    except Conflict as conflict:
        if conflict.theirs is None:
            return _rescue_words(request, _("This goal was deleted while you were writing."))
        return render(request, _show_both(form, conflict.theirs), status=409)
    except Missing:
        return _rescue_words(request, _("This goal was deleted while you were writing."))
    except (DidNotOpen, NewerVersion):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(link_goal(hex_id))


@require_POST
def archive_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Put a goal away (`on=1`), or take it up again. What was shared of it is taken back with it."""
    space = access.open_mine(request)
    there = space.get(Goal, id_of(hex_id))
    put = request.POST.get("on") == "1"
    after = msgspec.structs.replace(there.record, ended=_find_today(request) if put else None)
    if bool(there.record.ended) != put:
        store.archive_goal(request, there, after)
    return HttpResponseRedirect(reverse("goals_list") if put else link_goal(hex_id))


@READ_OR_WRITE
def delete_goal(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a goal with all that belongs to it, after asking."""
    space, goal_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _ask_to_delete(space.get(Goal, goal_id)))
    try:
        there = space.get(Goal, goal_id)
        revision = Revision().to_python(request.POST.get("revision"))
        store.delete_goal(request, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask_to_delete(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('goals_list')}?done={deletion.deletion_flag()}")


def _show_both(form: GoalForm, theirs: Opened[Goal]) -> TwoGoalsPage:
    mine = form.cleaned_data
    return TwoGoalsPage(
        pairs=(
            Both(label=_("The goal"), name="text", mine=mine["text"], theirs=theirs.record.text),
            Both(label=_("Why it matters"), name="why", mine=mine["why"], theirs=theirs.record.why),
        ),
        action=reverse("goals_edit", args=[theirs.hex]),
        back_to=link_goal(theirs.hex),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="id", value=new_id().hex()),
        ),
        both=True,
    )


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """A goal could not be kept: what was typed stands in a new one, with an id of its own."""
    typed = {name: request.POST.get(name, "").replace("\0", "") for name in ("text", "why")}
    why = f"{why} " + _("Your words are here. You can keep them as a new one.")
    return render(request, GoalFormPage(form=GoalForm(initial=typed), hex="", rescued=why), status=409)


def _ask_to_delete(there: Opened[Goal], *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this in another window. This is how it reads now.")] if changed else []
    return DeletePage(
        title=_("Delete this goal?"),
        lines=(
            *lines,
            there.record.text,
            _("Its steps go with it, what you wrote about it, and what you said about support."),
            _("What you shared of it is taken back."),
            _("It goes at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("goals_delete", args=[there.hex]),
        button=_("Delete it"),
        back=_("Keep it"),
        back_to=link_goal(there.hex),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )


def _has_fits(request: HttpRequest) -> bool:
    try:
        return bool(load_fits(access.open_mine(request)).entries)
    except DidNotOpen:
        return True


def _find_today(request: HttpRequest) -> date:
    return wall_clock.today_in(access.visitor_of_request(request).settings.zone)
