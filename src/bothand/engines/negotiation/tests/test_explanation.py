"""A package is explained from the reader's own answers."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import Issue, OnlyIf, Preferences, Reason, explain, negotiate
from bothand.engines.negotiation.tests.brute import brute, random_deal, seeded_deal

ISSUES = (
    Issue("evenings", ("in", "out")),
    Issue("Sundays", ("hike", "sleep", "friends")),
    Issue("plants", ("many", "few")),
    Issue("rent", ("half", "by income")),
)
ALEX = Preferences(
    "Alex",
    (5, 1, 3, 2),
    ((9, 1), (4, 6, 0), (5, 5), (3, 8)),
    frozenset({(1, 2)}),
    reservation_value=12,
    only_if=(OnlyIf((0, 0), (3, 0), -4), OnlyIf((0, 1), (3, 1), 40)),
)


def test_it_tells_what_was_got_then_what_was_given_the_least_first():
    told = explain(ISSUES, ALEX, (0, 0, 1, 0))
    assert told.reasons == (
        Reason("best", 0, 0, 40),
        Reason("given", 1, 0, 2, better=1),
        Reason("given", 3, 0, 10, better=1),
        Reason("bonus", 0, 0, -4, issue_too=3, option_too=0),
        Reason("indifferent", 2, 1, 0),
    )
    assert (told.name, told.utility, told.reservation_value) == ("Alex", 45 + 4 + 15 + 6 - 4, 12)


def test_it_gives_the_readers_range_with_their_own_nevers_left_out():
    assert explain(ISSUES, ALEX, (0, 0, 1, 0)).range == (5 + 4 + 15 + 6, 45 + 6 + 15 + 16)
    blocked = replace(ALEX, never=frozenset({(0, 0), (0, 1)}))
    assert explain(ISSUES, blocked, (0, 0, 1, 0)).range is None


def test_it_says_so_where_the_reader_had_ruled_an_option_out():
    assert Reason("closed", 1, 2, 0) in explain(ISSUES, ALEX, (0, 2, 1, 0)).reasons


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_it_accounts_for_every_point_up_to_the_best_of_each_issue(seed):
    deal = seeded_deal(seed)
    result = negotiate(deal)
    if result.leximin is None:
        return
    for person in deal.preferences:
        told = explain(deal.issues, person, result.leximin.outcome)
        best = sum(
            max(person.weights[i] * r for o, r in enumerate(row) if (i, o) not in person.never)
            for i, row in enumerate(person.ratings)
        )
        given_up = sum(reason.points for reason in told.reasons if reason.id == "given")
        bonuses = sum(reason.points for reason in told.reasons if reason.id == "bonus")
        assert told.utility == best - given_up + bonuses


def test_it_does_not_change_with_the_others_answers():
    deal, other = random_deal(4, 3, 1), random_deal(4, 3, 2)
    outcome = negotiate(deal).leximin.outcome
    changed = replace(deal, preferences=(deal.preferences[0], other.preferences[1]))
    assert explain(deal.issues, deal.preferences[0], outcome) == explain(
        changed.issues, changed.preferences[0], outcome
    )
    assert explain(deal.issues, deal.preferences[0], outcome).range == brute(deal).ranges[0]
