"""Check-ins as they are sealed, and what follows from them. The mirror writes these kinds; the guide reads them too.

History is one kind, `Answers`: whatever else there is about where somebody stands is computed from it (`kit.folding`) and
can be computed again. Nothing here needs numpy; `kit.standing` does, and is imported where numbers are wanted.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, Literal

import msgspec

from bothand.engines.guide import fear
from bothand.vault.body import Opened
from bothand.vault.records import Dated, Record, Shelf, kind

Sort = Literal["first", "weekly", "checkup", "plan", "talk", "wished"]
SKIPPED: Final = 0
DID_NOT_COME_UP: Final = -1
"""What an item asks about did not happen that week: said, and still no answer and no evidence."""

PLAN: Final = "plan"
CHECKUP: Final = "checkup"
"""Names of days to compare with: the first day of a plan, the last whole check-up (or the first visit)."""

WISHED: Final = "wished"
"""A sitting in which only ideals were said: it moves no day of the rhythm."""

TALK: Final = "talk"
TALK_HEARD: Final = "talk-heard"
TALK_SAFE: Final = "talk-safe"
"""How a talk was for oneself: a sort of sitting, and its two items, which no check-in asks."""


@kind(21, version=2, shelf=Shelf.ACCUMULATES)
class Answers(Dated, frozen=True, kw_only=True):
    """What was answered at one sitting; the only history there is.

    sort     "first" visit, "weekly" check-in, a piece of a "checkup", "plan": no answers, a day to compare with; "wished": ideals
             alone; or "talk": how one talk was, which is no check-in
    given    item ids (content.items) with 1 to 5, 0 for skipped, or -1 where it did not come up, in the order asked
    ideals   names of facets with 1 to 5, or 0 for skipped: how much of it one would like
    alone    whether the wordings were those for somebody without a partner
    closes   whether it was the last piece of a check-up
    order    how many came before it: the order within a day
    """

    sort: Sort
    given: tuple[tuple[str, int], ...] = ()
    ideals: tuple[tuple[str, int], ...] = ()
    alone: bool = False
    closes: bool = False
    order: int = 0


class Point(msgspec.Struct, frozen=True, array_like=True):
    """Where somebody stood after the check-ins of a day, in hundredths of an answer.

    `day` is `date.toordinal()`. `values`, `spreads`: ten facets in the order of the model, then the two axes; a spread is
    one standard deviation.
    """

    day: int
    values: tuple[int, ...]
    spreads: tuple[int, ...]


class Given(msgspec.Struct, frozen=True, array_like=True):
    """One answer of the last year. `day` is `date.toordinal()`, `answer` 1 to 5 as it was tapped."""

    day: int
    item: str
    answer: int


class Absence(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of the last year of which it was said that it did not come up: shown, and counted nowhere."""

    day: int
    item: str


class Wish(msgspec.Struct, frozen=True, array_like=True):
    """The newest ideals: names of facets with 1 to 5, or 0 for skipped."""

    day: int
    ideals: tuple[tuple[str, int], ...]


class Shift(msgspec.Struct, frozen=True, array_like=True):
    """How far a facet or axis moved, in answers, with its 90 % interval. `rose`: the probability that it went up.

    `said`: the direction, where the engine says it is beyond noise; else nothing.
    """

    name: str
    difference: float
    low: float
    high: float
    rose: float
    said: Literal["up", "down", ""] = ""


class Comparison(msgspec.Struct, frozen=True, array_like=True):
    """The last check-up beside the one before it (or the first visit): ten facets, two axes."""

    since: int
    day: int
    shifts: tuple[Shift, ...]


@kind(23, shelf=Shelf.DERIVED, one_in_all=True)
class MeasureState(Record, frozen=True, kw_only=True):
    """All that follows from the history: bounded, however long that is. Computed, never typed; see `kit.folding`.

    program     the version of what computed it; another one computes it again
    engine      the measure engine's state, as its `to_bytes` wrote it
    count       how many sittings it comes from; `last` (day, order) of the newest of them
    first, checked   days of the first sitting, and of the last whole check-up or first visit
    done        the day of the last check-in in which anything was said, be it that something did not come up
    planned     the day on which a plan was begun, until a check-in is its starting point; else None
    trail       a point a day for a year, before that one a month
    recent      answers of the last year
    absences    sentences of the last year that did not come up; no answers, so that whoever reads answers can't count them
    """

    program: int = 0
    engine: bytes = b""
    count: int = 0
    last: tuple[int, int] | None = None
    first: int | None = None
    checked: int | None = None
    done: int | None = None
    planned: int | None = None
    trail: tuple[Point, ...] = ()
    recent: tuple[Given, ...] = ()
    absences: tuple[Absence, ...] = ()
    wish: Wish | None = None
    compared: Comparison | None = None


@kind(24, shelf=Shelf.STANDS)
class FearAnswers(Record, frozen=True, kw_only=True):
    """The three fear questions as they were answered once: 0 never, 1 rarely, 2 sometimes, 3 often; None skipped."""

    day: date
    say_no: int | None = None
    disagree: int | None = None
    at_home: int | None = None


@kind(26, shelf=Shelf.STANDS, one_in_all=True)
class Rhythm(Record, frozen=True, kw_only=True):
    """Days that *Today* needs, so that it need not open the state.

    first, last, checked   days of the first and last sitting, and of the last whole check-up or first visit
    off                    the day on which "not this week" was said, if that was after the last sitting
    """

    first: date | None = None
    last: date | None = None
    checked: date | None = None
    off: date | None = None


def is_answer(value: int) -> bool:
    """Whether what was tapped is one of the five answers.

    >>> is_answer(1), is_answer(SKIPPED), is_answer(DID_NOT_COME_UP)
    (True, False, False)
    """
    return value > SKIPPED


def is_done(one: Answers) -> bool:
    """Whether anything was said in a check-in, be it that something did not come up: then the next is due a week later."""
    return one.sort not in {PLAN, TALK, WISHED} and any(said for _name, said in (*one.given, *one.ideals))


def read_rhythm(standing: Iterable[Opened[Any]]) -> Rhythm:
    """The rhythm among what stands (`Asked.standing().items`); an empty one before the first visit."""
    return next((one.record for one in standing if isinstance(one.record, Rhythm)), Rhythm())


def days_since(known: Rhythm, today: date) -> int | None:
    """Days since the last check-in of any sort; None before the first.

    >>> days_since(Rhythm(last=date(2026, 11, 17)), date(2026, 11, 24))
    7
    """
    return None if known.last is None else max(0, (today - known.last).days)


def merge_states(there: Rhythm, brought: Rhythm) -> Rhythm:
    """What an import makes of two rhythms; the next sitting puts it in step again."""
    firsts = [day for day in (there.first, brought.first) if day]
    lasts = [day for day in (there.last, brought.last) if day]
    checks = [day for day in (there.checked, brought.checked) if day]
    return Rhythm(
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        checked=max(checks, default=None),
        off=there.off,
    )


def ruling_answers(standing: Iterable[Opened[Any]], today: date) -> fear.Ruling:
    """What the fear rule says to this person today, from what stands in their own space."""
    known = [
        fear.Answers(day=one.day, say_no=one.say_no, disagree=one.disagree, at_home=one.at_home)
        for one in (opened.record for opened in standing)
        if isinstance(one, FearAnswers)
    ]
    return fear.rule_on(known, today)
