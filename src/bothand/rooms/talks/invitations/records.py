"""What is sealed of invitations: each of the two has a table in *ours*, and writes it alone."""

from datetime import date

import msgspec

from bothand.vault.records import Dated, Record, Shelf, kind


class Invitation(msgspec.Struct, frozen=True):
    """An invitation. `when` is in seconds since 1970; `need` is what the one who invites needs; `day` on which it was made."""

    id: bytes
    text: str
    when: int
    need: str = ""
    thread: bytes = b""
    day: date | None = None


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


@kind(98, shelf=Shelf.WRITTEN)
class Checklist(Dated, frozen=True, kw_only=True):
    """In *mine*, if wished: what stood on one's own list before a talk. `ticks` are ids of `labels.LIST`."""

    topic: str
    ticks: tuple[str, ...] = ()
    afraid: str = ""
