"""The pages of guided sessions, a frozen type each."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from bothand.kit.drafts import Hand
from bothand.rooms.journal.pages import JournalPage, Listed
from bothand.rooms.journal.sessions.forms import StepForm
from bothand.shell.page import page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A session that can be begun here. `go_on` is the address of the one that waits, "" for none."""

    id: str
    title: str
    minutes: int
    use: str | Promise
    purpose: tuple[str, ...]
    bad_day: str
    source: str
    go_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session in the list; `path` shows it on top."""

    title: str
    minutes: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionShelf:
    """The sessions that are for one thing."""

    use: str | Promise
    sessions: tuple[SessionLine, ...]


@page("journal/sessions.html")
class SessionsPage(JournalPage):
    """One session to begin, the way to another one, and all of them, folded by what they are for.

    `waiting` are those that can be gone on with; `measured` says what check-ins told of P1.
    """

    one: Offered
    another: str
    shelves: tuple[SessionShelf, ...]
    waiting: tuple[Listed, ...]
    measured: tuple[str, ...]
    earlier: bool
    unopened: int
    said: str


@page("journal/step.html")
class StepPage(JournalPage):
    """One step of a session, which names the form's field. `number` of `count`, from 1; `purpose` stands at the first only."""

    form: StepForm
    hex: str
    title: str
    purpose: tuple[str, ...]
    number: int
    count: int
    small: bool
    finished: bool
    safety: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A step and what was written beside it. `number` is its place counted from 0; None in the small version."""

    step: str
    words: str
    number: int | None


@page("journal/session.html")
class SessionPage(JournalPage):
    """A session, whole. `before` and `after` lead to the same session at other times, `hands` to other rooms."""

    hex: str
    title: str
    day: date
    at: str
    finished: bool
    written: tuple[Beside, ...]
    closing: tuple[str, ...]
    hands: tuple[Hand, ...]
    before: Listed | None
    after: Listed | None
    safety: bool


@page("journal/earlier.html")
class EarlierSessionsPage(JournalPage):
    """Runs, the last begun first."""

    sessions: tuple[Listed, ...]
    pages: Pages
    unopened: int
