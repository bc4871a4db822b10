import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines import measure as m
from bothand.engines.measure.items import FACET_NAMES

BANK = m.Bank.of(m.Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in FACET_NAMES for n in range(10))
IDS = [item.id for item in BANK.items]
answers = st.lists(st.tuples(st.sampled_from(IDS), st.integers(1, 5)), max_size=40)


def answering(pairs, day=0, state=None):
    state = state or m.start()
    for item, given_ in pairs:
        state = m.answer(state, BANK, day, item, given_)
    return state


def always(up, facets=FACET_NAMES, rounds=3):
    return [(f"{f}-{n}", up if n % 2 else 6 - up) for n in range(rounds) for f in facets]


@settings(max_examples=60, deadline=None)
@given(answers, st.integers(0, 400))
def test_it_proves_each_standing(pairs, later):
    m.standing(answering(pairs), BANK, later).check()


@settings(max_examples=30, deadline=None)
@given(answers)
def test_it_is_turned_round_when_every_answer_is(pairs):
    here, there = (
        m.standing(answering(pairs), BANK),
        m.standing(answering([(i, 6 - a) for i, a in pairs]), BANK),
    )
    for one, other in zip(here.facets, there.facets, strict=True):
        assert one.answer.value == pytest.approx(6 - other.answer.value)


def test_it_says_which_axis_is_lower_and_how_surely():
    low = [
        f.name for f in map(m.standing(m.start(), BANK).facet, ("worth", "apart", "limits", "own", "self"))
    ]
    state = answering(always(5, [f for f in FACET_NAMES if f not in low]) + always(1, low))
    now = m.standing(state, BANK)
    assert now.lower == "selfhood"
    assert now.lower_probability > 0.99


def test_it_is_unsure_before_any_answer():
    now = m.standing(m.start(), BANK)
    assert now.lower_probability == pytest.approx(0.5)
    assert all(one.asked == 0 for one in now.facets)
    assert now.axes[0].answer.high - now.axes[0].answer.low > 1.5


def test_it_narrows_with_answers_and_widens_with_time():
    state = answering(always(4))
    fresh, old = m.standing(state, BANK), m.standing(state, BANK, 200)
    assert (
        fresh.axes[0].answer.spread
        < old.axes[0].answer.spread
        < m.standing(m.start(), BANK).axes[0].answer.spread
    )


def test_it_gives_a_region_that_fits_both_axes():
    now = m.standing(answering(always(4)), BANK)
    region, (together, selfhood) = now.region, now.axes
    turned = math.radians(region.turned)
    radius = math.sqrt(-2 * math.log(0.1))
    along = math.hypot(region.long * math.cos(turned), region.short * math.sin(turned)) / radius
    across = math.hypot(region.long * math.sin(turned), region.short * math.cos(turned)) / radius
    assert along == pytest.approx(together.answer.spread)
    assert across == pytest.approx(selfhood.answer.spread)


def test_it_counts_different_items_asked():
    now = m.standing(answering([("own-1", 4), ("own-1", 4), ("own-2", 4)]), BANK)
    assert now.facet("own").asked == 2
    with pytest.raises(KeyError):
        now.facet("love")


def test_it_needs_an_item_for_every_facet():
    with pytest.raises(ValueError, match="every facet"):
        m.standing(m.start(), BANK.where(lambda item: item.facet != "own"))


@pytest.mark.parametrize("wrong", [{"lower_probability": 0.2}, {"lower": "love"}])
def test_it_notices_a_standing_that_contradicts_itself(wrong):
    with pytest.raises(m.BrokenStandingError):
        dataclasses.replace(m.standing(m.start(), BANK), **wrong).check()


def test_it_says_a_large_change_and_its_direction():
    state = m.anchored(answering(always(1, ["limits"])), 0, "plan")
    state = answering(always(5, ["limits"], rounds=6), 56, state)
    found = m.changes(state, BANK, "plan")
    assert (found.since, found.day) == (0, 56)
    limits = found.facets[FACET_NAMES.index("limits")]
    assert limits.said == "up"
    assert 0 < limits.low < limits.difference < limits.high
    assert found.axes[1].difference > 0


def test_it_says_no_change_where_nothing_new_was_heard():
    state = m.anchored(answering(always(4)), 0, "plan")
    found = m.changes(state, BANK, "plan", 28)
    assert all(one.said is None for one in (*found.facets, *found.axes))


def test_it_says_no_change_on_the_day_of_the_anchor():
    state = m.anchored(answering(always(4)), 0, "plan")
    found = m.changes(state, BANK, "plan")
    assert all(abs(one.difference) < 1e-9 and one.said is None for one in found.facets)


def test_it_sharpens_the_past_by_what_came_after():
    state = m.anchored(answering(always(4, rounds=1)), 0, "plan")
    before = np.diagonal(state.covariance)[20:30]
    after = np.diagonal(answering(always(4, rounds=3), 7, state).covariance)[20:30]
    assert (after < before).all()


def test_it_knows_more_of_a_change_than_two_separate_estimates_do():
    first = answering(always(4, rounds=1))
    state = answering(always(4, rounds=1), 28, m.anchored(first, 0, "plan"))
    change = m.changes(state, BANK, "plan").facets[0]
    apart = math.hypot(
        m.standing(first, BANK).facets[0].answer.spread, m.standing(state, BANK).facets[0].answer.spread
    )
    assert (change.high - change.low) / 2 / 1.645 < apart


def test_it_does_not_know_an_anchor_that_was_never_set():
    with pytest.raises(KeyError):
        m.changes(m.start(), BANK, "plan")


def test_it_gives_ideals_only_where_one_was_said():
    wished = [m.Wished("own-1", 5), m.Wished("open-1", None), m.Wished("heard-2", 1)]
    found = m.ideals(BANK, wished)
    assert [one.name for one in found] == ["heard", "own"]
    assert all(one.answer.value > 3.5 for one in found)


def test_it_tells_the_gap_from_the_persons_own_ideal_both_ways():
    state = answering(always(1, ["own"]) + always(5, ["heard"]))
    short, over = sorted(
        m.fit(state, BANK, [m.Wished("own-1", 5), m.Wished("heard-1", 1)]), key=lambda gap: gap.difference
    )
    assert short.name == "own"
    assert short.short > 0.95
    assert short.high < 0
    assert over.short < 0.5
    assert over.difference == pytest.approx(over.actual.value - over.ideal.value)
