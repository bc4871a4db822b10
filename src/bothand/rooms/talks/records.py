"""What *talks* seals. Topics lie in *mine* or in *ours*; a talk is a heap of records, each by its author, in *ours*.

Where one's own records lie follows from ids (`flow.place`), so that they are found without a search, and nobody writes
over another's.
"""

from datetime import date
from typing import Literal

import msgspec

from bothand.vault.records import Dated, Record, Shelf, kind

Way = Literal["plain", "turns"]
Devices = Literal["two", "one"]
Act = Literal["say", "back", "yes", "not", "pass", "pause", "on"]
Outcome = Literal["understood", "agreement", "boundary", "again", "open"]


@kind(90, shelf=Shelf.STANDS)
class Topic(Record, frozen=True, kw_only=True):
    """Something put aside to talk about. `hard` is 0 (not said) to 3; `thread` joins talks about the same thing."""

    text: str
    since: date
    hard: int = 0
    thread: bytes = b""


class Invitation(msgspec.Struct, frozen=True):
    """An invitation. `when` is in seconds since 1970; `need` is what the one who invites needs."""

    id: bytes
    text: str
    when: int
    need: str = ""
    thread: bytes = b""


class Answer(msgspec.Struct, frozen=True):
    """*Ready* or *not now*, to one invitation for one time; `day` on which it was said; `other` another time, or 0."""

    invite: bytes
    when: int
    ready: bool
    day: date
    other: int = 0


class OpenTalk(msgspec.Struct, frozen=True):
    """The talk that somebody began last; whether it is over stands in its own records."""

    talk: bytes
    text: str


class Reminder(msgspec.Struct, frozen=True):
    """A topic one wanted to look at again on a day."""

    text: str
    day: date
    talk: bytes
    thread: bytes = b""


@kind(91, shelf=Shelf.STANDS)
class Table(Record, frozen=True, kw_only=True):
    """What one of the two has on the table now: each has one, and writes it alone. `met`: invitations that became talks."""

    invite: Invitation | None = None
    answer: Answer | None = None
    open: OpenTalk | None = None
    later: tuple[Reminder, ...] = ()
    met: tuple[bytes, ...] = ()


@kind(92, shelf=Shelf.ACCUMULATES)
class Talk(Dated, frozen=True, kw_only=True):
    """A talk that was begun. `first` is the account that speaks first, `minutes` how long it was meant to take, or 0."""

    text: str
    way: Way
    devices: Devices
    first: bytes
    people: tuple[bytes, bytes]
    began: int
    minutes: int = 0
    thread: bytes = b""


@kind(93, shelf=Shelf.WRITTEN)
class Turn(Dated, frozen=True, kw_only=True):
    """One thing somebody said or did in a talk.

    step      one more than the highest step that was there when it was written
    about     the id of what it answers
    voice     0: the author's own words; 1: words of the other, typed on the author's device
    feelings  ids of words for feelings (content.feelings)
    until     for a pause: from when the other may go on too, in seconds since 1970
    today     for a pause: whether a time was named; False is "not today"
    """

    talk: bytes
    act: Act
    step: int
    about: bytes = b""
    text: str = ""
    need: str = ""
    feelings: tuple[str, ...] = ()
    voice: int = 0
    until: int = 0
    today: bool = True


@kind(94, shelf=Shelf.ACCUMULATES)
class Close(Dated, frozen=True, kw_only=True):
    """How one of the two left a talk, in their own words. `again`: the day to look at it anew."""

    talk: bytes
    outcome: Outcome
    text: str = ""
    again: date | None = None


@kind(95, shelf=Shelf.ACCUMULATES)
class Impression(Dated, frozen=True, kw_only=True):
    """In *mine*: how a talk was for me. `heard` and `safe` are 1 to 5, or 0 for not said."""

    talk: bytes
    topic: str
    heard: int = 0
    safe: int = 0
    text: str = ""


class Mention(msgspec.Struct, frozen=True):
    """A day on which a topic came up: in a talk here, or elsewhere. `of` is the talk's id, b"" elsewhere."""

    thread: bytes
    text: str
    day: date
    of: bytes = b""


@kind(96, shelf=Shelf.STANDS, one_in_all=True)
class Mentions(Record, frozen=True, kw_only=True):
    """In *mine*: when which topic came up, the oldest first; the last 200."""

    lines: tuple[Mention, ...] = ()


@kind(97, shelf=Shelf.STANDS)
class Preparation(Record, frozen=True, kw_only=True):
    """In *mine*: words one has found for a topic, whichever space it lies in."""

    topic: str
    saw: str = ""
    feel: str = ""
    need: str = ""
    ask: str = ""
    rest: str = ""


@kind(98, shelf=Shelf.WRITTEN)
class Checklist(Dated, frozen=True, kw_only=True):
    """In *mine*, if wished: what stood on one's own list before a talk. `ticks` are ids of `wording.LIST`."""

    topic: str
    ticks: tuple[str, ...] = ()
    afraid: str = ""
