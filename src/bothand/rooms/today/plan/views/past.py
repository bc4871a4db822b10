"""Looking back at a plan, and those that are over."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.domain.plan import PastPlan, Plan
from bothand.kit import deletion, drafts, paging
from bothand.kit.addresses import id_of
from bothand.kit.documents import GONE, READ_OR_WRITE
from bothand.kit.fields import Revision
from bothand.rooms.today.advice.store import GuideVisit
from bothand.rooms.today.labels import name_facet
from bothand.rooms.today.plan import store
from bothand.rooms.today.plan.forms import BackForm
from bothand.rooms.today.plan.labels import title_change
from bothand.rooms.today.plan.pages import DeletePastPlanPage, LookBackPage, PastPlansPage
from bothand.rooms.today.plan.present import Change, build_past_line, find_change
from bothand.rooms.today.plan.views.plans import lead_to_plan
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing, NewerVersion

PAGE = 10


@READ_OR_WRITE
def look_back(request: HttpRequest) -> HttpResponse:
    """Looking back: what changed, what helped; then the plan is over."""
    visit = GuideVisit(request)
    there, typed = visit.plan, request.POST if request.method == "POST" else None
    form = BackForm(typed)
    if there is None:
        return lead_to_plan(visit) if typed is None else _rescue_words(request, form)
    change = find_change(visit.mine, there.record, visit.today, alone=not visit.partner_name)
    if typed is None or not form.is_valid():
        return _show_back(
            request, there, change, form if typed else BackForm(initial={"revision": there.revision})
        )
    told = store.make_past_plan(there.record, visit.today, change.said, form.cleaned_data["helped"])
    try:
        store.close_plan(visit.mine, there, told, form.cleaned_data["id"], form.cleaned_data["revision"])
    except (Conflict, NewerVersion):
        changed = {"helped": form.cleaned_data["helped"], "revision": there.revision}
        return _show_back(request, there, change, BackForm(initial=changed), changed=True)
    return HttpResponseRedirect(reverse("today_past"))


@require_safe
def list_past_plans(request: HttpRequest) -> HttpResponse:
    """The plans that are over."""
    visit = GuideVisit(request)
    here = reverse("today_past")
    shown, pages = paging.page_of(visit.past.items, request.GET.get("page", ""), size=PAGE, path=here)
    page = PastPlansPage(
        plans=tuple(build_past_line(one) for one in shown),
        pages=pages,
        unopened=visit.past.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def delete_past_plan(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a plan that is over, after asking."""
    visit, record_id = GuideVisit(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _build_past_deletion_page(visit.mine.get(PastPlan, record_id)))
    try:
        there = visit.mine.get(PastPlan, record_id)
        revision = Revision().to_python(request.POST.get("revision"))
        visit.mine.remove(there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _build_past_deletion_page(conflict.theirs), status=409)
    return HttpResponseRedirect(f"{reverse('today_past')}?done={deletion.deletion_flag()}")


def _rescue_words(request: HttpRequest, form: BackForm) -> HttpResponse:
    """The plan was ended or deleted in another window, or this form was sent twice; no word is lost."""
    words = form.data.get("helped", "").replace("\0", "") if form.is_bound else ""
    if not words.strip() or _is_kept_already(request, form):
        return HttpResponseRedirect(reverse("today_past" if form.is_bound else "today_plan"))
    page = LookBackPage(
        title=_("This plan was ended in another window."),
        lines=(_("Your words are here. You can copy them, or take them along."),),
        kept=words,
        hands=drafts.find_hands("page", text=words),
    )
    return render(request, page, status=409)


def _is_kept_already(request: HttpRequest, form: BackForm) -> bool:
    if not form.is_valid():
        return False
    try:
        there = GuideVisit(request).mine.get(PastPlan, form.cleaned_data["id"])
    except Missing:
        return False
    return bool(there.record.helped == form.cleaned_data["helped"])


def _show_back(
    request: HttpRequest,
    there: Opened[Plan],
    change: Change,
    form: BackForm,
    *,
    changed: bool = False,
) -> HttpResponse:
    again = (_("You changed the plan in another window. This is how it stands now."),) if changed else ()
    page = LookBackPage(
        title=title_change(change.said),
        lines=(*again, *change.lines),
        plan=there.record,
        facet=name_facet(there.record.facet),
        form=form,
    )
    return render(request, page, status=409 if changed else 422 if form.errors else 200)


def _build_past_deletion_page(there: Opened[PastPlan]) -> DeletePastPlanPage:
    told = build_past_line(there)
    return DeletePastPlanPage(
        title=_("Delete what you kept of this plan?"),
        lines=(
            f"{told.title}, {told.when}",
            *((told.helped,) if told.helped else ()),
            GONE,
        ),
        action=reverse("today_past_delete", args=[there.hex]),
        button=_("Delete"),
        back=_("Keep it"),
        back_to=reverse("today_past"),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
