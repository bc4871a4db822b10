"""What pages of *boundaries* are put together from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A boundary as it is read, by its owner and by the other alike: the preview is this card.

    heading   whose it is, and about what
    says      the sentence; "" where it is a wish alone
    firm      its firmness, in a word and a line; `firmness` is the value, for its picture
    details   what it protects, how it is honoured and more, each with its label
    wish      the wish beside it
    since     the day of this wording; `ended` the day it ended, None while it stands
    """

    heading: str
    says: str
    firmness: str
    firm: str
    firm_hint: str
    details: tuple[tuple[str, str], ...]
    wish: str
    since: date
    ended: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryRow:
    """A boundary in a list: its beginning, what it is, where it stands."""

    path: str
    text: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody answered or wrote: each part with its label.

    `earlier` says that it was to an earlier wording, `removable` that the visitor can take it back.
    """

    lines: tuple[tuple[str, str], ...]
    day: date
    by: str = ""
    earlier: bool = False
    removable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A mark of one's own."""

    hex: str
    day: date
    how: str
    about: str
    words: str
