"""What the work of a home takes of one person, without a partner or beside one."""

import re

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.housework.alone.records import OwnWork
from bothand.rooms.housework.alone.rules import FELT, add_own, count_felt, pair_up, remove_own, set_feeling
from bothand.rooms.housework.export import merge_own_work
from bothand.rooms.housework.records import Task, task_id
from bothand.rooms.housework.rules import count_minutes
from bothand.vault import table

WHERE = reverse("housework_alone")
NAMES = st.lists(st.text(min_size=1, max_size=4), max_size=5, unique=True)


def work_of(names: list[str]) -> OwnWork:
    return add_own(OwnWork(), [Task(name=name, minutes=10, times=100) for name in names])


def test_alone_one_sees_how_long_it_takes_and_what_of_it_one_likes(noa):
    assert WHERE in noa.client.get(reverse("housework_home")).content.decode()
    noa.client.post(WHERE, {"act": "list", "tasks": ["iron", "pay-bills"]})
    noa.client.post(WHERE, {"feel": f"{task_id('Iron').hex()}-dislike"})
    said = re.sub(r"\\s+", " ", noa.client.get(WHERE).content.decode())
    assert "About 33 min a week, of which 10 min are noticing and planning." in said
    assert re.search(rf'id="dislike-{task_id("Iron").hex()}" aria-pressed="true"', said)
    noa.client.post(WHERE, {"remove": task_id("Iron").hex()})
    assert [task.name for task in noa.mine.only(OwnWork).record.tasks] == ["Pay bills"]


def test_a_partner_sees_nothing_of_it(couple):
    noa, sam = couple
    rows = table.all_rows(sam.ours.id)
    noa.client.post(WHERE, {"act": "list", "tasks": ["iron"]})
    noa.client.post(WHERE, {"feel": f"{task_id('Iron').hex()}-dislike"})
    assert table.all_rows(sam.ours.id) == rows
    assert sam.mine.only(OwnWork) is None
    noa.lock()
    assert "Iron" not in noa.client.get(WHERE).content.decode()


def test_an_own_task_that_takes_more_than_a_week_comes_back_with_every_word(noa):
    typed = {"name": "Dig the lake", "minutes": "600", "times": "1400", "noticing": "600", "planning": "600"}
    answer = noa.client.post(WHERE, {"act": "own"} | typed | {"minutes": "x"})
    assert answer.status_code == 422
    assert "Dig the lake" in answer.content.decode()
    assert noa.mine.only(OwnWork) is None


@given(NAMES, NAMES)
def test_each_task_keeps_its_own_feeling(names, others):
    work = work_of(names)
    for number, name in enumerate(names):
        work = set_feeling(work, task_id(name), FELT[number % 3])
    assert [felt for _task, felt in pair_up(work)] == [FELT[number % 3] for number in range(len(names))]
    both = merge_own_work(work, work_of(others))
    assert pair_up(both)[: len(names)] == pair_up(work)
    assert sum(count_felt(both, felt) for felt in FELT) == sum(map(count_minutes, both.tasks))
    for name in names:
        both = remove_own(both, task_id(name))
    assert {task.name for task in both.tasks} == set(others) - set(names)
