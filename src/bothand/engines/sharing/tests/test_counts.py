"""Times of a week that are counted out weigh what they weigh: no burden is lost by rounding."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.sharing import (
    ClaimError,
    Side,
    Split,
    Stance,
    Task,
    TooMuchWorkError,
    Work,
    check,
    equal_minutes,
    explain,
    fewest_changes,
    lay_out,
    leximin,
    move_task,
    proof,
)

ANSWERS = st.one_of(st.sampled_from([Stance.LIKE, Stance.DISLIKE]), st.integers(0, 5), st.integers(0, 100))


def exact_burden(work, side, units):
    """By definition: so many of the times of a week weigh that part of the task."""
    own = [k if side is Side.FIRST else task.times - k for task, k in zip(work.tasks, units, strict=True)]
    return sum(
        Fraction(work.burden(side, at) * k, task.times)
        for at, (task, k) in enumerate(zip(work.tasks, own, strict=True))
    )


def leximin_key(work, units):
    shares = [exact_burden(work, side, units) / max(work.whole_burden(side), 1) for side in Side]
    return max(shares), min(shares)


def every_division(work):
    return product(*(range(task.times + 1) for task in work.tasks))


@st.composite
def counted(draw):
    times = draw(st.lists(st.integers(1, 7), min_size=1, max_size=4))
    tasks = tuple(Task(f"task {i}", 10, n, split=Split.COUNTS) for i, n in enumerate(times))
    answers = [tuple(draw(ANSWERS) for _ in tasks) for _ in Side]
    return Work(tasks, answers[0], answers[1])


def test_a_task_twice_a_week_with_burden_one_weighs_half_of_it_each_time():
    work = Work((Task("cook", 40, 2, split=Split.COUNTS),), (1,), (1,))
    division = leximin(lay_out(work))
    assert division.units == (1,)
    assert division.burden == (Fraction(1, 2), Fraction(1, 2))
    assert "leximin" in check(work, division)


def test_check_refuses_burdens_that_were_rounded_away():
    work = Work((Task("cook", 40, 2, split=Split.COUNTS),), (1,), (1,))
    division = leximin(lay_out(work))
    with pytest.raises(ClaimError, match="these burdens"):
        check(work, replace(division, burden=(0, 0)))


def test_check_refuses_pieces_that_lose_burden(monkeypatch):
    work = Work((Task("cook", 40, 2, split=Split.COUNTS),), (3,), (1,))
    division = leximin(lay_out(work))
    cut = proof.pieces(work)
    monkeypatch.setattr(proof, "pieces", lambda _: tuple(replace(piece, burden=(0, 0)) for piece in cut))
    with pytest.raises(ClaimError):
        check(work, division)


@given(counted())
@settings(max_examples=200, deadline=None)
def test_leximin_of_counts_is_what_trying_everything_finds(work):
    division = leximin(lay_out(work))
    assert leximin_key(work, division.units) == min(
        leximin_key(work, units) for units in every_division(work)
    )
    assert division.burden == tuple(exact_burden(work, side, division.units) for side in Side)
    assert "leximin" in check(work, division)


@given(counted())
@settings(max_examples=100, deadline=None)
def test_equal_minutes_of_counts_have_the_least_burden_there_is(work):
    for division in (equal_minutes(lay_out(work)), fewest_changes(lay_out(work))):
        near = [
            units
            for units in every_division(work)
            if abs(2 * 10 * sum(units) - work.minutes) == abs(division.minutes[0] - division.minutes[1])
        ]
        assert leximin_key(work, division.units) == min(leximin_key(work, units) for units in near)
        check(work, division)


@pytest.mark.parametrize("seed", range(40))
def test_forty_homes_with_counts_are_leximin(seed):
    dice = np.random.default_rng(seed)
    count = int(dice.integers(2, 5))
    tasks = tuple(Task(f"task {i}", 15, int(dice.integers(1, 8)), split=Split.COUNTS) for i in range(count))
    first, second = (tuple(dice.integers(0, 20, count).tolist()) for _ in Side)
    work = Work(tasks, first, second)
    found = leximin(lay_out(work))
    assert leximin_key(work, found.units) == min(leximin_key(work, units) for units in every_division(work))


def test_whole_burdens_stay_whole_numbers():
    work = Work((Task("cook", 40, 2, split=Split.COUNTS),), (4,), (2,))
    division = leximin(lay_out(work))
    assert [type(burden) for burden in division.burden] == [int, int]
    assert all(type(burden) is int for point in lay_out(work).frontier.points() for burden in point)


def test_reasons_and_moves_hold_exact_burdens():
    work = Work((Task("cook", 40, 3, split=Split.COUNTS),), (1,), (2,))
    sharing = lay_out(work)
    division = leximin(sharing)
    mine = dict(next(r for r in explain(sharing, division, Side.FIRST) if r.id == "own_burden").numbers)
    assert mine == {"burden": Fraction(division.units[0], 3), "whole": 1}
    assert move_task(sharing, division, "cook", Side.FIRST, count=1).burden == (
        Fraction(1, 3),
        Fraction(-2, 3),
    )


def test_counts_that_no_whole_number_can_hold_are_refused_in_words():
    tasks = tuple(
        Task(f"task {n}", 1, n, split=Split.COUNTS) for n in (7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)
    )
    with pytest.raises(TooMuchWorkError, match="too large"):
        lay_out(Work(tasks, (1,) * len(tasks), (1,) * len(tasks)))


def test_a_home_of_many_counted_tasks_with_odd_burdens_is_divided_and_proved():
    times = [*[7] * 20, 6, 5, 4, 3, 2, 14]
    tasks = tuple(Task(f"task {i}", 5 * (1 + i % 6), n, split=Split.COUNTS) for i, n in enumerate(times))
    first = tuple(i * 37 % 101 for i in range(len(times)))
    work = Work(tasks, first, tuple(i * 53 % 101 for i in range(len(times))))
    sharing = lay_out(work)
    for division in (leximin(sharing), equal_minutes(sharing), fewest_changes(sharing)):
        assert {"complete", "adds_up", "ef1", "efficient"} <= set(check(work, division))


def test_a_proof_without_a_table_proves_the_same(monkeypatch):
    tasks = tuple(Task(f"task {n}", 10, n, split=Split.COUNTS) for n in (3, 5, 7, 4))
    work = Work(tasks, (9, 70, 7, 4), (3, 5, 21, 8))  # each time weighs a whole number, so there is a table
    division = leximin(lay_out(work))
    proved = check(work, division)
    monkeypatch.setattr(proof, "MOST_CELLS", 300)
    monkeypatch.setattr(proof, "CELLS_A_SUM", 0)
    assert check(work, division) == proved
    with pytest.raises(ClaimError, match=r"leximin|as its rule demands"):
        check(work, replace(equal_minutes(lay_out(work)), rule="leximin"))
