"""The tasks of a home as they read in an export, and what an import does with them."""

import msgspec
from django.utils.translation import gettext

from bothand.kit.manifest import Readable
from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.alone.rules import pair_up
from bothand.rooms.housework.records import Household, Task


def readable_household(household: Household) -> Readable:
    """The tasks of the home."""
    pairs = tuple((task.name, _describe_task(task)) for task in household.tasks)
    return Readable(heading=gettext("Housework"), pairs=pairs)


def readable_own_work(work: OwnWork) -> Readable:
    """What somebody does at home, with how they feel about it."""
    words = {
        "like": gettext("I like it"),
        "neutral": gettext("I don't mind it"),
        "dislike": gettext("I don't like it"),
        "cannot": gettext("I can't do it"),
    }
    pairs = tuple((task.name, f"{_describe_task(task)}. {words[felt]}.") for task, felt in pair_up(work))
    return Readable(heading=gettext("Housework of my own"), pairs=pairs)


def merge_own_work(present: OwnWork, incoming: OwnWork) -> OwnWork:
    """What is there stays; tasks that an import brings besides come after it, with what was felt about them."""
    names = {task.name for task in present.tasks}
    more = [pair for pair in pair_up(incoming) if pair[0].name not in names]
    return OwnWork(
        tasks=(*present.tasks, *(task for task, _felt in more)),
        feelings=(*present.feelings, *(felt for _task, felt in more)),
    )


def _describe_task(task: Task) -> str:
    told = (
        gettext("%(minutes)d minutes, %(times)s times a week; may be split into parts")
        if task.split
        else gettext("%(minutes)d minutes, %(times)s times a week")
    )
    return told % {"minutes": task.minutes, "times": f"{task.times / 100:g}"}


def merge_households(present: Household, incoming: Household) -> Household:
    """What is there stays; tasks that an import brings besides come after it."""
    names = {task.name for task in present.tasks}
    more = tuple(task for task in incoming.tasks if task.name not in names)
    return msgspec.structs.replace(present, tasks=(*present.tasks, *more))
