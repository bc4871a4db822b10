import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.engines.measure import Bank, Item, UnknownItemError
from bothand.engines.measure.response import (
    after_answer,
    answer_probabilities,
    expected_answers,
    expected_drop,
)

thresholds = (
    st.lists(st.floats(-3, 3), min_size=4, max_size=4, unique=True)
    .map(sorted)
    .filter(lambda one: min(np.diff(one)) > 0.05)
)
items = st.builds(
    lambda key, a, b: Item("one", "open", key, a, tuple(b)),
    st.sampled_from([1, -1]),
    st.floats(0.2, 2),
    thresholds,
)


def dense(item, answer, mean, variance):
    """The same posterior on a fine grid."""
    z = mean + np.sqrt(variance) * np.linspace(-9, 9, 20_001)
    up = item.keyed_up(answer)
    probability = answer_probabilities(
        z[None, :], np.array([item.discrimination]), np.array([item.thresholds])
    )
    weight = np.exp(-0.5 * (z - mean) ** 2 / variance) * probability[0, :, up - 1]
    weight /= weight.sum()
    first = (weight * z).sum()
    return first, (weight * (z - first) ** 2).sum()


@given(items, st.integers(1, 5), st.floats(-1.5, 1.5), st.floats(0.05, 1.5))
def test_it_agrees_with_a_fine_grid(item, answer, mean, variance):
    after = after_answer(item, answer, mean, variance)
    first, second = dense(item, answer, mean, variance)
    assert after.mean == pytest.approx(first, abs=0.02)
    assert after.variance == pytest.approx(second, abs=0.02)


@given(items, st.integers(1, 5), st.floats(-8, 8), st.floats(1e-6, 3))
def test_it_never_grows_less_sure_by_an_answer(item, answer, mean, variance):
    after = after_answer(item, answer, mean, variance)
    assert np.isfinite(after.mean)
    assert 0 <= after.variance <= variance


@given(items, st.floats(-2, 2), st.floats(0.05, 1.5))
def test_it_reads_a_reversed_item_as_the_same_item_turned_round(item, mean, variance):
    turned = Item("two", item.facet, -item.key, item.discrimination, item.thresholds)
    assert after_answer(item, 2, mean, variance) == after_answer(turned, 4, mean, variance)


@given(items, st.floats(-3, 3))
def test_it_gives_five_probabilities_that_sum_to_one(item, z):
    probability = answer_probabilities(
        np.full((1, 1), z), np.array([item.discrimination]), np.array([item.thresholds])
    )
    assert (probability >= 0).all()
    assert probability.sum() == pytest.approx(1)


@given(items, st.floats(-1.5, 1.5), st.floats(0.1, 1.2))
def test_it_expects_the_drop_that_comes_on_average(item, mean, variance):
    arrays = (
        np.array([mean]),
        np.array([variance]),
        np.array([item.discrimination]),
        np.array([item.thresholds]),
    )
    z = mean + np.sqrt(variance) * np.linspace(-7, 7, 4001)
    density = np.exp(-0.5 * (z - mean) ** 2 / variance)
    chances = (answer_probabilities(z[None, :], *arrays[2:])[0] * density[:, None]).sum(
        axis=0
    ) / density.sum()
    after = [
        after_answer(item, up if item.key == 1 else 6 - up, mean, variance).variance for up in range(1, 6)
    ]
    assert expected_drop(*arrays)[0] == pytest.approx(variance - float(chances @ np.array(after)), abs=0.03)


@given(items, st.floats(-2, 2))
def test_it_expects_higher_answers_from_higher_levels(item, level):
    two = np.array([level, level + 0.1])
    curve = expected_answers(
        two, np.full(2, 0.3), np.full(2, item.discrimination), np.array([item.thresholds] * 2)
    )
    assert 1 <= curve.expected[0] < curve.expected[1] <= 5
    assert (curve.slope > 0).all()


@pytest.mark.parametrize("wrong", [0, 6, -1, 2.5])
def test_it_refuses_an_answer_outside_one_to_five(wrong):
    with pytest.raises(ValueError, match="1, 2, 3, 4 or 5"):
        after_answer(Item("one", "open", 1), wrong, 0.0, 1.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"facet": "love"},
        {"key": 0},
        {"discrimination": 0.0},
        {"discrimination": 3.5},
        {"thresholds": (0.0, -1.0, 1.0, 2.0)},
        {"thresholds": (0.0, 1.0, 2.0)},
    ],
)
def test_it_refuses_an_item_that_makes_no_sense(wrong):
    with pytest.raises(ValueError, match=r"facet|key|discrimination|thresholds"):
        Item(**{"id": "one", "facet": "open", "key": 1, **wrong})


def test_it_refuses_two_items_of_one_id():
    with pytest.raises(ValueError, match="share an id"):
        Bank.of([Item("one", "open", 1), Item("one", "worth", 1)])


def test_it_says_which_item_is_unknown():
    with pytest.raises(UnknownItemError, match="two"):
        Bank.of([Item("one", "open", 1)])["two"]
