"""Reasons are true, and are the reader's own."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bothand.engines.sharing import (
    Phase,
    Side,
    Split,
    Stance,
    Task,
    Today,
    Work,
    check,
    equal_minutes,
    explain,
    fewest_changes,
    lay_out,
    leximin,
    move_task,
)

ANSWERS = st.one_of(st.sampled_from([Stance.LIKE, Stance.NEUTRAL, Stance.DISLIKE]), st.integers(0, 100))
TASKS = (
    Task("cook", 40, 7, planning=30, today=Today.by(Side.FIRST)),
    Task("wash up", 20, 7, today=Today.by(Side.FIRST)),
    Task("shop", 60, 2),
    Task("laundry", 30, 3, noticing=10, today=Today.by(Side.SECOND)),
)
FIRST = (Stance.LIKE, Stance.DISLIKE, Stance.NEUTRAL, Stance.NEUTRAL)
SECOND = (Stance.DISLIKE, Stance.LIKE, Stance.LIKE, Stance.LIKE)


def told(sharing, division, side):
    return {reason.id: reason for reason in explain(sharing, division, side)}


def test_it_names_what_the_reader_likes_and_has_and_what_they_are_spared():
    sharing = lay_out(Work(TASKS, FIRST, SECOND))
    division = equal_minutes(sharing)
    assert division.units == (1, 0, 0, 0)
    reasons = told(sharing, division, Side.FIRST)
    assert reasons["liked"].tasks == ("cook",)
    assert reasons["spared"].tasks == ("wash up",)
    assert dict(reasons["minutes"].numbers) == {"minutes": 310, "theirs": 360, "whole": 670}
    assert dict(reasons["as_near_as_can_be"].numbers) == {"apart": 50}
    assert dict(reasons["own_burden"].numbers) == {"burden": 310, "whole": 310 + 560 + 240 + 200}


def test_it_names_what_comes_and_what_goes():
    sharing = lay_out(Work(TASKS, FIRST, SECOND))
    division = equal_minutes(sharing)
    one, two = (told(sharing, division, side) for side in Side)
    assert dict(one["changes"].numbers) == {"count": 1}
    assert (one["goes_from_you"].tasks, "comes_to_you" in one) == (("wash up",), False)
    assert (two["comes_to_you"].tasks, "goes_from_you" in two) == (("wash up",), False)


def test_it_names_phases_that_change_hands():
    tasks = tuple(replace(task, split=Split.PHASES) for task in TASKS)
    sharing = lay_out(Work(tasks, FIRST, SECOND))
    division = move_task(sharing, leximin(sharing), "laundry", Side.FIRST).after
    assert "laundry" in told(sharing, division, Side.FIRST)["comes_to_you"].tasks


def test_it_says_which_phases_it_is_about():
    carried = Task("cook", 40, 7, planning=30, today=Today.by(Side.FIRST), split=Split.PHASES)
    whole = Task("iron", 70, 4)
    sharing = lay_out(Work((carried, whole), (Stance.LIKE, Stance.LIKE), (Stance.NEUTRAL, Stance.NEUTRAL)))
    division = move_task(sharing, leximin(sharing), "cook", Side.FIRST).after
    division = move_task(sharing, division, "cook", Side.SECOND, phase=Phase.PLANNING).after
    division = move_task(sharing, division, "iron", Side.FIRST).after
    one = told(sharing, division, Side.FIRST)
    assert (one["liked"].tasks, one["liked"].phases) == (("cook", "iron"), ((Phase.DOING,), ()))
    assert one["goes_from_you"].phases == ((Phase.PLANNING,),)
    assert told(sharing, division, Side.SECOND)["comes_to_you"].phases == ((Phase.PLANNING,),)


def test_a_whole_task_that_one_did_and_the_other_planned_comes_to_who_owns_it_now():
    task = Task("cook", 40, 7, noticing=5, planning=30, today=Today(noticing=0, planning=0, doing=100))
    sharing = lay_out(Work((task,), (Stance.NEUTRAL,), (Stance.NEUTRAL,)))
    for owner in Side:
        division = move_task(sharing, leximin(sharing), "cook", owner).after
        assert "comes_to_you" in told(sharing, division, owner)
        assert "goes_from_you" in told(sharing, division, owner.other)


def test_it_compares_with_what_the_reader_can_do_of_the_others_list():
    tasks = (*TASKS, Task("iron", 90))
    sharing = lay_out(Work(tasks, (*FIRST[:3], Stance.CANNOT, 9), (*SECOND, 9)))
    division = equal_minutes(sharing)
    assert division.units == (1, 0, 0, 0, 1)
    reasons = told(sharing, division, Side.FIRST)
    assert reasons["cannot"].tasks == ("laundry",)
    assert dict(reasons["lighter_list"].numbers) == {"own": 310 + 9, "theirs": 560 + 240}
    assert reasons["lighter_list"].tasks == ("laundry",)  # what was left out of it
    assert told(sharing, division, Side.SECOND)["lighter_list"].tasks == ()


def test_one_task_that_somebody_cannot_do_hides_no_envy():
    tasks = (*(Task(f"task {i}", 90) for i in range(6)), Task("plants", 5), Task("post", 1))
    work = Work(tasks, (*(Stance.NEUTRAL,) * 6, Stance.CANNOT, Stance.NEUTRAL), (Stance.NEUTRAL,) * 8)
    sharing = lay_out(work)
    division = leximin(sharing)
    for name in (f"task {i}" for i in range(6)):
        division = move_task(sharing, division, name, Side.FIRST).after
    division = move_task(sharing, division, "post", Side.SECOND).after
    assert division.minutes == (540, 6)
    assert not division.ef1
    assert not {"lighter_list", "lighter_but_one"} & set(told(sharing, division, Side.FIRST))
    assert "ef1" in check(work, division)


def test_it_says_where_the_reader_can_do_nothing_of_the_others_list():
    tasks = (*(Task(f"task {i}", 90) for i in range(6)), Task("plants", 5))
    work = Work(tasks, (*(Stance.NEUTRAL,) * 6, Stance.CANNOT), (Stance.NEUTRAL,) * 7)
    sharing = lay_out(work)
    division = leximin(sharing)
    for name in (f"task {i}" for i in range(6)):
        division = move_task(sharing, division, name, Side.FIRST).after
    assert division.minutes == (540, 5)
    assert not division.ef1
    reasons = told(sharing, division, Side.FIRST)
    assert reasons["none_of_theirs"].tasks == ("plants",)
    assert not {"lighter_list", "lighter_but_one"} & set(reasons)
    assert "none_of_theirs" not in told(sharing, division, Side.SECOND)


def test_an_empty_list_is_not_one_of_which_nothing_can_be_done():
    sharing = lay_out(Work(TASKS, FIRST, SECOND))
    division = leximin(sharing)
    for task in TASKS:
        division = move_task(sharing, division, task.name, Side.FIRST).after
    assert not division.ef1
    assert "none_of_theirs" not in told(sharing, division, Side.FIRST)


def test_it_says_that_minutes_are_as_near_as_can_be_only_where_the_rule_sees_to_it():
    sharing = lay_out(Work(TASKS, FIRST, SECOND))
    assert "as_near_as_can_be" in told(sharing, fewest_changes(sharing), Side.FIRST)
    assert "as_near_as_can_be" not in told(sharing, fewest_changes(sharing, slack=60), Side.FIRST)
    assert "as_near_as_can_be" not in told(sharing, leximin(sharing), Side.FIRST)


@given(
    st.tuples(*[ANSWERS] * 4),
    st.tuples(*[ANSWERS] * 4),
    st.tuples(*[ANSWERS] * 4),
    st.tuples(*[st.booleans()] * 4),
)
@settings(max_examples=150, deadline=None)
def test_it_tells_nothing_that_follows_from_the_others_answers(mine, theirs, other, owners):
    reasons = []
    for answers in (theirs, other):
        sharing = lay_out(Work(TASKS, mine, answers))
        division = leximin(sharing)
        for task, with_first in zip(TASKS, owners, strict=True):
            division = move_task(
                sharing, division, task.name, Side.FIRST if with_first else Side.SECOND
            ).after
        found = explain(sharing, division, Side.FIRST)
        reasons.append([reason for reason in found if reason.id != "efficient"])
    assert reasons[0] == reasons[1]


@given(st.tuples(*[ANSWERS | st.just(Stance.CANNOT)] * 4), st.tuples(*[ANSWERS] * 4))
@settings(max_examples=300, deadline=None)
def test_what_it_says_of_the_two_lists_is_so(mine, theirs):
    sharing = lay_out(Work(TASKS, mine, theirs))
    division = equal_minutes(sharing)
    for side in Side:
        reasons = told(sharing, division, side)
        if "lighter_list" in reasons:
            numbers = dict(reasons["lighter_list"].numbers)
            assert numbers["own"] <= numbers["theirs"]
        if "lighter_but_one" in reasons:
            numbers = dict(reasons["lighter_but_one"].numbers)
            assert numbers["own"] - numbers["aside"] <= numbers["theirs"] < numbers["own"]
    compared = [{"lighter_list", "lighter_but_one"} & set(told(sharing, division, side)) for side in Side]
    alone = ["none_of_theirs" in told(sharing, division, side) for side in Side]
    assert not any(both and nothing for both, nothing in zip(compared, alone, strict=True))
    if not division.ef1:
        assert not all(compared)
    elif not any(alone):
        assert all(compared)
