"""The housework of the two invented people of the demo: what there is to do, and who does it today."""

from typing import Final

from bothand.domain.agreements import Marked
from bothand.kit import agreement_store
from bothand.kit.demo import Told
from bothand.rooms.housework.records import Household, Task, Who, home_digest, home_id
from bothand.rooms.housework.store import change_household

TASKS: Final[tuple[tuple[str, int, int, int, int, Who, Who], ...]] = (
    ("Cook dinner", 40, 700, 5, 25, "both", "one"),
    ("Shop for food", 60, 200, 10, 20, "both", "one"),
    ("Wash and hang up laundry", 20, 200, 5, 0, "one", "one"),
    ("Fold laundry and put it away", 25, 200, 0, 0, "two", "one"),
    ("Clean the bathroom", 35, 100, 5, 0, "two", "two"),
    ("Take out rubbish and paper", 10, 300, 5, 0, "two", "two"),
    ("Pay bills, and keep the papers", 20, 50, 5, 10, "one", "one"),
    ("Remember birthdays and presents", 15, 50, 10, 15, "one", "one"),
)
"""Name, minutes, times a week in hundredths, noticing, planning; who does it, who notices and plans it."""


def put(one: Told, other: Told) -> None:
    """The tasks, and that both say so. In the demo *one* is the first of the two accounts by id, whoever that is."""
    one.write_on(one.day(34, 7))
    tasks = tuple(
        Task(
            name=name, minutes=minutes, times=times, noticing=noticing, planning=planning,
            noticed_by=planner, planned_by=planner, done_by=doer,
        )
        for name, minutes, times, noticing, planning, doer, planner in TASKS
    )  # fmt: skip
    home = change_household(one.ours, lambda _old: Household(tasks=tasks))
    for who in (one, other):
        mark = Marked(day=who.day(34, 7), subject=home_id(who.ours.id), of=home_digest(home))
        agreement_store.put_mark(who.ours, mark, who.account)
