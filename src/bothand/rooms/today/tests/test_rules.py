"""Which thing a day has, and which week of a plan it is."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bothand.content.sessions import load_exercises, load_sessions
from bothand.domain.plan import Plan
from bothand.relationship import PRACTICES
from bothand.rooms.today.plan.rules import find_week
from bothand.rooms.today.things.rules import pick_thing, select_offered

ALL = (*load_sessions(), *load_exercises())
DAY = date(2026, 11, 24)
some_days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
some_plans = st.none() | st.builds(
    Plan,
    facet=st.sampled_from(["worth", "limits", "own", "shared"]),
    practice_own=st.sampled_from([one.id for one in PRACTICES]),
    practice_both=st.sampled_from(["", "P3", "P4", "P6"]),
    began=some_days,
)


@given(some_days, some_plans, st.integers(0, 4000), st.booleans())
def test_every_day_of_a_month_has_something_else_and_none_comes_twice_until_all_were_there(
    since, plan, day, joint
):
    things = select_offered(ALL, joint=joint)
    began = since if plan is None else plan.began
    ids = [
        pick_thing(began + timedelta(days=day + number), things, since=since, plan=plan).id
        for number in range(len(things))
    ]
    assert len(set(ids)) == len(ids) == len(things) >= 28


@given(some_days, some_days, some_plans)
def test_where_no_joint_step_may_be_advised_no_day_has_a_thing_for_two(today, since, plan):
    things = select_offered(ALL, joint=False)
    assert pick_thing(today, things, since=since, plan=plan).together == "solo"


def test_the_first_days_are_about_worth_from_within():
    first = [
        pick_thing(DAY + timedelta(days=number), ALL, since=DAY, plan=None).practice for number in range(7)
    ]
    assert first == ["P1"] * 7


def test_a_plan_brings_what_is_near_to_it_every_other_day():
    plan = Plan(facet="own", practice_own="P2", practice_both="P3", began=DAY)
    for number in (0, 2, 4, 6):
        found = pick_thing(DAY + timedelta(days=number), ALL, since=DAY, plan=plan)
        assert found.practice in {"P2", "P3"} or found.facet == "F8"


@given(some_days, st.integers(-400, 4000))
def test_a_plan_is_always_in_one_of_its_six_weeks(began, days):
    plan = Plan(facet="own", practice_own="P1", began=began)
    assert 1 <= find_week(plan, began + timedelta(days=days)) <= 6
