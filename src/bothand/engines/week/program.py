"""The week as an integer program, given to HiGHS: one variable for each place a wish may begin at.

Time-indexed, because its bounds are tight (Sousa and Wolsey 1992, "A time indexed formulation of non-preemptive single
machine scheduling problems"). Ways between places lead over home, so a day at one place is a span of that place into
which no other place's span may reach.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from bothand.engines.side import Side
from bothand.engines.week.errors import SolverError
from bothand.engines.week.plan import Pick
from bothand.engines.week.starts import Layout
from bothand.engines.week.wishes import Wish

Row = tuple[float, float, dict[int, float]]
"""Lower and upper bound, and the coefficient of each column in it."""
_NEAR: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one question: the best picks found (None: there are none), whether they are proved, and the bound."""

    picks: tuple[Pick, ...] | None
    proved: bool
    bound: float


@dataclass(slots=True)
class Program:
    """The rules of one week as rows over columns, and HiGHS beside it."""

    layout: Layout
    columns: tuple[Pick, ...]
    solver: Any
    infinity: float
    rows: int = 0
    spent: float = 0.0

    @property
    def smaller_share(self) -> int:
        """The column that holds the smaller of both shares, 0 to 1, where rows demand that it is no larger than each."""
        return len(self.columns)

    def worth(self, side: Side) -> dict[int, float]:
        """What each column is worth to one."""
        return {
            at: float(value)
            for at, (index, _) in enumerate(self.columns)
            if (value := self.layout.activities[index].value[side])
        }

    def ask(
        self,
        aim: dict[int, float],
        demands: Iterable[Row],
        *,
        seconds: float,
        only: Side | None = None,
    ) -> Answer:
        """The picks with the most of `aim` that meet all rules and these demands. Raises SolverError.

        With `only` as if the other had no wishes of their own.
        """
        solver, size = self.solver, len(self.columns) + 1
        most = np.array(
            [float(only is None or only in self.layout.activities[at].sides) for at, _ in self.columns]
        )
        columns = np.arange(len(most), dtype=np.int32)
        solver.changeColsBounds(len(most), columns, np.zeros(len(most)), most)
        cost = np.zeros(size)
        for at, number in aim.items():
            cost[at] = number
        solver.changeColsCost(size, np.arange(size, dtype=np.int32), cost)
        demanded = list(demands)
        for row in demanded:
            _add_row(solver, row, self.infinity)
        # Its clock runs on from one question to the next, and so does its limit.
        solver.setOptionValue("time_limit", seconds)
        # Worths are whole numbers: a bound less than one above what was found proves it. Shares are not.
        solver.setOptionValue("mip_abs_gap", _NEAR if self.smaller_share in aim else 0.5)
        solver.run()
        self.spent = solver.getRunTime()
        answer = self._read_answer(aim)
        if demanded:
            first = self.rows
            solver.deleteRows(len(demanded), np.arange(first, first + len(demanded), dtype=np.int32))
        return answer

    def _read_answer(self, aim: dict[int, float]) -> Answer:
        import highspy

        status, info = self.solver.getModelStatus(), self.solver.getInfo()
        ended = highspy.HighsModelStatus
        if status == ended.kInfeasible:
            return Answer(None, proved=True, bound=-self.infinity)
        proved = status == ended.kOptimal
        if not proved and status != ended.kTimeLimit:
            raise SolverError(f"HiGHS ended with {status}")
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return Answer(None, proved=False, bound=info.mip_dual_bound)
        values = self.solver.getSolution().col_value
        chosen = [at for at in range(len(self.columns)) if values[at] > 0.5]
        if proved and self.smaller_share not in aim:
            # Given a first guess, HiGHS 1.16 has called the guess best beside a bound that was one above it: so it gets
            # none, and what it calls proved is added up again.
            proved = sum(aim.get(at, 0.0) for at in chosen) > info.mip_dual_bound - 1 + _NEAR
        return Answer(tuple(self.columns[at] for at in chosen), proved, info.mip_dual_bound)


def build_program(layout: Layout) -> Program:
    """Lay the rules of a week down in HiGHS. Raises ImportError where highspy is missing."""
    import highspy

    columns = tuple((index, start) for index, one in enumerate(layout.activities) for start in one.starts)
    solver = _make_solver()
    for name, value in (
        ("threads", 1),
        ("random_seed", 7),
        ("mip_rel_gap", 0.0),
    ):
        solver.setOptionValue(name, value)
    infinity = float(highspy.kHighsInf)
    rows = list(write_rules(layout, columns))
    model = highspy.HighsLp()
    size = max((at for row in rows for at in row[2]), default=0)
    size = max(size, len(columns)) + 1
    model.num_col_, model.num_row_ = size, len(rows)
    model.col_cost_ = np.zeros(size)
    model.col_lower_, model.col_upper_ = np.zeros(size), np.ones(size)
    whole, loose = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    model.integrality_ = [whole] * len(columns) + [loose] * (size - len(columns))
    model.row_lower_ = np.full(len(rows), -infinity)
    model.row_upper_ = np.array([row[1] for row in rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(row[2]) for row in rows)]).astype(np.int32)
    model.a_matrix_.index_ = np.array([at for row in rows for at in row[2]], dtype=np.int32)
    model.a_matrix_.value_ = np.array([number for row in rows for number in row[2].values()])
    model.sense_ = highspy.ObjSense.kMaximize
    solver.passModel(model)
    return Program(layout, columns, solver, infinity, rows=len(rows))


def _make_solver() -> Any:
    """HiGHS, silent from the first: it greets on standard output as soon as it is made."""
    import highspy

    class Silent(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802  its own name
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]  # its own has no types

    return Silent()  # type: ignore[no-untyped-call]  # as above


def _add_row(solver: Any, row: Row, infinity: float) -> None:
    least, most, numbers = row
    solver.addRow(
        max(least, -infinity),
        min(most, infinity),
        len(numbers),
        np.array(list(numbers), dtype=np.int32),
        np.array(list(numbers.values()), dtype=float),
    )


def write_rules(layout: Layout, columns: Sequence[Pick]) -> Iterable[Row]:
    """Every rule as a row that is at most its bound; columns beyond the picks are the smaller share and spans of places."""
    by_day: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, (index, start) in enumerate(columns):
        by_day[index, start.day].append(at)
    for index, activity in enumerate(layout.activities):
        own = [at for (one, _), every in by_day.items() if one == index for at in every]
        if len({day for one, day in by_day if one == index}) > activity.wish.times:
            yield 0, activity.wish.times, dict.fromkeys(own, 1.0)
    for every in by_day.values():
        yield 0, 1, dict.fromkeys(every, 1.0)
    width = len(columns) + 1
    for side in Side:
        mine = [at for at, (index, _) in enumerate(columns) if side in layout.activities[index].sides]
        minutes = {at: float(layout.activities[columns[at][0]].wish.minutes) for at in mine}
        if minutes:
            yield 0, layout.most_minutes[side], minutes
        rows = list(_keep_apart(layout, columns, mine, width))
        yield from rows
        width = max([width - 1, *(at for row in rows for at in row[2])]) + 1


def _keep_apart(layout: Layout, columns: Sequence[Pick], mine: Sequence[int], width: int) -> Iterable[Row]:
    """One person is in one thing at a time, and neither at two places nor on two ways.

    Where a place has one wish, the way belongs to it like a part of it. Where it has several, they may follow each other
    without a way, so that a column for each step says whether the place has it: `width` is the first such column.
    """
    wishes = {index: layout.activities[index].wish for index, _ in (columns[at] for at in mine)}
    guests = Counter(wish.place for wish in wishes.values())
    busy: dict[int, list[int]] = defaultdict(list)
    zones: dict[tuple[str, int], int] = {}
    reaching: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    inside: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in mine:
        index, start = columns[at]
        wish = wishes[index]
        shared = wish.travel > 0 and guests[wish.place] > 1
        for slot in _find_steps(layout, wish, start.minute, wish.travel):
            if shared:
                zones.setdefault((wish.place, slot), width + len(zones))
                reaching[index, start.day, slot].append(at)
            else:
                busy[slot].append(at)
        if shared:
            for slot in _find_steps(layout, wish, start.minute, 0):
                inside[wish.place, slot].append(at)
    for (index, _, slot), every in reaching.items():
        yield 0, 0, {**dict.fromkeys(every, 1.0), zones[wishes[index].place, slot]: -1.0}
    for place, every in inside.items():
        yield 0, 0, {**dict.fromkeys(every, 1.0), zones[place]: -1.0}
    for (_, slot), zone in zones.items():
        busy[slot].append(zone)
    yield from ((0, 1, dict.fromkeys(every, 1.0)) for every in _leave_out_parts(busy))


def _find_steps(layout: Layout, wish: Wish, minute: int, way: int) -> range:
    """The steps of the week that a wish takes, with the way there and back, where it has one."""
    step = layout.problem.week.step
    return range((minute - way) // step, -(-(minute + wish.minutes + way) // step))


def _leave_out_parts(busy: dict[int, list[int]]) -> Iterator[list[int]]:
    """What is busy in each step, but for steps in which nothing is that is not in the next or the last one as well."""
    steps = sorted(busy)
    sets = {step: frozenset(busy[step]) for step in steps}
    for step in steps:
        one = sets[step]
        if (
            len(one) > 1
            and not one <= sets.get(step + 1, frozenset())
            and not one < sets.get(step - 1, frozenset())
        ):
            yield busy[step]
