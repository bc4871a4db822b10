"""Weeks read by their days."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bothand.rooms.mytime.weeks.records import Week
from bothand.vault.records import month_of
from bothand.vault.space import Lot, Space


def find_weeks(
    space: Space, mondays: Sequence[date], near: Lot[Any], months: Sequence[str]
) -> tuple[list[Week], int]:
    """The weeks of these Mondays: from what is near in these months, and how many of the others did not open.

    The others are asked for by their days: the months they lie in hold a hundred other pages each.
    """
    there = [one.record for one in near.items if isinstance(one.record, Week) and one.record.day in mondays]
    others = space.on_days(Week, [day for day in mondays if month_of(day) not in months])
    return [*there, *(one.record for one in others.items)], others.unopened
