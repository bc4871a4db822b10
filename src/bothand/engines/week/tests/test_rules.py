"""Lines, ways, evenings after a shift, free time, and what each of two is told."""

from datetime import UTC, date, datetime

import pytest

from bothand.engines.side import Side
from bothand.engines.week import (
    Busy,
    ClaimError,
    Effort,
    JointWish,
    Kind,
    Line,
    Person,
    Placed,
    Plan,
    Problem,
    Week,
    Window,
    Wish,
    check,
    explain,
    propose,
)

MONDAY = date(2026, 11, 30)
WEEK = Week(MONDAY)
EVENING = Window.between("18:00", "22:00")
ON_MONDAY = frozenset({0})


def at(hour, minute=0, day=0):
    return datetime(2026, 11, 30 if day == 0 else day, hour, minute, tzinfo=UTC)


def plan_of(*wishes, joint=(), other=None, agreed=(), **person):
    problem = Problem(WEEK, Person(wishes=wishes, **person), other or Person(), joint, agreed)
    plan = propose(problem)
    check(problem, plan)
    return problem, plan


def reasons_of(problem, plan, side=Side.FIRST):
    return [
        reason for reason in explain(problem, plan, side) if reason.id not in {"share", "fairest", "moved"}
    ]


def test_a_line_takes_away_only_what_involves_its_owner():
    line = Line("evenings", EVENING)
    dinner = JointWish(Wish("dinner", 60, window=EVENING), (3, 3))
    both = Problem(
        WEEK,
        Person(wishes=(Wish("read", 60, window=EVENING),), lines=(line,)),
        Person(wishes=(Wish("run", 60, window=EVENING),)),
        (dinner,),
    )
    plan = propose(both)
    assert [placed.name for placed in plan.placed] == ["run"]


def test_a_line_of_the_other_reads_as_no_time_that_both_have():
    dinner = JointWish(Wish("dinner", 60, window=EVENING), (3, 3))
    for other in (Person(lines=(Line("a secret", EVENING),)), Person(sleep=Window.between("17:00", "23:30"))):
        problem, plan = plan_of(joint=(dinner,), other=other)
        told = explain(problem, plan, Side.FIRST)
        assert told[0].id == "missed_common"
        assert "secret" not in repr(told)


def test_one_is_told_the_same_whatever_keeps_the_other():
    slot = Window.between("18:00", "19:00")
    dinner = JointWish(Wish("dinner", 60, days=ON_MONDAY, window=slot), (3, 1))
    keepers = (
        Person(lines=(Line("x", EVENING),)),
        Person(busy=(Busy(at(17), at(20)),)),
        Person(wishes=(Wish("y", 60, days=ON_MONDAY, window=slot, importance=5),)),
    )
    walk = Wish("walk", 60, importance=5)
    told = {repr(reasons_of(*plan_of(walk, joint=(dinner,), other=one))) for one in keepers}
    assert len(told) == 1
    assert "missed_common" in told.pop()


def test_nothing_hard_comes_after_a_tiring_shift_until_one_has_slept():
    shift = Busy(at(12), at(18), tiring=True)
    tax = Wish("taxes", 60, days=ON_MONDAY, window=Window.between("18:00", "22:00"), effort=Effort.HARD)
    problem, plan = plan_of(tax, Wish("music", 60, days=ON_MONDAY, window=EVENING), busy=(shift,))
    assert [placed.name for placed in plan.placed] == ["music"]
    assert reasons_of(problem, plan)[0].causes[0].id == "tired"


def test_ways_between_places_lead_over_home_and_there_is_none_at_one_place():
    window = Window.between("9:00", "12:00")
    swim = Wish("swim", 60, days=ON_MONDAY, window=window, place="pool", travel=30)
    sauna = Wish("sauna", 60, days=ON_MONDAY, window=window, place="pool", travel=30)
    shop = Wish("shop", 60, days=ON_MONDAY, window=window, place="town", travel=30)
    assert len(plan_of(swim, sauna)[1].placed) == 2
    plan = plan_of(swim, shop, free=0)[1]
    assert len(plan.placed) == 2, "60 + 30 + 30 + 60 minutes are three hours"
    assert plan.placed[1].start - plan.placed[0].end == 60
    assert (
        len(plan_of(swim, Wish("shop", 75, days=ON_MONDAY, window=window, place="town", travel=30))[1].placed)
        == 1
    )


def test_so_much_stays_free_as_each_wants():
    wishes = [Wish(f"w{n}", 240, times=7) for n in range(3)]
    problem, plan = plan_of(*wishes, free=60)
    planned = sum(placed.end - placed.start for placed in plan.placed)
    assert planned <= 7 * 16 * 60 * 40 // 100
    assert {reason.id for reason in reasons_of(problem, plan)} == {"missed_free"}


def test_what_was_agreed_stays_where_it_was():
    walk = Wish("walk", 60, times=2)
    agreed = (Placed("walk", Side.FIRST, 2100, 2160), Placed("walk", Side.FIRST, 6360, 6420))
    plan = plan_of(walk, agreed=agreed)[1]
    assert set(plan.placed) == set(agreed)
    assert plan.moved == 0


def test_an_empty_week_says_why():
    line = Line("nothing at all", Window(0, 1440))
    problem, plan = plan_of(Wish("read", 60), lines=(line,))
    assert plan.placed == ()
    assert [(reason.id, [cause.name for cause in reason.causes]) for reason in reasons_of(problem, plan)] == [
        ("missed_no_time", ["nothing at all"])
    ]


def test_nobody_gets_more_while_the_other_could_have_a_larger_smaller_share():
    slot = Window.between("18:00", "20:00")
    dinner = JointWish(Wish("dinner", 120, Kind.TOGETHER, days=ON_MONDAY, window=slot), (1, 5))
    first = Person(wishes=(Wish("choir", 120, days=ON_MONDAY, window=slot, importance=5),))
    plan = propose(Problem(WEEK, first, Person(wishes=(Wish("read", 60),)), (dinner,)))
    # Dinner gives the first 1 of 5 and the second 8 of 8; the choir gives them 5 of 5 and 3 of 8.
    assert [placed.name for placed in plan.placed if placed.side is not Side.SECOND] == ["choir"]
    assert sorted(plan.share(side) for side in Side) == [3 / 8, 1]


def test_a_week_of_nothing_but_wishes_that_can_not_be_is_no_fault():
    assert propose(Problem(WEEK, Person(), Person())) == Plan((), (), (0, 0), (0, 0), 0, proved=True, gap=0)


def test_a_plan_of_no_time_is_the_best_so_far_with_its_gap():
    wishes = [Wish(f"w{n}", 60 + 15 * n, times=3, window=EVENING, importance=1 + n % 5) for n in range(8)]
    problem = Problem(WEEK, Person(wishes=tuple(wishes)), Person(wishes=tuple(wishes)), ())
    plan = propose(problem, seconds=0)
    check(problem, plan)
    assert not plan.proved
    assert plan.placed
    assert plan.gap > 0
    assert explain(problem, plan, Side.FIRST)[-1].id == "best_so_far"


@pytest.mark.parametrize(
    "change",
    [
        lambda plan: {"placed": (*plan.placed, Placed("sleep in", Side.FIRST, 600, 660))},
        lambda plan: {"placed": (Placed("run", Side.FIRST, 0, 45),)},
        lambda plan: {"placed": ()},
        lambda plan: {"gained": (99, 0)},
        lambda plan: {"moved": 1},
        lambda plan: {"possible": (0, 0)},
    ],
)
def test_a_claim_that_is_false_is_found(change):
    from dataclasses import replace

    problem, plan = plan_of(Wish("run", 45))
    with pytest.raises(ClaimError):
        check(problem, replace(plan, **change(plan)))
