"""What *journal* seals."""

from datetime import date

from bothand.vault.records import Dated, Record, Shelf, kind

GUIDING = "guiding"
"""The `prompt_id` of an answer to the guiding question."""


class JournalRecord(Dated, frozen=True, kw_only=True):
    """What stands among the pages of a day. `at` is the local time of beginning it, as HH:MM."""

    at: str = ""

    @property
    def words(self) -> str:
        """All that was written."""
        raise NotImplementedError


@kind(40, shelf=Shelf.WRITTEN)
class Entry(JournalRecord, frozen=True, kw_only=True):
    """A page of the journal. `prompt_id` is what it answers, "" for nothing."""

    text: str
    prompt_id: str = ""

    @property
    def words(self) -> str:
        """All that was written."""
        return self.text


class Ids(Record, frozen=True, kw_only=True):
    """Ids of entries, oldest choice first, so that a list of them is found without opening all there is."""

    entries: tuple[bytes, ...] = ()


@kind(41, shelf=Shelf.STANDS, one_in_all=True)
class Favourites(Ids, frozen=True, kw_only=True):
    """Entries that were marked to be found again."""


@kind(42, shelf=Shelf.STANDS, one_in_all=True)
class GuidingAnswers(Ids, frozen=True, kw_only=True):
    """Entries that answer the guiding question: while there is none, *Today* asks it."""


@kind(43, shelf=Shelf.WRITTEN)
class WrittenSession(JournalRecord, frozen=True, kw_only=True):
    """A guided exercise as somebody did it; `day` is the day it was begun.

    exercise     id of the exercise (content.sessions)
    written      what was written beside each step, in their order; "" for nothing
    small        whether it is done in its small version, for a bad day; what was written beside the steps stays
    small_words  what was written beside the small version
    place        the step to go on at, counted from 0
    done         the day it was finished; None while it waits
    """

    exercise: str
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
    """Where the runs are, so that they are found without opening all there is.

    runs   each with the id of its exercise, the first begun first
    open   those that wait to be gone on with
    """

    runs: tuple[tuple[bytes, str], ...] = ()
    open: tuple[bytes, ...] = ()
