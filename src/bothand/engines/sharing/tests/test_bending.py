"""Ways of bending a division, replayed: 150 homes of 13 tasks, the second person honest throughout.

What each way brings is the first person's share of the minutes. By burden alone it pays to complain; under the
default rule it brings nothing. (Invented homes, fixed: no dice.)
"""

from functools import cache

import pytest

from bothand.engines.sharing import Stance, Task, Work, equal_minutes, lay_out, leximin

FEELINGS = (Stance.LIKE, Stance.NEUTRAL, Stance.DISLIKE)
COUNT = 13


def numbers(seed):
    """A plain congruential sequence, so that the homes are the same everywhere."""
    state = seed * 7919 + 17
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield state >> 16


def homes():
    for seed in range(150):
        draw = numbers(seed)
        tasks = tuple(
            Task(f"task {i}", (10, 15, 20, 30, 45, 60)[next(draw) % 6], (1, 1, 2, 3, 7)[next(draw) % 5])
            for i in range(COUNT)
        )
        first = tuple(FEELINGS[next(draw) % 3] for _ in range(COUNT))
        second = tuple(FEELINGS[next(draw) % 3] for _ in range(COUNT))
        half = sorted(range(COUNT), key=lambda i, draw=draw: (next(draw), i))[: COUNT // 2]
        yield tasks, first, second, frozenset(half)


HOMES = tuple(homes())


def honest(first, half):
    return first


def dislikes_everything(first, half):
    return (Stance.DISLIKE,) * COUNT


def cannot_do_half(first, half):
    return tuple(Stance.CANNOT if i in half else answer for i, answer in enumerate(first))


def by_equal_minutes(sharing):
    return equal_minutes(sharing).minutes


def by_burden_share(sharing):
    return leximin(sharing).minutes


def by_raw_burden(sharing):
    """Leximin of burdens as they are, not as shares of one's own whole: a rule that we don't have."""
    points = sharing.frontier.points()
    best = min(range(len(points)), key=lambda at: sorted(points[at], reverse=True))
    units = sharing.frontier.units(best)
    first = sum(piece.minutes for piece, k in zip(sharing.pieces, units, strict=True) if k)
    return first, sharing.work.minutes - first


@cache
def minutes(rule, way):
    """Both people's minutes in each home."""
    return [rule(lay_out(Work(tasks, way(first, half), second))) for tasks, first, second, half in HOMES]


def mean_share(rule, way):
    return sum(one / (one + two) for one, two in minutes(rule, way)) / len(HOMES)


@pytest.mark.parametrize(
    ("rule", "way", "reached"),
    [
        (by_equal_minutes, honest, 0.50),
        (by_equal_minutes, dislikes_everything, 0.50),
        (by_burden_share, honest, 0.50),
        (by_burden_share, dislikes_everything, 0.40),
        (by_burden_share, cannot_do_half, 0.35),
        (by_raw_burden, dislikes_everything, 0.30),
    ],
)
def test_what_each_way_of_bending_brings_under_each_rule(rule, way, reached):
    assert mean_share(rule, way) == pytest.approx(reached, abs=0.015)


def test_disliking_everything_never_moves_a_minute_under_equal_minutes():
    plain, bent = minutes(by_equal_minutes, honest), minutes(by_equal_minutes, dislikes_everything)
    assert [abs(one - two) for one, two in plain] == [abs(one - two) for one, two in bent]


def test_cannot_moves_minutes_under_equal_minutes_only_where_too_little_is_left_to_do():
    found = minutes(by_equal_minutes, cannot_do_half)
    for (tasks, _, _, half), (one, two) in zip(HOMES, found, strict=True):
        able = sum(task.weekly for i, task in enumerate(tasks) if i not in half)
        if able * 2 <= one + two:
            assert one == able
        else:
            assert abs(one - two) <= 2 * max(task.weekly for task in tasks)
