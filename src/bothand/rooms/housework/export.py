"""The tasks of a home as they read in an export, and what an import does with them."""

from django.utils.translation import gettext

from bothand.kit.manifest import Readable
from bothand.rooms.housework.records import Household, Task


def readable_household(household: Household) -> Readable:
    """The tasks of the home."""
    pairs = tuple((task.name, _describe_task(task)) for task in household.tasks)
    return Readable(heading=gettext("Housework"), pairs=pairs)


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
    return Household(tasks=(*present.tasks, *more), share=present.share)
