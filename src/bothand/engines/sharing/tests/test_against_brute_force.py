"""Every rule against trying all divisions, on small works with ties, zeros, cannots, phases and counts."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bothand.engines.sharing import (
    NobodyCanError,
    Side,
    Split,
    Stance,
    Task,
    Today,
    Work,
    check,
    envy_free,
    equal_minutes,
    fewest_changes,
    fewest_changes_efficient,
    lay_out,
    leximin,
)
from bothand.engines.sharing.pieces import find_scale, pieces

MINUTES = st.sampled_from([0, 1, 5, 10, 15, 20, 30, 45, 60])
TODAYS = st.one_of(
    st.just(Today()),
    st.sampled_from(list(Side)).map(Today.by),
    st.builds(Today, *[st.sampled_from([None, 0, 30, 50, 100])] * 3),
)
STANCES = st.sampled_from(list(Stance))
ANSWERS = st.one_of(STANCES, st.integers(0, 5), st.integers(0, 100))

# The point that is best at first takes one more change without envy, and then ties with a better one.
TIED_WITHOUT_ENVY = Work(
    tasks=(
        Task("task 0", 0),
        Task("task 1", 5, 2, noticing=5, planning=10, today=Today(0, 0, 0), split=Split.COUNTS),
        Task("task 2", 5),
    ),
    first=(Stance.LIKE, Stance.LIKE, Stance.LIKE),
    second=(Stance.LIKE, Stance.LIKE, 1),
)


@st.composite
def works(draw, most=7, answers=ANSWERS):
    count = draw(st.integers(1, most))
    splits = draw(st.sampled_from([[Split.WHOLE], [Split.WHOLE], list(Split)]))
    room = 7  # pieces, so that trying all stays quick
    tasks, first, second = [], [], []
    for index in range(count):
        split = draw(st.sampled_from(splits)) if room >= 3 else Split.WHOLE
        times = draw(st.sampled_from([1, 2, 3] if split is Split.COUNTS else [1, 2, 7, Fraction(1, 4)]))
        noticing, planning = draw(st.sampled_from([(0, 0), (0, 0), (5, 10), (0, 3)]))
        tasks.append(
            Task(f"task {index}", draw(MINUTES), times, noticing, planning, today=draw(TODAYS), split=split)
        )
        room -= 1 if split is Split.WHOLE else 3
        one, two = draw(answers), draw(answers)
        first.append(one)
        second.append(1 if one is Stance.CANNOT and two is Stance.CANNOT else two)
    shares = draw(st.sampled_from([(1, 1), (1, 1), (60, 40), (1, 0), (2, 5)]))
    return Work(tuple(tasks), tuple(first), tuple(second), shares)


class Tried:
    """One division out of all, by definition."""

    def __init__(self, work, cut, options):
        self.units = tuple(o.units for o in options)
        self.minutes = sum(o.minutes for o in options)
        scale = find_scale(work)
        self.burden = tuple(Fraction(sum(o.burden[s] for o in options), scale[s]) for s in Side)
        self.changes = sum(o.changes for o in options)
        whole = [work.whole_burden(s) for s in Side]
        shares = [Fraction(b, w) if w else Fraction(0) for b, w in zip(self.burden, whole, strict=True)]
        self.leximin = (max(shares), min(shares))
        self.order = tuple(-k for k in self.units)
        total = sum(p.minutes for p in cut)
        target = Fraction(total * work.shares[0], sum(work.shares))
        self.far = abs(self.minutes - target)
        self.work, self.cut = work, cut

    @property
    def ef1(self):
        return all(self._content(self.work, self.cut, side) for side in Side)

    def _content(self, work, cut, side):
        own = [k if side is Side.FIRST else p.units - k for p, k in zip(cut, self.units, strict=True)]
        mine = [p.cost(side, k) for p, k in zip(cut, own, strict=True)]
        theirs = sum(
            p.cost(side, p.units - k)
            for p, k in zip(cut, own, strict=True)
            if work.answers(side)[p.task] is not Stance.CANNOT
        )
        drops = [0] + [p.cost(side, k) - p.cost(side, k - 1) for p, k in zip(cut, own, strict=True) if k]
        return sum(mine) - max(drops) <= theirs


def all_divisions(work):
    cut = pieces(work)
    return [Tried(work, cut, options) for options in product(*(p.options for p in cut))]


def efficient_burdens(tried):
    burdens = {division.burden for division in tried}
    return sorted(
        (one, two)
        for one, two in burdens
        if not any(a <= one and b <= two and (a, b) != (one, two) for a, b in burdens)
    )


@given(works())
@settings(max_examples=300, deadline=None)
def test_it_finds_the_frontier_that_trying_everything_finds(work):
    tried = all_divisions(work)
    known = lay_out(work).frontier
    points = efficient_burdens(tried)
    assert list(known.points()) == points
    for at, point in enumerate(points):
        best = min((d for d in tried if d.burden == point), key=lambda d: (d.changes, d.order))
        assert (int(known.changes[at]), known.units(at)) == (best.changes, best.units)


@given(works())
@settings(max_examples=300, deadline=None)
def test_it_finds_the_leximin_division_with_its_ties(work):
    best = min(all_divisions(work), key=lambda d: (d.leximin, d.changes, d.order))
    found = leximin(lay_out(work))
    assert (found.burden, found.changes, found.units) == (best.burden, best.changes, best.units)


@given(works())
@settings(max_examples=400, deadline=None)
def test_it_finds_equal_minutes_with_the_least_burden_and_its_ties(work):
    best = min(all_divisions(work), key=lambda d: (d.far, d.leximin, d.changes, d.order))
    found = equal_minutes(lay_out(work))
    assert found.minutes[0] == best.minutes
    assert (found.burden, found.changes, found.units) == (best.burden, best.changes, best.units)


@given(works(), st.sampled_from([0, 0, 5, 20, 61]))
@settings(max_examples=400, deadline=None)
def test_it_finds_the_fewest_changes_within_the_slack(work, slack):
    tried = all_divisions(work)
    near = min(d.far for d in tried) + Fraction(slack, 2)
    best = min((d for d in tried if d.far <= near), key=lambda d: (d.changes, d.far, d.leximin, d.order))
    found = fewest_changes(lay_out(work), slack=slack)
    assert (found.changes, found.minutes[0], found.units) == (best.changes, best.minutes, best.units)


@given(works())
@settings(max_examples=300, deadline=None)
def test_it_finds_the_best_envy_free_and_efficient_division_where_there_is_one(work):
    tried = all_divisions(work)
    points = set(efficient_burdens(tried))
    fit = [d for d in tried if d.burden in points and d.ef1]
    found = envy_free(lay_out(work))
    if not fit:
        assert found is None
        return
    assert found is not None
    assert found.ef1
    chosen = next(d for d in fit if d.units == found.units)
    assert chosen.leximin == min(d.leximin for d in fit)
    same = [d for d in fit if d.burden == chosen.burden]
    assert chosen is min(same, key=lambda d: (d.changes, d.order))


@given(works())
@example(TIED_WITHOUT_ENVY)
@settings(max_examples=300, deadline=None)
def test_it_finds_the_fewest_changes_among_what_is_envy_free_and_efficient(work):
    tried = all_divisions(work)
    points = set(efficient_burdens(tried))
    fit = [d for d in tried if d.burden in points and d.ef1]
    few = fewest_changes_efficient(lay_out(work))
    if not fit:
        assert few is None
        return
    best = min(fit, key=lambda d: (d.changes, d.leximin))
    chosen = next(d for d in fit if d.units == few.units)
    assert (chosen.changes, chosen.leximin) == (best.changes, best.leximin)


@given(works(answers=st.one_of(st.sampled_from(list(Stance)[:3]), st.integers(0, 9))))
@settings(max_examples=200, deadline=None)
def test_an_envy_free_and_efficient_division_exists_where_both_can_do_everything(work):
    assert envy_free(lay_out(work)) is not None


@given(works(), st.sampled_from([0, 10]))
@settings(max_examples=300, deadline=None)
def test_each_division_says_of_itself_only_what_is_so(work, slack):
    sharing = lay_out(work)
    tried = all_divisions(work)
    points = efficient_burdens(tried)
    for found in (leximin(sharing), equal_minutes(sharing), fewest_changes(sharing, slack=slack)):
        same = next(d for d in tried if d.units == found.units)
        assert found.efficient == (found.burden in points)
        assert found.ef1 == same.ef1
        assert "adds_up" in check(work, found)


@given(st.lists(st.tuples(STANCES, STANCES), min_size=1, max_size=6))
def test_it_refuses_in_words_exactly_when_there_is_something_nobody_can_do(answers):
    tasks = tuple(Task(f"task {i}", 10) for i in range(len(answers)))
    nobody = tuple(f"task {i}" for i, both in enumerate(answers) if both == (Stance.CANNOT, Stance.CANNOT))
    first, second = tuple(a for a, _ in answers), tuple(b for _, b in answers)
    if not nobody:
        assert Work(tasks, first, second)
        return
    with pytest.raises(NobodyCanError) as refused:
        Work(tasks, first, second)
    assert refused.value.tasks == nobody
    assert all(name in str(refused.value) for name in nobody)
