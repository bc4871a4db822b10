"""What the diary seals."""

from bothand.rooms.journal.records import JournalRecord
from bothand.vault.records import Record, Shelf, kind

GUIDING = "guiding"
"""The `prompt_id` of an answer to the guiding question."""


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
