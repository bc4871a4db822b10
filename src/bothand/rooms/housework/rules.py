"""Pure: tasks taken in, changed and given away, and what comes next."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal

import msgspec

from bothand.content.chores import Chore
from bothand.rooms.housework.records import Household, Task, Who, task_id

PHASES: Final = ("noticed", "planned", "done")
Step = Literal["tasks", "owners", "agree", "feel"]
Said = Literal["", "me", "other", "both"]


def own_share(household: Household, place: int) -> int:
    """The part of the minutes, in percent, that the one at this place is meant to have."""
    return household.share if place == 0 else 100 - household.share


def find_next_step(household: Household, confirmed: Collection[bytes], me: bytes, *, owned: bool) -> Step:
    """What comes next for me. `owned` says that each task is somebody's today."""
    if not household.tasks:
        return "tasks"
    if len(confirmed) == 2:
        return "feel"
    return "agree" if owned or me in confirmed else "owners"


def copy_chore(chore: Chore) -> Task:
    """A task of the starter list as one of the home."""
    return Task(
        name=chore.name,
        minutes=chore.minutes,
        times=int(chore.times * 100),
        noticing=chore.noticing,
        planning=chore.planning,
    )


def add_tasks(household: Household, fresh: Sequence[Task]) -> Household:
    """More tasks; a name that is there already is not taken in again."""
    names = {task.name for task in household.tasks}
    more = tuple(task for task in fresh if task.name not in names)
    return msgspec.structs.replace(household, tasks=(*household.tasks, *more))


def remove_task(household: Household, name: str) -> Household:
    """A task taken out."""
    return msgspec.structs.replace(
        household, tasks=tuple(task for task in household.tasks if task.name != name)
    )


def replace_task(household: Household, name: str, fresh: Task) -> Household:
    """A task put anew, with whose it is as it stood."""
    tasks = tuple(
        msgspec.structs.replace(
            fresh, noticed_by=task.noticed_by, planned_by=task.planned_by, done_by=task.done_by
        )
        if task.name == name
        else task
        for task in household.tasks
    )
    return msgspec.structs.replace(household, tasks=tasks)


def say_who(who: Who, place: int) -> Said:
    """Whose something is, as the one at this place says it."""
    if who in ("", "both"):
        return who
    return "me" if (who == "one") == (place == 0) else "other"


def set_owners(household: Household, said: Mapping[str, str], place: int) -> Household:
    """Whose each part of each task is, as the one at this place said it: a mapping from `phase-task` to who."""
    meant: dict[str, Who] = {"": "", "both": "both"}
    meant |= {"me": "one", "other": "two"} if place == 0 else {"me": "two", "other": "one"}

    def set_owner(task: Task) -> Task:
        hex_id = task_id(task.name).hex()
        typed = {phase: said.get(f"{phase}-{hex_id}") for phase in PHASES}
        fresh = {f"{phase}_by": meant[who] for phase, who in typed.items() if who in meant}
        return msgspec.structs.replace(task, **fresh)

    return msgspec.structs.replace(household, tasks=tuple(map(set_owner, household.tasks)))


def set_share(household: Household, mine: int, place: int) -> Household:
    """How the minutes are meant to be shared, as the one at this place said it."""
    return msgspec.structs.replace(household, share=mine if place == 0 else 100 - mine)
