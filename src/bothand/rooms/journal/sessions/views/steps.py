"""Guided sessions: beginning one, going through it step by step, finishing it."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_POST, require_safe

from bothand.accounts.access import Visit
from bothand.content.sessions import Session, load_exercises
from bothand.kit import deletion, texts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.few import show_few
from bothand.kit.fields import not_kept
from bothand.rooms.journal.entries.views.entries import EntryDocument
from bothand.rooms.journal.pages import TwoWritesPage
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.rooms.journal.sessions import store
from bothand.rooms.journal.sessions.forms import StepForm
from bothand.rooms.journal.sessions.pages import Offered, SessionLine, SessionShelf, SessionsPage, StepPage
from bothand.rooms.journal.sessions.present import find_session, find_title
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession
from bothand.rooms.journal.sessions.rules import OF_SAFETY, find_place, find_words, list_steps, trace_text
from bothand.shell.page import render
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen, Missing, NewerVersion
from bothand.vault.space import Lot, Space

SMALL = "small"
"""The place of the small version, which has one step."""
USES = {"F2": _lazy("For your own worth"), "F6": _lazy("For saying no"), "F9": _lazy("For your own wishes")}
"""What a session is for, by its facet."""


@require_safe
def list_sessions(request: HttpRequest) -> HttpResponse:
    """One session to begin, another one each day or the one asked for; the sessions that wait; all, folded."""
    space = Visit(request).mine
    known, waiting = _find_waiting(space)
    by_session = {one.record.session: one for one in waiting.items}
    offered = load_exercises(texts.text_language())
    path = reverse("journal_sessions")
    asked = request.GET.get("at", str(Visit(request).today.toordinal() % len(offered)))
    few = show_few(offered, asked, {}, path=path)
    page = SessionsPage(
        one=_offer_session(few.one, by_session.get(few.one.id)),
        another=few.another,
        shelves=tuple(_list_shelves(offered, path)),
        waiting=list_written(sort_newest_first(waiting.items)),
        measured=_describe_measured(request, space),
        earlier=bool(known.begun),
        unopened=waiting.unopened,
        said=deletion.deletion_sentence(request.GET.get("done", "")),
    )
    return render(request, page)


@require_POST
def begin_session(request: HttpRequest) -> HttpResponse:
    """Begin a session, whole (`begin`) or in its small version (`small`); or go on with the one that waits."""
    space = Visit(request).mine
    small = "small" in request.POST
    found = find_session(request.POST.get("small" if small else "begin", ""))
    if found is None:
        return HttpResponseRedirect(reverse("journal_sessions"))
    local = Visit(request).now
    record = WrittenSession(day=local.date(), at=f"{local:%H:%M}", session=found.id, small=small)
    return HttpResponseRedirect(find_step_address(store.begin_session(space, record)))


@READ_OR_WRITE
def show_step(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One step: `?at=` names it, else the one to go on at. Every button keeps what was written beside it."""
    space, record_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        there = space.get(WrittenSession, record_id)
        asked = SMALL if there.record.small else request.GET.get("at", "")
        return render(request, _step_page(there, _read_place(there, asked)))
    form = StepForm(request.POST)
    try:
        there = space.get(WrittenSession, record_id)
        place = _read_place(there, request.POST.get("place", ""))
        if not form.is_valid():
            return render(request, _step_page(there, place, form), status=422)
        return _save_step(request, space, there, place, form)
    except Missing:
        return EntryDocument(request).rescue(_("This was deleted while you were writing."))
    except (DidNotOpen, NewerVersion):
        return EntryDocument(request).rescue(not_kept())


def find_step_address(there: Opened[WrittenSession]) -> str:
    """Where a session goes on."""
    return reverse("journal_step", args=[there.hex])


def _save_step(
    request: HttpRequest, space: Space, there: Opened[WrittenSession], place: int | None, form: StepForm
) -> HttpResponse:
    text, shown = form.cleaned_data["text"], form.cleaned_data["shown"] or ""
    if request.POST.get("keep") == "both":
        text = "\n\n".join(filter(None, (find_words(there.record, place), text)))
    button = request.POST.get("go", "")
    today = Visit(request).today
    try:
        kept = store.write_step(space, there.id, place, text, shown=shown, button=button, today=today)
    except store.WrittenTwice as twice:
        return render(request, _show_versions(twice.there, place, text, button), status=409)
    if button == "finish":
        return HttpResponseRedirect(reverse("journal_session", args=[kept.hex]))
    goes_on = button in {"next", "back", "small", "whole"}
    return HttpResponseRedirect(find_step_address(kept) if goes_on else reverse("journal_sessions"))


def _read_place(there: Opened[WrittenSession], asked: str) -> int | None:
    if asked == SMALL:
        return None
    steps = list_steps(find_session(there.record.session), there.record)
    return find_place(asked, len(steps), there.record.place)


def _step_page(there: Opened[WrittenSession], place: int | None, form: StepForm | None = None) -> StepPage:
    record, session = there.record, find_session(there.record.session)
    now = find_words(record, place)
    initial = {"text": now, "place": _name_place(place), "shown": trace_text(now)}
    steps = list_steps(session, record)
    if place is None:
        steps = (session.bad_day if session else "",)
    return StepPage(
        form=(form or StepForm(initial=initial)).asking(steps[place or 0]),
        hex=there.hex,
        title=find_title(record.session),
        purpose=session.purpose if session and place == 0 else (),
        number=(place or 0) + 1,
        count=len(steps),
        small=place is None,
        finished=record.done is not None,
        safety=record.session in OF_SAFETY,
    )


def _show_versions(there: Opened[WrittenSession], place: int | None, text: str, go: str) -> TwoWritesPage:
    now = find_words(there.record, place)
    return TwoWritesPage(
        pairs=(Both(label=_("Your words"), name="text", mine=text, theirs=now),),
        action=find_step_address(there),
        back_to=find_step_address(there),
        hidden=(
            Hidden(name="place", value=_name_place(place)),
            Hidden(name="shown", value=trace_text(now)),
            Hidden(name="go", value=go),
        ),
        both=True,
    )


def _name_place(place: int | None) -> str:
    return SMALL if place is None else str(place)


def _find_waiting(space: Space) -> tuple[SessionList, Lot[WrittenSession]]:
    """The list of sessions, and those that wait; a list that does not open is said, and hides nothing else."""
    try:
        known = store.find_session_list(space)
    except DidNotOpen:
        return SessionList(), Lot((), unopened=1)
    return known, space.query(WrittenSession, ids=known.open)


def _offer_session(one: Session, waiting: Opened[WrittenSession] | None) -> Offered:
    return Offered(
        id=one.id,
        title=one.title,
        minutes=one.minutes,
        use=USES[one.facet],
        purpose=one.purpose,
        bad_day=one.bad_day,
        source=one.source,
        go_on=find_step_address(waiting) if waiting else "",
    )


def _list_shelves(offered: Sequence[Session], path: str) -> Iterator[SessionShelf]:
    for facet, use in USES.items():
        lines = (
            SessionLine(title=one.title, minutes=one.minutes, path=f"{path}?at={number}")
            for number, one in enumerate(offered)
            if one.facet == facet
        )
        yield SessionShelf(use=use, sessions=tuple(lines))


def _describe_measured(request: HttpRequest, space: Space) -> tuple[str, ...]:
    # numpy takes a while to come in: only who looks at this page waits for it.
    from bothand.rooms.journal.sessions import labels

    today = Visit(request).today
    return labels.describe_self(space, today, alone=Visit(request).partner is None)
