"""The plan of six weeks: shown, begun, changed by hand, deleted."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.domain.plan import Plan
from bothand.engines import guide
from bothand.kit import deletion
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.today.advice.store import GuideVisit, add_facets
from bothand.rooms.today.labels import name_facet, name_practice
from bothand.rooms.today.plan import store
from bothand.rooms.today.plan.forms import PlanForm
from bothand.rooms.today.plan.pages import (
    BeginPlanPage,
    DeletePlanPage,
    EditPlanPage,
    PlanPage,
    TwoPlansPage,
)
from bothand.rooms.today.plan.present import (
    build_side,
    build_suggestion,
    explain_plan,
)
from bothand.rooms.today.plan.rules import find_week
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.randomness import new_id


@require_safe
def show_plan(request: HttpRequest) -> HttpResponse:
    """The plan there is, or that there is none."""
    visit = GuideVisit(request)
    found, said = visit.plan, deletion.deletion_sentence(request.GET.get("done", ""))
    if found is None:
        return render(
            request,
            PlanPage(plan=None, before=bool(visit.past.items), unopened=visit.standing.unopened, said=said),
        )
    plan, week = found.record, find_week(found.record, visit.today)
    joint = bool(plan.practice_both) and visit.facts.joint
    shown = PlanPage(
        plan=plan,
        title=name_facet(plan.facet),
        week=week,
        over=visit.today >= plan.due,
        own=build_side(plan.practice_own, week, None),
        both=build_side(plan.practice_both, week, visit.partner_name) if joint else None,
        rests=bool(plan.practice_both) and not joint,
        why=explain_plan(plan),
        before=bool(visit.past.items),
        unopened=visit.standing.unopened,
        said=said,
    )
    return render(request, shown)


@READ_OR_WRITE
@keep_form_id
def begin_plan(request: HttpRequest) -> HttpResponse:
    """A new plan: what is suggested, and the choice."""
    visit = GuideVisit(request)
    facts = add_facets(visit.facts, visit.mine)
    proposal = guide.propose_plan(facts)
    if request.method != "POST":
        return _show_begin(request, visit, PlanForm(facts, initial=_fill_suggestion(proposal)), proposal)
    form = PlanForm(facts, request.POST)
    if not form.is_valid():
        return _show_begin(request, visit, form, proposal, status=422)
    plan = _read_new_plan(form, visit, proposal)
    revision, there = form.cleaned_data["revision"], visit.plan
    try:
        store.begin_plan(
            visit.mine,
            plan,
            form.cleaned_data["id"],
            alone=not visit.partner_name,
            # With a revision it comes from the page that showed both: the one that was there gives way.
            instead=there.seen_at(revision) if there is not None and revision else None,
        )
    except Conflict as conflict:
        return _show_both(request, plan, conflict.theirs)
    except (DidNotOpen, NewerVersion):
        return _show_begin(request, visit, form, proposal, status=409, rescued=not_kept())
    return HttpResponseRedirect(reverse("today_plan"))


@READ_OR_WRITE
def edit_plan(request: HttpRequest) -> HttpResponse:
    """The plan, chosen otherwise."""
    visit = GuideVisit(request)
    there, typed = visit.plan, request.POST if request.method == "POST" else None
    if there is None:
        return lead_to_plan(visit) if typed is None else _rescue_plan(request, visit)
    form = PlanForm(visit.facts, typed, own=there.record.practice_own, initial=_fill_plan(there))
    if typed is None or not form.is_valid():
        return render(request, EditPlanPage(form=form), status=422 if form.errors else 200)
    plan = _read_changed_plan(form, there.record)
    try:
        store.change_plan(visit.mine, there, plan, form.cleaned_data["revision"])
    except Conflict as conflict:
        return (
            _rescue_plan(request, visit)
            if conflict.theirs is None
            else _show_both(request, plan, conflict.theirs)
        )
    except NewerVersion:
        return render(request, EditPlanPage(form=form, rescued=not_kept()), status=409)
    return HttpResponseRedirect(reverse("today_plan"))


def lead_to_plan(visit: GuideVisit) -> HttpResponse:
    """For a page about the plan, where there is none. Raises DidNotOpen where one lies there and does not open."""
    visit.mine.only(Plan)
    return HttpResponseRedirect(reverse("today_plan"))


def _fill_suggestion(proposal: guide.Proposal) -> dict[str, object]:
    return {"facet": proposal.facet, "own": proposal.own, "both": proposal.both}


def _fill_plan(there: Opened[Plan]) -> dict[str, object]:
    plan = there.record
    return {
        "facet": plan.facet,
        "own": plan.practice_own,
        "both": plan.practice_both,
        "words": plan.words,
        "revision": there.revision,
    }


def _read_new_plan(form: PlanForm, visit: GuideVisit, proposal: guide.Proposal) -> Plan:
    typed = form.cleaned_data
    as_suggested = typed["facet"] == proposal.facet
    by_hand = (typed["facet"], typed["own"], typed.get("both", "")) != (
        proposal.facet,
        proposal.own,
        proposal.both,
    )
    return Plan(
        facet=typed["facet"],
        practice_own=typed["own"],
        practice_both=typed.get("both", ""),
        began=visit.today,
        by_hand=by_hand,
        why=proposal.why.id if as_suggested else "",
        numbers=proposal.why.numbers if as_suggested else (),
        words=typed["words"],
    )


def _read_changed_plan(form: PlanForm, plan: Plan) -> Plan:
    """The plan as it was chosen anew. Why it was suggested goes once it is about something else."""
    typed = form.cleaned_data
    both = typed.get("both", plan.practice_both)
    same = (typed["facet"], typed["own"], both) == (plan.facet, plan.practice_own, plan.practice_both)
    kept = typed["facet"] == plan.facet
    return Plan(
        facet=typed["facet"],
        practice_own=typed["own"],
        practice_both=both,
        began=plan.began,
        by_hand=plan.by_hand or not same,
        why=plan.why if kept else "",
        numbers=plan.numbers if kept else (),
        words=typed["words"],
    )


def _show_begin(
    request: HttpRequest,
    visit: GuideVisit,
    form: PlanForm,
    proposal: guide.Proposal,
    *,
    status: int = 200,
    rescued: str = "",
) -> HttpResponse:
    page = BeginPlanPage(
        form=form,
        suggested=build_suggestion(proposal),
        there=visit.plan is not None,
        alone=not visit.partner_name,
        unopened=visit.standing.unopened,
        rescued=rescued,
    )
    return render(request, page, status=status)


def _rescue_plan(request: HttpRequest, visit: GuideVisit) -> HttpResponse:
    """The plan was ended in another window: what was chosen and typed stands in a new one."""
    facts = add_facets(visit.facts, visit.mine)
    proposal = guide.propose_plan(facts)
    typed = {name: request.POST.get(name, "").replace("\0", "") for name in ("facet", "own", "both", "words")}
    form = PlanForm(
        facts, initial=_fill_suggestion(proposal) | {name: text for name, text in typed.items() if text}
    )
    told = _("This plan was ended in another window. What you chose and wrote is here, for a new one.")
    return _show_begin(request, visit, form, proposal, status=409, rescued=told)


def _show_both(request: HttpRequest, plan: Plan, theirs: Opened[Plan] | None) -> HttpResponse:
    assert theirs is not None  # a plan's place is taken by a plan
    other = theirs.record
    titles = name_practice
    rows = (
        ("facet", _("What it is about"), name_facet(plan.facet), name_facet(other.facet)),
        ("own", _("What you do on your own"), titles(plan.practice_own), titles(other.practice_own)),
        ("both", _("What you do together"), titles(plan.practice_both), titles(other.practice_both)),
        ("words", _("What you mean to do"), plan.words, other.words),
    )
    values = {
        "facet": plan.facet,
        "own": plan.practice_own,
        "both": plan.practice_both,
        "words": plan.words,
        "revision": str(theirs.revision),
        "id": new_id().hex(),
    }
    page = TwoPlansPage(
        pairs=tuple(Both(label=label, name=name, mine=mine, theirs=told) for name, label, mine, told in rows),
        action=request.path,
        back_to=reverse("today_plan"),
        hidden=tuple(Hidden(name=name, value=value) for name, value in values.items()),
        typed=False,
    )
    return render(request, page, status=409)


@READ_OR_WRITE
def delete_plan(request: HttpRequest) -> HttpResponse:
    """Delete the plan and keep nothing of it, after asking."""
    visit = GuideVisit(request)
    there = visit.plan
    if there is None:
        return lead_to_plan(visit)
    if request.method != "POST":
        return render(request, _build_deletion_page(there))
    try:
        visit.mine.remove(there.seen_at(Revision().to_python(request.POST.get("revision"))))
    except Conflict as conflict:
        return render(request, _build_deletion_page(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('today_plan')}?done={deletion.deletion_flag()}")


def _build_deletion_page(there: Opened[Plan], *, changed: bool = False) -> DeletePlanPage:
    again = (_("You changed this plan in another window. This is how it stands now."),) if changed else ()
    plan = there.record
    return DeletePlanPage(
        title=_("Delete your plan?"),
        lines=(
            *again,
            _("It is about this: %(facet)s.") % {"facet": name_facet(plan.facet)},
            *((plan.words,) if plan.words else ()),
            _("What you chose and wrote in it is deleted. To keep what came of it, look back instead."),
        ),
        action=reverse("today_delete"),
        button=_("Delete this plan"),
        back=_("Keep it"),
        back_to=reverse("today_plan"),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
