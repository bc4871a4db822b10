"""What is said to an invitation: *ready* or *not now*, after a look at a list of one's own."""

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.talks.invitations import present, store
from bothand.rooms.talks.invitations.forms import AnswerForm, ChecklistForm
from bothand.rooms.talks.invitations.records import Answer
from bothand.rooms.talks.invitations.rules import find_invitation
from bothand.rooms.talks.invitations.store import NOT_KEPT
from bothand.rooms.talks.rules import seconds_of
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render

READY, NOT = "ready", "not"


@READ_OR_WRITE
@for_two
def answer_invitation(request: HttpRequest) -> HttpResponse:
    """One's own list, which is sent nowhere; then *ready* or *not now*, which the other sees.

    A list that was kept is shown only when it is asked for (`?list=1`).
    """
    visit = Visit(request)
    space, two = visit.mine, visit.require_pair()
    mine, theirs = store.read_tables(two)
    asked = find_invitation(mine, theirs)
    if asked is None:
        return HttpResponseRedirect(reverse("talks_list"))
    form = AnswerForm(request.POST if request.method == "POST" else None, now=visit.now)
    if request.method == "POST" and form.is_valid() and request.POST.get("answer") in (READY, NOT):
        if request.POST.get("to") == present.token_of_invitation(asked):
            typed = form.cleaned_data
            named = bool(typed.get("day") and typed.get("at"))
            other = seconds_of(visit.zone, typed["day"], typed["at"]) if named else 0
            said = Answer(asked.id, asked.when, request.POST["answer"] == READY, visit.today, other)
            try:
                store.change_table(two, lambda table: msgspec.structs.replace(table, answer=said))
                return HttpResponseRedirect(reverse("talks_list"))
            except NOT_KEPT:
                form.add_error(None, not_kept())
        else:
            form.add_error(
                None, _("The invitation changed while you were looking at it. This is how it reads now.")
            )
    elif form.is_bound and not form.errors:
        form.add_error(None, _("Nothing is chosen yet. Choose “Ready” or “Not now”."))
    kept = store.find_checklist(space, asked)
    wanted = kept if request.GET.get("list") == "1" else None
    before = ChecklistForm.fill_from(wanted) if wanted else ChecklistForm()
    hidden = kept is not None and wanted is None
    page = present.answer_page(visit.zone, form, before, mine, asked, hidden=hidden)
    return render(request, page, status=422 if form.is_bound else 200)
