"""What happened to an account while nobody could write it down: it waits in memory for its owner's next unlock.

A wrong password opens nothing, so nothing can be sealed then; on disk it would tell whoever has the disk. A restart
forgets, and several processes count apart.
"""

from collections import Counter, OrderedDict
from datetime import UTC, datetime
from threading import Lock
from typing import Final

from bothand.accounts import wall_clock
from bothand.accounts.account_log import Event, Happened

REMEMBERED: Final = 1_000
"""Accounts; of each, so many different hours and events."""
MOST_EACH: Final = 50
HOUR: Final = 3600

_events: OrderedDict[bytes, Counter[tuple[Event, int]]] = OrderedDict()
_guard = Lock()


def note_event(login: bytes, event: Event) -> None:
    """Something happened to the account whose sealed name this is."""
    hour = int(wall_clock.now().timestamp()) // HOUR
    with _guard:
        waiting = _events.setdefault(login, Counter())
        _events.move_to_end(login)
        waiting[event, hour] += 1
        while len(waiting) > MOST_EACH:
            del waiting[min(waiting, key=lambda one: one[1])]
        while len(_events) > REMEMBERED:
            _events.popitem(last=False)


def list_events(login: bytes) -> list[Happened]:
    """What waits to be told, the oldest first. It stays until `drop_events`."""
    with _guard:
        waiting = sorted(_events.get(login, Counter()).items(), key=lambda one: one[0][1])
    return [(event, "", datetime.fromtimestamp(hour * HOUR, UTC), count) for (event, hour), count in waiting]


def drop_events(login: bytes, told: list[Happened]) -> None:
    """These were written down."""
    with _guard:
        waiting = _events.get(login)
        if waiting is None:
            return
        waiting.subtract({(event, int(when.timestamp()) // HOUR): count for event, _, when, count in told})
        _events[login] = +waiting
        if not _events[login]:
            del _events[login]


def forget_events() -> None:
    """Everything, as after a restart."""
    with _guard:
        _events.clear()
