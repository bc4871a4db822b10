"""How a talk is left, and how it was for oneself."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access
from bothand.kit.addresses import id_of
from bothand.kit.fields import not_kept
from bothand.rooms.talks import heaps, labels, present, store
from bothand.rooms.talks.heaps import Heap
from bothand.rooms.talks.pages import TwoPage
from bothand.rooms.talks.place import Pair, felt_place, for_two, pair, today
from bothand.rooms.talks.records import Close, Felt
from bothand.rooms.talks.talk_forms import CloseForm, FeltForm
from bothand.rooms.talks.talk_pages import AfterPage, ClosePage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
UNSAFE = 2
"""At this answer and below, the way to the quiet page is shown."""


@READ_OR_WRITE
@for_two
def close(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Leave a talk with one's own closing words; what the other chose stays theirs."""
    mine = access.open_mine(request)
    two = pair(request)
    found = heaps.heap(two, id_of(hex_id))
    old = found.closes.get(two.me)
    if request.method != "POST":
        return render(request, close_page(two, found, CloseForm(initial=_initial(old), today=today(request))))
    form = CloseForm(request.POST, today=today(request))
    if form.is_valid():
        typed = form.cleaned_data
        record = Close(
            day=old.record.day if old else today(request),
            talk=found.talk.id,
            outcome=typed["outcome"],
            text=typed["text"],
            again=typed["again"] if typed["outcome"] == "again" else None,
        )
        try:
            store.close(two, mine, found, record, typed["revision"])
            return HttpResponseRedirect(reverse("talks_after", args=[found.talk.hex]))
        except Conflict as conflict:
            if conflict.theirs is not None and conflict.theirs.kind.type is Close:
                return render(request, _two_closes(found, record, conflict.theirs), status=409)
            form.add_error(None, _("It changed in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, close_page(two, found, form), status=422)


@READ_OR_WRITE
@for_two
def after(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a talk was, in *mine*. It never leaves it."""
    mine = access.open_mine(request)
    found = heaps.heap(pair(request), id_of(hex_id))
    where = felt_place(found.talk.id)
    if request.method != "POST":
        try:
            there = mine.get(Felt, where)
            one = there.record
            initial = {"heard": one.heard, "safe": one.safe, "text": one.text, "revision": there.revision}
        except Missing:
            one, initial = None, {}
        said = _("It is kept, for you alone.") if request.GET.get("done") else ""
        return render(request, _after_page(found, FeltForm(initial=initial), one, said))
    form = FeltForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        record = Felt(
            day=found.talk.record.day,
            talk=found.talk.id,
            topic=found.talk.record.text,
            heard=typed["heard"] or 0,
            safe=typed["safe"] or 0,
            text=typed["text"],
        )
        try:
            store.keep_felt(mine, where, record, typed["revision"], store.round_of(found.talk, record.day))
            return HttpResponseRedirect(f"{request.path}?done=1")
        except Conflict as conflict:
            if conflict.theirs is not None and conflict.theirs.kind.type is Felt:
                return render(request, _two_felt(request.path, record, conflict.theirs), status=409)
            form.add_error(None, _("It changed in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, _after_page(found, form, None, ""), status=422)


def close_page(two: Pair, found: Heap, form: CloseForm) -> ClosePage:
    """The page that asks how a talk is left."""
    theirs = {who: one for who, one in found.closes.items() if who != two.me}
    return ClosePage(
        form=form,
        hex=found.talk.hex,
        text=found.talk.record.text,
        theirs=present.close_lines(theirs, two, found.course.people),
        openers=present.openers_for("close"),
    )


def _initial(old: Opened[Close] | None) -> dict[str, Any]:
    if old is None:
        return {}
    one = old.record
    return {"outcome": one.outcome, "text": one.text, "again": one.again, "revision": old.revision}


def _after_page(found: Heap, form: FeltForm, one: Felt | None, said: str) -> AfterPage:
    return AfterPage(
        form=form,
        hex=found.talk.hex,
        text=found.talk.record.text,
        unsafe=one is not None and 0 < one.safe <= UNSAFE,
        said=said,
    )


def _two_closes(found: Heap, mine: Close, theirs: Opened[Close]) -> TwoPage:
    return TwoPage(
        pairs=(
            Both(
                label=_("Where are you with it?"),
                name="said",
                mine=_outcome(mine),
                theirs=_outcome(theirs.record),
            ),
            Both(label=_("What I take with me"), name="text", mine=mine.text, theirs=theirs.record.text),
        ),
        action=reverse("talks_close", args=[found.talk.hex]),
        back_to=reverse("talks_talk", args=[found.talk.hex]),
        hidden=(
            Hidden(name="outcome", value=mine.outcome),
            Hidden(name="again", value=mine.again.isoformat() if mine.again else ""),
            Hidden(name="revision", value=str(theirs.revision)),
        ),
        both_open=True,
    )


def _outcome(one: Close) -> str:
    said = str(labels.OUTCOMES[one.outcome])
    return f"{said}: {date_format(one.again, 'j F Y')}" if one.again else said


def _two_felt(action: str, mine: Felt, theirs: Opened[Felt]) -> TwoPage:
    def said(one: Felt) -> str:
        levels = ((_("I felt heard"), one.heard), (_("I felt safe to say what I think"), one.safe))
        return "\n".join(f"{label}: {labels.FELT[level]}" for label, level in levels if level)

    return TwoPage(
        pairs=(
            Both(label=_("How it was"), name="said", mine=said(mine), theirs=said(theirs.record)),
            Both(label=_("A line for yourself"), name="text", mine=mine.text, theirs=theirs.record.text),
        ),
        action=action,
        back_to=action,
        hidden=(
            Hidden(name="heard", value=str(mine.heard or "")),
            Hidden(name="safe", value=str(mine.safe or "")),
            Hidden(name="revision", value=str(theirs.revision)),
        ),
    )
