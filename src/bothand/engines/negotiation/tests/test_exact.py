"""Every claim of a result against a look at every outcome."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import Deal, Issue, OnlyIf, Preferences, check, negotiate
from bothand.engines.negotiation.tests.brute import brute, deals, random_deal, seeded_deal


def as_tuple(package):
    return None if package is None else (package.outcome, package.utility, package.ties)


def assert_agrees(deal):
    result, truth = negotiate(deal), brute(deal)
    assert result.ranges == truth.ranges
    assert list(map(as_tuple, result.frontier)) == truth.frontier
    assert result.agreement == bool(truth.frontier)
    for rule in ("leximin", "runner_up", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        assert as_tuple(getattr(result, rule)) == getattr(truth, rule), rule


@settings(max_examples=120, deadline=None)
@given(deals())
def test_it_agrees_with_a_look_at_every_outcome(deal):
    assert_agrees(deal)


@settings(max_examples=2000, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_it_agrees_on_thousands_of_random_deals(seed):
    assert_agrees(seeded_deal(seed))


def test_the_random_deals_hold_ties_nevers_bonuses_and_deals_without_agreement():
    truths = [(deal, brute(deal)) for deal in map(seeded_deal, range(400))]
    assert sum(any(ties > 1 for _, _, ties in truth.frontier) for _, truth in truths) > 40
    assert sum(any(person.never for person in deal.preferences) for deal, _ in truths) > 100
    assert sum(any(pair.bonus < 0 for pair in deal.preferences[0].only_if) for deal, _ in truths) > 50
    assert sum(not truth.frontier for _, truth in truths) > 40
    assert sum(truth.ranges is None for _, truth in truths) > 2
    assert sum(len(truth.frontier) > 4 for _, truth in truths) > 25


@pytest.mark.parametrize("shape", ["ring", "star", "line", "everything with everything"])
def test_it_agrees_however_issues_hang_together(shape):
    dice = np.random.default_rng(5)
    links = {
        "ring": [(n, (n + 1) % 6) for n in range(6)],
        "star": [(0, n) for n in range(1, 6)],
        "line": [(n, n + 1) for n in range(5)],
        "everything with everything": [(m, n) for n in range(6) for m in range(n)],
    }[shape]
    deal = random_deal(6, 3, 11)
    preferences = [
        replace(
            person,
            only_if=tuple(
                OnlyIf(
                    (one, int(dice.integers(3))), (two, int(dice.integers(3))), int(dice.integers(-30, 31))
                )
                for one, two in links
                for _ in range(3)
            ),
        )
        for person in deal.preferences
    ]
    assert_agrees(replace(deal, preferences=(preferences[0], preferences[1])))


def test_it_takes_the_first_outcome_of_the_file_where_an_issue_between_hangs_on_others():
    deal = Deal(
        tuple(Issue(f"i{n}", ("a", "b", "c")) for n in range(4)),
        (
            Preferences(
                "Alex",
                (0, 1, 0, 0),
                ((1, 1, 1),) * 4,
                only_if=(OnlyIf((0, 2), (2, 1), 5), OnlyIf((0, 1), (2, 2), 5)),
            ),
            Preferences("Sam", (0, 0, 0, 0), ((1, 1, 1),) * 4),
        ),
    )
    assert_agrees(deal)
    assert negotiate(deal).leximin.outcome == (1, 0, 2, 0)
    assert negotiate(deal).leximin.ties == 18


def test_it_counts_ties_beyond_what_64_bits_hold():
    issues = tuple(Issue(f"i{n}", tuple(f"o{m}" for m in range(10))) for n in range(30))
    equal = ((5,) * 10,) * 30
    result = negotiate(
        Deal(issues, (Preferences("Alex", (1,) * 30, equal), Preferences("Sam", (1,) * 30, equal)))
    )
    assert result.frontier == (result.leximin,)
    assert result.leximin.ties == 10**30
    assert result.leximin.outcome == (0,) * 30


def test_it_keeps_the_file_order_over_more_outcomes_than_64_bits_can_number():
    issues = tuple(Issue(f"i{n}", tuple(f"o{m}" for m in range(10))) for n in range(30))
    row = (0, 1, 1, 1, 0, 0, 0, 0, 0, 0)
    pair = (OnlyIf((0, 5), (29, 4), 8), OnlyIf((0, 4), (29, 8), 8), OnlyIf((0, 6), (29, 7), 8))
    preferences = (
        Preferences("Alex", (1,) * 30, (row,) * 30, only_if=pair),
        Preferences("Sam", (1,) * 30, (row,) * 30),
    )
    result = negotiate(Deal(issues, preferences))
    assert [package.outcome for package in result.frontier] == [(1,) * 30, (4, *(1,) * 28, 8)]
    assert [package.ties for package in result.frontier] == [3**30, 3 * 3**28]


@pytest.mark.parametrize(
    "deal",
    [
        random_deal(8, 5, 1),
        random_deal(30, 10, 2),
        random_deal(30, 5, 3, opposed=True),
        random_deal(12, 4, 4, ring=20),
        random_deal(1, 1, 5),
    ],
    ids=["8x5", "30x10", "30x5 opposed", "12x4 ring", "1x1"],
)
def test_it_proves_results_too_large_for_a_look_at_every_outcome(deal):
    assert len(check(negotiate(deal))) == 8


@settings(max_examples=60, deadline=None)
@given(deals())
def test_it_does_not_matter_who_comes_first(deal):
    one, other = (
        negotiate(deal),
        negotiate(replace(deal, preferences=(deal.preferences[1], deal.preferences[0]))),
    )
    assert [package.utility for package in one.frontier] == [
        package.utility[::-1] for package in other.frontier[::-1]
    ]
    for rule in ("leximin", "nash", "kalai_smorodinsky", "egalitarian", "utilitarian"):
        first, second = getattr(one, rule), getattr(other, rule)
        assert (first and first.outcome) == (second and second.outcome), rule


@settings(max_examples=60, deadline=None)
@given(deals(bonuses=False), st.integers(1, 7))
def test_it_does_not_matter_in_which_unit_one_person_counts(deal, factor):
    one, other = deal.preferences
    scaled = replace(
        one, weights=tuple(w * factor for w in one.weights), reservation_value=one.reservation_value * factor
    )
    before, after = negotiate(deal), negotiate(replace(deal, preferences=(scaled, other)))
    for rule in ("leximin", "runner_up", "nash", "kalai_smorodinsky"):
        first, second = getattr(before, rule), getattr(after, rule)
        assert (first and first.outcome) == (second and second.outcome), rule


def test_the_egalitarian_rule_gives_equal_gains_where_shares_would_not():
    issue = Issue("hours", ("a", "b", "c"))
    alex, sam = Preferences("Alex", (1,), ((10, 60, 100),)), Preferences("Sam", (1,), ((40, 20, 0),))
    result = negotiate(Deal((issue,), (alex, sam)))
    assert result.kalai_smorodinsky.utility == (60, 20)
    assert result.egalitarian.utility == (60, 20)
    rich = replace(alex, ratings=((25, 60, 200),))
    result = negotiate(Deal((issue,), (rich, sam)))
    assert (result.kalai_smorodinsky.utility, result.egalitarian.utility) == ((60, 20), (25, 40))
    doubled = replace(rich, weights=(2,))  # it takes both people's numbers as one currency
    assert negotiate(Deal((issue,), (doubled, sam))).egalitarian.utility == (50, 40)
