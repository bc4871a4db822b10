"""What was said to make something good again, for the pages of a boundary."""

from typing import Final

from bothand.accounts.access import Visit
from bothand.rooms.boundaries import present, rules
from bothand.rooms.boundaries.present import Statement
from bothand.rooms.boundaries.records import Repair
from bothand.vault.months import month_before, months_between

MOST: Final = 10


def gather_repairs(visit: Visit, boundary: bytes) -> tuple[tuple[Statement, ...], int]:
    """What either said this month and last to make something good again, the newest first; and how much did not open.

    What is older, and what is more than a page, stands on the pages of the months (`repairs.views.list_repairs`).
    """
    today, names = visit.today, visit.names
    lot = visit.ours.query(Repair, months=months_between(month_before(today), today))
    return tuple(
        present.show_repair(repair, names, own=repair.author == visit.me and repair.record.day == today)
        for repair in rules.sort_repairs(lot.items, boundary, tuple(names))[:MOST]
    ), lot.unopened
