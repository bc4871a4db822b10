"""What *boundaries* seals beside what other rooms read too (domain.boundaries, kit.asks).

In *mine*: earlier wordings of a draft, notes, what limits me, quality time. In *ours*: wordings that were shown, what
the other answered, what makes something good again, quality time where it was shown.
"""

from datetime import date

from bothand.domain.boundaries import Wording
from bothand.vault.records import Dated, Record, Shelf, kind


@kind(82, shelf=Shelf.CLOSED)
class Version(Record, frozen=True, kw_only=True):
    """A wording as it stood, never written over. In *mine* each earlier one, in *ours* each that was shown.

    number  which wording it is, from 1 on
    before  the digest of the one before in *ours*, b"" for the first and in *mine*
    """

    number: int
    words: Wording
    since: date
    before: bytes = b""


@kind(83, shelf=Shelf.STANDS)
class Answer(Record, frozen=True, kw_only=True):
    """In *ours*, by the one a boundary was shown to. `boundary` is the copy, `digest` the wording that is answered."""

    boundary: bytes
    digest: bytes
    gives: str = ""
    question: str = ""
    can: str = ""


@kind(85, shelf=Shelf.ACCUMULATES)
class Note(Dated, frozen=True, kw_only=True):
    """In *mine*, never shown: how it went with a boundary of one's own. `boundary` is its document.

    how    HONOURED, CROSSED or UNSURE
    about  the beginning of its words on that day, so that a mark reads also when the boundary is gone
    """

    boundary: bytes
    how: str
    about: str = ""
    words: str = ""


@kind(86, shelf=Shelf.STANDS)
class Burden(Record, frozen=True, kw_only=True):
    """In *mine*: this limits me. `boundary` is the other's copy, `about` the beginning of its words on that day."""

    boundary: bytes
    day: date
    about: str = ""
    words: str = ""


@kind(87, shelf=Shelf.ACCUMULATES)
class Repair(Dated, frozen=True, kw_only=True):
    """In *ours*, by either: what is said to make something good again. One a person, boundary and day.

    words  what its author wants to say
    next   what its author does from now on
    """

    boundary: bytes
    words: str
    next: str = ""


@kind(88, shelf=Shelf.STANDS, one_in_all=True)
class Quality(Record, frozen=True, kw_only=True):
    """In *mine*: whether time together and time apart is enough, and how much is wished.

    together apart  "little", "enough", "much", "" where not said
    *_hours         wished hours a week, None where not said
    """

    together: str = ""
    apart: str = ""
    together_hours: int | None = None
    apart_hours: int | None = None
    day: date


@kind(89, shelf=Shelf.STANDS)
class SharedQuality(Record, frozen=True, kw_only=True):
    """In *ours*: the same, as its author shows it."""

    together: str = ""
    apart: str = ""
    together_hours: int | None = None
    apart_hours: int | None = None
    day: date


HONOURED, CROSSED, UNSURE = "honoured", "crossed", "unsure"
LITTLE, ENOUGH, MUCH = "little", "enough", "much"
