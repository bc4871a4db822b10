from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines import measure as m

BANK = m.Bank.of(m.Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in m.FACET_NAMES for n in range(10))


def after(state, bank, day, picks, given_=4):
    for item in picks:
        state = m.answer(state, bank, day, item, given_)
    return state


def facets(bank, picks):
    return Counter(bank[item].facet for item in picks)


def test_it_asks_every_facet_at_the_first_visit():
    counts = facets(BANK, m.choose(m.start(), BANK, 0, m.FIRST_VISIT))
    assert sorted(counts.values()) == [2] * 6 + [3] * 4


def test_it_goes_round_the_facets_evenly():
    state, asked = m.start(), Counter()
    for week in range(10):
        picks = m.choose(state, BANK, week * 7)
        asked += facets(BANK, picks)
        state = after(state, BANK, week * 7, picks)
    assert set(asked.values()) == {7}


def test_it_asks_every_item_before_it_asks_one_twice():
    state, seen = m.start(), []
    for week in range(10):
        picks = m.choose(state, BANK, week * 7, 10)
        seen += picks
        state = after(state, BANK, week * 7, picks)
    assert len(set(seen)) == len(seen) == 100


def test_it_mixes_both_directions_of_wording():
    keys = Counter(BANK[item].key for item in m.choose(m.start(), BANK, 0, 20))
    assert keys == {1: 10, -1: 10}


def test_it_does_not_come_back_to_a_skipped_item_at_once():
    picks = m.choose(m.start(), BANK, 0)
    state = after(m.start(), BANK, 0, picks, None)
    assert not set(picks) & set(m.choose(state, BANK, 7, 100 - 7))


@given(st.sampled_from(m.FACET_NAMES), st.integers(3, 5), st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_it_spends_its_focus_and_still_goes_round(facet, count, weeks):
    state = m.start()
    for week in range(weeks % 6):
        state = after(state, BANK, week * 7, m.choose(state, BANK, week * 7, 7, m.Focus(facet, count)))
    picks = m.choose(state, BANK, 300, 7, m.Focus(facet, count))
    counts = facets(BANK, picks)
    assert len(set(picks)) == 7
    assert counts[facet] == count
    assert max(number for name, number in counts.items() if name != facet) == 1


def test_it_puts_other_questions_between_those_of_the_focus():
    picks = m.choose(m.start(), BANK, 0, 7, m.Focus("limits", 3))
    asked = [BANK[item].facet for item in picks]
    assert all(not (one == "limits" == other) for one, other in pairwise(asked))


@given(st.integers(1, 120))
@settings(max_examples=20, deadline=None)
def test_it_never_asks_an_item_twice_in_one_visit(count):
    picks = m.choose(m.start(), BANK, 0, count)
    assert len(picks) == len(set(picks)) == min(count, len(BANK))


def test_it_takes_a_bank_for_one_person_alone():
    alone = BANK.where(lambda item: item.facet in {"worth", "own", "self", "apart", "limits"})
    assert len(m.choose(m.start(), alone, 0, 24)) == 24
    assert len(alone) == 50


@pytest.mark.parametrize(
    "wrong", [("own", 0), ("own", 2.5), ("own", None), ("own", float("nan")), ("", 4), (None, 4)]
)
def test_it_refuses_a_focus_that_makes_no_sense(wrong):
    with pytest.raises(ValueError, match="focus"):
        m.Focus(*wrong)


def test_it_refuses_a_focus_that_is_none_of_its_facets_and_names_it():
    with pytest.raises(ValueError, match=r"'love' of the focus is none of the facets"):
        m.choose(m.start(), BANK, 0, 7, m.Focus("love"))


@pytest.mark.parametrize("wrong", [0, -1, 2.5, float("nan"), float("inf"), "seven", None, True])
def test_it_refuses_a_number_of_questions_that_is_none(wrong):
    with pytest.raises(ValueError, match=r"number of questions is .* whole number from 1"):
        m.choose(m.start(), BANK, 0, wrong)


def test_it_asks_the_sharpest_of_calibrated_items_first_and_still_goes_round():
    numbered = m.Bank.of(
        m.Item(one.id, one.facet, one.key, 0.1, 0.5 + 0.1 * int(one.id[-1]), 0.9) for one in BANK.items
    )
    picks = m.choose(m.start(), numbered, 0, 20)
    assert all(item.endswith(("-9", "-8")) for item in picks)
    assert set(facets(numbered, picks).values()) == {2}
    assert Counter(numbered[item].key for item in picks) == {1: 10, -1: 10}
