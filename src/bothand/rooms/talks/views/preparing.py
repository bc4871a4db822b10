"""Alone: finding words for a topic, and practising to listen."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.accounts import access
from bothand.kit.addresses import id_of
from bothand.kit.fields import not_kept
from bothand.rooms.talks import present, softness, store
from bothand.rooms.talks.forms import PracticeForm, PreparedForm
from bothand.rooms.talks.pages import PracticePage, PreparePage, TwoPage
from bothand.rooms.talks.place import words_place
from bothand.rooms.talks.records import Prepared
from bothand.rooms.talks.views.parking import find
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
NAMES = ("saw", "feel", "need", "ask", "rest")


@READ_OR_WRITE
def prepare(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Find words for a topic. They lie in *mine*, whichever space the topic lies in."""
    mine, record_id = access.open_mine(request), id_of(hex_id)
    topic = find(request, record_id)[0].record.text
    where = words_place(record_id)
    if request.method != "POST":
        try:
            there = mine.get(Prepared, where)
            initial = {name: getattr(there.record, name) for name in NAMES}
            form = PreparedForm(initial=initial | {"revision": there.revision})
        except Missing:
            form = PreparedForm()
        said = _("It is kept, for you alone.") if request.GET.get("done") else ""
        return render(request, _page(form, record_id, topic, said))
    form = PreparedForm(request.POST)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in NAMES}
        try:
            store.put(mine, Prepared, where, Prepared(topic=topic, **words), form.cleaned_data["revision"])
            return HttpResponseRedirect(f"{request.path}?done=1")
        except Conflict as conflict:
            if conflict.theirs is not None:
                return render(request, _two(words, conflict.theirs, request.path), status=409)
            form.add_error(None, _("It was deleted in another window. Keep it once more."))
        except (DidNotOpen, NewerVersion):
            form.add_error(None, not_kept())
    return render(request, _page(form, record_id, topic, ""), status=422)


@READ_OR_WRITE
def practice(request: HttpRequest) -> HttpResponse:
    """Listen, alone: a sentence is given, and said back. Nothing is kept."""
    access.open_mine(request)
    sentences = present.openers_for("feel", "need", "own")
    ids = [one.id for one in sentences]
    posted = request.method == "POST"
    asked = (request.POST if posted else request.GET).get("which", "")
    place = ids.index(asked) if asked in ids else 0
    form = PracticeForm(request.POST) if posted else PracticeForm(initial={"which": ids[place]})
    good = posted and form.is_valid()
    page = PracticePage(
        form=form,
        given=sentences[place].text,
        back=form.cleaned_data["back"] if good else "",
        other=f"{reverse('talks_practice')}?which={ids[(place + 1) % len(ids)]}",
    )
    return render(request, page, status=422 if posted and not good else 200)


def _page(form: PreparedForm, record_id: bytes, topic: str, said: str) -> PreparePage:
    typed = " ".join(str(form[name].value() or "") for name in NAMES)
    return PreparePage(
        form=form,
        hex=record_id.hex(),
        topic=topic,
        openers=present.openers_for("raise", "feel", "need"),
        heard=softness.heard(typed),
        said=said,
    )


def _two(words: dict[str, str], theirs: Opened[Prepared], action: str) -> TwoPage:
    labels = {name: PreparedForm.base_fields[name].label for name in NAMES}
    return TwoPage(
        pairs=tuple(
            Both(label=labels[name] or "", name=name, mine=words[name], theirs=getattr(theirs.record, name))
            for name in NAMES
        ),
        action=action,
        back_to=action,
        hidden=(Hidden(name="revision", value=str(theirs.revision)),),
    )
