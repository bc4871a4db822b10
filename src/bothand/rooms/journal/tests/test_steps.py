"""Runs of exercises: nothing written is lost by any button, in any order; lists of runs agree whatever came first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bothand.content.sessions import load_exercises
from bothand.rooms.journal.sessions.records import SessionList, WrittenSession
from bothand.rooms.journal.sessions.rules import (
    HANDED,
    OF_SAFETY,
    add_session,
    find_neighbours,
    find_place,
    find_waiting,
    find_words,
    finish_session,
    follow_button,
    merge_sessions,
    remove_session,
    write_words,
)

TODAY = date(2026, 11, 24)
places = st.one_of(st.none(), st.integers(0, 7))
texts = st.text(min_size=1, max_size=20)
buttons = st.sampled_from(["next", "back", "small", "whole", "finish", "leave", "", "odd"])
ids = st.binary(min_size=16, max_size=16)
lists = st.dictionaries(ids, st.sampled_from(["E01", "E02", "E03"]), max_size=8).flatmap(
    lambda known: st.builds(
        SessionList, begun=st.just(tuple(known.items())), open=st.sets(st.sampled_from(sorted(known) or [b""])).map(
            lambda some: tuple(one for one in some if one in known)
        )
    )
)  # fmt: skip


def run(**fields) -> WrittenSession:
    return WrittenSession(day=TODAY, session="E01", **fields)


@given(st.lists(st.tuples(places, texts, buttons), max_size=12))
def test_whatever_is_pressed_the_last_words_beside_each_place_stay(pressed):
    there, last = run(), {}
    for place, text, button in pressed:
        there = follow_button(write_words(there, place, text), place, button, TODAY)
        last[place] = text
    assert all(find_words(there, place) == text for place, text in last.items())
    assert all(text in there.words for text in last.values())


@given(st.lists(st.tuples(places, texts)), places)
def test_taking_words_out_leaves_all_others(written, emptied):
    there = run()
    for place, text in written:
        there = write_words(there, place, text)
    after = write_words(there, emptied, "")
    for place, _text in written:
        expected = "" if place == emptied else find_words(there, place)
        assert find_words(after, place) == expected


@given(st.integers(0, 40), buttons)
def test_a_run_that_was_finished_keeps_its_day(days, button):
    done = follow_button(run(), 4, "finish", TODAY)
    assert follow_button(done, 2, button, TODAY + timedelta(days=days)).done == TODAY


@given(st.text(max_size=6), st.integers(1, 9), st.integers(0, 99))
def test_any_place_that_is_asked_for_is_one_there_is(asked, steps, otherwise):
    assert 0 <= find_place(asked, steps, otherwise) < steps


@given(lists, ids, st.sampled_from(["E01", "E02"]))
def test_a_run_that_was_begun_waits_until_it_is_finished_or_taken_out(known, fresh, exercise):
    begun = add_session(known, fresh, exercise)
    assert add_session(begun, fresh, exercise) == begun
    if fresh not in dict(known.begun):
        assert find_waiting(begun, exercise) == fresh
    assert fresh not in finish_session(begun, fresh).open
    assert fresh not in dict(remove_session(begun, fresh).begun)
    assert set(remove_session(begun, fresh).open) <= set(begun.open)


@given(lists, lists)
def test_two_lists_in_one_hold_every_run_once(present, incoming):
    both = merge_sessions(present, incoming)
    assert dict(both.begun).keys() == dict(present.begun).keys() | dict(incoming.begun).keys()
    assert len(both.begun) == len(dict(both.begun))
    assert set(both.open) <= dict(both.begun).keys()
    assert merge_sessions(both, incoming) == both


@given(lists)
def test_the_times_before_and_after_are_of_the_same_exercise(known):
    for number, (one, exercise) in enumerate(known.begun):
        before, after = find_neighbours(known, one)
        same = [each for each, of in known.begun if of == exercise]
        assert before in {None, *same[: same.index(one)]}
        assert after in {None, *same[same.index(one) + 1 :]}
        assert (before is None) == (one == same[0]), number


def test_what_goes_on_to_another_room_was_written_beside_a_step_that_there_is():
    by_id = {one.id: one for one in load_exercises()}
    for exercise, handed in HANDED.items():
        assert all(place < len(by_id[exercise].steps) for _name, place in handed)
    assert by_id.keys() >= OF_SAFETY
    for one in by_id.values():
        assert (one.id in OF_SAFETY) == ("safety" in " ".join(one.closing))
