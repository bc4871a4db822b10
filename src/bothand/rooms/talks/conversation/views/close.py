"""How a talk is left."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair, Visit
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import present, store
from bothand.rooms.talks.conversation.forms import CloseForm
from bothand.rooms.talks.conversation.pages import ClosePage
from bothand.rooms.talks.conversation.records import Close
from bothand.rooms.talks.conversation.store import Transcript
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.present import find_openers
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion


@READ_OR_WRITE
@for_two
def close_talk(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Leave a talk with one's own closing words; what the other chose stays theirs."""
    visit = Visit(request)
    mine = visit.mine
    two = visit.require_pair()
    transcript = store.read_transcript(two.ours, two.me, id_of(hex_id))
    old = transcript.closes.get(two.me)
    if request.method != "POST":
        return render(
            request, close_page(two, transcript, CloseForm(initial=_initial_values(old), today=visit.today))
        )
    form = CloseForm(request.POST, today=visit.today)
    if form.is_valid():
        typed = form.cleaned_data
        record = Close(
            day=old.record.day if old else visit.today,
            talk=transcript.talk.id,
            outcome=typed["outcome"],
            text=typed["text"],
            again=typed["again"] if typed["outcome"] == "again" else None,
        )
        try:
            store.save_close(two, mine, transcript, record, typed["revision"])
            return HttpResponseRedirect(reverse("talks_after", args=[transcript.talk.hex]))
        except Conflict as conflict:
            if conflict.theirs is not None and conflict.theirs.kind.type is Close:
                return render(request, _show_close_versions(transcript, record, conflict.theirs), status=409)
            form.add_error(None, _("It changed in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, close_page(two, transcript, form), status=422)


def close_page(two: Pair, transcript: Transcript, form: CloseForm) -> ClosePage:
    """The page that asks how a talk is left."""
    theirs = {who: one for who, one in transcript.closes.items() if who != two.me}
    return ClosePage(
        form=form,
        hex=transcript.talk.hex,
        text=transcript.talk.record.text,
        theirs=present.close_lines(theirs, two, transcript.setup.people),
        openers=find_openers("close"),
    )


def _initial_values(old: Opened[Close] | None) -> dict[str, Any]:
    if old is None:
        return {}
    one = old.record
    return {"outcome": one.outcome, "text": one.text, "again": one.again, "revision": old.revision}


def _show_close_versions(transcript: Transcript, mine: Close, theirs: Opened[Close]) -> VersionsOfTalksPage:
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
        action=reverse("talks_close", args=[transcript.talk.hex]),
        back_to=reverse("talks_talk", args=[transcript.talk.hex]),
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
