"""How a talk begins: not against a *not now* of the same day, and not around a pause."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.talks.conversation import rules, store
from bothand.rooms.talks.conversation.forms import NewTalkForm
from bothand.rooms.talks.conversation.pages import NewTalkPage
from bothand.rooms.talks.conversation.records import Talk
from bothand.rooms.talks.conversation.store import Transcript
from bothand.rooms.talks.forms import MINE
from bothand.rooms.talks.invitations.records import Table
from bothand.rooms.talks.invitations.rules import is_resting
from bothand.rooms.talks.invitations.store import NOT_KEPT, read_tables
from bothand.rooms.talks.invitations.views.invitation import find_subject
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render


@READ_OR_WRITE
@for_two
@keep_form_id
def begin_talk(request: HttpRequest) -> HttpResponse:
    """Begin a talk."""
    visit = Visit(request)
    access.open_mine(request)
    two = visit.require_pair()
    mine, theirs = read_tables(two)
    opened = store.find_open_talks(two.ours, two.me, mine, theirs)
    path = reverse("talks_talk", args=[opened[0].talk.hex]) if opened else ""
    rests = _explain_wait(visit, two, theirs, opened)
    if request.method != "POST":
        form = NewTalkForm(initial=find_subject(request, two), partner=two.partner.name)
        return render(request, NewTalkPage(form=form, open=path, rests=rests))
    form = NewTalkForm(request.POST, partner=two.partner.name)
    if form.is_valid() and rests:
        form.add_error(None, rests)
    if not form.is_valid():
        return render(request, NewTalkPage(form=form, open=path, rests=""), status=422)
    typed = form.cleaned_data
    first = two.me if typed["first"] == MINE else two.other
    record = Talk(
        day=visit.today,
        text=typed["text"],
        way=typed["way"],
        devices=typed["devices"],
        first=first,
        people=(two.me, two.other),
        began=int(visit.now.timestamp()),
        minutes=typed["minutes"] or 0,
        thread=typed["thread"],
    )
    try:
        kept = store.start_talk(two, record, typed["id"])
    except NOT_KEPT:
        form.add_error(None, not_kept())
        return render(request, NewTalkPage(form=form, open=path, rests=""), status=409)
    return HttpResponseRedirect(reverse("talks_talk", args=[kept.hex]))


def _explain_wait(visit: Visit, two: Pair, theirs: Table, opened: list[Transcript]) -> str:
    """Why I begin none now, "" where I may. Who said *not now*, or paused, may begin one."""
    if is_resting(theirs, visit.today):
        told = _("%(name)s said “Not now”. You can begin one from tomorrow, and %(name)s can at any time.")
        return told % {"name": two.partner.name}
    now = int(visit.now.timestamp())
    for one in opened:
        pause = one.state.pause
        if pause is not None and not rules.may_go_on(pause, two.me, now):
            return _("You have paused. That goes for a new talk too.")
    return ""
