"""How the harness reaches each page and form of a room: builders of state and of valid data.

A room's `cases.py` has `PAGES`, `FORMS` and `ACTORS`. Canary, actors, crash points, axe, pictures and benchmarks read
them, so that a new room joins each of them by writing this one file. A page or form without a case fails a test.
Builders may follow one another for one person, so each makes do with what is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from django import forms

from bothand.accounts.preferences import Settings
from bothand.shell.page import Page
from bothand.vault.ours import Ours
from bothand.vault.space import Space


@dataclass(frozen=True, slots=True)
class Stage:
    """What a builder may use: the opened space of the person whose page it is, their secrets, and the day.

    `code` is their recovery code as printed, `pin` that of their device; `copy` makes an export, of what somebody has.
    For one of two, `ours` is their shared space as this person opens it, `other` the partner's own stage, and `copy_at`
    tells where the copy of a page of *mine* lies in *ours* (kit.sharing).
    """

    mine: Space
    settings: Settings
    today: date
    login: str = ""
    password: str = ""
    code: str = ""
    pin: str = ""
    copy: Callable[[], bytes] = bytes
    account: bytes = b""
    ours: Ours | None = None
    other: "Stage | None" = None
    copy_at: Callable[[bytes], bytes] = bytes

    @property
    def both(self) -> Ours:
        """The space of both, in builders of cases that are `paired`. Raises LookupError for one alone."""
        if self.ours is None:
            msg = "this case is for two: mark it `paired`"
            raise LookupError(msg)
        return self.ours

    @property
    def partner(self) -> "Stage":
        """The partner's stage, in builders of cases that are `paired`. Raises LookupError for one alone."""
        if self.other is None:
            msg = "this case is for two: mark it `paired`"
            raise LookupError(msg)
        return self.other


class Words(Protocol):
    """Gives a unique text for a field: the harness remembers it and searches for it everywhere afterwards."""

    def __call__(self, field: str) -> str: ...


Kwargs = dict[str, str]
Data = dict[str, object]


def nothing(_stage: Stage) -> Kwargs:
    """No state needed, no arguments in the address."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCase:
    """A page by the name of its url. `prepare` makes what it shows and gives the address's arguments.

    `query` is what stands behind the question mark. `content` says whether the page shows anything sealed that `prepare`
    made; where only its address needs something, it does not. `signed_out` says that it is for people who are not signed in,
    `paired` for one of two, `alone` only for one without a partner.
    """

    url: str
    page: type[Page]
    prepare: Callable[[Stage], Kwargs] = nothing
    query: str = ""
    content: bool = True
    signed_out: bool = False
    paired: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCase:
    """A form by the name of the url it is sent to. `data` gives valid data, with a word for each text field.

    `form` is its class, whose text fields must all be fed; None where there is nothing to type. `signed_out` and
    `paired` as above.
    `ends` says that afterwards the account or the session is gone, so that the harness runs it last. `locked` says
    that it is sent while *mine* is locked, `shows` which page answers where it is not one of the cases (two windows).
    `unseen` says that nothing of it may show on the partner's pages: so it is for every form that is not `paired`; a
    `paired` one that keeps something to oneself says so, and one that is not and shows something says False.
    """

    url: str
    form: type[forms.Form] | None
    prepare: Callable[[Stage], Kwargs] = nothing
    data: Callable[[Stage, Words], Data]
    signed_out: bool = False
    paired: bool = False
    ends: bool = False
    locked: bool = False
    shows: type[Page] | None = None
    unseen: bool | None = None

    @property
    def hidden(self) -> bool:
        """Whether the partner's pages must be the same to the byte, sent or not."""
        return not self.paired if self.unseen is None else self.unseen


Answers = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """What each actor gets for GET, HEAD and an empty POST at an address that leads to no record of theirs.

    `owner` is signed in and *mine* is open; `locked` it is not; `anonymous` has no cookie or that of an ended session.
    `alone` is the owner's where they have no partner, at an address for two; None where it makes no difference.
    """

    owner: Answers
    locked: Answers
    anonymous: Answers
    alone: Answers | None = None


# A page of *mine* to look at; one with a form; one whose address names a record; a form
# about a record, which is lost with it, or comes back as a new one; a page that asks before deleting, where what is gone
# is deleted; a button without a page, by itself and about a record; a page that stands open to everybody.
LOOK: Final = Line(owner=(200, 200, 405), locked=(403, 403, 405), anonymous=(302, 302, 405))
WRITE: Final = Line(owner=(200, 200, 422), locked=(403, 403, 403), anonymous=(302, 302, 403))
LOOK_AT: Final = Line(owner=(404, 404, 405), locked=(403, 403, 405), anonymous=(302, 302, 405))
WRITE_AT: Final = Line(owner=(404, 404, 404), locked=(403, 403, 403), anonymous=(302, 302, 403))
EDIT: Final = Line(owner=(404, 404, 409), locked=(403, 403, 403), anonymous=(302, 302, 403))
DELETE: Final = Line(owner=(404, 404, 302), locked=(403, 403, 403), anonymous=(302, 302, 403))
PRESS: Final = Line(owner=(405, 405, 302), locked=(405, 405, 403), anonymous=(405, 405, 403))
PRESS_AT: Final = Line(owner=(405, 405, 404), locked=(405, 405, 403), anonymous=(405, 405, 403))
OPEN_TO_ALL: Final = Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(200, 200, 405))
