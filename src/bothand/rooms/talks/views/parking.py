"""Topics that wait: new, changed, ended; and that one came up again."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bothand.accounts import access
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.fields import Revision, not_kept
from bothand.rooms.talks import labels, present, store
from bothand.rooms.talks.forms import OURS, ParkForm, TopicForm
from bothand.rooms.talks.pages import EditTopicPage, EndTopicPage, NewPage, TopicPage, TwoPage
from bothand.rooms.talks.place import pair_if, today, words_place
from bothand.rooms.talks.records import Prepared, Round, Rounds, Topic
from bothand.shell.frame import frame_of
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, Missing, NewerVersion, ReadOnly
from bothand.vault.space import Space

READ_OR_WRITE = require_http_methods(["GET", "HEAD", "POST"])
CAME_SHOWN = 12


@READ_OR_WRITE
def new(request: HttpRequest) -> HttpResponse:
    """Put a topic aside. Words that another room hands over stand in the form."""
    mine = access.open_mine(request)
    name = frame_of(request, "ours").partner
    if (given := drafts.read_draft(request)) is not None:
        return render(request, NewPage(form=ParkForm(initial={"text": given.text}, partner=name)))
    if request.method != "POST":
        return render(request, NewPage(form=ParkForm(partner=name)))
    form = ParkForm(request.POST, partner=name)
    if not form.is_valid():
        return render(request, NewPage(form=form), status=422)
    typed = form.cleaned_data
    record = Topic(text=typed["text"], hard=typed["hard"] or 0, since=today(request))
    space = access.open_ours(request) if typed.get("where") == OURS else mine
    try:
        kept = store.park(space, record, typed["id"])
    except (DidNotOpen, NewerVersion, ReadOnly, EpochClosed):
        return _rescue(request, not_kept())
    return HttpResponseRedirect(reverse("talks_topic", args=[kept.hex]))


@require_safe
def topic(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One topic."""
    mine = access.open_mine(request)
    found, space = find(request, id_of(hex_id))
    by_me = found.author == access.visitor_of_request(request).account
    text, words = found.record.text, _prepared(mine, found)
    page = TopicPage(
        hex=found.hex,
        text=text,
        hard=labels.HARD.get(found.record.hard, "") if by_me else "",
        both=space.id != mine.id,
        mine=by_me,
        age=present.age(present.weeks_since(found.record.since, today(request))) if by_me else "",
        came=_came(mine, found),
        prepared=words,
        hands=present.hands_of(text, "agreement", "boundary", "page"),
        said=_("It is noted, for you alone.") if request.GET.get("done") == "came" else "",
    )
    return render(request, page)


@READ_OR_WRITE
def edit(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Write a topic anew: its author alone."""
    mine, record_id = access.open_mine(request), id_of(hex_id)
    if request.method != "POST":
        there, space = own(request, record_id)
        form = TopicForm(
            initial={"text": there.record.text, "hard": there.record.hard, "revision": there.revision}
        )
        return render(request, EditTopicPage(form=form, hex=there.hex, both=space.id != mine.id))
    form = TopicForm(request.POST)
    try:
        there, space = own(request, record_id)
        if not form.is_valid():
            page = EditTopicPage(form=form, hex=there.hex, both=space.id != mine.id)
            return render(request, page, status=422)
        return _keep_changed(request, space, there, form)
    except Missing:
        return _rescue(request, _("This topic was ended while you were writing."))
    except (DidNotOpen, NewerVersion, ReadOnly, EpochClosed):
        return _rescue(request, not_kept())


@READ_OR_WRITE
def end(request: HttpRequest, hex_id: str) -> HttpResponse:
    """End a topic, after asking: its author alone."""
    access.open_mine(request)
    if request.method != "POST":
        return render(request, _ask(own(request, id_of(hex_id))[0]))
    try:
        there, space = own(request, id_of(hex_id))
        revision = Revision().to_python(request.POST.get("revision"))
        store.end(access.open_mine(request), space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _ask(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('talks_list')}?done={deletion.deletion_flag()}")


@require_POST
def came(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Note in *mine* that a topic came up today."""
    mine = access.open_mine(request)
    found, _space = find(request, id_of(hex_id))
    line = Round(found.record.thread or found.id, found.record.text, today(request))
    store.note_round(mine, line)
    return HttpResponseRedirect(reverse("talks_topic", args=[found.hex]) + "?done=came")


def find(request: HttpRequest, record_id: bytes) -> tuple[Opened[Topic], Space]:
    """A topic in *mine* or in *ours*, and which. Raises Missing, DidNotOpen."""
    mine = access.open_mine(request)
    try:
        return mine.get(Topic, record_id), mine
    except Missing:
        pair = pair_if(request)
        if pair is None:
            raise
        return pair.ours.get(Topic, record_id), pair.ours


def own(request: HttpRequest, record_id: bytes) -> tuple[Opened[Topic], Space]:
    """A topic that I put aside. Raises Missing for the other's, DidNotOpen."""
    there, space = find(request, record_id)
    if there.author != access.visitor_of_request(request).account:
        raise Missing
    return there, space


def _keep_changed(request: HttpRequest, space: Space, there: Opened[Topic], form: TopicForm) -> HttpResponse:
    typed = form.cleaned_data
    old = there.record
    record = Topic(text=typed["text"], hard=typed["hard"] or 0, since=old.since, thread=old.thread)
    try:
        if record != old:
            space.replace(there.seen_at(typed["revision"]), record)
    except Conflict as conflict:
        if conflict.theirs is None or conflict.theirs.deleted:
            raise Missing from None
        return render(request, _two(request, record, conflict.theirs), status=409)
    return HttpResponseRedirect(reverse("talks_topic", args=[there.hex]))


def _two(request: HttpRequest, mine: Topic, theirs: Opened[Topic]) -> TwoPage:
    return TwoPage(
        pairs=(Both(label=_("What is it about?"), name="text", mine=mine.text, theirs=theirs.record.text),),
        action=reverse("talks_edit", args=[theirs.hex]),
        back_to=reverse("talks_topic", args=[theirs.hex]),
        hidden=(
            Hidden(name="revision", value=str(theirs.revision)),
            Hidden(name="hard", value=str(mine.hard or "")),
        ),
        both_open=find(request, theirs.id)[1].id != access.open_mine(request).id,
    )


def _ask(there: Opened[Topic], *, changed: bool = False) -> EndTopicPage:
    lines = [_("You changed this topic in another window. This is how it reads now.")] if changed else []
    return EndTopicPage(
        title=_("Let this topic go?"),
        lines=(
            *lines,
            there.record.text,
            _(
                "It goes from here at once, and so do the words you found for it. What was said about it in talks stays there."
            ),
        ),
        action=reverse("talks_end", args=[there.hex]),
        button=_("Let it go"),
        back=_("Keep it"),
        back_to=reverse("talks_topic", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
    )


def _rescue(request: HttpRequest, why: str) -> HttpResponse:
    """A topic could not be kept: what was typed stands in a new one."""
    form = ParkForm(
        initial={"text": request.POST.get("text", "").replace("\0", "")},
        partner=frame_of(request, "ours").partner,
    )
    return render(request, NewPage(form=form, rescued=f"{why} {_('Your words are here.')}"), status=409)


def _prepared(mine: Space, found: Opened[Topic]) -> tuple[tuple[str, str], ...]:
    try:
        words = mine.get(Prepared, words_place(found.id)).record
    except (Missing, DidNotOpen):
        return ()
    pairs = (
        (_("What I saw or heard"), words.saw),
        (_("What I feel"), words.feel),
        (_("What matters to me in it"), words.need),
        (_("What I would like to ask for"), words.ask),
        (_("Anything else"), words.rest),
    )
    return tuple((label, text) for label, text in pairs if text)


def _came(mine: Space, found: Opened[Topic]) -> tuple[date, ...]:
    try:
        rounds = mine.only(Rounds)
    except DidNotOpen:
        return ()
    thread = found.record.thread or found.id
    days = {one.day for one in (rounds.record.lines if rounds else ()) if one.thread == thread}
    return tuple(sorted(days, reverse=True)[:CAME_SHOWN])
