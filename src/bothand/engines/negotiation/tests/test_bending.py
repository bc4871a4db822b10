"""How a result can be bent, and what each side then reaches: 400 deals of five issues with four options.

A share is 0 at a person's worst outcome and 1 at their best, by their true answers.
"""

from dataclasses import replace

import numpy as np
import pytest

from bothand.engines.negotiation import negotiate
from bothand.engines.negotiation.tests.brute import random_deal

DEALS = [random_deal(5, 4, seed) for seed in range(400)]


def utilities(person):
    return [
        [weight * rating for rating in row]
        for weight, row in zip(person.weights, person.ratings, strict=True)
    ]


def share(person, outcome):
    low, high = sum(map(min, utilities(person))), sum(map(max, utilities(person)))
    return (person.utility(outcome) - low) / (high - low)


def reached(bend):
    """What both reach on average, by their true answers, where there is an agreement."""
    found = []
    for deal in DEALS:
        best = negotiate(bend(deal)).leximin
        if best is not None:
            found.append([share(person, best.outcome) for person in deal.preferences])
    assert len(found) > 380
    return np.mean(found, axis=0)


def first(deal, **changes):
    return replace(deal, preferences=(replace(deal.preferences[0], **changes), deal.preferences[1]))


def all_but_the_best_never(deal):
    rows = deal.preferences[0].ratings
    return first(
        deal,
        never=frozenset((n, m) for n, row in enumerate(rows) for m in range(4) if m != row.index(max(row))),
    )


def the_worst_never(deal):
    return first(
        deal, never=frozenset((n, row.index(min(row))) for n, row in enumerate(deal.preferences[0].ratings))
    )


def claimed_no_agreement(deal):
    return first(deal, reservation_value=sum(map(max, utilities(deal.preferences[0]))) * 85 // 100)


def today_for_both(deal):
    preferences = [
        replace(person, reservation_value=person.utility((1, 1, 1, 1, 1))) for person in deal.preferences
    ]
    return replace(deal, preferences=(preferences[0], preferences[1]))


def test_it_gives_both_seven_eighths_of_their_best_when_both_are_honest():
    assert reached(lambda deal: deal) == pytest.approx([0.87, 0.87], abs=0.02)


def test_it_can_be_bent_by_ruling_out_all_but_ones_best():
    assert reached(all_but_the_best_never) == pytest.approx([1.00, 0.51], abs=0.02)


def test_it_can_be_bent_by_claiming_to_have_much_without_an_agreement():
    assert reached(claimed_no_agreement) == pytest.approx([0.98, 0.68], abs=0.02)


def test_it_is_bent_far_less_with_one_never_an_issue():
    one, other = reached(the_worst_never)
    assert one < 0.91
    assert other > 0.82


def test_it_is_bent_little_where_no_agreement_is_today_for_both():
    honest = reached(today_for_both)
    assert honest == pytest.approx([0.86, 0.86], abs=0.03)
    one, other = reached(lambda deal: the_worst_never(today_for_both(deal)))
    assert one < 0.92
    assert other > 0.80


def test_it_can_tell_when_one_side_closed_more_than_half_of_the_options():
    bent = all_but_the_best_never(DEALS[0])
    assert bent.count_nevers()[0] * 2 > sum(bent.sizes)
    assert the_worst_never(DEALS[0]).count_nevers()[0] * 2 <= sum(bent.sizes)
