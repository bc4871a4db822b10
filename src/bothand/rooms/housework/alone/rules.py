"""Pure: one's own tasks taken in, felt about and taken out; how much of the week they take."""

from collections.abc import Sequence
from typing import Final

import msgspec

from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.divisions.records import Feeling
from bothand.rooms.housework.records import Task, task_id
from bothand.rooms.housework.rules import count_minutes

FELT: Final[tuple[Feeling, ...]] = ("like", "neutral", "dislike")


def add_own(work: OwnWork, fresh: Sequence[Task]) -> OwnWork:
    """More tasks; a name that is there already is not taken in again."""
    names = {task.name for task in work.tasks}
    more = [task for task in fresh if task.name not in names]
    neutral: Feeling = "neutral"
    return msgspec.structs.replace(
        work, tasks=(*work.tasks, *more), feelings=(*work.feelings, *(neutral for _task in more))
    )


def remove_own(work: OwnWork, wanted: bytes) -> OwnWork:
    """A task taken out, with what was felt about it."""
    kept = [pair for pair in pair_up(work) if task_id(pair[0].name) != wanted]
    return msgspec.structs.replace(
        work, tasks=tuple(task for task, _felt in kept), feelings=tuple(felt for _task, felt in kept)
    )


def set_feeling(work: OwnWork, wanted: bytes, feeling: Feeling) -> OwnWork:
    """What is felt about one task."""
    return msgspec.structs.replace(
        work,
        feelings=tuple(feeling if task_id(task.name) == wanted else felt for task, felt in pair_up(work)),
    )


def pair_up(work: OwnWork) -> list[tuple[Task, Feeling]]:
    """Each task with what is felt about it."""
    return list(zip(work.tasks, work.feelings, strict=False))


def count_felt(work: OwnWork, feeling: Feeling) -> int:
    """Minutes a week of what one feels so about."""
    return sum(count_minutes(task) for task, felt in pair_up(work) if felt == feeling)


def count_thinking(work: OwnWork) -> int:
    """Minutes a week of noticing and planning."""
    return sum(task.noticing + task.planning for task in work.tasks)
