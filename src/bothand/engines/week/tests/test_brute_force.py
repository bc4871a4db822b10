"""The plan against trying everything: as fair, and keeping as much of what was agreed."""

from hypothesis import HealthCheck, assume, given, settings

from bothand.engines.side import Side
from bothand.engines.week import check, propose
from bothand.engines.week.starts import lay_out
from bothand.engines.week.tests.weeks import find_best, problems

MOST_STARTS = 40


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(problems())
def test_no_plan_is_fairer_and_none_as_fair_keeps_more(problem):
    layout = lay_out(problem)
    assume(1 <= sum(len(one.starts) for one in layout.activities) <= MOST_STARTS)
    plan = propose(problem)
    smaller, larger = sorted(plan.share(side) for side in Side)
    assert (smaller, larger, len(problem.agreed) - plan.moved) == find_best(layout)
    assert plan.proved
    assert check(problem, plan)


@settings(max_examples=100, deadline=None)
@given(problems())
def test_nothing_is_left_out_without_a_reason(problem):
    plan = propose(problem)
    check(problem, plan)
    open_days = {
        (one.wish.name, one.side): {start.day for start in one.starts} for one in lay_out(problem).activities
    }
    for missed in plan.missed:
        days = open_days[missed.name, missed.side]
        assert (missed.why == "no_time") == (not days)
        assert (missed.why == "others") == bool(missed.instead_of)
        assert (missed.why == "free") == (missed.short_of_free is not None)
