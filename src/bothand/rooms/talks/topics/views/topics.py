"""Topics: new, changed, deleted."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bothand.accounts import access
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision, not_kept
from bothand.rooms.talks import labels
from bothand.rooms.talks.forms import OURS
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.place import today
from bothand.rooms.talks.present import find_hands
from bothand.rooms.talks.topics import present, rules, store
from bothand.rooms.talks.topics.forms import NewTopicForm, TopicForm
from bothand.rooms.talks.topics.pages import DeleteTopicPage, EditTopicPage, NewTopicPage, TopicPage
from bothand.rooms.talks.topics.present import list_prepared_words
from bothand.rooms.talks.topics.records import Topic
from bothand.rooms.talks.topics.store import find_own_topic, find_topic
from bothand.rooms.talks.topics.views.recurrence import list_days
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, Missing, NewerVersion, ReadOnly
from bothand.vault.space import Space

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_OR_WRITE
def add_topic(request: HttpRequest) -> HttpResponse:
    """Put a topic aside. Words that another room hands over stand in the form."""
    mine = access.open_mine(request)
    name = frame_of(request, "ours").partner
    if (given := drafts.read_draft(request)) is not None:
        return render(request, NewTopicPage(form=NewTopicForm(initial={"text": given.text}, partner=name)))
    if request.method != "POST":
        return render(request, NewTopicPage(form=NewTopicForm(partner=name)))
    form = NewTopicForm(request.POST, partner=name)
    if not form.is_valid():
        return render(request, NewTopicPage(form=form), status=422)
    typed = form.cleaned_data
    record = Topic(text=typed["text"], hard=typed["hard"] or 0, since=today(request))
    space = access.open_ours(request) if typed.get("where") == OURS else mine
    try:
        kept = store.set_topic_aside(space, record, typed["id"])
    except (DidNotOpen, NewerVersion, ReadOnly, EpochClosed):
        return _rescue_words(request, not_kept())
    return HttpResponseRedirect(reverse("talks_topic", args=[kept.hex]))


@require_safe
def show_topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One topic."""
    mine = access.open_mine(request)
    found, space = find_topic(request, id_of(hex_id))
    by_me = found.author == access.visitor_of_request(request).account
    text, words = found.record.text, list_prepared_words(mine, found)
    page = TopicPage(
        hex=found.hex,
        text=text,
        hard=labels.HARD.get(found.record.hard, "") if by_me else "",
        both=space.id != mine.id,
        mine=by_me,
        age=present.say_age(rules.weeks_since(found.record.since, today(request))) if by_me else "",
        came=list_days(mine, found),
        prepared=words,
        hands=find_hands(text, "agreement", "boundary", "page"),
        said=_("It is noted, for you alone.") if request.GET.get("done") == "came" else "",
    )
    return render(request, page)


@READ_OR_WRITE
def edit_topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a topic anew: its author alone."""
    mine, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there, space = find_own_topic(request, record_id)
        form = TopicForm(
            initial={"text": there.record.text, "hard": there.record.hard, "revision": there.revision}
        )
        return render(request, EditTopicPage(form=form, hex=there.hex, both=space.id != mine.id))
    form = TopicForm(request.POST)
    try:
        there, space = find_own_topic(request, record_id)
        if not form.is_valid():
            page = EditTopicPage(form=form, hex=there.hex, both=space.id != mine.id)
            return render(request, page, status=422)
        return _save_topic(request, space, there, form)
    except Missing:
        return _rescue_words(request, _("This topic was ended while you were writing."))
    except (DidNotOpen, NewerVersion, ReadOnly, EpochClosed):
        return _rescue_words(request, not_kept())


@READ_OR_WRITE
def delete_topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End a topic, after asking: its author alone."""
    access.open_mine(request)
    if request.method != "POST":
        return render(request, _deletion_page(find_own_topic(request, id_of(hex_id))[0]))
    try:
        there, space = find_own_topic(request, id_of(hex_id))
        revision = Revision().to_python(request.POST.get("revision"))
        store.erase_topic(access.open_mine(request), space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _deletion_page(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('talks_list')}?done={deletion.deletion_flag()}")


def _save_topic(request: HttpRequest, space: Space, there: Opened[Topic], form: TopicForm) -> HttpResponse:
    typed = form.cleaned_data
    old = there.record
    record = Topic(text=typed["text"], hard=typed["hard"] or 0, since=old.since, thread=old.thread)
    try:
        if record != old:
            space.replace(there.seen_at(typed["revision"]), record)
    except Conflict as conflict:
        if conflict.theirs is None or conflict.theirs.deleted:
            raise Missing from None
        return render(request, _show_versions(request, record, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("talks_topic", args=[there.hex]))


def _show_versions(request: HttpRequest, mine: Topic, theirs: Opened[Topic]) -> VersionsOfTalksPage:
    return VersionsOfTalksPage(
        pairs=(Both(label=_("What is it about?"), name="text", mine=mine.text, theirs=theirs.record.text),),
        action=reverse("talks_edit", args=[theirs.hex]),
        back_to=reverse("talks_topic", args=[theirs.hex]),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="hard", value=str(mine.hard or "")),
        ),
        both_open=find_topic(request, theirs.id)[1].id != access.open_mine(request).id,
    )


def _deletion_page(there: Opened[Topic], *, changed: bool = False) -> DeleteTopicPage:
    lines = [_("You changed this topic in another window. This is how it reads now.")] if changed else []
    return DeleteTopicPage(
        title=_("Let this topic go?"),
        lines=(
            *lines,
            there.record.text,
            _(
                "It goes from here at once, and so do the words you found for it. What was said about it in talks stays there."
            ),
        ),
        action=reverse("talks_delete", args=[there.hex]),
        button=_("Let it go"),
        back=_("Keep it"),
        back_to=reverse("talks_topic", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
    )


def _rescue_words(request: HttpRequest, why: str) -> HttpResponse:
    """A topic could not be kept: what was typed stands in a new one."""
    form = NewTopicForm(
        initial={"text": request.POST.get("text", "").replace("\0", "")},
        partner=frame_of(request, "ours").partner,
    )
    return render(request, NewTopicPage(form=form, rescued=f"{why} {_('Your words are here.')}"), status=409)
