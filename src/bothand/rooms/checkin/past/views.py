"""Check-ins of the past: listed by month, changed, deleted; what follows from them follows."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.domain.checkins import PLAN, TALK, Answers
from bothand.kit import deletion
from bothand.kit.addresses import id_of, month_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.month_links import link_months, read_month
from bothand.rooms.checkin.past import store
from bothand.rooms.checkin.past.pages import (
    PastPage,
)
from bothand.rooms.checkin.past.present import (
    build_both_page,
    build_deletion_page,
    build_sitting_line,
    build_sitting_page,
)
from bothand.rooms.checkin.past.rules import replace_answers
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.shell.page import render
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion


@require_safe
def list_sittings(request: HttpRequest) -> HttpResponse:
    """The check-ins of the newest month that has one."""
    return _render_month(request, "")


@require_safe
def list_sitting_month(request: HttpRequest, month: str) -> HttpResponse:
    """The check-ins of one month."""
    return _render_month(request, month_of(month))


def _render_month(request: HttpRequest, wanted: str) -> HttpResponse:
    month = read_month(Visit(request).mine, Answers, wanted=wanted)
    sittings = [one for one in month.lot.items if one.record.sort not in {PLAN, TALK}]
    sittings.sort(key=lambda one: (one.record.day, one.record.order), reverse=True)
    page = PastPage(
        month=month.first,
        sittings=tuple(build_sitting_line(one) for one in sittings if one.record.given or one.record.ideals),
        pages=link_months(month.beside, "checkin_past_month"),
        unopened=month.lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def edit_sitting(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One of them, whose answers can be changed."""
    visit = Visit(request)
    space = visit.mine
    sitting = _check_sitting(space.get(Answers, id_of(hex_id)))
    partner = "" if sitting.record.alone else visit.partner_name
    asked = [key for key, _answer in (*sitting.record.given, *sitting.record.ideals)]
    said = dict((*sitting.record.given, *sitting.record.ideals))
    if request.method != "POST":
        form = QuestionsForm(asked=asked, partner=partner, said={**said, "revision": sitting.revision})
        return render(request, build_sitting_page(form, sitting))
    form = QuestionsForm(request.POST, asked=asked, partner=partner)
    if form.is_valid():
        changed = replace_answers(sitting.record, form.read_answers())
        try:
            store.amend_sitting(space, sitting.seen_at(form.cleaned_data["revision"]), changed)
        except Conflict as conflict:
            if conflict.theirs is None:
                raise Missing from None
            return render(request, build_both_page(changed, conflict.theirs, partner), status=409)
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
        else:
            return HttpResponseRedirect(reverse("checkin_past"))
    return render(request, build_sitting_page(form, sitting), status=422)


@READ_OR_WRITE
def delete_sitting(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete one of them, after asking."""
    space, record_id = Visit(request).mine, id_of(hex_id)
    try:
        sitting = _check_sitting(space.get(Answers, record_id))
    except Missing:
        if request.method == "POST":
            return _lead_back()  # the same form sent twice
        raise
    if request.method == "POST":
        try:
            store.remove_sitting(space, sitting.seen_at(Revision().to_python(request.POST.get("revision"))))
            return _lead_back()
        except Conflict as conflict:
            if conflict.theirs is None:
                return _lead_back()
            return render(request, build_deletion_page(conflict.theirs, changed=True), status=409)
    return render(request, build_deletion_page(sitting))


def _check_sitting(one: Opened[Answers]) -> Opened[Answers]:
    """Days that a plan laid, and the end of a check-up, are no sittings to look at; how a talk was is changed there.

    Raises Missing.
    """
    if one.record.sort == TALK:
        raise Missing
    if not one.record.given and not one.record.ideals:
        raise Missing
    return one


def _lead_back() -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('checkin_past')}?done={deletion.deletion_flag()}")
