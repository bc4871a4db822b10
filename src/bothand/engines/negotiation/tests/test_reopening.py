"""Without common ground: the smallest sets of issues to open again."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import Deal, Issue, Preferences, find_reopenings, negotiate
from bothand.engines.negotiation import openings as reopen_module
from bothand.engines.negotiation.tests.brute import brute, seeded_deal


def opened(deal, issues):
    preferences = [
        replace(person, never=frozenset(c for c in person.never if c[0] not in issues))
        for person in deal.preferences
    ]
    return replace(deal, preferences=(preferences[0], preferences[1]))


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
    assert find_reopenings(deal).sets == expected
    assert find_reopenings(deal).complete


def blocked(number, floor):
    """`number` issues; in each, the option that is good for both is ruled out by Sam."""
    issues = tuple(Issue(f"i{n}", ("bad", "good")) for n in range(number))
    alex = Preferences("Alex", (1,) * number, ((0, 1),) * number, reservation_value=floor)
    sam = Preferences("Sam", (1,) * number, ((0, 1),) * number, frozenset((n, 1) for n in range(number)))
    return Deal(issues, (alex, sam))


def test_it_names_every_pair_where_any_two_would_do():
    assert find_reopenings(blocked(4, 2)).sets == tuple(combinations(range(4), 2))


def test_it_gives_none_where_there_is_an_agreement():
    assert find_reopenings(blocked(4, 0)).sets == ()


def test_it_gives_none_where_opening_everything_is_not_enough():
    assert find_reopenings(blocked(4, 5)).sets == ()


def test_it_is_the_same_whoever_ruled_the_options_out():
    deal = blocked(4, 2)
    moved = [
        replace(deal.preferences[0], never=deal.preferences[1].never),
        replace(deal.preferences[1], never=frozenset()),
    ]
    assert find_reopenings(replace(deal, preferences=(moved[0], moved[1]))) == find_reopenings(deal)


@pytest.mark.parametrize("trials", [3, 20])
def test_it_gives_one_set_without_a_spare_issue_where_there_are_too_many_to_try(monkeypatch, trials):
    monkeypatch.setattr(reopen_module, "MOST_TRIALS", trials)
    deal = blocked(12, 6)
    found = find_reopenings(deal)
    assert not found.complete
    (issues,) = found.sets
    assert negotiate(opened(deal, issues)).agreement
    assert not any(negotiate(opened(deal, set(issues) - {issue})).agreement for issue in issues)
