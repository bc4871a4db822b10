"""From the history of check-ins to the state, one sitting after the other; pure.

`fold_history` over the whole history and `fold_sitting` after each sitting give the same record to the last bit, which a test proves: what
is stored only saves time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

import msgspec

from bothand.content import items
from bothand.domain.checkins import (
    CHECKUP,
    DID_NOT_COME_UP,
    PLAN,
    TALK,
    TALK_HEARD,
    TALK_SAFE,
    WISHED,
    Absence,
    Answers,
    Comparison,
    Given,
    MeasureState,
    Point,
    Shift,
    Wish,
    is_answer,
    is_done,
)
from bothand.engines import measure
from bothand.relationship import facet

PROGRAM: Final = 1000 * measure.VERSION + 3
"""Raised by one whenever the same history would give another record."""
YEAR: Final = 366
MOST_POINTS: Final = 400
MOST_RECENT: Final = 1500
SEASONS: Final = ("season-a", "season-b")
"""Two days to compare with, laid in turn every eight weeks: one of them is always eight to sixteen weeks old."""
SEASON: Final = 56
STARTING_POINT: Final = 7
"""For how many days from its first on a check-in is where a plan starts: it asks about its facet several times."""


TALK_SPREAD: Final = 2.3
"""How far an answer about a talk scatters: twice as far as one about the week, since a talk is an hour of it."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting with its id, which settles the order where all else is equal."""

    id: bytes
    answers: Answers


@cache
def item_bank(*, alone: bool, weekly: bool) -> measure.Bank:
    """The items with a facet that somebody can be asked: all of them, or those of the weekly check-in."""
    asked = items.items_for(has_partner=not alone, checkup=not weekly)
    return measure.Bank.of(_item(one) for one in asked if one.facet)


@cache
def fold_whole() -> measure.Bank:
    """Every item with a facet, asked alone or not: a history may hold both."""
    return measure.Bank.of(_item(one) for one in items.load_bank().items if one.facet)


@cache
def fold_talk() -> measure.Bank:
    """The two items about a talk. They lie in no other bank, so that no check-in asks them and no mean counts them."""
    named = ((TALK_HEARD, "heard"), (TALK_SAFE, "open"))
    return measure.Bank.of(measure.Item(key, name, 1, spread=TALK_SPREAD) for key, name in named)


def ideal_item(name: str) -> str:
    """The engine's name for the item by which the ideal of a facet is asked."""
    return f"ideal-{name}"


@cache
def with_ideals(*, alone: bool) -> measure.Bank:
    """As `item_bank`, with the ten items by which ideals are asked."""
    asked = (measure.Item(ideal_item(name), name, 1) for name in measure.FACET_NAMES)
    return measure.Bank.of((*item_bank(alone=alone, weekly=False).items, *asked))


def fold_history(history: Iterable[Sitting]) -> MeasureState:
    """The state after a whole history, in any order. About 1 ms a sitting."""
    ordered = sorted(history, key=lambda one: (one.answers.day, one.answers.order, one.id))
    days = [one.answers.day for one in ordered if _told(one.answers)]
    shown = _shown(days)
    state, known = MeasureState(program=PROGRAM), measure.start()
    for one in ordered:
        state, known = _next_anchor(state, known, one.answers, pointed=one.answers.day in shown)
    return msgspec.structs.replace(state, engine=measure.to_bytes(known)) if ordered else state


def is_next(state: MeasureState, one: Answers) -> bool:
    """Whether a sitting comes after all that the state knows, so that `fold_sitting` is enough."""
    return state.program == PROGRAM and (state.last is None or (one.day.toordinal(), one.order) > state.last)


def fold_sitting(before: MeasureState, one: Answers) -> MeasureState:
    """The state after one more sitting, which `is_next`."""
    after, known = _next_anchor(before, engine_state(before), one, pointed=True)
    return msgspec.structs.replace(after, engine=measure.to_bytes(known))


def engine_state(state: MeasureState) -> measure.State:
    """The engine's own state. Raises OtherVersionError, BrokenStateError."""
    return measure.from_bytes(state.engine) if state.engine else measure.start()


def _next_anchor(
    before: MeasureState, known: measure.State, one: Answers, *, pointed: bool
) -> tuple[MeasureState, measure.State]:
    """The record, its `engine_state` left as it was, and the engine's state after one more sitting."""
    day = one.day.toordinal()
    asked = fold_talk() if one.sort == TALK else fold_whole()
    for item, answer in one.given:
        if item in asked:
            known = measure.answer(known, asked, day, item, answer if is_answer(answer) else None)
    compared = before.compared
    if one.closes and _has(known, CHECKUP):
        compared = _compared(known, day, alone=one.alone)
    starts = _starts_plan(before.planned, one, day)
    for name in (*_laid(known, one, day), *((PLAN,) if starts else ())):
        known = measure.anchored(known, day, name)
    trail = before.trail
    if pointed and _told(one):
        trail = _trail(trail, _point(known, day, alone=one.alone))
    after = MeasureState(
        program=PROGRAM,
        engine=before.engine,
        count=before.count + 1,
        last=(day, one.order),
        first=before.first if before.first is not None or one.sort in {PLAN, TALK, WISHED} else day,
        checked=day if one.sort == "first" or one.closes else before.checked,
        done=day if is_done(one) else before.done,
        planned=day if one.sort == PLAN else None if starts else before.planned,
        trail=trail,
        recent=_recent(before.recent, one, day),
        absences=_absences(before.absences, one, day),
        wish=Wish(day, one.ideals) if one.ideals else before.wish,
        compared=compared,
    )
    return after, known


def _told(one: Answers) -> bool:
    """Whether anything was answered in a check-in. A talk is none: it moves what is known, and lays no point or day."""
    return one.sort != TALK and any(is_answer(answer) for _, answer in one.given)


def _shown(days: list[date]) -> set[date]:
    """The days of a history that still have a point at its end: the others need not be worked out."""
    if not days:
        return set()
    recent = {day for day in days if (days[-1] - day).days <= YEAR}
    # As `_trail` does: the month in which a year ago lies has its last old day, and its later days besides.
    months = {(day.year, day.month): day for day in days if day not in recent}
    return {*months.values(), *recent}


def _laid(known: measure.State, one: Answers, day: int) -> tuple[str, ...]:
    """The days to compare with that this sitting lays."""
    if one.sort == PLAN:
        return (PLAN,)
    if one.sort in {TALK, WISHED} or (one.sort == "weekly" and not _told(one)):
        return ()
    laid = (CHECKUP,) if one.sort == "first" or one.closes else ()
    there = {anchor.name: anchor.day for anchor in known.anchors}
    newest = max((there.get(name, -1) for name in SEASONS), default=-1)
    if one.sort == "checkup" and not one.closes:
        return laid
    if newest >= 0 and day - newest < SEASON:
        return laid
    return (*laid, min(SEASONS, key=lambda name: there.get(name, -1)))


def _starts_plan(planned: int | None, one: Answers, day: int) -> bool:
    """Whether a check-in is where a plan starts: the first since it was begun, if that was a few days ago at most.

    What changes is told against the answers before, and of those about one facet there are few (docs/methods/measure.md).
    """
    return planned is not None and day - planned <= STARTING_POINT and _told(one) and one.sort != PLAN


def _has(known: measure.State, name: str) -> bool:
    return any(anchor.name == name for anchor in known.anchors)


def _item(one: items.Item) -> measure.Item:
    assert one.facet is not None  # C7 items have none and are not measured
    return measure.Item(one.id, facet(one.facet).name, one.key)


def _compared(known: measure.State, day: int, *, alone: bool) -> Comparison:
    found = measure.changes(known, item_bank(alone=alone, weekly=False), CHECKUP, day)
    shifts = tuple(
        Shift(each.name, each.difference, each.low, each.high, each.rose, each.said or "")
        for each in (*found.facets, *found.axes)
    )
    return Comparison(found.since, day, shifts)


def _point(known: measure.State, day: int, *, alone: bool) -> Point:
    stands = measure.standing(known, item_bank(alone=alone, weekly=False), day)
    told = [each.answer for each in stands.facets] + [each.answer for each in stands.axes]
    return Point(
        day, tuple(round(100 * each.value) for each in told), tuple(round(100 * each.spread) for each in told)
    )


def _trail(trail: tuple[Point, ...], newest: Point) -> tuple[Point, ...]:
    """The trail with one more point: a day has one, and a month that is over a year ago has one, its last."""
    kept: dict[tuple[int, ...], Point] = {}
    for one in (*trail, newest):
        old = newest.day - one.day > YEAR
        at = date.fromordinal(one.day)
        kept[(at.year, at.month) if old else (one.day,)] = one
    return tuple(kept.values())[-MOST_POINTS:]


def _recent(recent: tuple[Given, ...], one: Answers, day: int) -> tuple[Given, ...]:
    """The answers of the last year with those of one more check-in; what was skipped or did not come up is none."""
    if one.sort == TALK:
        return recent
    new = (Given(day, item, answer) for item, answer in one.given if is_answer(answer))
    return tuple(each for each in (*recent, *new) if day - each.day <= YEAR)[-MOST_RECENT:]


def _absences(absences: tuple[Absence, ...], one: Answers, day: int) -> tuple[Absence, ...]:
    """What did not come up in the last year, with one more check-in."""
    new = (Absence(day, item) for item, answer in one.given if answer == DID_NOT_COME_UP)
    return tuple(each for each in (*absences, *new) if day - each.day <= YEAR)[-MOST_RECENT:]


def is_stale(there: MeasureState, _brought: MeasureState) -> MeasureState:
    """What an import makes of it: it is computed again at the next look."""
    return msgspec.structs.replace(there, program=0)
