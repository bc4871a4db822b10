"""Something different each day, none twice until all were there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.engines.guide import order_round, pick_for_day

ids = st.lists(st.text(min_size=1, max_size=3), min_size=1, max_size=40, unique=True)


@given(ids, st.integers(0, 100_000))
def test_none_comes_twice_until_all_were_there(names, start):
    seen = [pick_for_day(start + day, names) for day in range(len(names))]
    assert sorted(seen) == sorted(names)


@given(ids, st.lists(st.text(min_size=1, max_size=3), max_size=10))
def test_what_is_near_comes_earlier_and_nothing_is_lost_or_added(names, near):
    order = order_round(names, near)
    assert sorted(order) == sorted(names)
    wanted = [one for one in dict.fromkeys(near) if one in names]
    assert [one for one in order if one in wanted] == wanted
    if wanted:
        assert order[0] == wanted[0]


def test_an_empty_round_is_refused():
    with pytest.raises(ValueError, match="nothing"):
        pick_for_day(0, [])
