"""Weeks at random, small enough to be tried in every way."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from bothand.engines.side import Side
from bothand.engines.week import (
    Busy,
    Effort,
    JointWish,
    Kind,
    Line,
    Person,
    Placed,
    Problem,
    Week,
    Window,
    Wish,
)
from bothand.engines.week.plan import collide
from bothand.engines.week.starts import Layout, lay_out

FIRST = date(2026, 11, 30)
PLACES = (("", 0), ("pool", 60), ("town", 120), ("pool", 0))


@st.composite
def wishes(draw: st.DrawFn, name: str) -> Wish:
    place, travel = draw(st.sampled_from(PLACES[:3]))
    start = draw(st.integers(8, 16))
    return Wish(
        name,
        draw(st.sampled_from((60, 90, 120, 240))),
        draw(st.sampled_from(tuple(Kind))),
        times=draw(st.integers(1, 2)),
        window=Window(start * 60, draw(st.integers(start + 2, 24)) * 60),
        importance=draw(st.integers(1, 5)),
        effort=draw(st.sampled_from(tuple(Effort))),
        place=place,
        travel=travel,
    )


@st.composite
def busy_times(draw: st.DrawFn) -> Busy:
    start = datetime(2026, 11, 30, draw(st.integers(0, 40)) % 24, tzinfo=UTC) + timedelta(
        days=draw(st.integers(0, 1))
    )
    place, travel = draw(st.sampled_from(PLACES[:3]))
    length = timedelta(minutes=draw(st.sampled_from((30, 60, 100, 480))))
    return Busy(start, start + length, place, travel, tiring=draw(st.booleans()))


@st.composite
def people(draw: st.DrawFn, name: str) -> Person:
    line = Line(
        "mine",
        Window(draw(st.integers(6, 20)) * 60, 23 * 60),
        frozenset({draw(st.integers(0, 6))}),
        draw(st.sets(st.sampled_from(tuple(Kind)), min_size=1).map(frozenset)),
    )
    return Person(
        wishes=tuple(draw(wishes(f"{name}{at}")) for at in range(draw(st.integers(0, 2)))),
        busy=tuple(draw(st.lists(busy_times(), max_size=2))),
        lines=draw(st.sampled_from(((), (line,)))),
        sleep=draw(st.sampled_from((None, Window(1320, 1860)))),
        free=draw(st.sampled_from((0, 40, 80))),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A day or two with at most four wishes, and now and then something that was agreed."""
    joint = tuple(
        JointWish(draw(wishes(f"both{at}")), draw(st.sampled_from(((0, 3), (5, 1), (2, 2)))))
        for at in range(draw(st.integers(0, 2)))
    )
    bare = Problem(
        Week(FIRST, days=draw(st.integers(1, 2)), step=60), draw(people("one")), draw(people("two")), joint
    )
    agreed = []
    for activity in lay_out(bare).activities:
        if activity.starts and draw(st.booleans()):
            start = draw(st.sampled_from(activity.starts)).minute
            agreed.append(Placed(activity.wish.name, activity.side, start, start + activity.wish.minutes))
    return Problem(bare.week, bare.first, bare.second, joint, tuple(agreed))


def try_all(layout: Layout) -> Iterator[tuple[tuple[int, int], int]]:
    """Every plan that keeps the rules: what it is worth to each, and how much of what was agreed it keeps."""
    agreed = {(one.name, one.side, one.start) for one in layout.problem.agreed}
    options = [
        (index, start) for index, activity in enumerate(layout.activities) for start in activity.starts
    ]

    def go(at, chosen, gained, kept, minutes):
        yield gained, kept
        for later in range(at, len(options)):
            index, start = options[later]
            activity = layout.activities[index]
            own = [one for number, one in chosen if number == index]
            if len(own) == activity.wish.times or start.day in {one.day for one in own}:
                continue
            if any(collide(activity, start.minute, layout.activities[n], s.minute) for n, s in chosen):
                continue
            taken = tuple(
                m + activity.wish.minutes * (side in activity.sides)
                for side, m in zip(Side, minutes, strict=True)
            )
            if any(one > most for one, most in zip(taken, layout.most_minutes, strict=True)):
                continue
            keeps = (activity.wish.name, activity.side, start.minute) in agreed
            more = gained[0] + activity.value[0], gained[1] + activity.value[1]
            yield from go(later + 1, [*chosen, (index, start)], more, kept + keeps, taken)

    yield from go(0, [], (0, 0), 0, (0, 0))


def find_best(layout: Layout) -> tuple[Fraction, Fraction, int]:
    """The smaller share, the other one, and how much of what was agreed the best plan keeps, by trying all."""
    plans = set(try_all(layout))
    possible = [max(gained[side] for gained, _ in plans) for side in Side]

    def compare(plan):
        gained, kept = plan
        shares = [Fraction(g, p) if p else Fraction(1) for g, p in zip(gained, possible, strict=True)]
        return min(shares), max(shares), kept

    return max(map(compare, plans))
