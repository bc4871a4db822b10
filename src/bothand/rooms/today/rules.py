"""Pure: how the day is greeted, which thing a day has, which week of a plan it is."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from bothand.content.sessions import Session
from bothand.domain.plan import WEEKS, Plan
from bothand.engines import guide
from bothand.relationship import facet

LONGEST = 2000


class Time(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def find_time(hour: int) -> Time:
    """The part of the day at this hour (0 to 23); the night belongs to the evening before it.

    >>> [str(find_time(hour)) for hour in (4, 5, 12, 18, 23)]
    ['evening', 'morning', 'afternoon', 'evening', 'evening']
    """
    if 5 <= hour < 12:
        return Time.MORNING
    if 12 <= hour < 18:
        return Time.AFTERNOON
    return Time.EVENING


def find_week(plan: Plan, today: date) -> int:
    """The week of a plan that it is, 1 to 6; after its end the last one.

    >>> plan = Plan(facet="limits", practice_own="P1", began=date(2026, 11, 1))
    >>> [find_week(plan, date(2026, 11, day)) for day in (1, 7, 8)], find_week(plan, date(2027, 6, 1))
    ([1, 1, 2], 6)
    """
    return min(max(0, (today - plan.began).days) // 7, WEEKS - 1) + 1


def select_offered(things: Sequence[Session], *, joint: bool) -> tuple[Session, ...]:
    """The things that may be suggested: without those for two where no joint step may be advised."""
    return tuple(one for one in things if joint or one.together == "solo")


def pick_thing(today: date, things: Sequence[Session], *, since: date, plan: Plan | None) -> Session:
    """The thing of a day: another one each day, none twice until all of `things` were there.

    A round begins on `since`, or with the plan, whose practices and facet then come on every other day.
    Raises ValueError when there is nothing.
    """
    began = since if plan is None else plan.began
    order = guide.in_order([one.id for one in things], [one.id for one in things if _is_near(one, plan)])
    found = guide.of_day((today - began).days, order)
    return next(one for one in things if one.id == found)


def _is_near(thing: Session, plan: Plan | None) -> bool:
    if plan is None:
        return False
    return thing.practice in {plan.practice_own, plan.practice_both} or facet(thing.facet).name == plan.facet
