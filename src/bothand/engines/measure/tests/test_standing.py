import dataclasses
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines import measure as m
from bothand.engines.measure import FACET_NAMES

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


def test_an_item_that_was_only_skipped_or_did_not_come_up_is_not_counted():
    silent = answering([("own-0", None), ("own-1", 4), ("own-2", None)])
    assert m.standing(silent, BANK).facet("own").asked == 1
    later = answering([("own-0", 3)], day=7, state=silent)
    assert m.standing(later, BANK).facet("own").asked == 2


def test_it_counts_different_items_asked():
    now = m.standing(answering([("own-1", 4), ("own-1", 4), ("own-2", 4)]), BANK)
    assert now.facet("own").asked == 2
    with pytest.raises(KeyError):
        now.facet("love")


def test_it_needs_an_item_for_every_facet():
    with pytest.raises(ValueError, match="every facet needs an item; the bank has none of 'own'"):
        m.standing(m.start(), BANK.where(lambda item: item.facet != "own"))


@pytest.mark.parametrize("wrong", [{"lower_probability": 0.2}, {"lower": "love"}])
def test_it_notices_a_standing_that_contradicts_itself(wrong):
    now = m.standing(m.start(), BANK)
    with pytest.raises(m.BrokenStandingError):
        dataclasses.replace(now, two=dataclasses.replace(now.two, **wrong)).check()


def test_it_counts_what_was_answered_this_week_as_it_was_answered():
    state = answering([(f"own-{n}", 5 if n % 2 else 1) for n in range(10)])
    now = m.standing(state, BANK).facet("own").answer
    assert now.value == now.low == now.high == 5
    later = m.standing(state, BANK, 7).facet("own").answer
    assert later.low < later.value < 5


def test_it_learns_a_mean_of_the_persons_own_over_all_facets():
    state = answering(always(5, [one for one in FACET_NAMES if one != "own"]))
    assert m.standing(state, BANK).facet("own").answer.value > 3.5


def test_it_takes_what_did_not_come_up_for_no_evidence():
    silent = answering([(f"{facet}-{n}", None) for facet in FACET_NAMES for n in range(10)])
    silent.check()
    told, before = m.standing(silent, BANK), m.standing(m.start(), BANK)
    assert [one.answer for one in told.facets] == [one.answer for one in before.facets]
    assert told.axes == before.axes


def test_it_refuses_a_state_about_other_facets_and_names_the_item():
    calm = m.Bank.of([m.Item("calm-1", "calm", 1)], m.Questionnaire(("calm",)))
    state = m.answer(m.start(), calm, 0, "calm-1", 4)
    with pytest.raises(ValueError, match=r"'calm' of item 'calm-1' is none of the facets"):
        m.standing(state, BANK)


def test_it_gives_ideals_only_where_one_was_said():
    wished = [m.Wished("own-1", 5), m.Wished("open-1", None), m.Wished("heard-2", 1)]
    found = m.ideals(BANK, wished)
    assert [one.name for one in found] == ["heard", "own"]
    assert all(one.answer.value > 3.5 for one in found)


@pytest.mark.parametrize("answer", [1, 2, 3, 4, 5])
def test_it_draws_an_ideal_where_it_was_said(answer):
    found = m.ideals(BANK, [m.Wished(f"{name}-1", answer) for name in FACET_NAMES])
    assert [one.answer.value for one in found] == [answer] * 10
    assert all(1 <= one.answer.low <= answer <= one.answer.high <= 5 for one in found)


@pytest.mark.parametrize("wrong", [0, 6, 3.7, math.nan, "mostly"])
def test_it_refuses_an_ideal_that_is_no_answer_and_names_the_item(wrong):
    with pytest.raises(ValueError, match="answer to 'own-1'"):
        m.ideals(BANK, [m.Wished("own-1", wrong)])
    with pytest.raises(m.UnknownItemError, match="love-1"):
        m.ideals(BANK, [m.Wished("love-1", 4)])


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
