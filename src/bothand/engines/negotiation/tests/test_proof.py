"""A wrong result is not proved, whichever claim is wrong."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import Agreement, NotProvedError, TooLargeError, check, negotiate
from bothand.engines.negotiation import proof as proof_module
from bothand.engines.negotiation.tests.brute import deals, random_deal, seeded_deal

RESULT = negotiate(random_deal(6, 4, 3))


@settings(max_examples=100, deadline=None)
@given(st.one_of(deals(), st.integers(0, 10**6).map(seeded_deal)))
def test_it_proves_every_result_of_the_engine(deal):
    assert len(check(negotiate(deal))) == 8


def swapped(place, **changes):
    frontier = list(RESULT.frontier)
    frontier[place] = replace(frontier[place], **changes)
    return replace(RESULT, frontier=tuple(frontier))


def dominated():
    """A frontier, still strict, in which one package gave way to one that is beaten."""
    points = [package.utility for package in RESULT.frontier]
    for outcome in product(*map(range, RESULT.deal.sizes)):
        utility = tuple(person.utility(outcome) for person in RESULT.deal.preferences)
        for place in range(1, len(points) - 1):
            low, high = points[place - 1], points[place + 1]
            if utility != points[place] and low[0] < utility[0] < high[0] and low[1] > utility[1] > high[1]:
                return swapped(place, outcome=outcome, utility=utility)
    raise AssertionError("no such package")


@pytest.mark.parametrize(
    ("claim", "result"),
    [
        ("utilities", swapped(1, utility=(1, 2))),
        ("agreements", replace(RESULT, deal=replace(RESULT.deal, preferences=tuple(replace(person, reservation_value=10**6) for person in RESULT.deal.preferences)))),
        ("strict", replace(RESULT, frontier=RESULT.frontier[::-1])),
        ("ranges", replace(RESULT, ranges=((0, 1), (0, 1)))),
        ("efficient", dominated()),
        ("whole", replace(RESULT, frontier=RESULT.frontier[:-1])),
        ("ties", swapped(0, ties=RESULT.frontier[0].ties + 1)),
        ("rules", replace(RESULT, leximin=RESULT.runner_up)),
        ("rules", replace(RESULT, runner_up=RESULT.frontier[0])),
        ("rules", replace(RESULT, nash=RESULT.frontier[0])),
        ("rules", replace(RESULT, kalai_smorodinsky=RESULT.frontier[-1])),
        ("rules", replace(RESULT, utilitarian=RESULT.frontier[0])),
        ("rules", replace(RESULT, egalitarian=RESULT.frontier[0])),
    ],
)  # fmt: skip
def test_it_names_the_claim_that_fails(claim, result):
    with pytest.raises(NotProvedError, match=claim):
        check(result)


def test_it_does_not_prove_an_agreement_that_is_not_there():
    empty = negotiate(
        replace(
            RESULT.deal,
            preferences=tuple(replace(person, reservation_value=10**6) for person in RESULT.deal.preferences),
        )
    )
    assert check(empty)
    with pytest.raises(NotProvedError):
        check(replace(empty, leximin=Agreement((0,) * 6, (1, 1), 1)))


def test_it_refuses_a_proof_that_would_take_too_long(monkeypatch):
    monkeypatch.setattr(proof_module, "MOST_SUMS", 100)
    with pytest.raises(TooLargeError, match="more than 100 sums"):
        check(RESULT)
