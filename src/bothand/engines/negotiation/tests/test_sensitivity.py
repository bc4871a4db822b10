"""How little one's own answers would have to change."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.negotiation import BadDealError, Deal, Issue, Preferences, Side, negotiate, sensitivity
from bothand.engines.negotiation.tests.brute import brute, deals, random_deal


def changed(deal, who, turn):
    person = deal.preferences[who]
    if turn.kind == "weight":
        weights = list(person.weights)
        assert weights[turn.issue] == turn.now
        weights[turn.issue] = turn.then
        person = replace(person, weights=tuple(weights))
    else:
        ratings = [list(row) for row in person.ratings]
        assert ratings[turn.issue][turn.option] == turn.now
        ratings[turn.issue][turn.option] = turn.then
        person = replace(person, ratings=tuple(map(tuple, ratings)))
    return replace(
        deal, preferences=(person, deal.preferences[1]) if who == 0 else (deal.preferences[0], person)
    )


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([0, 1]))
def test_it_names_changes_that_turn_the_result_and_none_smaller_does(seed, who):
    deal = random_deal(3, 3, seed)
    today = brute(deal).leximin[0]
    found = sensitivity(deal, Side(who))
    named = {(turn.kind, turn.issue, turn.option, turn.then): turn.becomes for turn in found.turns}
    for kind, issue, option in (
        *(("weight", issue, None) for issue in range(3)),
        *(("rating", issue, option) for issue in range(3) for option in range(3)),
    ):
        person = deal.preferences[who]
        now = person.weights[issue] if kind == "weight" else person.ratings[issue][option]
        for then in range(11):
            if abs(then - now) > (10 if found.steps is None else found.steps) or then == now:
                continue
            turn = type(
                "Turn", (), {"kind": kind, "issue": issue, "option": option, "now": now, "then": then}
            )
            becomes = brute(changed(deal, who, turn)).leximin[0]
            turned = abs(then - now) == found.steps and becomes != today
            assert (becomes != today) == turned
            assert named.pop((kind, issue, option, then), today) == becomes
    assert not named


HOME = (Issue("home", ("city", "village")),)


def test_it_says_so_where_nothing_turns_the_result():
    deal = Deal(
        HOME, (Preferences("Alex", (5,), ((8, 3),), frozenset({(0, 1)})), Preferences("Sam", (5,), ((2, 9),)))
    )
    found = sensitivity(deal, Side.FIRST)
    assert (found.steps, found.turns) == (None, ())


def test_it_sees_an_agreement_appear():
    deal = Deal(
        HOME, (Preferences("Alex", (1,), ((8, 3),), reservation_value=9), Preferences("Sam", (1,), ((2, 9),)))
    )
    found = sensitivity(deal, Side.FIRST)
    assert found.steps == 1
    assert [(turn.kind, turn.then, turn.becomes) for turn in found.turns] == [
        ("weight", 2, (0,)),
        ("rating", 9, (0,)),
    ]


def test_it_moves_along_a_coarse_scale_and_looks_no_further_than_asked():
    deal = Deal(
        HOME,
        (
            Preferences("Alex", (1,), ((9, 0),), reservation_value=1),
            Preferences("Sam", (1,), ((3, 9),), reservation_value=4),
        ),
    )
    assert not negotiate(deal).agreement
    scale = (0, 3, 6, 9)
    assert sensitivity(deal, Side.FIRST, ratings=scale).turns[0].then == 3
    assert sensitivity(deal, Side.SECOND, ratings=scale).steps == 1
    assert sensitivity(deal, Side.FIRST, within=0).steps is None


def test_it_refuses_a_stranger_and_answers_that_are_not_on_the_scale():
    deal = random_deal(3, 3, 1)
    with pytest.raises(BadDealError, match="Noa"):
        sensitivity(deal, "Noa")
    with pytest.raises(BadDealError, match="not on its scale"):
        sensitivity(deal, Side.FIRST, ratings=(0, 10))


def with_answers(deal, who, **changes):
    person = replace(deal.preferences[who], **changes)
    return replace(
        deal, preferences=(person, deal.preferences[1]) if who == 0 else (deal.preferences[0], person)
    )


def picked(deal):
    found = brute(deal).leximin
    return None if found is None else found[0]


@settings(max_examples=60, deadline=None)
@given(deals(most_outcomes=40), st.sampled_from(Side))
def test_it_names_every_never_that_turns_the_result(deal, side):
    found = sensitivity(deal, side, kinds=("never",))
    assert (found.steps, found.turns, found.reservation_values) == (None, (), ())
    named = {(turn.issue, turn.option): turn for turn in found.nevers}
    today, own = picked(deal), deal.preferences[side].never
    for issue, size in enumerate(deal.sizes):
        for option in range(size):
            becomes = picked(with_answers(deal, side, never=own ^ {(issue, option)}))
            turn = named.pop((issue, option), None)
            assert (turn is not None) == (becomes != today)
            if turn is not None:
                assert turn.becomes == becomes
                assert (turn.now, turn.then) == ((1, 0) if (issue, option) in own else (0, 1))
    assert not named


@settings(max_examples=60, deadline=None)
@given(deals(most_outcomes=40), st.sampled_from(Side))
def test_it_names_the_nearest_reservation_values_that_turn_the_result(deal, side):
    found = sensitivity(deal, side, kinds=("reservation_value",))
    now, today = deal.preferences[side].reservation_value, picked(deal)
    turns = {turn.then > now: turn for turn in found.reservation_values}
    for above, values in ((True, range(now + 1, now + 350)), (False, range(now - 1, now - 350, -1))):
        first = next(
            (v for v in values if picked(with_answers(deal, side, reservation_value=v)) != today), None
        )
        turn = turns.get(above)
        if first is not None:
            assert turn is not None
            assert (turn.now, turn.then) == (now, first)
            assert turn.becomes == picked(with_answers(deal, side, reservation_value=first))
        elif turn is not None:
            assert abs(turn.then - now) >= 350
            assert picked(with_answers(deal, side, reservation_value=turn.then)) == turn.becomes != today


def test_it_looks_at_the_reservation_value_however_large_it_is():
    deal = with_answers(random_deal(3, 3, 1), 0, reservation_value=-(10**30))
    (above,) = sensitivity(deal, Side.FIRST, kinds=("reservation_value",)).reservation_values
    assert above.now < above.then
    with pytest.raises(BadDealError, match="a kind is 'mood'"):
        sensitivity(deal, Side.FIRST, kinds=("mood",))
