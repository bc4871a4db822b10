"""What is sealed of topics. They lie in *mine* or in *ours*; what was prepared for them, and when they came up, in *mine*."""

from datetime import date

import msgspec

from bothand.vault.records import Record, Shelf, kind


@kind(90, shelf=Shelf.STANDS)
class Topic(Record, frozen=True, kw_only=True):
    """Something set aside to talk about. `hard` is 0 (not said) to 3; `thread` joins talks about the same thing."""

    text: str
    since: date
    hard: int = 0
    thread: bytes = b""


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
