"""Who is afraid is never advised to do things as two; nobody else is kept from it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.engines.guide.fear import DAYS, QUESTIONS, Afraid, Answers, Locked, Unasked, rule_on

TODAY = date(2026, 11, 24)
days = st.integers(0, 200).map(lambda ago: TODAY - timedelta(days=ago))
answers = st.none() | st.integers(0, 3)
check_ups = st.lists(
    st.builds(Answers, day=days, say_no=answers, disagree=answers, at_home=answers), max_size=5
)
calm = st.builds(
    Answers,
    day=days,
    say_no=st.sampled_from([None, 0]),
    disagree=st.sampled_from([None, 0]),
    at_home=st.sampled_from([None, 0]),
)


CALM = dict.fromkeys(QUESTIONS, 0)


def ago(count, **given):
    return Answers(day=TODAY - timedelta(days=count), **given)


@pytest.mark.parametrize("answer", [1, 2, 3])
@pytest.mark.parametrize("question", QUESTIONS)
def test_any_answer_but_never_to_any_question_stops_joint_advice_and_shows_the_way(question, answer):
    ruling = rule_on([ago(3, **{question: answer})], TODAY)
    assert not ruling.joint
    assert ruling.shows_safety
    assert ruling.why == Afraid(
        questions=(question,), day=TODAY - timedelta(days=3), again_on=TODAY + timedelta(days=53)
    )


def test_it_holds_for_eight_weeks_to_the_day():
    assert DAYS == 8 * 7
    assert not rule_on([ago(55, say_no=1)], TODAY).joint
    assert rule_on([ago(56, **CALM | {"say_no": 1})], TODAY).joint


def test_it_holds_from_the_same_day_on():
    assert not rule_on([ago(0, at_home=1)], TODAY).joint


def test_an_answer_dated_tomorrow_counts_already():
    assert not rule_on([ago(-1, at_home=1)], TODAY).joint


def test_never_to_all_three_leaves_everything_as_it_is():
    ruling = rule_on([ago(1, **CALM)], TODAY)
    assert ruling.joint
    assert not ruling.shows_safety
    assert ruling.why is None


def test_whoever_was_not_asked_yet_is_advised_nothing_for_two_and_told_nothing_of_fear():
    ruling = rule_on([], TODAY)
    assert ruling.why == Unasked()
    assert ruling.unasked
    assert not ruling.joint
    assert not ruling.shows_safety


@pytest.mark.parametrize("left_out", QUESTIONS)
def test_each_of_the_three_has_to_be_answered_once(left_out):
    answered = [ago(100, **CALM | {left_out: None})]
    assert rule_on(answered, TODAY).unasked
    assert rule_on([*answered, ago(1, **{left_out: 0})], TODAY).joint


def test_skipped_is_not_asked():
    assert rule_on([ago(1)], TODAY) == rule_on([], TODAY)


def test_a_later_never_does_not_shorten_it():
    before = [ago(20, say_no=2)]
    assert rule_on([*before, ago(0, **CALM)], TODAY) == rule_on(before, TODAY)


def test_a_second_answer_starts_the_eight_weeks_again_and_both_are_named():
    ruling = rule_on([ago(30, at_home=3), ago(2, say_no=1)], TODAY)
    assert ruling.why == Afraid(
        questions=("say_no", "at_home"), day=TODAY - timedelta(days=2), again_on=TODAY + timedelta(days=54)
    )


def test_locked_advises_nothing_joint_and_says_nothing():
    ruling = rule_on(Locked(), TODAY)
    assert not ruling.joint
    assert not ruling.shows_safety
    assert ruling.why == Locked()


@pytest.mark.parametrize("answer", [-1, 4, 17])
def test_what_is_not_understood_does_not_pass_for_never(answer):
    with pytest.raises(ValueError, match="disagree is 0"):
        Answers(day=TODAY, disagree=answer)


@given(check_ups)
def test_joint_steps_and_the_way_to_safety_are_never_advised_at_once(known):
    ruling = rule_on(known, TODAY)
    assert not (ruling.joint and ruling.shows_safety)
    assert ruling.joint or ruling.shows_safety or ruling.unasked


@given(check_ups, calm)
def test_never_and_skipped_change_nothing_once_all_was_asked(known, quiet):
    known = [*known, ago(150, **CALM)]
    assert rule_on([*known, quiet], TODAY) == rule_on(known, TODAY)


@given(check_ups, check_ups)
def test_more_answers_never_give_leave_back_to_who_was_afraid(known, more):
    if rule_on(known, TODAY).shows_safety:
        assert rule_on([*known, *more], TODAY).shows_safety


@given(check_ups, st.randoms(use_true_random=False))
def test_the_order_of_check_ups_does_not_matter(known, dice):
    mixed = list(known)
    dice.shuffle(mixed)
    assert rule_on(mixed, TODAY) == rule_on(known, TODAY)


@given(check_ups)
def test_it_ends_on_the_day_that_it_names(known):
    why = rule_on(known, TODAY).why
    if isinstance(why, Afraid):
        assert rule_on(known, why.again_on - timedelta(days=1)).shows_safety
        assert not rule_on(known, why.again_on).shows_safety


@given(check_ups)
def test_how_much_somebody_is_afraid_does_not_matter(known):
    often = [replace(one, **dict.fromkeys(one.afraid(), 3)) for one in known]
    assert rule_on(often, TODAY) == rule_on(known, TODAY)


@given(check_ups)
def test_what_was_answered_more_than_eight_weeks_ago_shows_no_way_out_any_more(known):
    recent = [one for one in known if (TODAY - one.day).days < DAYS]
    assert rule_on(recent, TODAY).shows_safety is rule_on(known, TODAY).shows_safety
