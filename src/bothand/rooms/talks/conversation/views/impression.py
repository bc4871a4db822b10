"""How a talk was, for oneself."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.single import SingleView
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import store
from bothand.rooms.talks.conversation.forms import ImpressionForm
from bothand.rooms.talks.conversation.pages import ImpressionPage
from bothand.rooms.talks.conversation.records import Impression
from bothand.rooms.talks.conversation.rules import place_of_impression
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened

UNSAFE = 2
"""At this answer and below, the way to the quiet page is shown."""


@READ_OR_WRITE
@for_two
def edit_impression(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a talk was, in *mine*. It never leaves it."""
    return ImpressionView(request, id_of(hex_id)).edit()


class ImpressionView(SingleView[Impression, ImpressionForm]):
    """How one talk was for me."""

    kind = Impression

    def __init__(self, request: HttpRequest, talk_id: bytes) -> None:
        super().__init__(request)
        two = self.visit.require_pair()
        self.talk = store.read_transcript(two.ours, two.me, talk_id).talk
        self.place = place_of_impression(self.talk.id)

    def make_form(self, old: Opened[Impression] | None, sent: QueryDict | None = None) -> ImpressionForm:
        if sent is not None or old is None:
            return ImpressionForm(sent)
        was = old.record
        initial = {"heard": was.heard, "safe": was.safe, "text": was.text, "revision": old.revision}
        return ImpressionForm(initial=initial)

    def build(self, form: ImpressionForm, _old: Opened[Impression] | None) -> Impression:
        typed, talk = form.cleaned_data, self.talk.record
        return Impression(
            day=talk.day,
            talk=self.talk.id,
            topic=talk.text,
            heard=typed["heard"] or 0,
            safe=typed["safe"] or 0,
            text=typed["text"],
        )

    def save(self, record: Impression, revision: int) -> None:
        store.save_impression(self.space, record, revision, store.mention_of_talk(self.talk, record.day))

    def page(self, form: ImpressionForm, old: Opened[Impression] | None) -> ImpressionPage:
        return ImpressionPage(
            form=form,
            hex=self.talk.hex,
            text=self.talk.record.text,
            unsafe=old is not None and 0 < old.record.safe <= UNSAFE,
            said=_("It is saved, for you alone.")
            if self.request.GET.get("done") and not form.is_bound
            else "",
        )

    def compare(self, record: Impression, theirs: Opened[Impression]) -> VersionsOfTalksPage:
        was = theirs.record
        return VersionsOfTalksPage(
            pairs=(
                Both(label=_("How it was"), name="said", mine=_say_levels(record), theirs=_say_levels(was)),
                Both(label=_("A line for yourself"), name="text", mine=record.text, theirs=was.text),
            ),
            action=self.request.path,
            back_to=self.request.path,
            hidden=(
                Hidden(name="heard", value=str(record.heard or "")),
                Hidden(name="safe", value=str(record.safe or "")),
                Hidden(name="revision", value=str(theirs.revision)),
            ),
        )

    def address(self) -> str:
        return f"{self.request.path}?done=1"


def _say_levels(one: Impression) -> str:
    levels = ((_("I felt heard"), one.heard), (_("I felt safe to say what I think"), one.safe))
    return "\n".join(f"{label}: {labels.FELT[level]}" for label, level in levels if level)
