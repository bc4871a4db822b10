"""The pages of a talk, a frozen type each."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from bothand.content.openers import Opener
from bothand.kit.drafts import Hand
from bothand.rooms.talks.conversation.forms import CloseForm, ImpressionForm, NewTalkForm, TurnForm
from bothand.rooms.talks.pages import JointPage, TalksPage, Text
from bothand.shell.page import page
from bothand.shell.parts import ConfirmPage, Pages

# Asking


@page("talks/new_talk.html")
class NewTalkPage(JointPage):
    """How a talk is to be held. `open` leads to one that is open, `rests` says why none begins now; "" for neither."""

    form: NewTalkForm
    open: str
    rests: str


# The talk


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnLine:
    """One turn as it is read. `note` says what became of it, "" for nothing to say."""

    who: str
    mine: bool
    act: Text
    text: str
    need: str
    feelings: str
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseLine:
    """How somebody left it."""

    who: str
    mine: bool
    outcome: Text
    text: str
    again: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button of a talk: what it does, and in whose voice."""

    value: str
    label: Text
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnMark:
    """One of the four steps of a turn: its name, and how it stands: "done", "now" or ""."""

    title: Text
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePiece:
    """How a talk stands, as the piece of the page that is asked for again and again.

    etag     stands for all of it; `poll` is where it is asked for, "" when it is over or earlier turns are looked at
    turns    the newest of them, or earlier ones; `pages` leads to the others, and so do the buttons `older` and `newer`,
             which keep what is typed; "" where there is none
    marks    the four steps of a turn, where there are turns; `mine` whether I have the floor
    status   what happens now, in a sentence; `hint` says more
    label    what the field is for
    buttons  what can be done; empty for nothing
    about, number   what goes along with them
    over     whether the time that was named is over
    """

    hex: str
    etag: str
    poll: str
    turns: tuple[TurnLine, ...]
    pages: Pages
    older: str
    newer: str
    closes: tuple[CloseLine, ...]
    marks: tuple[TurnMark, ...]
    mine: bool
    status: Text
    hint: Text
    label: Text
    buttons: tuple[Button, ...]
    paused: bool
    closed: bool
    closed_by_me: bool
    about: str
    number: int
    over: bool
    swapped: bool = False


@page("talks/talk.html")
class TalkPage(JointPage):
    """A talk. `began` and `until` are times of the day, `until` None where none was named."""

    htmx: ClassVar[bool] = True

    now: LivePiece
    form: TurnForm
    text: str
    one: bool
    by_me: bool
    way: str
    began: datetime
    until: datetime | None
    hands: tuple[Hand, ...]
    openers: tuple[Opener, ...]
    mine_in_it: bool
    unopened: int
    said: str


@page("talks/close.html")
class ClosePage(JointPage):
    """How one leaves a talk."""

    form: CloseForm
    hex: str
    text: str
    theirs: tuple[CloseLine, ...]
    openers: tuple[Opener, ...]


@page("talks/impression.html")
class ImpressionPage(TalksPage):
    """How a talk was, for oneself alone."""

    form: ImpressionForm
    hex: str
    text: str
    unsafe: bool
    said: str


@page()
class RemoveWordsPage(JointPage, ConfirmPage):
    """Asks before one's own words are taken out of a talk."""
