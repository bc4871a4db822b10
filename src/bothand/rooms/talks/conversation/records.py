"""What is sealed of a talk: records in *ours*, each by its author, and in *mine* how it was.

Where they lie follows from ids (`rules.place_of_turn`), so that they are found without a search, and nobody writes over
another's.
"""

from datetime import date
from typing import Literal

from bothand.vault.records import Dated, Shelf, kind

Way = Literal["plain", "turns"]


Devices = Literal["two", "one"]


Act = Literal["say", "back", "yes", "not", "pass", "pause", "on"]


Outcome = Literal["understood", "agreement", "boundary", "again", "open"]


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
