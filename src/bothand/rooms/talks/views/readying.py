"""What is said to an invitation: *ready* or *not now*, after a look at a list of one's own."""

from collections.abc import Iterable
from typing import Literal

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access
from bothand.kit import deletion
from bothand.kit.fields import not_kept
from bothand.rooms.talks import labels, present, store
from bothand.rooms.talks.pages import TwoPage
from bothand.rooms.talks.place import before_place, for_two, local_now, pair, seconds_of, today, zone_of
from bothand.rooms.talks.records import Answer, Before, Invite, Table
from bothand.rooms.talks.talk_forms import BeforeForm, ReadyForm
from bothand.rooms.talks.talk_pages import ReadyPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.space import Space

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
READY, NOT = "ready", "not"


@READ_OR_WRITE
@for_two
def ready(request: HttpRequest) -> HttpResponse:
    """One's own list, which is sent nowhere; then *ready* or *not now*, which the other sees.

    A list that was kept is shown only when it is asked for (`?list=1`).
    """
    space, two = access.open_mine(request), pair(request)
    mine, theirs = store.tables(two)
    asked = asked_now(mine, theirs)
    if asked is None:
        return HttpResponseRedirect(reverse("talks_list"))
    form = ReadyForm(request.POST if request.method == "POST" else None, now=local_now(request))
    if request.method == "POST" and form.is_valid() and request.POST.get("answer") in (READY, NOT):
        if request.POST.get("to") == present.to_of(asked):
            typed = form.cleaned_data
            named = bool(typed.get("day") and typed.get("at"))
            other = seconds_of(zone_of(request), typed["day"], typed["at"]) if named else 0
            said = Answer(asked.id, asked.when, request.POST["answer"] == READY, today(request), other)
            try:
                store.set_table(two, lambda table: msgspec.structs.replace(table, answer=said))
                return HttpResponseRedirect(reverse("talks_list"))
            except store.NOT_KEPT:
                form.add_error(None, not_kept())
        else:
            form.add_error(
                None, _("The invitation changed while you looked at it. This is how it reads now.")
            )
    elif form.is_bound and not form.errors:
        form.add_error(None, _("Nothing is chosen yet. Choose ready or not now."))
    there = _list_of(space, asked)
    before = _shown(there) if request.GET.get("list") == "1" else BeforeForm()
    page = _page(request, form, before, mine, asked, hidden=there is not None and not before.initial)
    return render(request, page, status=422 if form.is_bound else 200)


@READ_OR_WRITE
@for_two
def keep_before(request: HttpRequest) -> HttpResponse:
    """Keep one's own list in *mine*: only who wishes it comes here. With nothing on it, it is taken out."""
    space = access.open_mine(request)
    mine, theirs = store.tables(pair(request))
    asked = asked_now(mine, theirs)
    if request.method != "POST" or asked is None:
        return HttpResponseRedirect(reverse("talks_ready"))
    form = BeforeForm(request.POST)
    if form.is_valid():
        try:
            said = _keep(request, space, asked, form)
            there = _list_of(space, asked)
            fresh = ReadyForm(now=local_now(request))
            page = _page(request, fresh, BeforeForm(), mine, asked, said=said, hidden=there is not None)
            return render(request, page)
        except Conflict:
            return render(request, _two(form, _list_of(space, asked)), status=409)
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    page = _page(request, ReadyForm(now=local_now(request)), form, mine, asked)
    return render(request, page, status=422)


def asked_now(mine: Table, theirs: Table) -> Invite | None:
    """The invitation this is about: the other's, or else my own."""
    return theirs.invite or mine.invite


def _keep(request: HttpRequest, space: Space, asked: Invite, form: BeforeForm) -> str:
    typed = form.cleaned_data
    record = Before(day=today(request), topic=asked.text, ticks=tuple(typed["ticks"]), afraid=typed["afraid"])
    there = _list_of(space, asked)
    if record.ticks or record.afraid:
        store.put(space, Before, before_place(asked.id), record, typed["revision"])
        return _("Your list is kept, for you alone.")
    if there is not None:
        space.remove(there.seen_at(typed["revision"]))
        return deletion.deletion_sentence(deletion.deletion_flag())
    return _("There was nothing on it, so nothing is kept.")


def _list_of(space: Space, asked: Invite) -> Opened[Before] | None:
    try:
        return space.get(Before, before_place(asked.id))
    except (Missing, DidNotOpen):
        return None


def _shown(there: Opened[Before] | None) -> BeforeForm:
    if there is None:
        return BeforeForm()
    one = there.record
    return BeforeForm(initial={"ticks": list(one.ticks), "afraid": one.afraid, "revision": there.revision})


def _page(
    request: HttpRequest,
    form: ReadyForm,
    before: BeforeForm,
    mine: Table,
    asked: Invite,
    *,
    said: str = "",
    hidden: bool = False,
) -> ReadyPage:
    said_before: Literal["", "ready", "not"] = ""
    if mine.answer is not None and (mine.answer.invite, mine.answer.when) == (asked.id, asked.when):
        said_before = "ready" if mine.answer.ready else "not"
    return ReadyPage(
        invite=present.invite_line(zone_of(request), asked, None, mine=asked is mine.invite),
        form=form,
        before=before,
        to=present.to_of(asked),
        answered=said_before,
        said=said,
        hidden=hidden,
    )


def _two(form: BeforeForm, there: Opened[Before] | None) -> TwoPage:
    one = there.record if there else None
    return TwoPage(
        pairs=(
            Both(
                label=_("How is it now?"),
                name="said",
                mine=_ticked(form.cleaned_data["ticks"]),
                theirs=_ticked(one.ticks if one else ()),
            ),
            Both(
                label=_("What I am afraid of"),
                name="afraid",
                mine=form.cleaned_data["afraid"],
                theirs=one.afraid if one else "",
            ),
        ),
        action=reverse("talks_before"),
        back_to=reverse("talks_ready"),
        hidden=(
            *(Hidden(name="ticks", value=name) for name in form.cleaned_data["ticks"]),
            Hidden(name="revision", value=str(there.revision if there else 0)),
        ),
    )


def _ticked(names: Iterable[str]) -> str:
    return "\n".join(str(labels.LIST[name]) for name in names if name in labels.LIST)
