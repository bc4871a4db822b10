"""The bounds under the minutes rules: the best division lies between them, and dropping by them loses nothing."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.sharing import Task, Today, Work, equal_minutes, fewest_changes, labels, lay_out
from bothand.engines.sharing.aim import Aim
from bothand.engines.sharing.pieces import pieces
from bothand.engines.sharing.prices import find_bounds
from bothand.engines.sharing.swaps import swapped
from bothand.engines.side import Side

BURDENS = st.one_of(st.integers(0, 3), st.integers(0, 100), st.integers(0, 1_000_000))


@st.composite
def homes(draw, most=8):
    count = draw(st.integers(1, most))
    tasks = tuple(
        Task(f"task {i}", draw(st.integers(0, 12)), today=Today.by(Side(draw(st.integers(0, 1)))))
        for i in range(count)
    )
    answers = [tuple(draw(BURDENS) for _ in tasks) for _ in Side]
    return Work(tasks, answers[0], answers[1])


def aimed(work, few):
    """What is looked for, with every division that has it: options by piece, its larger share."""
    cut = pieces(work)
    far = {}
    for options in product(*(piece.options for piece in cut)):
        minutes = sum(o.minutes for o in options)
        far.setdefault(abs(2 * minutes - work.minutes), []).append(options)
    near = far[min(far)]
    changes = min(sum(o.changes for o in options) for options in near) if few else None
    if few:
        near = [options for options in near if sum(o.changes for o in options) == changes]
    scale = tuple(max(work.whole_burden(side), 1) for side in Side)
    aim = Aim(tuple({sum(o.minutes for o in options) for options in near}), scale, changes)
    return aim, near, [aim.larger(tuple(sum(o.burden[s] for o in options) for s in Side)) for options in near]


@given(homes(), st.booleans())
@settings(max_examples=300, deadline=None)
def test_the_best_division_lies_between_the_bounds(work, few):
    aim, _, larger = aimed(work, few)
    bounds = find_bounds(labels.tables(pieces(work)), aim)
    assert bounds.low <= min(larger) <= bounds.high
    assert bounds.high in larger  # a division, and no number made up


def test_it_bounds_wholes_that_lie_worlds_apart():
    tasks = tuple(Task(f"task {i}", 10) for i in range(4))
    sharing = lay_out(Work(tasks, (1, 0, 0, 0), (1_000_000, 1_000_000, 1_000_000, 1)))
    assert equal_minutes(sharing).burden == (0, 1_000_001)


@given(homes(), st.booleans(), st.data())
@settings(max_examples=300, deadline=None)
def test_no_option_of_a_division_below_the_mark_is_left_out(work, few, data):
    aim, near, larger = aimed(work, few)
    mark = data.draw(st.sampled_from(sorted(larger)))
    left = find_bounds(labels.tables(pieces(work)), aim).only(labels.tables(pieces(work)), mark)
    for options, share in zip(near, larger, strict=True):
        if share <= mark:
            assert all(o.units in table.units for o, table in zip(options, left, strict=True))


@given(homes(), st.booleans(), st.data())
@settings(max_examples=200, deadline=None)
def test_swaps_only_ever_lead_to_divisions_with_what_is_aimed_at(work, few, data):
    aim, near, larger = aimed(work, few)
    at = data.draw(st.integers(0, len(near) - 1))
    rows = [p.options.index(o) for p, o in zip(pieces(work), near[at], strict=True)]
    found = swapped(labels.tables(pieces(work)), aim, rows)
    assert found in larger
    assert found <= larger[at]


@pytest.mark.parametrize("seed", range(12))
def test_sixteen_tasks_agree_with_trying_all_65_536_divisions(seed):
    dice = np.random.default_rng(seed)
    count = 16
    minutes = dice.choice([5, 10, 15, 20, 45, 70, 105], count)
    today = dice.integers(2, size=count)
    top = [4, 101][seed % 2]
    one, two = dice.integers(0, top, count), dice.integers(0, top, count)
    tasks = tuple(
        Task(f"task {i}", int(minutes[i]), today=Today.by(Side(int(today[i])))) for i in range(count)
    )
    sharing = lay_out(Work(tasks, tuple(one.tolist()), tuple(two.tolist())))
    # Bits from the first task down: a higher number is earlier in the file's order.
    units = (np.arange(2**count)[:, None] >> np.arange(count - 1, -1, -1)) & 1
    far = np.abs(2 * units @ minutes - minutes.sum())
    shares = np.stack((units @ one * two.sum(), (1 - units) @ two * one.sum()))
    changes = (units == today).sum(axis=1)
    order = -np.arange(2**count)
    for found, keys in (
        (equal_minutes(sharing), (order, changes, shares.min(axis=0), shares.max(axis=0), far)),
        (fewest_changes(sharing), (order, shares.min(axis=0), shares.max(axis=0), changes, far)),
    ):
        assert found.units == tuple(units[np.lexsort(keys)[0]].tolist())
