"""What *inner* seals."""

from bothand.vault.records import Dated, Record, Shelf, kind

GUIDING = "guiding"
"""The `prompt_id` of an answer to the guiding question."""


@kind(40, shelf=Shelf.WRITTEN)
class Entry(Dated, frozen=True, kw_only=True):
    """A page of the journal.

    `at` is the local time of writing, as HH:MM; `prompt_id` is what it answers, "" for nothing.
    """

    text: str
    prompt_id: str = ""
    at: str = ""


class Ids(Record, frozen=True, kw_only=True):
    """Ids of entries, oldest choice first, so that a list of them is found without opening all there is."""

    entries: tuple[bytes, ...] = ()


@kind(41, shelf=Shelf.STANDS, one_in_all=True)
class Favourites(Ids, frozen=True, kw_only=True):
    """Entries that were marked to be found again."""


@kind(42, shelf=Shelf.STANDS, one_in_all=True)
class GuidingAnswers(Ids, frozen=True, kw_only=True):
    """Entries that answer the guiding question: while there is none, *Today* asks it."""
