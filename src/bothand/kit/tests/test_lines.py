"""A line takes away only what its owner takes part in, and says where."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bothand.domain.boundaries import (
    DAY,
    Boundary,
    Line,
    Option,
    Reach,
    SharedBoundary,
    Slot,
    Times,
    Wording,
    boundary_reaches,
    left_of,
    own_lines,
    ruling_out,
    shared_lines,
    taken_options,
    taken_times,
)
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

A, B = b"A" * 16, b"B" * 16
DAY_ONE = date(2026, 11, 24)
KEYS = st.sampled_from(["who cooks/both", "who cooks/Sam", "holiday/sea"])
times = st.builds(
    lambda days, start, end: Times(days=tuple(sorted(days)), start=start, end=end),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(0, DAY - 1),
    st.integers(0, DAY),
)
lines_of_a = st.builds(
    Line,
    st.binary(min_size=16, max_size=16),
    st.just(A),
    st.just("time"),
    st.sampled_from(Reach),
    st.lists(times, max_size=3).map(tuple),
    st.frozensets(KEYS),
)
people = st.sampled_from([frozenset({A}), frozenset({B}), frozenset({A, B})])


def slots(concerns):
    return st.builds(
        lambda day, start, length: Slot(day, start, min(DAY, start + length), concerns),
        st.integers(0, 6),
        st.integers(0, DAY - 1),
        st.integers(1, DAY),
    )


@given(st.lists(lines_of_a, max_size=6), KEYS)
def test_a_line_of_a_never_takes_an_option_that_concerns_b_alone(lines, key):
    assert taken_options(lines, [Option(key, frozenset({B}))]) == {}


@given(st.lists(lines_of_a, max_size=6), slots(frozenset({B})))
def test_a_line_of_a_never_takes_a_time_that_concerns_b_alone(lines, slot):
    assert taken_times(lines, slot) == ()
    assert left_of(lines, slot) == (slot,)


@given(lines_of_a, people)
def test_a_line_reaches_nobody_without_its_owner(line, concerns):
    assert not boundary_reaches(line, concerns) or A in concerns


@given(st.lists(lines_of_a, max_size=4), KEYS, people)
def test_an_option_is_taken_by_the_lines_that_rule_it_out_and_reach_it_and_by_no_other(lines, key, concerns):
    found = taken_options(lines, [Option(key, concerns)])
    expected = tuple(one.id for one in lines if key in one.options and boundary_reaches(one, concerns))
    assert found.get(key, ()) == expected


@given(st.lists(lines_of_a, max_size=4), people.flatmap(slots))
def test_what_is_taken_and_what_is_left_make_up_the_slot_minute_by_minute(lines, slot):
    taken, left = taken_times(lines, slot), left_of(lines, slot)
    for minute in range(slot.start, slot.end):
        is_taken = any(start <= minute < end for start, end, _line in taken)
        is_left = any(one.start <= minute < one.end for one in left)
        assert is_taken is not is_left


@given(times)
def test_hours_past_midnight_are_pieces_within_a_day(one):
    pieces = one.pieces()
    assert all(0 <= start < end <= DAY and 0 <= day < 7 for day, start, end in pieces)
    length = (one.end - one.start) % DAY or DAY
    assert sum(end - start for _day, start, end in pieces) == length * len(one.days)


def wording(**more):
    return Wording(**({"firmness": "line", "will": "stay at home", "area": "time"} | more))


def test_only_a_line_that_stands_is_one_in_mine(noa):
    stands = noa.mine.add(Boundary(words=wording(), since=DAY_ONE, options=("holiday/sea",)))
    noa.mine.add(Boundary(words=wording(firmness="flexible"), since=DAY_ONE))
    noa.mine.add(Boundary(words=wording(will="", wish="Stay."), since=DAY_ONE))
    noa.mine.add(Boundary(words=wording(), since=DAY_ONE, ended=DAY_ONE))
    found = own_lines(noa.mine.query(shelf=Shelf.STANDS), noa.opened.id)
    assert found == (Line(stands.id, noa.opened.id, "time", Reach.BOTH, (), frozenset({"holiday/sea"})),)


def test_the_owner_of_a_shown_line_is_who_signed_it_and_no_option_is_told(couple):
    noa, sam = couple
    shown = noa.ours.add(SharedBoundary(words=wording(reach="joint"), since=DAY_ONE, versions=()), new_id())
    sam.ours.add(SharedBoundary(words=wording(firmness="wish"), since=DAY_ONE, versions=()), new_id())
    found = shared_lines(sam.ours.query(shelf=Shelf.STANDS))
    assert found == (Line(shown.id, noa.opened.id, "time", Reach.JOINT, (), frozenset()),)


def test_an_option_is_ruled_out_once():
    once = ruling_out(Boundary(words=wording(), since=DAY_ONE), "holiday/sea")
    assert once.options == ("holiday/sea",)
    assert ruling_out(once, "holiday/sea") is once


def test_a_reach_that_only_a_newer_program_knows_reads_as_all_its_owner_takes_part_in(noa):
    noa.mine.add(Boundary(words=wording(reach="something new"), since=DAY_ONE))
    assert own_lines(noa.mine.query(shelf=Shelf.STANDS), noa.opened.id)[0].reach is Reach.BOTH
