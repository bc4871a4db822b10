"""What is sealed of lines beside a time; the times themselves are in `domain.times`."""

from bothand.vault.records import Dated, Record, Shelf, kind

TAKES, COLLIDES, CANT = "takes", "collides", "cant"


@kind(52, shelf=Shelf.STANDS, one_in_all=True)
class PutAway(Record, frozen=True, kw_only=True):
    """In *mine*: lines of the other's about my time that I don't want to see. They are not told."""

    entries: tuple[bytes, ...] = ()


@kind(57, version=2, shelf=Shelf.ACCUMULATES)
class Line(Dated, frozen=True, kw_only=True):
    """In *ours*: what the other says to a time that was announced: what they take over, or what it collides with.

    It is no answer: the time stands whatever it says. `about` is the announcement, `day` its first day, so that both
    are found together; `sort` is TAKES or COLLIDES. The newest of a sort is the one that counts.
    CANT is what the time's owner says to a line that collides, without a word: `about` is then that line.
    `start` and `end` are those of the time it was said of, -1 in what was written before they were kept: who takes over
    an evening has not taken over the night to which it was moved.
    """

    about: bytes
    sort: str
    words: str
    start: int = -1
    end: int = -1
