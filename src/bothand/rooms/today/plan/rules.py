"""Pure: which week of a plan it is."""

from datetime import date

from bothand.domain.plan import WEEKS, Plan

LONGEST = 2000


def find_week(plan: Plan, today: date) -> int:
    """The week of a plan that it is, 1 to 6; after its end the last one.

    >>> plan = Plan(facet="limits", practice_own="P1", began=date(2026, 11, 1))
    >>> [find_week(plan, date(2026, 11, day)) for day in (1, 7, 8)], find_week(plan, date(2027, 6, 1))
    ([1, 1, 2], 6)
    """
    return min(max(0, (today - plan.began).days) // 7, WEEKS - 1) + 1
