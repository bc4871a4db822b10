"""The pieces that pages of agreements are made of."""

from dataclasses import dataclass
from datetime import date

from django.forms import BoundField

from bothand.rooms.agreements.forms import OptionForm

Labelled = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a list."""

    path: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one of the two said about a matter, as pairs of question and answer; nothing is nothing."""

    mine: bool
    pairs: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One way to settle a question. `today` names who marked it as how it is now, `who` the one who takes part alone."""

    text: str
    by_me: bool
    for_other: bool
    today: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question with its ways."""

    name: str
    ways: tuple[OptionRow, ...]
    form: OptionForm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedQuestion:
    """A question as it is rated alone, with its fields. `earlier` is what I said about it before; `taken` are ways that
    a line of mine takes away, each as the words of both and what names it; `open_ways` those that one could.
    """

    name: str
    weight: BoundField
    ratings: tuple[BoundField, ...]
    never: BoundField
    today: str
    earlier: tuple[str, ...] = ()
    taken: tuple[tuple[str, str, str], ...] = ()
    met: tuple[Labelled, ...] = ()
    open_ways: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRow:
    """A package in words. `number` is its place, `mark` says which it is: best for both, my way, the other's."""

    number: int
    lines: tuple[Labelled, ...]
    mark: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A version as it is shown; `by` worded it, "" where that is nobody's to know."""

    hex: str
    title: str
    lines: tuple[Labelled, ...]
    text: str
    by_me: bool
    by: str
    day: date
    since: date | None
    taken_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GainRow:
    """One agreement as I gained from it: by my own answers alone."""

    title: str
    day: date
    said: str
