import msgspec
from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.housework.records import Household, Task, home_digest, task_id
from bothand.rooms.housework.rules import (
    PHASES,
    add_tasks,
    count_minutes,
    find_next_step,
    find_shares,
    mean_who,
    own_share,
    read_paid,
    remove_task,
    replace_task,
    say_who,
    set_owner,
    set_paid,
    set_share,
)

ME, OTHER = b"m" * 16, b"o" * 16
WHO = st.sampled_from(["", "one", "two", "both"])
DOER = st.sampled_from(["", "one", "two", "both", "else"])
TASKS = st.builds(
    Task,
    name=st.text(min_size=1, max_size=4),
    minutes=st.integers(0, 600),
    times=st.just(100),
    noticed_by=WHO,
    planned_by=WHO,
    done_by=DOER,
)
HOMES = st.builds(
    Household,
    tasks=st.lists(TASKS, max_size=5, unique_by=lambda task: task.name).map(tuple),
    share=st.integers(20, 80),
)
PLACES = st.integers(0, 1)


@given(HOMES, st.lists(TASKS, max_size=5, unique_by=lambda task: task.name))
def test_tasks_taken_in_twice_are_there_once_and_what_was_there_stays(home, fresh):
    once = add_tasks(home, fresh)
    assert add_tasks(once, fresh) == once
    assert once.tasks[: len(home.tasks)] == home.tasks
    assert len({task.name for task in once.tasks}) == len(once.tasks)


@given(HOMES, TASKS, st.data())
def test_a_task_put_anew_keeps_whose_it_is(home, fresh, data):
    if not home.tasks:
        return
    old = data.draw(st.sampled_from(home.tasks))
    (now,) = [task for task in replace_task(home, old.name, fresh).tasks if task.name == fresh.name][:1]
    if fresh.name == old.name or all(task.name != fresh.name for task in home.tasks):
        assert (now.noticed_by, now.planned_by, now.done_by) == (old.noticed_by, old.planned_by, old.done_by)
    assert all(task.name != old.name for task in remove_task(home, old.name).tasks)


@given(HOMES, PLACES)
def test_whose_each_part_is_reads_the_same_to_whoever_said_it(home, place):
    for task in home.tasks:
        for phase in PHASES[:2]:
            said = say_who(getattr(task, f"{phase}_by"), place)
            assert set_owner(home, task_id(task.name), phase, mean_who(said, place)) == home


def test_who_does_a_task_notices_and_plans_it_unless_that_was_said_apart():
    home = Household(
        tasks=(Task(name="iron", minutes=20, times=100), Task(name="cook", minutes=5, times=700))
    )
    iron = task_id("iron")
    once = set_owner(home, iron, "done", "one")
    assert once.tasks[1] == home.tasks[1]
    assert (once.tasks[0].noticed_by, once.tasks[0].planned_by, once.tasks[0].done_by) == ("one",) * 3
    apart = set_owner(set_owner(once, iron, "planned", "two"), iron, "done", "both").tasks[0]
    assert (apart.noticed_by, apart.planned_by, apart.done_by) == ("both", "two", "both")


def test_what_somebody_else_does_leaves_noticing_and_planning_to_the_two():
    home = Household(
        tasks=(
            Task(
                name="windows",
                minutes=60,
                times=100,
                noticing=5,
                planning=10,
                done_by="one",
                noticed_by="one",
            ),
        )
    )
    task = set_owner(home, task_id("windows"), "done", "else").tasks[0]
    assert (task.noticed_by, task.done_by) == ("one", "else")
    assert count_minutes(task) == 15


@given(HOMES, st.integers(0, 100), st.integers(0, 100))
def test_with_paid_work_counted_in_both_work_as_long_as_tasks_allow(home, one, two):
    counted = msgspec.structs.replace(home, paid=(one, two))
    first, second = find_shares(counted)
    whole = sum(map(count_minutes, home.tasks))
    assert first + second == 10_000
    assert min(first, second) >= 0
    if not whole:
        return
    apart = (60 * one + whole * first / 10_000) - (60 * two + whole * second / 10_000)
    assert abs(apart) <= 2 + whole / 5_000 or {first, second} == {0, 10_000}


@given(HOMES, PLACES)
def test_what_is_mine_to_one_is_the_other_s_to_the_other(home, place):
    turned = {"": "", "both": "both", "else": "else", "me": "other", "other": "me"}
    for task in home.tasks:
        assert say_who(task.done_by, 1 - place) == turned[say_who(task.done_by, place)]
    assert own_share(home, place) + own_share(home, 1 - place) == 100
    assert set_share(home, own_share(home, place), place) == home


def test_tasks_come_before_owners_owners_before_both_say_so_and_feelings_last():
    empty, some = Household(), Household(tasks=(Task(name="iron", minutes=20, times=100),))
    assert find_next_step(empty, (), ME, owned=False) == "tasks"
    assert find_next_step(some, (), ME, owned=False) == "owners"
    assert find_next_step(some, (), ME, owned=True) == "agree"
    assert find_next_step(some, (ME,), ME, owned=False) == "agree"
    assert find_next_step(some, (ME, OTHER), ME, owned=True) == "feel"


def test_both_confirm_hours_of_paid_work_anew():
    home = Household(tasks=(Task(name="iron", minutes=20, times=100),))
    assert len({home_digest(one) for one in (home, set_paid(home, 0, 40, 0), set_paid(home, 1, 40, 0))}) == 3
    assert home_digest(set_share(set_paid(home, 0, 40, 0), 50, 0)) == home_digest(home)
    assert read_paid(set_paid(home, 3, 40, 1), 0) == (40, 3)
