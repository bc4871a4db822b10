import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines import measure as m
from bothand.engines.measure import FACET_NAMES

BANK = m.Bank.of(m.Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in FACET_NAMES for n in range(12))
IDS = [item.id for item in BANK.items]
LIMITS = [item.id for item in BANK.items if item.facet == "limits"]
AT = FACET_NAMES.index("limits")


def as_worded(item, up):
    return up if BANK[item].key == 1 else 6 - up


def eight_weeks(before, since, answered_before=3):
    """A few answers about limits, an anchor, then five a week for eight weeks: what changed, and both standings."""
    state = m.start()
    for item in LIMITS[:answered_before]:
        state = m.answer(state, BANK, 0, item, as_worded(item, before))
    state = m.anchored(state, 0, "plan")
    for week in range(1, 9):
        for n in range(5):
            item = LIMITS[(week * 5 + n) % len(LIMITS)]
            state = m.answer(state, BANK, week * 7, item, as_worded(item, since))
    return state, m.changes(state, BANK, "plan").facets[AT]


def test_it_says_a_change_from_three_answers_of_2_to_forty_of_4():
    state, change = eight_weeks(2, 4)
    assert change.said == "up"
    assert change.low > 0
    assert change.now.value == m.standing(state, BANK).facet("limits").answer.value


def test_a_larger_change_is_told_as_a_larger_one():
    found = [eight_weeks(2, since)[1] for since in (1, 2, 3, 4, 5)]
    assert all(one.difference < other.difference for one, other in pairwise(found))
    assert [one.said for one in found[1:]] == [None, None, "up", "up"]


def test_what_came_later_does_not_rewrite_the_past():
    _, change = eight_weeks(2, 5)
    assert change.then.value < 3


def test_it_is_turned_round_when_every_answer_is():
    _, up = eight_weeks(2, 4, 8)
    _, down = eight_weeks(4, 2, 8)
    assert down.said == "down"
    assert down.difference == pytest.approx(-up.difference)
    assert down.rose == pytest.approx(1 - up.rose)


def test_it_says_no_change_where_nothing_new_was_heard():
    state = m.start()
    for item in IDS[::3]:
        state = m.answer(state, BANK, 0, item, as_worded(item, 4))
    found = m.changes(m.anchored(state, 0, "plan"), BANK, "plan", 56)
    assert all(one.said is None for one in (*found.facets, *found.axes))
    assert all(one.low < -1 and one.high > 1 for one in found.facets)


def test_it_says_no_change_on_the_day_of_the_anchor():
    state = m.start()
    for item in IDS[::3]:
        state = m.answer(state, BANK, 0, item, as_worded(item, 4))
    found = m.changes(m.anchored(state, 0, "plan"), BANK, "plan")
    assert (found.since, found.day) == (0, 0)
    assert all(abs(one.difference) < 1e-9 and one.said is None for one in found.facets)


def test_it_tells_the_change_of_an_axis_from_its_facets():
    state, _ = eight_weeks(2, 4)
    found = m.changes(state, BANK, "plan")
    selfhood = next(axis for axis in m.RELATIONSHIP.axes if axis.name == "selfhood")
    own = [found.facets[FACET_NAMES.index(name)].difference for name in selfhood.facets]
    assert found.axes[1].difference == pytest.approx(math.fsum(own) / 5)


def test_more_answers_before_the_anchor_tell_more_of_a_change():
    few, many = (eight_weeks(3, 3, answered_before=count)[1] for count in (3, 10))
    assert many.high - many.low < few.high - few.low


def test_it_does_not_know_an_anchor_that_was_never_set():
    with pytest.raises(KeyError):
        m.changes(m.start(), BANK, "plan")
    with pytest.raises(ValueError, match="name of an anchor"):
        m.anchored(m.start(), 0, "")


def test_it_refuses_a_day_before_the_states():
    state = m.answer(m.anchored(m.start(), 0, "plan"), BANK, 7, IDS[0], 4)
    with pytest.raises(ValueError, match="day 6 is before"):
        m.changes(state, BANK, "plan", 6)


@st.composite
def lives(draw):
    """Visits with answers around levels that may jump, an anchor somewhere, and a bank of any size."""
    size = draw(st.sampled_from([1, 2, 4, 12]))
    bank = m.Bank.of(
        m.Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in FACET_NAMES for n in range(size)
    )
    focus = draw(st.sampled_from([None, m.Focus("limits", 5)]))
    days = sorted(draw(st.lists(st.integers(0, 200), min_size=2, max_size=10, unique=True)))
    anchor = draw(st.integers(0, len(days) - 2))
    state = m.start()
    for visit, day in enumerate(days):
        level = draw(st.integers(1, 5))
        for item in m.choose(state, bank, day, draw(st.sampled_from([3, 7, 24])), focus):
            up = min(5, max(1, level + draw(st.sampled_from([-1, 0, 0, 0, 1]))))
            given_ = draw(st.sampled_from([up, up, up, None]))
            state = m.answer(
                state, bank, day, item, given_ if given_ is None or bank[item].key == 1 else 6 - given_
            )
        if visit == anchor:
            state = m.anchored(state, day, "plan")
    return state, bank, days[anchor], days[-1] + draw(st.integers(0, 30))


@settings(max_examples=150, deadline=None)
@given(lives())
def test_what_is_said_of_a_change_never_contradicts_the_two_standings(life):
    state, bank, since, day = life
    then, now = m.standing(state.at("plan"), bank, since), m.standing(state, bank, day)
    found = m.changes(state, bank, "plan", day)
    assert (found.since, found.day) == (since, day)
    for change, before, after in zip(
        (*found.facets, *found.axes),
        (*then.facets, *then.axes),
        (*now.facets, *now.axes),
        strict=True,
    ):
        assert (change.then, change.now) == (before.answer, after.answer)
        assert change.low <= after.answer.value - before.answer.value <= change.high
        assert change.low <= change.difference <= change.high
        if change.said == "up":
            assert after.answer.value > before.answer.value
            assert change.difference > 0
            assert change.low > 0
            assert change.rose > 0.99
        if change.said == "down":
            assert after.answer.value < before.answer.value
            assert change.difference < 0
            assert change.high < 0
            assert change.rose < 0.01
