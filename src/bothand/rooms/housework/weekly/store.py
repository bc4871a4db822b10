"""What each does every week."""

from django.http import HttpRequest

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Pair, Visit
from bothand.accounts.person_name import show_name
from bothand.domain.agreements import Version
from bothand.kit import agreement_store
from bothand.kit.weekly import WeeklyTask, WeeklyWork
from bothand.kit.yeses import YES
from bothand.rooms.housework.divisions.labels import read_owners
from bothand.rooms.housework.divisions.store import find_agreed
from bothand.rooms.housework.records import Task
from bothand.rooms.housework.rules import find_phases, is_done_elsewhere
from bothand.rooms.housework.store import find_household
from bothand.rooms.housework.weekly.labels import say_held
from bothand.rooms.housework.weekly.rules import Held, count_held, hold_as_agreed, hold_as_today


def find_weekly(request: HttpRequest) -> WeeklyWork:
    """What each of two does every week: by the division that both agreed on and neither ended, else as it is today.

    A task that came later is as it is today. Raises Locked, Alone: what both said yes to is checked by one's own half.
    """
    visit = Visit(request)
    pair = visit.require_pair()
    access.open_mine(request)
    agreed = find_agreed_division(request, pair)
    first, second = (show_name(visit.names[account]).plain for account in pair.accounts)
    lines = dict(agreed.lines) if agreed else {}
    lists: tuple[list[WeeklyTask], list[WeeklyTask]] = ([], [])
    nobody = []
    for task in find_household(pair.ours).tasks:
        owners = read_owners(find_phases(task), lines.get(task.name, ""), (first, second))
        both = hold_as_today(task) if owners is None else hold_as_agreed(task, owners)
        if not any(both):
            nobody.append(task.name)
        for place, held in enumerate(both):
            if held:
                lists[place].append(_list_task(task, held, both[1 - place]))
    return WeeklyWork(
        mine=tuple(lists[pair.place]),
        theirs=tuple(lists[1 - pair.place]),
        nobody=tuple(nobody),
        since=agreed.day if agreed else None,
    )


def find_agreed_division(request: HttpRequest, pair: Pair) -> Version | None:
    """The latest division that both said yes to, unless it ended."""
    agreed = find_agreed(pair, couple_actions.meet_all(request, YES))
    if not agreed or agreement_store.is_ended(pair.ours, agreed[0].record.agreement):
        return None
    return agreed[0].record


def _list_task(task: Task, held: Held, others: Held) -> WeeklyTask:
    return WeeklyTask(
        title=task.name,
        times=task.times,
        minutes=count_held(task, held, others),
        about=say_held(held, others, elsewhere=is_done_elsewhere(task)),
    )
