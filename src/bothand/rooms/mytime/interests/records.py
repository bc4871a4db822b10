"""What is sealed of interests."""

from bothand.vault.records import Record, Shelf, kind

SORTS = ("love", "before", "try")


@kind(50, shelf=Shelf.STANDS)
class Interest(Record, frozen=True, kw_only=True):
    """Something I love, loved before we met, or want to try: `sort` is one of SORTS."""

    words: str
    sort: str = "love"
    note: str = ""
