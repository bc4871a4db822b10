"""Putting a plan into *mine* and taking it out. What changes more than one document does so in one transaction."""

from datetime import date

import msgspec
from django.db import transaction

from bothand.domain.plan import PastPlan, Plan
from bothand.vault.body import Opened
from bothand.vault.records import Shelf
from bothand.vault.space import Lot, Space


def begin_plan(
    space: Space, plan: Plan, record_id: bytes, *, alone: bool, instead: Opened[Plan] | None = None
) -> None:
    """Begin a plan, and lay the day that what changes is told against. The same form sent twice begins one.

    `instead` is the one that gives way, as it was shown. Raises Conflict when there is another plan, NewerVersion, and
    DidNotOpen when what lies there does not open.
    """
    from bothand.domain import standing

    with transaction.atomic():
        if instead is None:
            space.add(plan)
        elif instead.record != plan:
            space.replace(instead, plan)
        standing.lay_anchor(space, plan.began, record_id, alone=alone)


def change_plan(space: Space, there: Opened[Plan], plan: Plan, revision: int) -> None:
    """Change the plan that was shown at `revision`; the same as it stands changes nothing. Raises Conflict, NewerVersion."""
    if there.record != plan:
        space.replace(there.seen_at(revision), plan)


def tick_week(space: Space, there: Opened[Plan], week: int, *, done: bool) -> None:
    """Tick a week, or take its tick away, whatever another window wrote meanwhile. Raises Missing, NewerVersion."""

    def tick(plan: Plan) -> Plan:
        weeks = {*plan.done, week} if done else {*plan.done} - {week}
        return msgspec.structs.replace(plan, done=tuple(sorted(weeks)))

    space.amend(Plan, there.id, tick)


def close_plan(space: Space, there: Opened[Plan], past: PastPlan, record_id: bytes, revision: int) -> None:
    """End the plan that was shown at `revision`, and keep what it was. Raises Conflict, NewerVersion."""
    with transaction.atomic():
        space.add(past, record_id)
        space.remove(there.seen_at(revision))


def find_past_plans(space: Space) -> Lot[PastPlan]:
    """The plans that are over, the newest first. One query."""
    lot = space.query(PastPlan, shelf=Shelf.CLOSED)
    items = sorted(lot.items, key=lambda one: (one.record.ended, one.created, one.id), reverse=True)
    return Lot(tuple(items), lot.unopened)


def make_past_plan(plan: Plan, today: date, change: str, helped: str) -> PastPlan:
    """What is kept of a plan that ends today."""
    return PastPlan(
        facet=plan.facet,
        practice_own=plan.practice_own,
        practice_both=plan.practice_both,
        began=plan.began,
        ended=today,
        words=plan.words,
        change=change,
        helped=helped,
    )
