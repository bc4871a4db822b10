"""What may be offered, what ends, and when taking over is a pattern."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.goals.support.records import Fit, SharedGoal
from bothand.rooms.goals.support.rules import (
    LOOKED_AT,
    SUPPORTS,
    changes_copy,
    digest_copy,
    end_offer,
    find_pattern,
    list_offerable,
)

TODAY = date(2026, 11, 24)
supports = st.lists(st.sampled_from(SUPPORTS), unique=True).map(tuple)
goals = st.builds(
    SharedGoal, text=st.just("a goal"), wanted=supports, unwanted=supports, since=st.just(TODAY)
)


def said(*fitted: bool, since: int = 0) -> list[Fit]:
    """Answers a day apart, the first of them the newest."""
    return [
        Fit(
            day=TODAY - timedelta(days=since + number),
            offer=b"",
            goal=b"",
            support="remind",
            fitted=one,
        )
        for number, one in enumerate(fitted)
    ]


@given(goals, supports)
def test_only_what_is_wanted_can_be_offered_and_never_what_is_unwanted_or_stands(goal, standing):
    free = list_offerable(goal, standing)
    assert set(free) <= set(goal.wanted)
    assert not set(free) & (set(goal.unwanted) | set(standing))


@given(goals, st.sampled_from(SUPPORTS), st.binary(min_size=16, max_size=16))
def test_what_was_ended_cannot_be_offered_again_until_it_is_wanted_again(goal, support, offer):
    after = end_offer(goal, offer, support)
    assert offer in after.ended
    assert support not in list_offerable(after, ())
    assert end_offer(after, offer, support) == after


@given(st.lists(st.booleans(), max_size=4))
def test_from_fewer_than_five_answers_nothing_is_told(fitted):
    assert find_pattern(said(*fitted), TODAY) is None


@given(st.lists(st.booleans(), min_size=5, max_size=40))
def test_a_pattern_is_at_least_half_of_the_newest_and_says_how_many_it_looked_at(fitted):
    found = find_pattern(said(*fitted), TODAY)
    newest = fitted[:LOOKED_AT]
    took = newest.count(False)
    if 2 * took < len(newest):
        assert found is None
    else:
        assert (found.took, found.said) == (took, len(newest))
        assert found.since == TODAY - timedelta(days=len(newest) - 1)


def test_what_was_said_over_a_year_ago_says_nothing_about_now():
    assert find_pattern(said(*[False] * 9, since=400), TODAY) is None


def test_it_does_not_matter_in_which_order_it_is_read():
    answers = said(True, False, False, True, False, False)
    assert find_pattern(answers, TODAY) == find_pattern(reversed(answers), TODAY)


def test_a_mark_of_what_is_shown_ignores_what_the_other_does_not_see_of_it():
    goal = SharedGoal(text="a goal", wanted=("listen",), since=TODAY)
    other = SharedGoal(text="a goal", wanted=("listen",), since=date(2020, 1, 1), ended=(b"x" * 16,))
    assert digest_copy(goal) == digest_copy(other)
    assert not changes_copy(goal, other)
    assert changes_copy(goal, SharedGoal(text="a goal", why="since", wanted=("listen",), since=TODAY))
