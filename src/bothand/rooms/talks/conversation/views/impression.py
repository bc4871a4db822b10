"""How a talk was, for oneself."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.talks import labels
from bothand.rooms.talks.conversation import store
from bothand.rooms.talks.conversation.forms import ImpressionForm
from bothand.rooms.talks.conversation.pages import ImpressionPage
from bothand.rooms.talks.conversation.records import Impression
from bothand.rooms.talks.conversation.rules import place_of_impression
from bothand.rooms.talks.conversation.store import Transcript
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.views.alone import for_two
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

UNSAFE = 2
"""At this answer and below, the way to the quiet page is shown."""


@READ_OR_WRITE
@for_two
def edit_impression(request: HttpRequest, hex_id: str) -> HttpResponse:
    """How a talk was, in *mine*. It never leaves it."""
    visit = Visit(request)
    mine, two = visit.mine, visit.require_pair()
    transcript = store.read_transcript(two.ours, two.me, id_of(hex_id))
    where = place_of_impression(transcript.talk.id)
    if request.method != "POST":
        try:
            there = mine.get(Impression, where)
            one = there.record
            initial = {"heard": one.heard, "safe": one.safe, "text": one.text, "revision": there.revision}
        except Missing:
            one, initial = None, {}
        said = _("It is kept, for you alone.") if request.GET.get("done") else ""
        return render(request, _impression_page(transcript, ImpressionForm(initial=initial), one, said))
    form = ImpressionForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        record = Impression(
            day=transcript.talk.record.day,
            talk=transcript.talk.id,
            topic=transcript.talk.record.text,
            heard=typed["heard"] or 0,
            safe=typed["safe"] or 0,
            text=typed["text"],
        )
        try:
            store.save_impression(
                mine, where, record, typed["revision"], store.mention_of_talk(transcript.talk, record.day)
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
    return render(request, _impression_page(transcript, form, None, ""), status=422)


def _impression_page(
    transcript: Transcript, form: ImpressionForm, one: Impression | None, said: str
) -> ImpressionPage:
    return ImpressionPage(
        form=form,
        hex=transcript.talk.hex,
        text=transcript.talk.record.text,
        unsafe=one is not None and 0 < one.safe <= UNSAFE,
        said=said,
    )


def _show_impression_versions(
    action: str, mine: Impression, theirs: Opened[Impression]
) -> VersionsOfTalksPage:
    def say_levels(one: Impression) -> str:
        levels = ((_("I felt heard"), one.heard), (_("I felt safe to say what I think"), one.safe))
        return "\n".join(f"{label}: {labels.FELT[level]}" for label, level in levels if level)

    return VersionsOfTalksPage(
        pairs=(
            Both(label=_("How it was"), name="said", mine=say_levels(mine), theirs=say_levels(theirs.record)),
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
