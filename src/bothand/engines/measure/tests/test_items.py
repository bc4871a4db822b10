import dataclasses
import math

import numpy as np
import pytest

from bothand.engines import measure as m

BANK = m.Bank.of([m.Item("up", "open", 1), m.Item("down", "open", -1)])


@pytest.mark.parametrize("wrong", [0, 6, -1, 2.5, math.nan, math.inf, True, "4", [4], np.float64(4.0)])
def test_it_refuses_what_is_no_answer_and_names_the_item(wrong):
    with pytest.raises(ValueError, match=r"answer to 'up' .* whole number from 1 to 5"):
        m.answer(m.start(), BANK, 0, "up", wrong)


@pytest.mark.parametrize("kind", [np.int64, np.int8, np.uint16])
def test_it_takes_integers_of_numpy_for_integers(kind):
    plain = m.standing(m.answer(m.start(), BANK_OF_ALL, 3, "open-1", 4), BANK_OF_ALL, 10)
    numpy = m.standing(m.answer(m.start(), BANK_OF_ALL, kind(3), "open-1", kind(4)), BANK_OF_ALL, kind(10))
    assert plain == numpy
    assert m.choose(m.start(), BANK_OF_ALL, kind(3), kind(7)) == m.choose(m.start(), BANK_OF_ALL, 3, 7)


BANK_OF_ALL = m.Bank.of(m.Item(f"{name}-{n}", name, 1) for name in m.FACET_NAMES for n in range(3))


def test_a_state_from_integers_of_numpy_is_stored_like_any_other():
    state = m.anchored(m.answer(m.start(), BANK, np.int64(3), "up", np.int64(4)), np.int64(3), "plan")
    assert m.from_bytes(m.to_bytes(state)) == state


@pytest.mark.parametrize("wrong", [1.5, math.nan, math.inf, "today", None, True, 10**12])
def test_it_refuses_what_is_no_day(wrong):
    with pytest.raises(ValueError, match=r"the day is .* whole number"):
        m.answer(m.start(), BANK, wrong, "up", 4)
    with pytest.raises(ValueError, match=r"the day is .* whole number"):
        m.choose(m.start(), BANK, wrong)


def test_it_reads_a_reversed_item_as_the_same_item_turned_round():
    assert BANK.keyed_up("up", 2) == BANK.keyed_up("down", 4) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": 3},
        {"key": 0},
        {"key": True},
        {"key": "up"},
        {"facet": None},
        {"shift": math.nan},
        {"shift": "high"},
        {"slope": 0.0},
        {"slope": math.inf},
        {"slope": 9.0},
        {"spread": -1.0},
        {"spread": math.nan},
    ],
)
def test_it_refuses_an_item_that_makes_no_sense_and_names_it(wrong):
    with pytest.raises(ValueError, match=r"'one'|an item's id"):
        m.Item(**{"id": "one", "facet": "open", "key": 1, **wrong})


def test_it_refuses_an_item_of_an_unknown_facet_and_names_both():
    with pytest.raises(ValueError, match=r"'love' of item 'one' is none of the facets open"):
        m.Bank.of([m.Item("one", "love", 1)])


def test_it_refuses_two_items_of_one_id():
    with pytest.raises(ValueError, match="share an id: 'one'"):
        m.Bank.of([m.Item("one", "open", 1), m.Item("one", "worth", 1)])


@pytest.mark.parametrize("unknown", ["two", None, 3, ["up"]])
def test_it_says_which_item_is_unknown(unknown):
    with pytest.raises(m.UnknownItemError, match="holds no item"):
        m.answer(m.start(), BANK, 0, unknown, 4)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"facets": ()}, "needs a facet"),
        ({"facets": ("a", "a")}, "'a' names two"),
        ({"facets": ("a", "")}, "facet's name"),
        ({"answers": 1}, "number of answers"),
        ({"answers": 5.0}, "number of answers"),
        ({"axes": (m.Axis("sum", ("a", "c")),)}, "'c' of the axis 'sum'"),
        ({"axes": (m.Axis("sum", ()),)}, "'sum' has no facet"),
        ({"axes": (m.Axis("a", ("a",)),)}, "'a' names two"),
    ],
)
def test_it_refuses_a_questionnaire_that_makes_no_sense(wrong, named):
    with pytest.raises(ValueError, match=named):
        m.Questionnaire(**{"facets": ("a", "b"), **wrong})


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer_sd": 0.0},
        {"facet_sd": math.nan},
        {"kept": 1.5},
        {"kept": -0.1},
        {"means": np.array([3.0, math.nan])},
    ],
)
def test_it_refuses_assumptions_that_make_no_sense_and_names_them(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        dataclasses.replace(m.DEFAULT, **wrong)


def test_it_refuses_assumptions_about_other_facets():
    assumptions = dataclasses.replace(m.DEFAULT, means=np.full(3, 3.0))
    with pytest.raises(ValueError, match="not about 10 facets"):
        m.standing(m.start(), BANK_OF_ALL, assumptions=assumptions)
