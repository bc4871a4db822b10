"""What is said to an invitation: *ready* or *not now*, after a look at a list of one's own."""

from collections.abc import Iterable
from typing import Literal

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit import deletion
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.kit.single import put_document
from bothand.rooms.talks import labels
from bothand.rooms.talks.invitations import present, store
from bothand.rooms.talks.invitations.forms import AnswerForm, ChecklistForm
from bothand.rooms.talks.invitations.pages import AnswerPage
from bothand.rooms.talks.invitations.records import Answer, Checklist, Invitation, Table
from bothand.rooms.talks.invitations.rules import find_invitation, place_of_checklist
from bothand.rooms.talks.invitations.store import NOT_KEPT
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.rules import seconds_of
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.space import Space

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
                None, _("The invitation changed while you looked at it. This is how it reads now.")
            )
    elif form.is_bound and not form.errors:
        form.add_error(None, _("Nothing is chosen yet. Choose ready or not now."))
    there = _find_checklist(space, asked)
    before = _checklist_form(there) if request.GET.get("list") == "1" else ChecklistForm()
    page = _answer_page(request, form, before, mine, asked, hidden=there is not None and not before.initial)
    return render(request, page, status=422 if form.is_bound else 200)


@READ_OR_WRITE
@for_two
def edit_checklist(request: HttpRequest) -> HttpResponse:
    """Keep one's own list in *mine*: only who wishes it comes here. With nothing on it, it is taken out."""
    visit = Visit(request)
    space = visit.mine
    mine, theirs = store.read_tables(visit.require_pair())
    asked = find_invitation(mine, theirs)
    if request.method != "POST" or asked is None:
        return HttpResponseRedirect(reverse("talks_answer"))
    form = ChecklistForm(request.POST)
    if form.is_valid():
        try:
            said = _save_checklist(request, space, asked, form)
            there = _find_checklist(space, asked)
            fresh = AnswerForm(now=visit.now)
            page = _answer_page(
                request, fresh, ChecklistForm(), mine, asked, said=said, hidden=there is not None
            )
            return render(request, page)
        except Conflict:
            return render(request, _show_versions(form, _find_checklist(space, asked)), status=409)
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    page = _answer_page(request, AnswerForm(now=visit.now), form, mine, asked)
    return render(request, page, status=422)


def _save_checklist(request: HttpRequest, space: Space, asked: Invitation, form: ChecklistForm) -> str:
    typed = form.cleaned_data
    record = Checklist(
        day=Visit(request).today, topic=asked.text, ticks=tuple(typed["ticks"]), afraid=typed["afraid"]
    )
    there = _find_checklist(space, asked)
    if record.ticks or record.afraid:
        put_document(space, record, place_of_checklist(asked.id), typed["revision"])
        return _("Your list is kept, for you alone.")
    if there is not None:
        space.remove(there.seen_at(typed["revision"]))
        return deletion.deletion_sentence(deletion.deletion_flag())
    return _("There was nothing on it, so nothing is kept.")


def _find_checklist(space: Space, asked: Invitation) -> Opened[Checklist] | None:
    try:
        return space.get(Checklist, place_of_checklist(asked.id))
    except (Missing, DidNotOpen):
        return None


def _checklist_form(there: Opened[Checklist] | None) -> ChecklistForm:
    if there is None:
        return ChecklistForm()
    one = there.record
    return ChecklistForm(initial={"ticks": list(one.ticks), "afraid": one.afraid, "revision": there.revision})


def _answer_page(
    request: HttpRequest,
    form: AnswerForm,
    before: ChecklistForm,
    mine: Table,
    asked: Invitation,
    *,
    said: str = "",
    hidden: bool = False,
) -> AnswerPage:
    said_before: Literal["", "ready", "not"] = ""
    if mine.answer is not None and (mine.answer.invite, mine.answer.when) == (asked.id, asked.when):
        said_before = "ready" if mine.answer.ready else "not"
    return AnswerPage(
        invite=present.invitation_line(Visit(request).zone, asked, None, mine=asked is mine.invite),
        form=form,
        before=before,
        to=present.token_of_invitation(asked),
        answered=said_before,
        said=said,
        hidden=hidden,
    )


def _show_versions(form: ChecklistForm, there: Opened[Checklist] | None) -> VersionsOfTalksPage:
    one = there.record if there else None
    return VersionsOfTalksPage(
        pairs=(
            Both(
                label=_("How is it now?"),
                name="said",
                mine=_say_ticks(form.cleaned_data["ticks"]),
                theirs=_say_ticks(one.ticks if one else ()),
            ),
            Both(
                label=_("What I am afraid of"),
                name="afraid",
                mine=form.cleaned_data["afraid"],
                theirs=one.afraid if one else "",
            ),
        ),
        action=reverse("talks_checklist"),
        back_to=reverse("talks_answer"),
        hidden=(
            *(Hidden(name="ticks", value=name) for name in form.cleaned_data["ticks"]),
            Hidden(name="revision", value=str(there.revision if there else 0)),
        ),
    )


def _say_ticks(names: Iterable[str]) -> str:
    return "\n".join(str(labels.LIST[name]) for name in names if name in labels.LIST)
