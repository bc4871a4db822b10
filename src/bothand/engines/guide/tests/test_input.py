"""What is handed in is looked at: a wrong type, no number, an unknown name is refused, and it is said where."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from bothand.engines.guide import (
    Answers,
    BadFactsError,
    Facts,
    Known,
    PlanNow,
    Ruling,
    list_joint_practices,
    list_own_practices,
    may_advise,
    pick_for_day,
    plan_for,
    rule_on,
)
from bothand.engines.guide import Reason as Why

TODAY = date(2026, 11, 24)
FREE = Ruling(why=None)
FACTS = Facts(today=TODAY, ruling=FREE)


def known(**changed):
    return Known(**({"facet": "open", "value": 3.0, "low": 2.0, "high": 4.0, "asked": 3} | changed))


def plan(**changed):
    return PlanNow(**({"facet": "open", "own": "P1", "both": "", "began": TODAY} | changed))


def facts(**changed):
    return Facts(**({"today": TODAY, "ruling": FREE} | changed))


def test_numbers_of_numpy_are_numbers():
    made = known(
        value=np.float64(3), low=np.float32(2), high=np.int64(4), asked=np.int64(3), wished=np.float64(4)
    )
    assert made == known(wished=4.0)
    assert type(made.asked) is int
    assert facts(since_check_in=np.int64(3)) == facts(since_check_in=3)
    assert Answers(day=TODAY, say_no=np.int64(1)).afraid() == ("say_no",)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: known(facet="shiny"), "'shiny' is none of the ten facets"),
        (lambda: known(facet=None), "None is none of the ten facets"),
        (lambda: known(value=float("nan")), "open: value is nan"),
        (lambda: known(low=float("-inf")), "open: low is -inf"),
        (lambda: known(high="4"), "open: high is '4'"),
        (lambda: known(wished=float("nan")), "open: wished is nan"),
        (lambda: known(asked=1.5), "open: asked is 1.5"),
        (lambda: known(asked=True), "open: asked is True"),
        (lambda: known(low=3.5), "open: the interval is none between 1 and 5"),
        (lambda: plan(facet="shiny"), "the facet of a plan is 'shiny'"),
        (lambda: plan(facet=""), "the facet of a plan is ''"),
        (lambda: plan(own="P9"), "the practice of one's own is 'P9'"),
        (lambda: plan(both="P9"), "the practice for two is 'P9'"),
        (lambda: plan(began="2026-11-24"), "the first day of a plan is '2026-11-24'"),
        (lambda: facts(today=datetime(2026, 11, 24, 8, tzinfo=UTC)), "today is datetime"),
        (lambda: facts(today=None), "today is None"),
        (lambda: facts(ruling=None), "ruling is None"),
        (lambda: facts(plan="open"), "plan is 'open'"),
        (lambda: facts(facets=(known(), known())), "a facet is known once, and 'open' stands twice"),
        (lambda: facts(facets=("open",)), r"facets\[0\] is 'open'"),
        (lambda: facts(since_check_in=-1), "since_check_in is -1"),
        (lambda: facts(since_check_in=1.5), "since_check_in is 1.5"),
        (lambda: facts(here=float("nan")), "here is nan"),
        (lambda: facts(rooms={"P9"}), "a practice in rooms is 'P9'"),
        (lambda: facts(rooms="P1"), "rooms is 'P1'"),
        (lambda: facts(before={"P9"}), "a practice in before is 'P9'"),
        (lambda: plan_for(FACTS, "shiny", Why("each_day")), "the facet of a plan is 'shiny'"),
        (lambda: list_own_practices(FACTS, "shiny"), "the facet of a plan is 'shiny'"),
        (lambda: list_joint_practices(FACTS, "shiny"), "the facet of a plan is 'shiny'"),
        (lambda: may_advise(FACTS, "P9"), "the practice of one's own is 'P9'"),
        (lambda: Answers(day=TODAY, say_no=1.5), "say_no is 1.5"),
        (lambda: Answers(day=TODAY, say_no=True), "say_no is True"),
        (lambda: Answers(day="today", say_no=1), "the day of the answers is 'today'"),
        (lambda: rule_on([], None), "today is None"),
        (lambda: rule_on([3], TODAY), r"known\[0\] is 3"),
        (lambda: pick_for_day(1.5, ["a"]), "the number of a day is 1.5"),
        (lambda: Why("shiny"), "'shiny' is no reason"),
        (lambda: Why("time_again", (float("nan"),)), "time_again: numbers"),
        (lambda: Ruling(why="locked"), "why is 'locked'"),
    ],
)
def test_what_is_of_no_use_is_refused_and_named(make, words):
    with pytest.raises(BadFactsError, match=words):
        make()
