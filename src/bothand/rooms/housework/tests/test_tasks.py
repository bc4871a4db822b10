from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.housework.records import Household, Task, task_id
from bothand.rooms.housework.rules import (
    PHASES,
    add_tasks,
    find_next_step,
    own_share,
    remove_task,
    replace_task,
    say_who,
    set_owners,
    set_share,
)

ME, OTHER = b"m" * 16, b"o" * 16
WHO = st.sampled_from(["", "one", "two", "both"])
TASKS = st.builds(
    Task,
    name=st.text(min_size=1, max_size=4),
    minutes=st.integers(0, 600),
    times=st.just(100),
    noticed_by=WHO,
    planned_by=WHO,
    done_by=WHO,
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
    said = {
        f"{phase}-{task_id(task.name).hex()}": say_who(getattr(task, f"{phase}_by"), place)
        for task in home.tasks
        for phase in PHASES
    }
    assert set_owners(home, said, place) == home


@given(HOMES, PLACES)
def test_what_is_mine_to_one_is_the_other_s_to_the_other(home, place):
    turned = {"": "", "both": "both", "me": "other", "other": "me"}
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
