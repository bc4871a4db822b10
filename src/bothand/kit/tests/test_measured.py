"""Check-ins and what follows from them: kept in step, computed again, and the same either way."""

import itertools
from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.domain import measurement, standing
from bothand.domain.checkins import (
    CHECKUP,
    PLAN,
    TALK_HEARD,
    TALK_SAFE,
    Answers,
    FearAnswers,
    MeasureState,
    Rhythm,
    days_since,
    merge_states,
    read_rhythm,
    ruling_answers,
)
from bothand.domain.measurement import Sitting
from bothand.domain.reading import read_person
from bothand.vault.errors import Conflict, Missing
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

TODAY = date(2026, 11, 24)
ITEMS = [one.id for one in measurement.fold_whole().items]
answers = st.tuples(st.sampled_from([*ITEMS[::9], "F9-99"]), st.integers(-1, 5))


def rated(given):
    """Answers about a talk, from answers about anything."""
    return tuple(zip((TALK_HEARD, TALK_SAFE), (answer for _item, answer in given), strict=False))


sittings = st.builds(
    lambda day, sort, given, ideals, alone, closes: Answers(
        day=TODAY + timedelta(days=day),
        sort=sort,
        given=() if sort == "plan" else rated(given) if sort == "talk" else tuple(dict(given).items()),
        ideals=tuple(dict(ideals).items()) if sort == "first" else (),
        alone=alone,
        closes=closes and sort == "checkup",
    ),
    st.integers(0, 1000),
    st.sampled_from(["first", "weekly", "weekly", "checkup", "plan", "talk", "talk"]),
    st.lists(answers, max_size=6),
    st.lists(st.tuples(st.sampled_from(["open", "self"]), st.integers(0, 5)), max_size=2),
    st.booleans(),
    st.booleans(),
)


def weekly(day, answer=4, items=ITEMS[:7]):
    return Answers(day=day, sort="weekly", given=tuple((item, answer) for item in items), alone=True)


def kept(person):
    return person.mine.only(MeasureState).record


@settings(max_examples=25, deadline=None)
@given(st.lists(sittings, max_size=8), st.randoms(use_true_random=False))
def test_folded_at_once_or_step_by_step_or_in_another_order_it_is_the_same(drawn, shuffle):
    history = [
        Sitting(number.to_bytes(16, "big"), one)
        for number, one in enumerate(sorted(drawn, key=lambda one: one.day))
    ]
    state = MeasureState(program=measurement.PROGRAM)
    for one in history:
        state = measurement.fold_sitting(state, one.answers)
    mixed = list(history)
    shuffle.shuffle(mixed)
    assert measurement.fold_history(mixed) == state == measurement.fold_history(history)


def test_two_days_on_both_sides_of_a_year_ago_are_kept_alike_however_it_was_folded():
    """Found by chance: in one month, one day over a year ago and one just within it."""
    days = (0, ()), (250, (("F1-01", 1),)), (251, (("F1-01", 1),)), (617, (("F1-01", 1),))
    history = [
        Sitting(
            number.to_bytes(16, "big"), Answers(day=TODAY + timedelta(days=day), sort="first", given=given)
        )
        for number, (day, given) in enumerate(days)
    ]
    state = MeasureState(program=measurement.PROGRAM)
    for one in history:
        state = measurement.fold_sitting(state, one.answers)
    for mixed in itertools.permutations(history):
        assert measurement.fold_history(mixed) == state


def test_what_is_stored_after_each_sitting_equals_what_the_history_gives(noa):
    for number in range(12):
        standing.add_answers(
            noa.mine, weekly(TODAY + timedelta(days=7 * number), 1 + number % 5, ITEMS[number::11]), new_id()
        )
    assert kept(noa) == measurement.fold_history(
        Sitting(one.id, one.record) for one in noa.mine.query().items if isinstance(one.record, Answers)
    )
    assert kept(noa).count == 12


def test_with_talks_among_them_what_is_stored_equals_what_the_history_gives(noa):
    for number in range(6):
        day = TODAY + timedelta(days=7 * number)
        standing.add_answers(noa.mine, weekly(day, 1 + number % 5, ITEMS[number::11]), new_id())
        rating = ((TALK_HEARD, 1 + number % 5), (TALK_SAFE, 2))
        standing.keep_talk(noa.mine, day - timedelta(days=number % 3), rating, bytes([number]) * 16)
    assert kept(noa) == measurement.fold_history(
        Sitting(one.id, one.record) for one in noa.mine.query().items if isinstance(one.record, Answers)
    )


def test_how_a_talk_was_moves_its_two_sides_a_little_and_no_day_or_point(noa):
    standing.add_answers(noa.mine, weekly(TODAY, 3, ITEMS[::5]), new_id())
    before, days = standing.state_of(noa.mine), read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items)
    later = TODAY + timedelta(days=3)
    standing.keep_talk(noa.mine, later, ((TALK_HEARD, 5), (TALK_SAFE, 1)), b"t" * 16)
    after = standing.state_of(noa.mine)
    was, now = (standing.standing_from(one, later, alone=True) for one in (before, after))
    assert 0.02 < now.facet("heard").answer.value - was.facet("heard").answer.value < 0.5
    assert 0.02 < was.facet("open").answer.value - now.facet("open").answer.value < 0.5
    assert read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items) == days
    assert (after.record.trail, after.record.recent, after.record.checked, after.record.first) == (
        before.record.trail, before.record.recent, before.record.checked, before.record.first
    )  # fmt: skip
    assert after.engine.anchors == before.engine.anchors


def test_a_talk_says_less_than_a_question_about_the_week(noa):
    def moved(one):
        known = measurement.engine_state(measurement.fold_history([Sitting(b"a" * 16, one)]))
        now = measurement.measure.standing(known, measurement.fold_whole(), TODAY.toordinal() + 7)
        return now.facet("heard").answer.value - 3

    question = next(one.id for one in measurement.fold_whole().items if one.facet == "heard" and one.key == 1)
    talk = Answers(day=TODAY, sort="talk", given=((TALK_HEARD, 5),))
    assert 0 < moved(talk) < 0.75 * moved(Answers(day=TODAY, sort="weekly", given=((question, 5),)))


def test_how_a_talk_was_said_otherwise_or_taken_back_is_computed_again(noa):
    standing.add_answers(noa.mine, weekly(TODAY), new_id())
    before = kept(noa)
    standing.keep_talk(noa.mine, TODAY, ((TALK_HEARD, 5),), b"t" * 16)
    high = kept(noa)
    standing.keep_talk(noa.mine, TODAY, ((TALK_HEARD, 5),), b"t" * 16)
    assert kept(noa) == high
    standing.keep_talk(noa.mine, TODAY, ((TALK_HEARD, 1),), b"t" * 16)
    assert kept(noa).engine != high.engine
    standing.keep_talk(noa.mine, TODAY, (), b"t" * 16)
    assert kept(noa) == before
    standing.keep_talk(noa.mine, TODAY, ((TALK_HEARD, 5),), b"t" * 16)
    assert kept(noa) == high


def test_no_check_in_asks_about_a_talk_and_who_only_talked_has_not_begun(noa):
    standing.keep_talk(noa.mine, TODAY, ((TALK_HEARD, 4), (TALK_SAFE, 4)), b"t" * 16)
    known = standing.state_of(noa.mine)
    for alone in (True, False):
        asked = standing.next_items(known, TODAY, 200, alone=alone)
        assert not {TALK_HEARD, TALK_SAFE} & set(asked)
    assert TALK_HEARD not in measurement.fold_whole()
    assert known.empty
    assert read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items) == Rhythm()


def test_a_sitting_sent_twice_is_one(noa):
    record_id = new_id()
    for _ in range(2):
        standing.add_answers(noa.mine, weekly(TODAY), record_id)
    assert kept(noa).count == 1
    assert len(noa.mine.all_of(Answers).items) == 1


def test_a_sitting_of_an_earlier_day_takes_its_place_in_the_history(noa):
    standing.add_answers(noa.mine, weekly(TODAY, 5), new_id())
    standing.add_answers(noa.mine, weekly(TODAY - timedelta(days=30), 1), new_id())
    assert [date.fromordinal(one.day) for one in kept(noa).trail] == [TODAY - timedelta(days=30), TODAY]


def test_a_state_that_does_not_open_is_computed_again(noa):
    standing.add_answers(noa.mine, weekly(TODAY), new_id())
    before = kept(noa)
    opened = noa.mine.only(MeasureState)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [opened.id])
    assert standing.state_of(noa.mine).record == before
    assert kept(noa) == before


def test_a_state_of_another_program_is_computed_again(noa):
    standing.add_answers(noa.mine, weekly(TODAY), new_id())
    before = kept(noa)
    noa.mine.derive(measurement.is_stale(before, before))
    assert standing.state_of(noa.mine).record == before
    assert kept(noa) == before


def test_a_sitting_of_the_past_that_is_taken_away_leaves_nothing_behind(noa):
    record_id = new_id()
    standing.add_answers(noa.mine, weekly(TODAY - timedelta(days=7)), new_id())
    before = kept(noa)
    standing.add_answers(noa.mine, weekly(TODAY, 1), record_id)
    standing.recompute(noa.mine, lambda: noa.mine.remove(noa.mine.get(Answers, record_id)))
    assert kept(noa) == before
    assert read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items).last == TODAY - timedelta(days=7)


def test_a_change_of_the_past_that_fails_changes_nothing(noa):
    standing.add_answers(noa.mine, weekly(TODAY), new_id())
    before = kept(noa)
    with pytest.raises(Missing):
        standing.recompute(noa.mine, lambda: noa.mine.get(Answers, b"x" * 16))
    assert kept(noa) == before


def test_another_document_under_the_id_is_told(noa):
    other = noa.mine.add(FearAnswers(day=TODAY))
    with pytest.raises(Conflict):
        standing.add_answers(noa.mine, weekly(TODAY), other.id)


def test_it_says_where_somebody_stands_and_how_that_fits_their_ideal(noa):
    first = Answers(
        day=TODAY,
        sort="first",
        given=tuple((item, 4) for item in ITEMS[::5]),
        ideals=(("open", 5), ("own", 0)),
        alone=True,
    )
    standing.add_answers(noa.mine, first, new_id())
    known = standing.state_of(noa.mine)
    now = standing.standing_from(known, TODAY, alone=True)
    now.check()
    reading = read_person(known, TODAY, alone=True)
    assert (reading.stands("open"), reading.wishes["open"].said) == (now.facet("open").answer, 5)
    assert list(reading.wishes) == ["open"]
    assert standing.changes_since(known, CHECKUP, TODAY, alone=True).since == TODAY.toordinal()
    assert standing.changes_since(known, PLAN, TODAY, alone=True) is None


def test_a_plan_lays_a_day_to_compare_with(noa):
    standing.add_answers(noa.mine, weekly(TODAY), new_id())
    standing.lay_anchor(noa.mine, TODAY, new_id(), alone=True)
    later = TODAY + timedelta(days=14)
    standing.add_answers(noa.mine, weekly(later, 1), new_id())
    found = standing.changes_since(standing.state_of(noa.mine), PLAN, later, alone=True)
    assert found.since == TODAY.toordinal()


def test_the_first_check_in_of_a_plan_is_where_it_starts_and_the_second_is_not(noa):
    standing.lay_anchor(noa.mine, TODAY, new_id(), alone=True)
    days = [TODAY + timedelta(days=days) for days in (4, 11)]
    for day in days:
        standing.add_answers(noa.mine, weekly(day), new_id())
    known = standing.state_of(noa.mine)
    assert standing.changes_since(known, PLAN, days[1], alone=True).since == days[0].toordinal()


def test_a_skipped_check_in_and_a_talk_are_no_start_of_a_plan(noa):
    standing.lay_anchor(noa.mine, TODAY, new_id(), alone=True)
    day = TODAY + timedelta(days=2)
    standing.add_answers(noa.mine, Answers(day=day, sort="weekly", given=((ITEMS[0], 0),)), new_id())
    standing.keep_talk(noa.mine, day, ((TALK_HEARD, 5),), b"t" * 16)
    known = standing.state_of(noa.mine)
    assert standing.changes_since(known, PLAN, day, alone=True).since == TODAY.toordinal()


def test_of_two_days_laid_in_turn_one_is_always_old_enough():
    state = MeasureState(program=measurement.PROGRAM)
    for week in range(40):
        day = TODAY + timedelta(days=7 * week)
        state = measurement.fold_sitting(state, weekly(day))
        laid = [
            day.toordinal() - one.day
            for one in measurement.engine_state(state).anchors
            if one.name in measurement.SEASONS
        ]
        assert max(laid) <= 2 * measurement.SEASON
        assert week < 8 or max(laid) >= measurement.SEASON


def test_after_ten_years_what_is_kept_is_bounded():
    points = ()
    for week in range(522):
        points = measurement._trail(points, measurement.Point(TODAY.toordinal() + 7 * week, (), ()))
    assert len(points) < 170
    assert [one.day for one in points] == sorted(one.day for one in points)


def test_the_next_questions_leave_out_what_only_the_check_up_asks_and_what_needs_a_partner(noa):
    known = standing.state_of(noa.mine)
    asked = {
        item
        for alone in (True, False)
        for item in standing.next_items(known, TODAY, 150, alone=alone)
        if not measurement.item_bank(alone=alone, weekly=True)[item]
    }
    assert asked == set()
    weekly_ids = {one.id for one in measurement.item_bank(alone=False, weekly=True).items}
    assert not weekly_ids & {"F3-24", "F10-13", "C7-01"}
    chosen = standing.next_items(known, TODAY, 7, alone=True, focus="limits")
    assert sum(item.startswith("F6-") for item in chosen) == 5


def test_the_rhythm_of_somebody_new_is_empty():
    assert days_since(read_rhythm(()), TODAY) is None
    assert merge_states(Rhythm(), Rhythm(last=TODAY)).last == TODAY


def test_the_fear_rule_is_asked_of_ones_own_answers(noa):
    assert ruling_answers(noa.mine.query(shelf=Shelf.STANDS).items, TODAY).unasked
    noa.answer_never(TODAY)
    assert ruling_answers(noa.mine.query(shelf=Shelf.STANDS).items, TODAY).joint
    noa.mine.add(FearAnswers(day=TODAY, say_no=2))
    assert not ruling_answers(noa.mine.query(shelf=Shelf.STANDS).items, TODAY).joint
