"""What guided sessions seal."""

from datetime import date

from bothand.rooms.journal.records import JournalRecord
from bothand.vault.records import Record, Shelf, kind


@kind(43, shelf=Shelf.WRITTEN)
class WrittenSession(JournalRecord, frozen=True, kw_only=True):
    """A guided session as somebody did it; `day` is the day it was begun.

    session      id of the session (content.sessions)
    written      what was written beside each step, in their order; "" for nothing
    small        whether it is done in its small version, for a bad day; what was written beside the steps stays
    small_words  what was written beside the small version
    place        the step to go on at, counted from 0
    done         the day it was finished; None while it waits
    """

    session: str
    written: tuple[str, ...] = ()
    small: bool = False
    small_words: str = ""
    place: int = 0
    done: date | None = None

    @property
    def words(self) -> str:
        """All that was written beside its steps, and beside the small version."""
        return "\n\n".join(words for words in (*self.written, self.small_words) if words)


@kind(44, shelf=Shelf.STANDS, one_in_all=True)
class SessionList(Record, frozen=True, kw_only=True):
    """Where the records of sessions are, so that they are found without opening all there is.

    begun  each with the id of its session, the first begun first
    open   those that wait to be gone on with
    """

    begun: tuple[tuple[bytes, str], ...] = ()
    open: tuple[bytes, ...] = ()
