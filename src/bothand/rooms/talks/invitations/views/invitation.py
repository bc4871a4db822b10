"""Asking for a talk, and what is said to it: *ready* or *not now*."""

from contextlib import suppress
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bothand.accounts import access
from bothand.accounts.access import Pair, Visit
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.talks.conversation.records import Talk
from bothand.rooms.talks.invitations import store
from bothand.rooms.talks.invitations.forms import InvitationForm
from bothand.rooms.talks.invitations.pages import InvitationPage
from bothand.rooms.talks.invitations.records import Answer, Invitation, Table
from bothand.rooms.talks.invitations.rules import is_resting
from bothand.rooms.talks.invitations.store import NOT_KEPT
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.rules import seconds_of, time_in_zone
from bothand.rooms.talks.topics.store import find_topic
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.errors import Missing


@READ_OR_WRITE
@for_two
def edit_invitation(request: HttpRequest) -> HttpResponse:
    """Ask for a talk. One invitation of mine at a time; `?about=` names a topic, `?take=1` takes the other's time."""
    visit = Visit(request)
    access.open_mine(request)
    two = visit.require_pair()
    mine, theirs, unopened = store.count_tables(two)
    now = visit.now
    rests = is_resting(theirs, visit.today)
    if request.method != "POST":
        form = InvitationForm(initial=_initial_values(request, two, mine.invite, theirs.answer), now=now)
        return render(request, _invite_page(form, mine, unopened, rests=rests))
    form = InvitationForm(request.POST, now=now)
    page = _invite_page(form, mine, unopened, rests=rests)
    if not form.is_valid():
        return render(request, page, status=422)
    wanted = _read_invitation(request, form, mine.invite)
    if mine.invite is not None and mine.invite.id not in (wanted.id, form.cleaned_data["was"]):
        return render(request, _show_versions(wanted, mine.invite, form), status=409)
    if rests and not _takes_their_time(wanted, theirs.answer):
        form.add_error(None, explain_rest(two))
        return render(request, page, status=422)
    try:
        store.change_table(two, lambda table: msgspec.structs.replace(table, invite=wanted))
    except NOT_KEPT:
        form.add_error(None, not_kept())
        return render(request, page, status=409)
    return HttpResponseRedirect(reverse("talks_list"))


def _invite_page(form: InvitationForm, mine: Table, unopened: int, *, rests: bool) -> InvitationPage:
    return InvitationPage(form=form, rests=rests, standing=mine.invite is not None, unopened=unopened)


@require_POST
@for_two
def withdraw_invitation(request: HttpRequest) -> HttpResponse:
    """Take my invitation back."""
    access.open_mine(request)
    store.change_table(
        Visit(request).require_pair(), lambda table: msgspec.structs.replace(table, invite=None)
    )
    return HttpResponseRedirect(reverse("talks_list"))


def explain_rest(two: Pair) -> str:
    """Why there is no asking again today."""
    told = _("%(name)s said “Not now”. You can ask again from tomorrow. Your words are still here.")
    return told % {"name": two.partner.name}


def _takes_their_time(wanted: Invitation, answer: Answer | None) -> bool:
    return answer is not None and bool(answer.other) and answer.other == wanted.when


def _read_invitation(request: HttpRequest, form: InvitationForm, standing: Invitation | None) -> Invitation:
    typed = form.cleaned_data
    return Invitation(
        id=typed["id"],
        text=typed["text"],
        when=seconds_of(Visit(request).zone, typed["day"], typed["at"]),
        need=typed["need"],
        thread=typed["thread"] or (standing.thread if standing else b""),
        day=Visit(request).today,
    )


def _initial_values(
    request: HttpRequest, two: Pair, standing: Invitation | None, answer: Answer | None
) -> dict[str, Any]:
    """What the form opens with: a topic, the time the other named, or what stands already."""
    found: dict[str, Any] = {"was": standing.id.hex() if standing else ""} | find_subject(request, two)
    if standing is None or "text" in found:
        return found
    takes = request.GET.get("take") == "1" and answer is not None and answer.invite == standing.id
    at = time_in_zone(
        Visit(request).zone, answer.other if takes and answer and answer.other else standing.when
    )
    found |= {"text": standing.text, "need": standing.need, "thread": standing.thread.hex()}
    return found | {"day": at.date(), "at": at.time()}


def _show_versions(wanted: Invitation, there: Invitation, form: InvitationForm) -> VersionsOfTalksPage:
    again = {name: form.data.get(name, "") for name in ("day", "at", "thread", "id")}
    return VersionsOfTalksPage(
        pairs=(
            Both(label=_("What is it about?"), name="text", mine=wanted.text, theirs=there.text),
            Both(label=_("What I need for it"), name="need", mine=wanted.need, theirs=there.need),
        ),
        action=reverse("talks_invite"),
        back_to=reverse("talks_list"),
        hidden=(
            *(Hidden(name=name, value=value) for name, value in again.items()),
            Hidden(name="was", value=there.id.hex()),
        ),
        both_open=True,
    )


def find_subject(request: HttpRequest, two: Pair) -> dict[str, Any]:
    """What `?about=` names, as a form opens with it: an invitation of either, a topic, a talk that was; or nothing."""
    asked = request.GET.get("about", "")
    if not asked:
        return {}
    wanted = id_of(asked)
    for table in store.read_tables(two):
        if table.invite is not None and table.invite.id == wanted:
            return {"text": table.invite.text, "thread": (table.invite.thread or table.invite.id).hex()}
    with suppress(Missing):
        topic = find_topic(Visit(request), wanted)[0]
        return {"text": topic.record.text, "thread": (topic.record.thread or topic.id).hex()}
    with suppress(Missing):
        talk = two.ours.get(Talk, wanted)
        return {"text": talk.record.text, "thread": (talk.record.thread or talk.id).hex()}
    return {}
