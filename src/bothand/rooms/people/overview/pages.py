"""The first page, a frozen type."""

from dataclasses import dataclass
from typing import ClassVar

from bothand.rooms.people.pages import Line, PeopleRoomPage
from bothand.rooms.people.picture.rules import Picture
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Somebody who could be called: `number` is for the phone, `why` what they are for me."""

    path: str
    name: str
    why: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Somebody in the table beside the picture."""

    name: str
    whose: str
    gives: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFinding:
    """The pattern of a circle that became smaller: the finding, what says so, how sure."""

    finding: str
    evidence: tuple[str, ...]


@page("people/around.html")
class AroundPage(PeopleRoomPage):
    """Who is around me: the picture with its table, the blend in words, who to call, whom I miss."""

    aura: ClassVar[bool] = False

    picture: Picture
    label: str
    caption: str
    rows: tuple[Row, ...]
    more_rows: bool
    blend: tuple[str, ...]
    calls: tuple[Call, ...]
    unseen: tuple[Line, ...]
    birthdays: tuple[Line, ...]
    own: tuple[Line, ...]
    own_more: bool
    ours: tuple[Line, ...]
    to_meet: tuple[Line, ...]
    theirs: tuple[Line, ...]
    told: ChangeFinding | None
    waits: bool
    empty: bool
    unopened: int
    said: str
