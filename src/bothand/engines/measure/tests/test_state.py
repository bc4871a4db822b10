import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines import measure as m

BANK = m.Bank.of(m.Item(f"{name}-{n}", name, 1 if n % 2 else -1) for name in m.FACET_NAMES for n in range(27))
IDS = [item.id for item in BANK.items]


def answered():
    return st.builds(
        m.Answered, st.integers(0, 60), st.sampled_from(IDS), st.sampled_from([None, 1, 2, 3, 4, 5])
    )


def anchored():
    return st.builds(m.Anchored, st.integers(0, 60), st.sampled_from(["plan", "first", "quarter"]))


def dropped():
    return st.builds(m.Dropped, st.integers(0, 60), st.sampled_from(["plan", "first"]))


histories = st.lists(st.one_of(answered(), answered(), answered(), anchored(), dropped()), max_size=30).map(
    lambda events: sorted(events, key=lambda event: event.day)
)


def answers(state):
    return [one.answer for one in m.standing(state, BANK).facets]


def a_year(weeks=52):
    rng = np.random.default_rng(7)
    state, events = m.start(), []
    for week in range(weeks):
        if week == 8:
            events.append(m.Anchored(week * 7, "plan"))
            state = m.heard(state, BANK, events[-1])
        for item in m.choose(state, BANK, week * 7, 7 if week else 24):
            given_ = None if rng.random() < 0.1 else int(rng.integers(1, 6))
            events.append(m.Answered(week * 7, item, given_))
            state = m.heard(state, BANK, events[-1])
        state = m.from_bytes(m.to_bytes(state))
    return state, events


@settings(max_examples=60, deadline=None)
@given(histories)
def test_it_is_whole_after_any_history(events):
    m.rebuild(BANK, events).check()


@settings(max_examples=40, deadline=None)
@given(histories, st.integers(0, 30))
def test_it_is_rebuilt_to_the_last_bit_from_any_place(events, cut):
    stored = m.from_bytes(m.to_bytes(m.rebuild(BANK, events[:cut])))
    for event in events[cut:]:
        stored = m.heard(stored, BANK, event)
    rebuilt = m.rebuild(BANK, events)
    assert stored == rebuilt
    assert m.to_bytes(stored) == m.to_bytes(rebuilt)


def test_it_equals_its_history_after_a_year_of_storing_each_week():
    state, events = a_year()
    assert m.rebuild(BANK, events) == state


def test_it_stays_bounded_however_many_items_are_asked():
    state = m.start()
    for day, item in enumerate(IDS):
        state = m.answer(state, BANK, day, item, 4)
        if day % 60 == 0:
            state = m.anchored(state, day, str(day % 4))
    state.check()
    assert len(state.items) == m.MAX_ITEMS < len(IDS)
    assert IDS[0] not in [item.id for item in state.items]
    assert len(m.to_bytes(state)) < 150_000


def test_it_forgets_an_item_in_its_anchors_too():
    state = m.anchored(m.answer(m.start(), BANK, 0, IDS[0], 4), 0, "plan")
    for day, item in enumerate(IDS[1 : m.MAX_ITEMS + 2]):
        state = m.answer(state, BANK, day, item, 4)
    state.check()
    assert len(state.at("plan").items) == 0
    m.changes(state, BANK, "plan")


def test_it_takes_a_skipped_question_for_no_answer():
    state = m.answer(m.start(), BANK, 0, "open-0", 5)
    skipped = m.answer(state, BANK, 0, "open-1", None)
    assert answers(skipped)[1:] == answers(state)[1:]
    assert skipped.turn == state.turn + 1


@given(st.sampled_from(IDS))
def test_it_does_not_read_a_skip_as_a_middle_answer(item):
    skipped = answers(m.answer(m.start(), BANK, 0, item, None))
    middle = answers(m.answer(m.start(), BANK, 0, item, 3))
    assert sum(one.spread for one in middle) < sum(one.spread for one in skipped)


@given(st.integers(1, 3000))
def test_it_grows_less_sure_with_time_and_levels_off(days):
    state = m.start()
    for item in IDS[::7]:
        state = m.answer(state, BANK, 0, item, 4)
    now, then, never = answers(state), answers(m.advance(state, days)), answers(m.start())
    assert all(one.spread <= later.spread + 1e-12 for one, later in zip(now, then, strict=True))
    assert all(later.spread <= before.spread + 1e-12 for later, before in zip(then, never, strict=True))


@given(st.integers(1, 60), st.integers(1, 60))
def test_it_minds_the_days_gone_by_and_not_the_steps(first, second):
    state = m.answer(m.start(), BANK, 0, "own-1", 5)
    once = m.advance(state, first + second)
    twice = m.advance(m.advance(state, first), first + second)
    assert np.allclose(once.sums, twice.sums)


def test_it_refuses_a_day_before_the_last():
    state = m.answer(m.start(), BANK, 10, "own-1", 5)
    with pytest.raises(ValueError, match="rebuild"):
        m.answer(state, BANK, 9, "own-2", 5)
    with pytest.raises(ValueError, match="rebuild"):
        m.choose(state, BANK, 9)


def test_it_refuses_an_item_not_in_the_bank():
    with pytest.raises(m.UnknownItemError):
        m.answer(m.start(), BANK, 0, "love-1", 5)


def test_it_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        m.answer(m.start(), BANK, 0, "own-1", 5).sums[0, 0] = 2.0


def test_it_refuses_a_fifth_anchor_and_replaces_one_of_the_same_name():
    state = m.start()
    for day, name in enumerate("abcd"):
        state = m.anchored(state, day, name)
    with pytest.raises(ValueError, match="4 anchors"):
        m.anchored(state, 5, "e")
    again = m.anchored(state, 5, "b")
    again.check()
    assert [(anchor.name, anchor.day) for anchor in again.anchors] == [("a", 0), ("c", 2), ("d", 3), ("b", 5)]


def test_it_drops_an_anchor_and_is_as_if_there_had_been_none():
    plain = m.answer(m.start(), BANK, 0, "own-1", 5)
    with_one = m.answer(m.anchored(m.start(), 0, "plan"), BANK, 0, "own-1", 5)
    without = m.dropped(with_one, "plan")
    assert without == plain
    assert m.dropped(without, "plan") is without


def test_it_refuses_bytes_that_are_no_state():
    good = m.to_bytes(m.answer(m.start(), BANK, 0, "own-1", 5))
    for bad in (
        b"",
        b"{}",
        b"[]\n",
        good[:-8],
        good + b"12345678",
        b"x" + good,
        good.replace(b"own-1", b"own-1\\"),
    ):
        with pytest.raises(m.BrokenStateError):
            m.from_bytes(bad)


def test_it_says_when_a_state_is_of_another_version():
    old = dataclasses.replace(m.start(), version=m.VERSION + 1)
    with pytest.raises(m.OtherVersionError):
        m.from_bytes(m.to_bytes(old))


@pytest.mark.parametrize("where", [(0, column) for column in range(3)])
@pytest.mark.parametrize("wrong", [-5.0, np.nan, np.inf])
def test_it_notices_sums_that_no_history_gives(where, wrong):
    state = m.answer(m.start(), BANK, 0, "own-1", 5)
    sums = state.sums.copy()
    sums[where] = wrong
    with pytest.raises(m.BrokenStateError):
        dataclasses.replace(state, sums=sums).check()


@pytest.mark.parametrize("wrong", [{"turns": ()}, {"items": ()}, {"sums": np.zeros((1, 2))}])
def test_it_notices_parts_that_do_not_fit(wrong):
    with pytest.raises(m.BrokenStateError):
        dataclasses.replace(m.answer(m.start(), BANK, 0, "own-1", 5), **wrong).check()


def test_it_learns_about_other_facets_too():
    now = answers(m.answer(m.start(), BANK, 0, "open-1", 5))
    assert now[0].value > now[1].value > 3
    assert now[1].value == pytest.approx(now[9].value)
