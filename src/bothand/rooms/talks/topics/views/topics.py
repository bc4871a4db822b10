"""Topics: new, changed, deleted."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision, not_kept
from bothand.kit.form_ids import keep_form_id
from bothand.rooms.talks.forms import OURS
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.topics import present, store
from bothand.rooms.talks.topics.forms import NewTopicForm, TopicForm
from bothand.rooms.talks.topics.pages import DeleteTopicPage, EditTopicPage, NewTopicPage
from bothand.rooms.talks.topics.records import Topic
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, Missing, NewerVersion, ReadOnly

NOT_WRITTEN: Final = (DidNotOpen, NewerVersion, ReadOnly, EpochClosed)
"""Why a topic could not be put where it belongs."""
DELETED: Final = gettext_lazy("This topic was closed while you were writing.")


@READ_OR_WRITE
@keep_form_id
def add_topic(request: HttpRequest) -> HttpResponse:
    """Set a topic aside. Words that another room hands over stand in the form."""
    visit = Visit(request)
    mine, name = visit.mine, frame_of(request, "ours").partner
    if (draft := drafts.read_draft(request)) is not None:
        return render(request, NewTopicPage(form=NewTopicForm(initial={"text": draft.text}, partner=name)))
    if request.method != "POST":
        return render(request, NewTopicPage(form=NewTopicForm(partner=name)))
    form = NewTopicForm(request.POST, partner=name)
    if not form.is_valid():
        return render(request, NewTopicPage(form=form), status=422)
    typed = form.cleaned_data
    topic = Topic(text=typed["text"], hard=typed["hard"] or 0, since=visit.today)
    space = visit.ours if typed.get("where") == OURS else mine
    try:
        kept = store.set_topic_aside(space, topic, typed["id"])
    except NOT_WRITTEN:
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(_address(kept))


@require_safe
def show_topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One topic."""
    visit = Visit(request)
    topic, space = store.find_topic(visit, id_of(hex_id))
    said = _("It is noted, for you alone.") if request.GET.get("done") == "came" else ""
    return render(request, present.topic_page(visit, topic, both=space.id != visit.mine.id, said=said))


@READ_OR_WRITE
def edit_topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a topic anew: its author alone."""
    visit, record_id = Visit(request), id_of(hex_id)
    if request.method != "POST":
        topic, space = store.find_own_topic(visit, record_id)
        old = topic.record
        form = TopicForm(initial={"text": old.text, "hard": old.hard, "revision": topic.revision})
        return render(request, EditTopicPage(form=form, hex=topic.hex, both=space.id != visit.mine.id))
    form = TopicForm(request.POST)
    try:
        topic, space = store.find_own_topic(visit, record_id)
        both = space.id != visit.mine.id
        if not form.is_valid():
            return render(request, EditTopicPage(form=form, hex=topic.hex, both=both), status=422)
        typed, old = form.cleaned_data, topic.record
        changed = Topic(text=typed["text"], hard=typed["hard"] or 0, since=old.since, thread=old.thread)
        if changed != old:
            space.replace(topic.seen_at(typed["revision"]), changed)
    except Conflict as conflict:
        if conflict.theirs is not None and not conflict.theirs.deleted:
            return render(request, _versions_page(changed, conflict.theirs, both=both), status=409)
        return _rescue_words(request, DELETED)
    except Missing:
        return _rescue_words(request, DELETED)
    except NOT_WRITTEN:
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(_address(topic))


@READ_OR_WRITE
def delete_topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a topic, after asking: its author alone."""
    visit, record_id = Visit(request), id_of(hex_id)
    if request.method != "POST":
        return render(request, _deletion_page(store.find_own_topic(visit, record_id)[0]))
    try:
        topic, space = store.find_own_topic(visit, record_id)
        revision = Revision().to_python(request.POST.get("revision"))
        store.erase_topic(visit.mine, space, topic.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _deletion_page(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('talks_list')}?done={deletion.deletion_flag()}")


def _address(topic: Opened[Topic]) -> str:
    return reverse("talks_topic", args=[topic.hex])


def _versions_page(mine: Topic, theirs: Opened[Topic], *, both: bool) -> VersionsOfTalksPage:
    return VersionsOfTalksPage(
        pairs=(Both(label=_("What is it about?"), name="text", mine=mine.text, theirs=theirs.record.text),),
        action=reverse("talks_edit", args=[theirs.hex]),
        back_to=_address(theirs),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="hard", value=str(mine.hard or "")),
        ),
        both_open=both,
    )


def _deletion_page(topic: Opened[Topic], *, changed: bool = False) -> DeleteTopicPage:
    moved = (_("You changed this topic in another window. This is how it reads now."),) if changed else ()
    return DeleteTopicPage(
        title=_("Let this topic go?"),
        lines=(
            *moved,
            topic.record.text,
            _(
                "It is deleted at once, and so are the words you found for it. What was said about it in talks stays there."
            ),
        ),
        action=reverse("talks_delete", args=[topic.hex]),
        button=_("Let it go"),
        back=_("Keep it"),
        back_to=_address(topic),
        hidden=(Hidden(name="revision", value=str(topic.revision)),),
    )


def _rescue_words(request: HttpRequest, why: str | Promise) -> HttpResponse:
    """A topic could not be kept: what was typed stands in a new one."""
    form = NewTopicForm(
        initial={"text": request.POST.get("text", "").replace("\0", "")},
        partner=frame_of(request, "ours").partner,
    )
    return render(request, NewTopicPage(form=form, rescued=f"{why} {_('Your words are here.')}"), status=409)
