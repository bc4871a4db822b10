"""What may be said about a person today: decided here once, and read by every page that says anything.

`read_person` works on what is known and nothing else: no space, no clock. It says of each of ten facets and two axes where it
stands, how that fits the ideal that was said, and its course since a day to compare with: up, down, steady or unsure, each with
how surely. Pages choose words and never decide again, so that no two of them can contradict each other.

It needs numpy, so views import it where they use it and never at the start.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist, fmean
from typing import Final, Literal

from bothand.domain import standing
from bothand.domain.checkins import Point, Shift
from bothand.domain.standing import Known
from bothand.engines import guide, measure
from bothand.relationship import AXES, FACETS

Way = Literal["up", "down", "steady", "unsure"]
Fit = Literal["more", "less", "unsure"]

FACET_NAMES: Final = tuple(one.name for one in FACETS)
SCALES: Final = (*FACET_NAMES, *(axis.name for axis in AXES))
"""Ten facets and two axes, in the order of a `Point`."""

SURE: Final = 0.9
"""From here on a thing is said; how surely is said with it."""
STEP: Final = 1.0
"""One step of the five answers. Steady is what surely moved by less than that."""
HALF: Final = 0.5
"""An earlier month counts as the same while it lies this near to today."""
LEAST_IDEALS: Final = 3
"""Of the five facets of an axis, how many ideals it takes to place its ideal."""
YEAR: Final = 366
ROUGH: Final = 3
"""Days with a check-in from which on the two axes can be told apart at all."""

AT_THE_TOP: Final = frozenset({"worth", "limits", "self"})
"""Facets that nearly everybody would like *fully*: such an ideal tells people apart by nothing, and is no goal."""
REACHED: Final = 4.0
"""With an ideal at the top of the scale, *mostly* is taken for reached."""

_NINE_IN_TEN: Final = NormalDist().inv_cdf(0.95)


@dataclass(frozen=True, slots=True)
class Course:
    """How one facet or axis went since a day.

    way    "up" or "down" where the engine says so beyond noise, "steady" where it surely moved by less than a step, else "unsure"
    sure   how surely `way` is so; 0 for unsure
    difference, low, high   how far it moved, in answers, with its 90 % interval
    then   the answer to be expected on that day, None where only the difference was kept
    """

    name: str
    way: Way
    since: date
    sure: float
    difference: float
    low: float
    high: float
    then: float | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """An ideal as it was said, and how the answers fit it.

    said   the answer that was tapped, 1 to 5; for an axis the mean of those of its facets
    goal   what the answers are measured by: as said, but for an ideal at the top that nearly everybody has
    fit    "more" or "less" where the whole interval of the answers lies beyond the goal, else "unsure"
    sure   how surely; 0 for unsure
    """

    name: str
    said: float
    goal: float
    fit: Fit
    sure: float

    @property
    def at_the_top(self) -> bool:
        """Whether nearly everybody would say the same: then it is told in words and is no goal."""
        return self.goal < self.said


@dataclass(frozen=True, slots=True)
class Reading:
    """All that may be said about one person on `day`.

    now         the engine's standing: intervals and region
    wishes      by facet, and by axis where enough ideals were said
    courses     by facet and axis; empty while there is no day old enough to compare with
    since       that day; None while there is none
    check_ins   on how many days of the last year something was answered, `answers` how many answers that were
    points      the last year, a point a day on which something was answered
    """

    day: date
    now: measure.Standing
    wishes: Mapping[str, Wish]
    courses: Mapping[str, Course]
    since: date | None
    check_ins: int
    answers: int
    points: tuple[Point, ...]

    def stands(self, name: str) -> measure.Estimate:
        """The answer to be expected of a facet or axis. Raises StopIteration for another name."""
        if name in FACET_NAMES:
            return self.now.facet(name).answer
        return next(one.answer for one in self.now.axes if one.name == name)

    def way(self, name: str) -> Way:
        """The course of a facet or axis; unsure while it is too early."""
        found = self.courses.get(name)
        return "unsure" if found is None else found.way

    def went(self, way: Way, among: Sequence[str] = FACET_NAMES) -> tuple[str, ...]:
        """Those of a course, in the order of the model."""
        return tuple(name for name in among if self.way(name) == way)

    def wants(self, fit: Fit) -> tuple[str, ...]:
        """The facets of which surely more, or less, is wished for: the furthest first."""
        found = [one for one in self.wishes.values() if one.fit == fit and one.name in FACET_NAMES]
        found.sort(key=lambda one: -abs(one.goal - self.stands(one.name).value))
        return tuple(one.name for one in found)

    def fit(self, name: str) -> Fit:
        """How an axis or a facet fits the ideal; unsure where none was said."""
        found = self.wishes.get(name)
        return "unsure" if found is None else found.fit

    @property
    def asked(self) -> tuple[str, ...]:
        """The facets of which anything was asked so far."""
        return tuple(one.name for one in self.now.facets if one.asked)

    @property
    def rough(self) -> bool:
        """Whether it rests on too few check-ins to tell the axes apart."""
        return self.check_ins < ROUGH

    @property
    def lower(self) -> str:
        """The axis that is surely the lower one; "" where that cannot be said."""
        return self.now.lower if not self.rough and self.now.lower_probability >= SURE else ""

    def steady_since(self, name: str) -> date | None:
        """From when on a steady facet or axis was where it is now: every point of the last year since then lies near."""
        course = self.courses.get(name)
        if course is None or course.way != "steady":
            return None
        at, here, first = SCALES.index(name), self.stands(name).value, course.since
        for point in reversed(self.points):
            if abs(point.values[at] / 100 - here) > HALF and point.day < course.since.toordinal():
                break
            first = min(first, date.fromordinal(point.day))
        return first


def read_person(known: Known, today: date, *, alone: bool) -> Reading:
    """What may be said of the person of whom this is known. About 2 ms.

    A person of whom nothing is known has a reading too: nothing is asked, and all of it is unsure.
    """
    now = standing.standing_from(known, today, alone=alone)
    moved = standing.changes_in_a_season(known, today, alone=alone)
    recent = known.record.recent
    return Reading(
        day=today,
        now=now,
        wishes=_read_wishes(known, now),
        courses=_read_courses(moved, now),
        since=None if moved is None else date.fromordinal(moved.since),
        check_ins=len({one.day for one in recent}),
        answers=len(recent),
        points=tuple(one for one in known.record.trail if today.toordinal() - one.day <= YEAR),
    )


def read_course(known: Known, name: str, anchor: str, today: date, *, alone: bool) -> Course | None:
    """The course of one facet or axis since a day that was laid (`checkins.PLAN`).

    None when that day was never laid, and for a facet that was never asked about.
    """
    moved = standing.changes_since(known, anchor, today, alone=alone)
    return _read_courses(moved, standing.standing_from(known, today, alone=alone)).get(name)


def read_shift(shift: Shift, since: date) -> Course:
    """The course that a kept comparison tells of: judged by the same rule."""
    way, sure = _judge(shift.difference, shift.low, shift.high, shift.rose, shift.said)
    return Course(shift.name, way, since, sure, shift.difference, shift.low, shift.high)


def brief_guide(reading: Reading) -> tuple[guide.Known, ...]:
    """The same for the guide, so that what it advises rests on what pages say."""
    return tuple(
        guide.Known(
            facet=one.name,
            value=one.answer.value,
            low=one.answer.low,
            high=one.answer.high,
            asked=one.asked,
            wished=None if one.name not in reading.wishes else reading.wishes[one.name].goal,
        )
        for one in reading.now.facets
    )


def _read_courses(moved: measure.Changes | None, now: measure.Standing) -> dict[str, Course]:
    """Of a facet that was never asked about nothing is said."""
    if moved is None:
        return {}
    since = date.fromordinal(moved.since)
    unasked = {one.name for one in now.facets if not one.asked}
    return {
        one.name: _read_change(one, since) for one in (*moved.facets, *moved.axes) if one.name not in unasked
    }


def _read_change(change: measure.Change, since: date) -> Course:
    way, sure = _judge(change.difference, change.low, change.high, change.rose, change.said or "")
    return Course(
        change.name, way, since, sure, change.difference, change.low, change.high, change.then.value
    )


def _judge(difference: float, low: float, high: float, rose: float, said: str) -> tuple[Way, float]:
    """The way and how surely: the engine says up or down; steady is what surely moved by less than a step."""
    if said == "up":
        return "up", rose
    if said == "down":
        return "down", 1.0 - rose
    noise = NormalDist(difference, max(1e-9, (high - low) / (2 * _NINE_IN_TEN)))
    within = noise.cdf(STEP) - noise.cdf(-STEP)
    return ("steady", within) if within >= SURE else ("unsure", 0.0)


def _read_wishes(known: Known, now: measure.Standing) -> dict[str, Wish]:
    ideals = known.record.wish.ideals if known.record.wish else ()
    said = {name: float(answer) for name, answer in ideals if answer and name in FACET_NAMES}
    goals = {name: min(ideal, REACHED) if name in AT_THE_TOP else ideal for name, ideal in said.items()}
    found = {
        one.name: _weigh(one.name, said[one.name], goals[one.name], one.answer, asked=bool(one.asked))
        for one in now.facets
        if one.name in said
    }
    for axis, place in zip(now.axes, AXES, strict=True):
        wished = [name for name in place.facets if name in said]
        if len(wished) < LEAST_IDEALS:
            continue
        answer = axis.answer if len(wished) == len(place.facets) else _mean_answer(now, wished)
        ideal, goal = fmean(said[name] for name in wished), fmean(goals[name] for name in wished)
        found[axis.name] = _weigh(axis.name, ideal, goal, answer, asked=True)
    return found


def _mean_answer(now: measure.Standing, names: Sequence[str]) -> measure.Estimate:
    """The mean over some facets. Their errors are taken to go together wholly, so that it errs on the unsure side."""
    answers = [now.facet(name).answer for name in names]
    value, spread = fmean(one.value for one in answers), fmean(one.spread for one in answers)
    wide = _NINE_IN_TEN * spread
    return measure.Estimate(value, max(1.0, value - wide), min(5.0, value + wide), spread)


def _weigh(name: str, said: float, goal: float, answer: measure.Estimate, *, asked: bool) -> Wish:
    """More or less is wished for where the whole interval lies beyond the goal, as the picture shows it."""
    below = NormalDist(answer.value, max(1e-9, answer.spread)).cdf(goal)
    if asked and answer.high < goal:
        return Wish(name, said, goal, "more", below)
    if asked and answer.low > goal:
        return Wish(name, said, goal, "less", 1.0 - below)
    return Wish(name, said, goal, "unsure", 0.0)
