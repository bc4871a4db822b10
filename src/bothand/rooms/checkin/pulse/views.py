"""Today's pulse, a month of pulses, and the deletion of one."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts import access
from bothand.accounts.access import Visit
from bothand.kit import deletion
from bothand.kit.addresses import day_of, month_of
from bothand.kit.documents import GONE, READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.month_links import first_day, link_months
from bothand.rooms.checkin.pulse import store
from bothand.rooms.checkin.pulse.forms import FAMILY, PulseForm
from bothand.rooms.checkin.pulse.labels import describe_pulse
from bothand.rooms.checkin.pulse.pages import DeletePulsePage, PulsePage, TwoPulsesPage
from bothand.rooms.checkin.pulse.present import build_pulses_page
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import is_same
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.records import Shelf
from bothand.vault.records import month_of as name_month
from bothand.vault.space import Space


@require_safe
def list_pulses(request: HttpRequest) -> HttpResponse:
    """The days of the month that it is."""
    return _render_month(request, "")


@require_safe
def list_pulse_month(request: HttpRequest, month: str) -> HttpResponse:
    """The days of one month."""
    return _render_month(request, month_of(month))


def _render_month(request: HttpRequest, wanted: str) -> HttpResponse:
    visit = Visit(request)
    space, today = visit.mine, visit.today
    months = space.months_beside(Shelf.ACCUMULATES, wanted or name_month(today))
    first = first_day(months.shown)
    lot = store.find_month(space, first)
    page = build_pulses_page(
        [one.record for one in lot.items],
        first,
        today=today,
        partner=visit.partner_name,
        pages=link_months(months, "checkin_pulse_month"),
        unopened=lot.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@READ_OR_WRITE
def edit_pulse(request: HttpRequest) -> HttpResponse:
    """Today's three taps."""
    visit = Visit(request)
    space = visit.mine
    today = visit.today
    if request.method != "POST":
        kept = space.find_day(Pulse, today)
        form = PulseForm.show_day(
            today,
            kept.record if kept else None,
            kept.revision if kept else 0,
            partner=visit.partner_name,
        )
        return render(request, PulsePage(form=form, day=today, kept=kept is not None))
    form = PulseForm(request.POST, partner=visit.partner_name)
    if form.is_valid():
        try:
            return _save_pulse(request, space, form.build_pulse(today), form.cleaned_data["revision"])
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, PulsePage(form=form, day=today, kept=False), status=422)


def _save_pulse(request: HttpRequest, space: Space, mine: Pulse, revision: int) -> HttpResponse:
    """Keep a pulse over the one that was shown; of two, both are shown. Raises DidNotOpen, NewerVersion."""
    there = space.find_day(Pulse, mine.day)
    try:
        if there is None:
            space.add(mine)
        elif not is_same(there.record, mine):
            space.replace(there.seen_at(revision), mine)
    except Conflict as conflict:
        if conflict.theirs is not None and not is_same(conflict.theirs.record, mine):
            return render(request, _show_both(mine, conflict.theirs), status=409)
        if conflict.theirs is None:
            # Deleted in another window this very moment: what was tapped last holds.
            space.add(mine)
    return HttpResponseRedirect(reverse("today"))


def _show_both(mine: Pulse, theirs: Opened[Pulse]) -> TwoPulsesPage:
    again: dict[str, Any] = {
        "day": mine.day.isoformat(),
        "revision": theirs.revision,
        "self_feeling": mine.self_feeling,
        "between": mine.between or "",
        "balance": mine.balance or "",
    }
    words = PulseForm.families_of(mine.feelings)
    return TwoPulsesPage(
        pairs=(
            Both(
                label=date_format(mine.day, "j F"),
                name="pulse",
                mine=_join_lines(mine),
                theirs=_join_lines(theirs.record),
            ),
        ),
        action=reverse("checkin_pulse"),
        back_to=reverse("today"),
        hidden=(
            *(Hidden(name=name, value=str(value)) for name, value in again.items()),
            *(Hidden(name=FAMILY + family, value=word) for family, word in words),
        ),
        typed=False,
    )


@require_POST
def pick_day(request: HttpRequest) -> HttpResponse:
    """From the list of days to the page that asks before one is deleted."""
    access.open_mine(request)
    day = day_of(request.POST.get("day", ""))
    return HttpResponseRedirect(reverse("checkin_delete_pulse", args=[day.isoformat()]))


@READ_OR_WRITE
def delete_pulse(request: HttpRequest, day: str) -> HttpResponse:
    """Delete a day, after asking."""
    space, meant = Visit(request).mine, day_of(day)
    found = space.find_day(Pulse, meant)
    if found is None and request.method == "POST":
        return _lead_back()  # the same form sent twice
    if found is None:
        raise Missing
    if request.method == "POST":
        try:
            space.remove(found.seen_at(Revision().to_python(request.POST.get("revision"))))
            return _lead_back()
        except Conflict as conflict:
            return render(request, _confirm_deletion(meant, conflict.theirs, changed=True), status=409)
    return render(request, _confirm_deletion(meant, found))


def _confirm_deletion(day: date, found: Opened[Pulse], *, changed: bool = False) -> DeletePulsePage:
    lines = [_("You changed this day in another window. This is how it reads now.")] if changed else []
    return DeletePulsePage(
        title=_("Delete %(day)s?") % {"day": date_format(day, "j F")},
        lines=(
            *lines,
            _join_lines(found.record).replace("\n", ", "),
            GONE,
        ),
        action=reverse("checkin_delete_pulse", args=[day.isoformat()]),
        button=_("Delete this day"),
        back=_("Keep it"),
        back_to=reverse("checkin_pulses"),
        hidden=(Hidden(name="revision", value=str(found.revision)),),
        care=True,
    )


def _lead_back() -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('checkin_pulses')}?done={deletion.deletion_flag()}")


def _join_lines(pulse: Pulse) -> str:
    return "\n".join(f"{label}: {text}" for label, text in describe_pulse(pulse))
