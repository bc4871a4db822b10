"""What is advised: always something, always with its reason, never for two where that may not be advised."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.engines.guide import (
    APART,
    BOTH,
    FACET_NAMES,
    NUMBERS,
    OWN,
    PLAN_DAYS,
    PRACTICE_IDS,
    Afraid,
    Answers,
    BrokenAdviceError,
    Facts,
    Known,
    Locked,
    PlanNow,
    Reason,
    Ruling,
    choose_focus,
    list_joint_practices,
    list_own_practices,
    needs_facets,
    next_step,
    propose_plan,
    rule_on,
)

TODAY = date(2026, 11, 24)
FREE = Ruling(why=None)
AFRAID = rule_on([Answers(day=TODAY - timedelta(days=3), say_no=1)], TODAY)
ALL_ROOMS = frozenset(PRACTICE_IDS)


def known(facet, value=3.5, half=0.4, asked=5, wished=None):
    return Known(
        facet=facet,
        value=value,
        low=max(1.0, value - half),
        high=min(5.0, value + half),
        asked=asked,
        wished=wished,
    )


def even(**others):
    """All ten facets alike, but for those named."""
    return tuple(others.get(name) or known(name) for name in FACET_NAMES)


def facts(**given):
    return Facts(**{"today": TODAY, "ruling": FREE, "rooms": ALL_ROOMS, "partner": True} | given)


answers = st.floats(1, 5)
some_known = st.builds(
    lambda facet, three, asked, wished: Known(
        facet=facet, low=min(three), value=sorted(three)[1], high=max(three), asked=asked, wished=wished
    ),
    st.sampled_from(FACET_NAMES),
    st.tuples(answers, answers, answers),
    st.integers(0, 20),
    st.none() | answers,
)
rulings = st.sampled_from([FREE, AFRAID, Ruling(why=Locked())])
plans = st.builds(
    PlanNow,
    facet=st.sampled_from(FACET_NAMES),
    own=st.sampled_from(PRACTICE_IDS),
    both=st.sampled_from(["", *PRACTICE_IDS]),
    began=st.integers(-3, 120).map(lambda ago: TODAY - timedelta(days=ago)),
)
some_facts = st.builds(
    Facts,
    today=st.just(TODAY),
    ruling=rulings,
    facets=st.lists(some_known, max_size=10, unique_by=lambda one: one.facet).map(tuple),
    since_check_in=st.none() | st.integers(0, 400),
    here=st.integers(0, 4000),
    observes=st.booleans(),
    rooms=st.frozensets(st.sampled_from(PRACTICE_IDS)),
    partner=st.booleans(),
    plan=st.none() | plans,
    before=st.frozensets(st.sampled_from(PRACTICE_IDS)),
    put_off=st.booleans(),
)


@given(some_facts)
def test_there_is_always_a_step_and_it_keeps_every_rule(given_facts):
    step = next_step(given_facts)
    step.check(given_facts)
    assert all(len(one.numbers) == NUMBERS[one.id] for one in step.reasons)


@given(some_facts)
def test_there_is_always_a_plan_to_propose_and_it_keeps_every_rule(given_facts):
    propose_plan(given_facts).check(given_facts)


@given(some_facts, st.sampled_from([AFRAID, Ruling(why=Locked()), rule_on([], TODAY)]))
def test_under_the_fear_rule_and_while_nobody_knows_nothing_leads_to_the_other(given_facts, ruling):
    given_facts = replace(given_facts, ruling=ruling)
    step, plan = next_step(given_facts), propose_plan(given_facts)
    assert not step.joint
    assert not plan.both
    assert plan.own in APART
    assert step.practice in {"", *APART}
    assert all(list_joint_practices(given_facts, facet) == () for facet in FACET_NAMES)
    assert {one for facet in FACET_NAMES for one in list_own_practices(given_facts, facet)} <= set(APART)


@given(some_facts)
def test_the_way_to_safety_is_shown_where_the_fear_rule_says_so_and_only_there(given_facts):
    step = next_step(given_facts)
    assert (step.afraid is not None) is isinstance(given_facts.ruling.why, Afraid)


@given(some_facts)
def test_nobody_alone_is_sent_to_do_things_as_two(given_facts):
    alone = replace(given_facts, partner=False)
    assert not next_step(alone).joint
    assert not propose_plan(alone).both


@given(some_facts)
def test_the_same_facts_give_the_same_advice(given_facts):
    again = replace(given_facts)
    assert next_step(given_facts) == next_step(again)
    assert propose_plan(given_facts) == propose_plan(again)


@given(some_facts)
def test_the_first_plan_begins_with_worth_from_within(given_facts):
    assert propose_plan(replace(given_facts, before=frozenset())).own == "P1"


@given(some_facts, st.integers(0, 60))
def test_the_order_in_which_facets_are_told_makes_no_difference_between_unequal_ones(given_facts, turn):
    facets = given_facts.facets[turn % 10 :] + given_facts.facets[: turn % 10]
    one, other = choose_focus(given_facts), choose_focus(replace(given_facts, facets=facets))
    assert (one is None) is (other is None)
    if one is not None and one.facet != other.facet:
        assert one.reason.id == other.reason.id  # equally far below


def test_somebody_new_is_invited_to_look_first():
    step = next_step(facts())
    assert (step.stage, step.name, step.reasons) == ("observe", "check_in", (Reason("nothing_known"),))


def test_an_invitation_stands_three_days_and_rests_for_four():
    said = [next_step(facts(here=day)).name for day in range(14)]
    week = ["check_in"] * 3 + ["something"] * 4
    assert said == week * 2


def test_a_check_in_is_offered_again_after_a_week():
    plan = PlanNow(facet="limits", own="P1", both="", began=TODAY)
    offered = [
        next_step(facts(facets=even(), since_check_in=day, plan=plan)).name for day in (0, 6, 7, 9, 10)
    ]
    assert offered == ["practise", "practise", "check_in", "check_in", "practise"]


def test_a_check_in_that_was_put_off_is_not_offered_again_this_week():
    assert next_step(facts(put_off=True)).name == "something"


@given(some_facts)
def test_facets_that_need_not_be_computed_change_nothing(given_facts):
    if not needs_facets(given_facts):
        assert next_step(given_facts) == next_step(replace(given_facts, facets=()))


def test_without_a_check_in_to_lead_to_it_suggests_something_else():
    assert next_step(facts(observes=False)).name == "something"


def test_after_looking_it_helps_to_understand():
    low = known("limits", value=2.0, wished=4.0)
    step = next_step(facts(facets=even(limits=low), since_check_in=0))
    assert (step.stage, step.name, step.facet) == ("understand", "make_plan", "limits")
    assert step.reasons == (Reason("surely_below_wish", (2.0, 1.6, 2.4, 4.0)),)


def test_low_means_below_one_s_own_ideal_and_not_far_from_closeness():
    far_and_content = known("shared", value=2.0, wished=2.0)
    near_and_not = known("apart", value=3.6, wished=4.8)
    found = choose_focus(facts(facets=even(shared=far_and_content, apart=near_and_not)))
    assert found.facet == "apart"


def test_worth_goes_before_what_is_lower_where_both_are_surely_low():
    both = even(worth=known("worth", value=2.8, wished=4.0), limits=known("limits", value=1.8, wished=4.5))
    assert choose_focus(facts(facets=both)).facet == "worth"


def test_where_nothing_is_surely_low_the_least_known_comes_first():
    found = choose_focus(facts(facets=even(heard=known("heard", half=1.2, asked=1))))
    assert (found.facet, found.reason) == ("heard", Reason("least_known", (2.3, 4.7, 1.0)))


def test_where_all_is_known_well_and_alike_it_names_the_lowest_and_says_that_it_is_not_sure():
    found = choose_focus(facts(facets=even(solve=known("solve", value=3.3))))
    assert (found.facet, found.reason.id) == ("solve", "lowest_now")


def test_a_later_plan_has_the_practice_of_its_facet_once_worth_stands():
    low = known("own", value=1.8, wished=4.0)
    later = facts(facets=even(own=low), before=frozenset({"P1"}))
    assert propose_plan(later).own == "P2"
    unsure = facts(facets=even(own=low, worth=known("worth", value=3.2)), before=frozenset({"P1"}))
    assert (propose_plan(unsure).own, propose_plan(unsure).why_own.id) == ("P1", "worth_unsure")


def test_a_plan_for_two_has_a_practice_whose_room_is_there():
    low = even(solve=known("solve", value=1.8, wished=4.0))
    assert propose_plan(facts(facets=low)).both == "P5"
    assert propose_plan(facts(facets=low, rooms=frozenset({"P1", "P7"}))).both == "P7"
    assert propose_plan(facts(facets=low, rooms=frozenset({"P1"}))).both == ""


def test_a_plan_s_two_practices_take_turns():
    plan = PlanNow(facet="solve", own="P1", both="P5", began=TODAY - timedelta(days=1))
    on = facts(facets=even(), since_check_in=3, plan=plan)
    assert (next_step(on).practice, next_step(on).joint) == ("P5", True)
    next_day = replace(on, today=TODAY + timedelta(days=1))
    assert (next_step(next_day).practice, next_step(next_day).joint) == ("P1", False)


def test_a_plan_for_two_goes_on_alone_under_the_fear_rule():
    plan = PlanNow(facet="solve", own="P7", both="P5", began=TODAY - timedelta(days=1))
    step = next_step(facts(ruling=AFRAID, since_check_in=3, plan=plan))
    assert (step.practice, step.joint) == ("P1", False)
    assert step.afraid == AFRAID.why


def test_after_six_weeks_it_offers_to_look_back_and_does_not_insist():
    said = []
    for over in range(9):
        plan = PlanNow(facet="own", own="P1", both="", began=TODAY - timedelta(days=PLAN_DAYS + over))
        said.append(next_step(facts(facets=even(), since_check_in=4, plan=plan)).name)
    assert said == ["look_back"] * 3 + ["practise"] * 4 + ["look_back"] * 2


def test_a_day_of_the_plan_has_its_week():
    plan = PlanNow(facet="own", own="P1", both="", began=TODAY - timedelta(days=15))
    assert next_step(facts(since_check_in=3, plan=plan)).reasons == (Reason("plan_runs", (16.0, 3.0)),)


def test_every_facet_has_practices_and_none_for_two_is_one_s_own_alone():
    assert set(OWN) == set(BOTH) == set(FACET_NAMES)
    assert not {"P1", "P2"} & {one for each in BOTH.values() for one in each}


def test_what_breaks_a_rule_is_refused_by_name():
    with pytest.raises(BrokenAdviceError, match="joint"):
        replace(propose_plan(facts()), both="P5", why_both=Reason("for_both")).check(facts(partner=False))
    with pytest.raises(BrokenAdviceError, match="joint"):
        replace(next_step(facts()), joint=True).check(facts(ruling=AFRAID))
    with pytest.raises(BrokenAdviceError, match="safety"):
        next_step(facts()).check(facts(ruling=AFRAID))
    with pytest.raises(BrokenAdviceError, match="P1"):
        replace(propose_plan(facts()), own="P4").check(facts())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"facet": "mood"}, "ten facets"),
        ({"low": 4.0}, "interval"),
        ({"asked": -1}, "asked"),
        ({"wished": 6.0}, "ideal"),
    ],
)
def test_facts_that_cannot_be_are_refused(wrong, said):
    right = {"facet": "own", "value": 3.0, "low": 2.0, "high": 4.0, "asked": 1}
    with pytest.raises(ValueError, match=said):
        Known(**right | wrong)


def test_a_facet_is_known_once():
    with pytest.raises(ValueError, match="once"):
        facts(facets=(known("own"), known("own")))
