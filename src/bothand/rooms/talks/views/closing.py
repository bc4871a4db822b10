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
from bothand.rooms.talks.heaps import Transcript
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.place import Pair, for_two, pair, place_of_impression, today
from bothand.rooms.talks.records import Close, Impression
from bothand.rooms.talks.talk_forms import CloseForm, ImpressionForm
from bothand.rooms.talks.talk_pages import ClosePage, ImpressionPage
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
UNSAFE = 2
"""At this answer and below, the way to the quiet page is shown."""


@READ_OR_WRITE
@for_two
def close_talk(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Leave a talk with one's own closing words; what the other chose stays theirs."""
    mine = access.open_mine(request)
    two = pair(request)
    found = heaps.read_transcript(two, id_of(hex_id))
    old = found.closes.get(two.me)
    if request.method != "POST":
        return render(
            request, close_page(two, found, CloseForm(initial=_initial_values(old), today=today(request)))
        )
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
            store.close_talk(two, mine, found, record, typed["revision"])
            return HttpResponseRedirect(reverse("talks_after", args=[found.talk.hex]))
        except Conflict as conflict:
            if conflict.theirs is not None and conflict.theirs.kind.type is Close:
                return render(request, _show_close_versions(found, record, conflict.theirs), status=409)
            form.add_error(None, _("It changed in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, close_page(two, found, form), status=422)


@READ_OR_WRITE
@for_two
def edit_impression(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a talk was, in *mine*. It never leaves it."""
    mine = access.open_mine(request)
    found = heaps.read_transcript(pair(request), id_of(hex_id))
    where = place_of_impression(found.talk.id)
    if request.method != "POST":
        try:
            there = mine.get(Impression, where)
            one = there.record
            initial = {"heard": one.heard, "safe": one.safe, "text": one.text, "revision": there.revision}
        except Missing:
            one, initial = None, {}
        said = _("It is kept, for you alone.") if request.GET.get("done") else ""
        return render(request, _impression_page(found, ImpressionForm(initial=initial), one, said))
    form = ImpressionForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        record = Impression(
            day=found.talk.record.day,
            talk=found.talk.id,
            topic=found.talk.record.text,
            heard=typed["heard"] or 0,
            safe=typed["safe"] or 0,
            text=typed["text"],
        )
        try:
            store.keep_impression(
                mine, where, record, typed["revision"], store.mention_of_talk(found.talk, record.day)
            )
            return HttpResponseRedirect(f"{request.path}?done=1")
        except Conflict as conflict:
            if conflict.theirs is not None and conflict.theirs.kind.type is Impression:
                return render(
                    request, _show_impression_versions(request.path, record, conflict.theirs), status=409
                )
            form.add_error(None, _("It changed in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, _impression_page(found, form, None, ""), status=422)


def close_page(two: Pair, found: Transcript, form: CloseForm) -> ClosePage:
    """The page that asks how a talk is left."""
    theirs = {who: one for who, one in found.closes.items() if who != two.me}
    return ClosePage(
        form=form,
        hex=found.talk.hex,
        text=found.talk.record.text,
        theirs=present.close_lines(theirs, two, found.course.people),
        openers=present.find_openers("close"),
    )


def _initial_values(old: Opened[Close] | None) -> dict[str, Any]:
    if old is None:
        return {}
    one = old.record
    return {"outcome": one.outcome, "text": one.text, "again": one.again, "revision": old.revision}


def _impression_page(
    found: Transcript, form: ImpressionForm, one: Impression | None, said: str
) -> ImpressionPage:
    return ImpressionPage(
        form=form,
        hex=found.talk.hex,
        text=found.talk.record.text,
        unsafe=one is not None and 0 < one.safe <= UNSAFE,
        said=said,
    )


def _show_close_versions(found: Transcript, mine: Close, theirs: Opened[Close]) -> VersionsOfTalksPage:
    return VersionsOfTalksPage(
        pairs=(
            Both(
                label=_("Where are you with it?"),
                name="said",
                mine=_say_outcome(mine),
                theirs=_say_outcome(theirs.record),
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


def _say_outcome(one: Close) -> str:
    said = str(labels.OUTCOMES[one.outcome])
    return f"{said}: {date_format(one.again, 'j F Y')}" if one.again else said


def _show_impression_versions(
    action: str, mine: Impression, theirs: Opened[Impression]
) -> VersionsOfTalksPage:
    def said(one: Impression) -> str:
        levels = ((_("I felt heard"), one.heard), (_("I felt safe to say what I think"), one.safe))
        return "\n".join(f"{label}: {labels.FELT[level]}" for label, level in levels if level)

    return VersionsOfTalksPage(
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
