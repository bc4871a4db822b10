"""What packages give away."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import (
    BadDealError,
    Deal,
    Disclosure,
    Issue,
    OnlyIf,
    Preferences,
    Side,
    disclosure,
    negotiate,
)
from bothand.engines.negotiation.disclosure import _certain, _evenly, _facts
from bothand.engines.negotiation.tests.brute import random_deal, seeded_deal


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_it_never_takes_for_certain_what_is_not_so(seed, whole):
    deal = seeded_deal(seed)
    me, other = deal.preferences
    result = negotiate(deal)
    if other.only_if or not result.frontier:
        return
    shown = [package.outcome for package in result.frontier]
    shown = shown if whole else shown[::2]
    facts = _facts(me, deal.list_open_options(), sorted(shown, key=me.utility), whole=whole)
    for fact in facts:
        better, worse = other.utility(fact.better), other.utility(fact.worse)
        assert better > worse if fact.strict else better >= worse
    for issue, better, worse in _certain(facts, deal.sizes):
        row = other.ratings[issue]
        assert other.weights[issue] * row[better] > other.weights[issue] * row[worse]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_one_bonus_of_the_other_s_turns_whatever_one_package_says_for_certain(seed):
    """Why bonuses are no unknowns here: were they, nothing of one package would be certain."""
    deal = random_deal(3, 3, seed)
    me, other = deal.preferences
    shown = negotiate(deal).leximin.outcome
    facts = _facts(me, deal.list_open_options(), [shown], whole=False)
    for issue, better, worse in _certain(facts, deal.sizes):
        assert shown[issue] == better
        row = list(other.ratings[issue])
        row[better] = row[worse] - 1
        ratings = tuple(tuple(row) if at == issue else rated for at, rated in enumerate(other.ratings))
        lost = other.weights[issue] * (other.ratings[issue][better] - row[better])
        beside = (issue + 1) % 3
        pair = OnlyIf((issue, better), (beside, shown[beside]), lost)
        turned = replace(other, ratings=ratings, only_if=(pair,))
        for one in product(*map(range, deal.sizes)):
            gains = me.utility(one) - me.utility(shown), turned.utility(one) - turned.utility(shown)
            assert min(gains) < 0 or max(gains) == 0, "the package shown is still efficient"


def views(deal):
    result = negotiate(deal)
    every = [package.outcome for package in result.frontier]
    one = disclosure(deal, Side.FIRST, [result.leximin.outcome])
    eight = disclosure(deal, Side.FIRST, _evenly(every, 8))
    whole = disclosure(deal, Side.FIRST, every, whole=True)
    return one, eight, whole


def test_it_gives_away_less_with_one_package_than_with_eight_or_all():
    found = [views(random_deal(5, 4, seed)) for seed in range(15)]
    one, eight, whole = (
        sum(view.share for view in column) / len(found) for column in zip(*found, strict=True)
    )
    assert 0.5 < one < 0.72
    assert one + 0.05 < eight
    assert 0.72 < eight < 0.9
    assert whole > one + 0.05
    assert all(view.certain <= view.pairs for row in found for view in row)


def test_from_one_outcome_the_plain_guess_beats_the_fitted_one_and_the_stronger_is_told():
    found = []
    for seed in range(40):
        deal = random_deal(5, 4, seed)
        shown = [negotiate(deal).leximin.outcome]
        fitted, plain = (disclosure(deal, Side.FIRST, shown, guess=guess) for guess in ("fitted", "plain"))
        told = disclosure(deal, Side.FIRST, shown)
        assert told.share == max(fitted.share, plain.share)
        assert told.guess == ("plain" if plain.share > fitted.share else "fitted")
        assert fitted.certain == plain.certain == told.certain
        found.append((fitted.share, plain.share))
    fitted, plain = (sum(column) / len(found) for column in zip(*found, strict=True))
    assert fitted < plain < 0.75


def test_the_plain_guess_takes_what_is_shown_for_better_and_else_mine_for_the_reverse():
    issue = Issue("home", ("a", "b", "c"))
    me, other = Preferences("Alex", (1,), ((9, 5, 1),)), Preferences("Sam", (1,), ((8, 3, 9),))
    deal = Deal((issue,), (me, other))
    found = disclosure(deal, Side.FIRST, [(0,)], guess="plain")  # guessed: a before c, c before b
    assert (found.pairs, found.right, found.undecided) == (3, 2, 0)
    both = disclosure(deal, Side.FIRST, [(0,), (2,)], guess="plain")  # c before a, both before b
    assert (both.right, both.undecided) == (3, 0)


def test_it_is_no_better_than_chance_where_nothing_is_shown():
    assert disclosure(random_deal(4, 3, 1), Side.FIRST, []).share == 0.5
    assert Disclosure(0, 0, 0, 0).share == 0.5


def test_it_counts_only_pairs_that_differ_and_are_open():
    deal = random_deal(4, 3, 1)
    other = deal.preferences[1]
    pairs = sum(row[one] != row[two] for row in other.ratings for one, two in ((0, 1), (0, 2), (1, 2)))
    assert disclosure(deal, Side.FIRST, []).pairs == pairs


def test_it_gives_the_same_answer_each_time_and_stays_bounded_on_large_deals():
    deal = random_deal(14, 6, 1)
    every = [package.outcome for package in negotiate(deal).frontier]
    first = disclosure(deal, Side.SECOND, every, whole=True)
    assert first == disclosure(deal, Side.SECOND, every[::-1], whole=True)
    assert first.share > 0.55


def test_it_refuses_a_stranger():
    with pytest.raises(BadDealError, match="Noa"):
        disclosure(random_deal(2, 2, 1), "Noa", [])
