"""How a talk is left."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.accounts.access import Pair
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.single import SingleView
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import present, store
from bothand.rooms.talks.conversation.forms import CloseForm
from bothand.rooms.talks.conversation.pages import ClosePage
from bothand.rooms.talks.conversation.records import Close
from bothand.rooms.talks.conversation.store import Transcript
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.present import find_openers
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened


@READ_OR_WRITE
@for_two
def close_talk(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Leave a talk with one's own closing words; what the other chose stays theirs."""
    return CloseView(request, id_of(hex_id)).edit()


class CloseView(SingleView[Close, CloseForm]):
    """How I leave one talk."""

    kind = Close

    def __init__(self, request: HttpRequest, talk_id: bytes) -> None:
        super().__init__(request)
        self.two = self.visit.require_pair()
        self.transcript = store.read_transcript(self.two.ours, self.two.me, talk_id)

    def find(self) -> Opened[Close] | None:
        return self.transcript.closes.get(self.two.me)

    def make_form(self, old: Opened[Close] | None, sent: QueryDict | None = None) -> CloseForm:
        if sent is not None or old is None:
            return CloseForm(sent, today=self.visit.today)
        was = old.record
        initial = {"outcome": was.outcome, "text": was.text, "again": was.again, "revision": old.revision}
        return CloseForm(initial=initial, today=self.visit.today)

    def build(self, form: CloseForm, old: Opened[Close] | None) -> Close:
        typed = form.cleaned_data
        return Close(
            day=old.record.day if old else self.visit.today,
            talk=self.transcript.talk.id,
            outcome=typed["outcome"],
            text=typed["text"],
            again=typed["again"] if typed["outcome"] == "again" else None,
        )

    def save(self, record: Close, revision: int) -> None:
        store.save_close(self.two, self.space, self.transcript, record, revision)

    def page(self, form: CloseForm, _old: Opened[Close] | None) -> ClosePage:
        return close_page(self.two, self.transcript, form)

    def compare(self, record: Close, theirs: Opened[Close]) -> VersionsOfTalksPage:
        was, hex_id = theirs.record, self.transcript.talk.hex
        outcomes = _say_outcome(record), _say_outcome(was)
        return VersionsOfTalksPage(
            pairs=(
                Both(label=_("Where are you with it?"), name="said", mine=outcomes[0], theirs=outcomes[1]),
                Both(label=_("What I take with me"), name="text", mine=record.text, theirs=was.text),
            ),
            action=reverse("talks_close", args=[hex_id]),
            back_to=reverse("talks_talk", args=[hex_id]),
            hidden=(
                Hidden(name="outcome", value=record.outcome),
                Hidden(name="again", value=record.again.isoformat() if record.again else ""),
                Hidden(name="revision", value=str(theirs.revision)),
            ),
            both_open=True,
        )

    def address(self) -> str:
        return reverse("talks_after", args=[self.transcript.talk.hex])


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


def _say_outcome(one: Close) -> str:
    said = str(labels.OUTCOMES[one.outcome])
    return f"{said}: {date_format(one.again, 'j F Y')}" if one.again else said
