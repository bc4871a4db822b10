"""Finding words for a topic, alone."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from bothand.accounts.access import Visit
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import not_kept
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.present import find_openers
from bothand.rooms.talks.store import put_document
from bothand.rooms.talks.topics import rules
from bothand.rooms.talks.topics.forms import PreparationForm
from bothand.rooms.talks.topics.pages import PreparationPage
from bothand.rooms.talks.topics.records import Preparation
from bothand.rooms.talks.topics.rules import place_of_preparation
from bothand.rooms.talks.topics.store import find_topic
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

NAMES = ("saw", "feel", "need", "ask", "rest")


@READ_OR_WRITE
def edit_preparation(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Find words for a topic. They lie in *mine*, whichever space the topic lies in."""
    mine, record_id = Visit(request).mine, id_of(hex_id)
    topic = find_topic(Visit(request), record_id)[0].record.text
    where = place_of_preparation(record_id)
    if request.method != "POST":
        try:
            there = mine.get(Preparation, where)
            initial = {name: getattr(there.record, name) for name in NAMES}
            form = PreparationForm(initial=initial | {"revision": there.revision})
        except Missing:
            form = PreparationForm()
        said = _("It is kept, for you alone.") if request.GET.get("done") else ""
        return render(request, _preparation_page(form, record_id, topic, said))
    form = PreparationForm(request.POST)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in NAMES}
        try:
            put_document(
                mine, Preparation, where, Preparation(topic=topic, **words), form.cleaned_data["revision"]
            )
            return HttpResponseRedirect(f"{request.path}?done=1")
        except Conflict as conflict:
            if conflict.theirs is not None:
                return render(request, _show_versions(words, conflict.theirs, request.path), status=409)
            form.add_error(None, _("It was deleted in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, _preparation_page(form, record_id, topic, ""), status=422)


def _preparation_page(form: PreparationForm, record_id: bytes, topic: str, said: str) -> PreparationPage:
    typed = " ".join(str(form[name].value() or "") for name in NAMES)
    return PreparationPage(
        form=form,
        hex=record_id.hex(),
        topic=topic,
        openers=find_openers("raise", "feel", "need"),
        heard=rules.find_hard_words(typed),
        said=said,
    )


def _show_versions(words: dict[str, str], theirs: Opened[Preparation], action: str) -> VersionsOfTalksPage:
    labels = {name: PreparationForm.base_fields[name].label for name in NAMES}
    return VersionsOfTalksPage(
        pairs=tuple(
            Both(label=labels[name] or "", name=name, mine=words[name], theirs=getattr(theirs.record, name))
            for name in NAMES
        ),
        action=action,
        back_to=action,
        hidden=(Hidden(name="revision", value=str(theirs.revision)),),
    )
