"""Without common ground: the smallest sets of issues to open again."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import Deal, Issue, Side, negotiate, open_again
from bothand.engines.negotiation import reopen as reopen_module
from bothand.engines.negotiation.tests.brute import brute, seeded_deal


def opened(deal, issues):
    sides = [
        replace(side, never=frozenset(c for c in side.never if c[0] not in issues)) for side in deal.sides
    ]
    return replace(deal, sides=(sides[0], sides[1]))


def smallest(deal):
    for size in range(1, len(deal.issues) + 1):
        found = tuple(
            issues
            for issues in combinations(range(len(deal.issues)), size)
            if brute(opened(deal, issues)).frontier
        )
        if found:
            return found
    return ()


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6))
def test_it_finds_all_smallest_sets(seed):
    deal = seeded_deal(seed)
    expected = () if brute(deal).frontier else smallest(deal)
    assert open_again(deal).sets == expected
    assert open_again(deal).complete


def blocked(number, floor):
    """`number` issues; in each, the option that is good for both is ruled out by Sam."""
    issues = tuple(Issue(f"i{n}", ("bad", "good")) for n in range(number))
    alex = Side("Alex", (1,) * number, ((0, 1),) * number, no_agreement=floor)
    sam = Side("Sam", (1,) * number, ((0, 1),) * number, frozenset((n, 1) for n in range(number)))
    return Deal(issues, (alex, sam))


def test_it_names_every_pair_where_any_two_would_do():
    assert open_again(blocked(4, 2)).sets == tuple(combinations(range(4), 2))


def test_it_gives_none_where_there_is_an_agreement():
    assert open_again(blocked(4, 0)).sets == ()


def test_it_gives_none_where_opening_everything_is_not_enough():
    assert open_again(blocked(4, 5)).sets == ()


def test_it_is_the_same_whoever_ruled_the_options_out():
    deal = blocked(4, 2)
    moved = [replace(deal.sides[0], never=deal.sides[1].never), replace(deal.sides[1], never=frozenset())]
    assert open_again(replace(deal, sides=(moved[0], moved[1]))) == open_again(deal)


@pytest.mark.parametrize("trials", [3, 20])
def test_it_gives_one_set_without_a_spare_issue_where_there_are_too_many_to_try(monkeypatch, trials):
    monkeypatch.setattr(reopen_module, "MOST_TRIALS", trials)
    deal = blocked(12, 6)
    found = open_again(deal)
    assert not found.complete
    (issues,) = found.sets
    assert negotiate(opened(deal, issues)).agreement
    assert not any(negotiate(opened(deal, set(issues) - {issue})).agreement for issue in issues)
