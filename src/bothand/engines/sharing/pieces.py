"""A task as the pieces that can change hands, each with the ways of dividing it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import gcd, lcm

from bothand.engines.sharing.work import Phase, Split, Stance, Task, Work
from bothand.engines.side import Side


@dataclass(frozen=True, slots=True)
class Option:
    """One way of dividing a piece: `units` of it go to the first person, the rest to the second.

    `minutes` are the first person's (a week), `burden` is each person's in parts (see `find_scale`), `changes`
    counts what changes hands.
    """

    units: int
    minutes: int
    burden: tuple[int, int]
    changes: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What can't be divided further, or only by count: a whole task, a phase, or a task done so often a week.

    `minutes` are all of it, a week, and `burden` all of it for each person, in parts (see `find_scale`), of
    which each unit has equally many. `options` stand in the order that decides between equals: first those
    that give the first person most.
    """

    task: int
    phase: Phase
    units: int
    minutes: int
    burden: tuple[int, int]
    options: tuple[Option, ...]

    def cost(self, side: Side, units: int) -> int:
        """What so many units are for one person."""
        return self.unit_cost(side) * units

    def unit_cost(self, side: Side) -> int:
        """What one unit of it is for one person."""
        return self.burden[side] // self.units

    def option(self, units: int) -> Option:
        """The option that gives the first person so many units; KeyError where there is none."""
        for option in self.options:
            if option.units == units:
                return option
        raise KeyError(units)


def find_scale(work: Work) -> tuple[int, int]:
    """In how many parts each person's burdens are counted, so that every time of a week weighs whole parts.

    It is the least common multiple of what single times would need; 1 where nothing is counted out.

    >>> cook, shop = Task("cook", 40, 2, split=Split.COUNTS), Task("shop", 60, 3, split=Split.COUNTS)
    >>> find_scale(Work((cook, shop), (1, 1), (4, 5)))
    (6, 3)
    """
    first, second = (lcm(*_find_needed(work, side)) for side in Side)
    return first, second


def _find_needed(work: Work, side: Side) -> Iterator[int]:
    """Per task that is counted out, in how many parts burden has to be cut for each time to weigh whole ones.

    A feeling goes by minutes, so each time weighs a whole number anyway.
    """
    for task, answer in zip(work.tasks, work.answers(side), strict=True):
        if task.split is Split.COUNTS and isinstance(answer, int):
            parts = _parts(task)
            units = parts[-1][1]
            yield units // gcd(units, _apportion(answer, parts)[-1])


def pieces(work: Work, scale: tuple[int, int] | None = None) -> tuple[Piece, ...]:
    """All pieces of the work, in the order of the tasks, with burdens in parts of `scale` (else `find_scale`)."""
    scale = scale or find_scale(work)
    return tuple(piece for index in range(len(work.tasks)) for piece in _of_task(work, index, scale))


def _of_task(work: Work, index: int, scale: tuple[int, int]) -> Iterator[Piece]:
    task = work.tasks[index]
    parts = _parts(task)
    burdens = [
        [burden * scale[side] for burden in _apportion(work.burden(side, index), parts)] for side in Side
    ]
    can = [work.answers(side)[index] is not Stance.CANNOT for side in Side]
    for (phase, units, minutes), one, two in zip(parts, *burdens, strict=True):
        unit = one // units, two // units
        low = 0 if can[Side.SECOND] else units
        high = units if can[Side.FIRST] else 0
        options = tuple(
            Option(
                k,
                minutes * k // units,
                (unit[0] * k, unit[1] * (units - k)),
                _changes(task, phase, k, units),
            )
            for k in range(high, low - 1, -1)
        )
        yield Piece(index, phase, units, minutes, (one, two), options)


def _parts(task: Task) -> list[tuple[Phase, int, int]]:
    """Phase, units, and minutes a week of each piece."""
    if task.split is Split.WHOLE:
        return [(Phase.WHOLE, 1, task.weekly)]
    thinking = [
        (phase, 1, minutes)
        for phase, minutes in ((Phase.NOTICING, task.noticing), (Phase.PLANNING, task.planning))
        if minutes
    ]
    units = int(task.times) if task.split is Split.COUNTS else 1
    return [*thinking, (Phase.DOING, units, task.doing)]


def _apportion(whole: int, parts: Sequence[tuple[Phase, int, int]]) -> list[int]:
    """A task's burden split in proportion to the minutes of its parts, in whole numbers that add up to it."""
    minutes = [each for _, _, each in parts]
    total = sum(minutes)
    if not total:
        return [*[0] * (len(minutes) - 1), whole]
    edges = [0, *(whole * so_far // total for so_far in accumulate(minutes))]
    return [after - before for before, after in pairwise(edges)]


def _changes(task: Task, phase: Phase, k: int, units: int) -> int:
    """How many units change hands against today; a task owned whole changes hands once or not at all.

    A phase that both carry alike, or of which nobody has said who carries it, changes for neither.
    """
    today = task.today
    if phase is Phase.WHOLE:
        spent = ((today.noticing, task.noticing), (today.planning, task.planning), (today.doing, 1))
        parts = [part for part, minutes in spent if part is not None and minutes]
        return int(any(part != 50 and (part > 50) != (k == 1) for part in parts))
    part = {Phase.NOTICING: today.noticing, Phase.PLANNING: today.planning, Phase.DOING: today.doing}[phase]
    if part is None or (units == 1 and part == 50):
        return 0
    held = (part * units + 50) // 100 if units > 1 else int(part > 50)
    return abs(k - held)
