"""What came of sessions: one whole, those of before, deleting one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts.access import Visit
from bothand.kit import deletion, drafts
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.fields import Revision
from bothand.kit.finding import EXCERPT_LETTERS, cut_text
from bothand.kit.paging import page_of
from bothand.rooms.journal.entries.views.lists import A_PAGE
from bothand.rooms.journal.pages import DeletePage, Listed
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.rooms.journal.sessions import store
from bothand.rooms.journal.sessions.pages import Beside, EarlierSessionsPage, SessionPage
from bothand.rooms.journal.sessions.present import find_session, find_title
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession
from bothand.rooms.journal.sessions.rules import OF_SAFETY, find_neighbours, list_drafts
from bothand.shell.page import render
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing
from bothand.vault.space import Space


@require_safe
def show_session(request: HttpRequest, hex_id: str) -> HttpResponse:
    """One session, whole."""
    space = Visit(request).mine
    there = space.get(WrittenSession, id_of(hex_id))
    record, session = there.record, find_session(there.record.session)
    before, after = _find_neighbours(space, there.id)
    page = SessionPage(
        hex=there.hex,
        title=find_title(record.session),
        day=record.day,
        at=record.at,
        finished=record.done is not None,
        written=_list_written(record),
        closing=session.closing if session and record.done else (),
        hands=_find_hands(record),
        before=before,
        after=after,
        safety=record.session in OF_SAFETY,
    )
    return render(request, page)


@require_safe
def list_earlier(request: HttpRequest) -> HttpResponse:
    """All sessions, the last begun first."""
    space = Visit(request).mine
    try:
        ids = [one for one, _session in store.find_session_list(space).begun][::-1]
        unopened = 0
    except DidNotOpen:
        ids, unopened = [], 1
    shown, pages = page_of(
        ids, request.GET.get("page", ""), size=A_PAGE, path=reverse("journal_sessions_earlier")
    )
    lot = space.query(WrittenSession, ids=shown)
    page = EarlierSessionsPage(
        sessions=list_written(sort_newest_first(lot.items)),
        pages=pages,
        unopened=lot.unopened + unopened,
    )
    return render(request, page)


@READ_OR_WRITE
def delete_session(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Delete a session, after asking."""
    space, record_id = Visit(request).mine, id_of(hex_id)
    if request.method != "POST":
        return render(request, _confirm_deletion(space.get(WrittenSession, record_id)))
    try:
        there = space.get(WrittenSession, record_id)
        revision = Revision().to_python(request.POST.get("revision"))
        store.delete_session(space, there.seen_at(revision))
    except Missing:
        pass  # the same form sent twice
    except Conflict as conflict:
        return render(request, _confirm_deletion(conflict.theirs, changed=True), status=409)
    return HttpResponseRedirect(f"{reverse('journal_sessions')}?done={deletion.deletion_flag()}")


def _list_written(record: WrittenSession) -> tuple[Beside, ...]:
    """Every step beside which something was written, and the small version if there was."""
    session = find_session(record.session)
    steps = session.steps if session else ()
    found = [
        Beside(step=steps[number] if number < len(steps) else "", words=words, number=number)
        for number, words in enumerate(record.written)
        if words
    ]
    if record.small_words:
        found.append(Beside(step=session.bad_day if session else "", words=record.small_words, number=None))
    return tuple(found)


def _find_hands(record: WrittenSession) -> tuple[drafts.Hand, ...]:
    """What of a finished session may go on to another room, where one takes it."""
    if record.done is None:
        return ()
    found = (drafts.find_hand(name, text) for name, text in list_drafts(record))
    return tuple(one for one in found if one is not None)


def _find_neighbours(space: Space, record_id: bytes) -> tuple[Listed | None, Listed | None]:
    """The same session at the times before and after."""
    try:
        known = store.find_session_list(space)
    except DidNotOpen:
        known = SessionList()
    ids = find_neighbours(known, record_id)
    lot = space.query(WrittenSession, ids=[one for one in ids if one is not None])
    shown = dict(zip((one.id for one in lot.items), list_written(lot.items), strict=True))
    before, after = (None if one is None else shown.get(one) for one in ids)
    return before, after


def _confirm_deletion(there: Opened[WrittenSession], *, changed: bool = False) -> DeletePage:
    lines = [_("You changed this page in another window. This is how it reads now.")] if changed else []
    words = cut_text(there.record.words, EXCERPT_LETTERS)
    return DeletePage(
        title=_("Delete what you wrote on %(day)s?") % {"day": date_format(there.record.day, "j F Y")},
        lines=(
            *lines,
            find_title(there.record.session),
            *([words] if words else []),
            _("It is deleted at once and for good. Older backups still hold it, sealed."),
        ),
        action=reverse("journal_session_delete", args=[there.hex]),
        button=_("Delete this page"),
        back=_("Keep it"),
        back_to=reverse("journal_session", args=[there.hex]),
        hidden=(Hidden(name="revision", value=str(there.revision)),),
        care=True,
    )
