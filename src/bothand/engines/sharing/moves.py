"""Work as it is today, and what moving a task by hand would do."""

from dataclasses import dataclass
from fractions import Fraction

from bothand.engines.sharing.division import Division, build, require_fit
from bothand.engines.sharing.errors import SharingError
from bothand.engines.sharing.rules import Sharing
from bothand.engines.sharing.work import Exact, Phase, Stance, Task, Work, simplify
from bothand.engines.side import Side
from bothand.engines.validation import take_integer, take_kind


@dataclass(frozen=True, slots=True)
class AsToday:
    """How it is now: minutes a week and burden of each, and the tasks of which it was not said (left out)."""

    minutes: tuple[int, int]
    burden: tuple[Exact, Exact]
    not_said: tuple[str, ...]


def add_up_today(work: Work) -> AsToday:
    """Adds up today's parts. A task counts only where it is said who carries each phase that takes time.

    >>> from bothand.engines.sharing.work import Today
    >>> tasks = (Task("cook", 40, 7, today=Today.by(Side.FIRST)), Task("shop", 60, today=Today(doing=50)))
    >>> add_up_today(Work(tasks, (10, 6), (8, 4)))
    AsToday(minutes=(310, 30), burden=(13, 2), not_said=())
    """
    minutes, one, two, known = Fraction(0), Fraction(0), Fraction(0), 0
    not_said = []
    for index, task in enumerate(work.tasks):
        carried = _carried(task)
        if carried is None:
            not_said.append(task.name)
            continue
        known += task.weekly
        minutes += carried * task.weekly
        one += carried * work.burden(Side.FIRST, index)
        two += (1 - carried) * work.burden(Side.SECOND, index)
    first = _rounded(minutes)
    return AsToday((first, known - first), (simplify(one), simplify(two)), tuple(not_said))


def _carried(task: Task) -> Fraction | None:
    """The first person's part of a task's minutes today, from 0 to 1."""
    today = task.today
    spent = [(today.noticing, task.noticing), (today.planning, task.planning), (today.doing, task.doing)]
    spent = [(part, minutes) for part, minutes in spent if minutes] or [(today.doing, 1)]
    carried = 0
    for part, minutes in spent:
        if part is None:
            return None
        carried += part * minutes
    return Fraction(carried, 100 * sum(minutes for _, minutes in spent))


def _rounded(number: Fraction) -> int:
    return int(number + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Effect:
    """What a move by hand does: the division before and after."""

    before: Division
    after: Division

    @property
    def minutes(self) -> tuple[int, int]:
        """Minutes a week more (or less) for each."""
        return self.after.minutes[0] - self.before.minutes[0], self.after.minutes[1] - self.before.minutes[1]

    @property
    def burden(self) -> tuple[Exact, Exact]:
        """Burden more (or less) for each."""
        return self.after.burden[0] - self.before.burden[0], self.after.burden[1] - self.before.burden[1]


def move_task(
    sharing: Sharing,
    division: Division,
    task: str,
    to: Side,
    *,
    phase: Phase | None = None,
    count: int | None = None,
) -> Effect:
    """What happens when a task (or one phase of it, or so many of its times a week) goes to one person.

    The division itself stays as it is. Raises `SharingError` where there is no such task or phase, where
    the person can't do it, or where fewer than `count` times lie with the other.

    >>> from bothand.engines.sharing.rules import equal_minutes, lay_out
    >>> sharing = lay_out(Work((Task("cook", 40, 7), Task("shop", 70, 4)), (9, 5), (6, 4)))
    >>> before = equal_minutes(sharing)
    >>> move_task(sharing, before, "shop", Side.FIRST).after.minutes
    (280, 280)
    >>> move_task(sharing, before, "shop", Side.SECOND).burden
    (-5, 4)
    """
    require_fit(sharing.pieces, division)
    take_kind(to, Side, "to", SharingError)
    if count is not None:
        count = take_integer(count, "count", SharingError)
    units = list(division.units)
    found = False
    for at, piece in enumerate(sharing.pieces):
        if sharing.work.tasks[piece.task].name != task or (phase is not None and piece.phase is not phase):
            continue
        if count is not None and piece.units == 1:
            continue
        found = True
        if sharing.work.answers(to)[piece.task] is Stance.CANNOT:
            raise SharingError(f"{task} is with somebody who can do it; the other can't")
        held = piece.units - units[at] if to is Side.FIRST else units[at]
        moved = held if count is None else count
        if not 0 <= moved <= held:
            raise SharingError(f"only {held} times a week of {task} lie with the other, not {count}")
        units[at] += moved if to is Side.FIRST else -moved
    if not found:
        raise SharingError(f"there is no such task or part of one: {task}")
    return Effect(division, build(sharing.work, sharing.pieces, tuple(units), "by_hand", sharing.frontier))
