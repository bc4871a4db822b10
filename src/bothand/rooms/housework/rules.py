"""Pure: tasks taken in, changed and given away, and what comes next."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal

import msgspec

from bothand.content.chores import Chore
from bothand.rooms.housework.records import Household, Task, Who, task_id

Phase = Literal["noticed", "planned", "done"]
PHASES: Final[tuple[Phase, ...]] = ("noticed", "planned", "done")
Step = Literal["tasks", "owners", "agree", "feel"]
Said = Literal["", "me", "other", "both", "else"]
MOST_MINUTES: Final = 10_080
"""The minutes of one week."""
_ALL: Final = 10_000
_HOUR: Final = 60


def is_done_elsewhere(task: Task) -> bool:
    """Whether somebody else does it: then only noticing and planning are left to share."""
    return task.done_by == "else"


def is_split(task: Task) -> bool:
    """Whether its noticing, planning and doing may go to different people."""
    return task.split == "phases" and not is_done_elsewhere(task)


def find_phases(task: Task) -> tuple[Phase, ...]:
    """What of a task has an owner of its own: all of it, as its doing, or each part that takes time."""
    if not is_split(task):
        return ("done",)
    thinking: tuple[tuple[Phase, int], ...] = (("noticed", task.noticing), ("planned", task.planning))
    return (*(phase for phase, minutes in thinking if minutes), "done")


def is_too_much(task: Task) -> bool:
    """Whether it would take more than there is in a week."""
    return count_doing(task) + task.noticing + task.planning > MOST_MINUTES


def count_minutes(task: Task) -> int:
    """Minutes a week of what the two of them have with a task: doing, noticing, planning. 0 for what no form took.

    >>> count_minutes(Task(name="windows", minutes=50, times=25, planning=2))
    15
    >>> count_minutes(Task(name="windows", minutes=50, times=25, planning=2, done_by="else"))
    2
    """
    doing = 0 if is_done_elsewhere(task) else count_doing(task)
    minutes = doing + task.noticing + task.planning
    return minutes if 0 <= minutes <= MOST_MINUTES else 0


def count_doing(task: Task) -> int:
    """Minutes a week of doing it, whoever does; halves upwards."""
    return (task.minutes * task.times + 50) // 100


def find_shares(household: Household) -> tuple[int, int]:
    """In which proportion the minutes are meant to be shared. Where paid work counts, so that both work as long in all.

    >>> home = Household(tasks=(Task(name="all of it", minutes=3000, times=100),), paid=(0, 40))
    >>> find_shares(home)
    (9000, 1000)
    """
    if household.paid is msgspec.UNSET:
        return household.share, 100 - household.share
    whole = 2 * sum(map(count_minutes, household.tasks))
    one, two = household.paid
    first = min(max(whole // 2 + _HOUR * (two - one), 0), whole)
    part = (_ALL * first + whole // 2) // whole if whole else _ALL // 2
    return part, _ALL - part


def own_share(household: Household, place: int) -> int:
    """The part of the minutes, in percent, that the one at this place is meant to have."""
    shares = find_shares(household)
    first = (100 * shares[0] + sum(shares) // 2) // sum(shares)
    return first if place == 0 else 100 - first


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
    if who in ("", "both", "else"):
        return who
    return "me" if (who == "one") == (place == 0) else "other"


def mean_who(said: Said, place: int) -> Who:
    """Whose something is, as it is kept; said by the one at this place."""
    if said in ("", "both", "else"):
        return said
    return "one" if (said == "me") == (place == 0) else "two"


def set_owner(household: Household, wanted: bytes, phase: Phase, who: Who) -> Household:
    """Whose a part of one task is. Who does it also notices and plans it, unless that was said apart."""

    def change(task: Task) -> Task:
        if task_id(task.name) != wanted:
            return task
        if phase == "done":
            return msgspec.structs.replace(task, **dict.fromkeys(_find_following(task, who), who))
        return msgspec.structs.replace(task, **{f"{phase}_by": who})

    return msgspec.structs.replace(household, tasks=tuple(map(change, household.tasks)))


def _find_following(task: Task, who: Who) -> list[str]:
    """The fields that change with who does a task."""
    if who == "else":
        return ["done_by"]
    follows = ("", task.done_by)
    apart = (("noticed_by", task.noticed_by), ("planned_by", task.planned_by))
    return ["done_by", *(field for field, owner in apart if owner in follows)]


def count_elsewhere(tasks: Iterable[Task]) -> int:
    """Minutes a week of doing that others take over."""
    return sum(count_doing(task) for task in tasks if is_done_elsewhere(task))


def set_share(household: Household, mine: int, place: int) -> Household:
    """How the minutes are meant to be shared, as the one at this place said it."""
    share = mine if place == 0 else 100 - mine
    return msgspec.structs.replace(household, share=share, paid=msgspec.UNSET)


def set_paid(household: Household, mine: int, theirs: int, place: int) -> Household:
    """The hours of paid work that count, as the one at this place said it."""
    return msgspec.structs.replace(household, paid=(mine, theirs) if place == 0 else (theirs, mine))


def read_paid(household: Household, place: int) -> tuple[int | None, int | None]:
    """The hours of paid work that count, as the one at this place says it: mine, theirs; None where they don't."""
    if household.paid is msgspec.UNSET:
        return None, None
    return household.paid[place], household.paid[1 - place]
