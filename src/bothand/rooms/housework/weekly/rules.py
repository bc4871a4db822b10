"""Pure: which parts of each task are whose in a week."""

from collections.abc import Iterable, Sequence
from typing import Final

from bothand.rooms.housework.records import Task, Who
from bothand.rooms.housework.rules import PHASES, Phase, count_doing, find_phases, is_done_elsewhere

Held = tuple[Phase, ...]
_PLACES: Final[dict[Who, tuple[int, ...]]] = {"one": (0,), "two": (1,), "both": (0, 1), "": (), "else": ()}


def hold_as_today(task: Task) -> tuple[Held, Held]:
    """Which parts of a task each has today; both may have the same."""
    owners = zip(PHASES, (task.noticed_by, task.planned_by, task.done_by), strict=True)
    return _sort_parts((phase, place) for phase, who in owners for place in _PLACES[who])


def hold_as_agreed(task: Task, owners: Sequence[int]) -> tuple[Held, Held]:
    """Which parts of a task each has by a division: `owners`, 0 or 1, of each of its `find_phases`.

    What takes no time goes with the doing.
    """
    known = dict(zip(find_phases(task), owners, strict=True))
    here = [phase for phase in PHASES if not (phase == "done" and is_done_elsewhere(task))]
    return _sort_parts((phase, known.get(phase, owners[-1])) for phase in here)


def _sort_parts(parts: Iterable[tuple[Phase, int]]) -> tuple[Held, Held]:
    listed = list(parts)
    first, second = (tuple(phase for phase, owner in listed if owner == place) for place in (0, 1))
    return first, second


def count_held(task: Task, held: Held, others: Held) -> int:
    """Minutes a week of these parts; of what both have, half."""
    minutes = {"noticed": task.noticing, "planned": task.planning, "done": count_doing(task)}
    return sum(minutes[phase] // (2 if phase in others else 1) for phase in held)
