"""What was said to make something good again, for the pages of a boundary."""

from typing import Any, Final

from django.http import HttpRequest

from bothand.accounts import access
from bothand.rooms.boundaries import asking, present, rules
from bothand.rooms.boundaries.present import Statement
from bothand.rooms.boundaries.records import Repair
from bothand.vault.months import month_before, months_between
from bothand.vault.ours import Ours

MOST: Final = 10


def gather_repairs(request: HttpRequest, ours: Ours, boundary: bytes) -> tuple[tuple[Statement, ...], int]:
    """What either said this month and last to make something good again, the newest first; and how much did not open.

    What is older, and what is more than a page, stands on the pages of the months (`repairs.views.list_repairs`).
    """
    today = asking.today(request)
    lot: Any = ours.months(Repair, months_between(month_before(today), today))
    mine, names = access.visitor_of_request(request).account, asking.names(request)
    return tuple(
        present.show_repair(one, names, own=one.author == mine and one.record.day == today)
        for one in rules.sort_repairs(lot.items, boundary, tuple(names))[:MOST]
    ), lot.unopened
