"""What *mytime* seals, beside the times in `kit.times`."""

from bothand.vault.records import Dated, Record, Shelf, kind

SORTS = ("love", "before", "try")
HAD = ("little", "enough", "much")
OBSTACLES = ("work", "house", "care", "tired", "plans", "guilt", "afraid", "money", "health")
TAKES, COLLIDES, CANT = "takes", "collides", "cant"


@kind(50, shelf=Shelf.STANDS)
class Interest(Record, frozen=True, kw_only=True):
    """Something I love, loved before we met, or want to try: `sort` is one of SORTS."""

    words: str
    sort: str = "love"
    note: str = ""


@kind(51, shelf=Shelf.ACCUMULATES, one_a_day=True)
class Week(Dated, frozen=True, kw_only=True):
    """How it was with time for myself in one week; `day` is its Monday.

    had        one of HAD, by my own word
    minutes    how much it was, None where nobody counted
    wished     how much I would have liked, None as above
    obstacles  what got in the way, of OBSTACLES
    """

    had: str
    minutes: int | None = None
    wished: int | None = None
    obstacles: tuple[str, ...] = ()
    words: str = ""


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
