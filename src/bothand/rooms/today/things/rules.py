"""Pure: which thing a day has."""

from collections.abc import Sequence
from datetime import date

from bothand.content.sessions import Session
from bothand.domain.plan import Plan
from bothand.engines import guide
from bothand.relationship import facet


def select_offered(things: Sequence[Session], *, joint: bool) -> tuple[Session, ...]:
    """The things that may be suggested: without those for two where no joint step may be advised."""
    return tuple(thing for thing in things if joint or thing.together == "solo")


def pick_thing(today: date, things: Sequence[Session], *, since: date, plan: Plan | None) -> Session:
    """The thing of a day: another one each day, none twice until all of `things` were there.

    A round begins on `since`, or with the plan, whose practices and facet then come on every other day.
    Raises ValueError when there is nothing.
    """
    began = since if plan is None else plan.began
    order = guide.order_round(
        [thing.id for thing in things], [thing.id for thing in things if _is_near(thing, plan)]
    )
    found = guide.pick_for_day((today - began).days, order)
    return next(thing for thing in things if thing.id == found)


def _is_near(thing: Session, plan: Plan | None) -> bool:
    if plan is None:
        return False
    return thing.practice in {plan.practice_own, plan.practice_both} or facet(thing.facet).name == plan.facet
