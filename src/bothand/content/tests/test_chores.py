"""The starter list of tasks."""

import re

import msgspec
import pytest

from bothand.content.chores import KINDS, Chore, load_chores

ROW = {
    "id": "iron",
    "name": "Iron",
    "kind": "laundry",
    "minutes": 30,
    "times": "0.5",
    "noticing": 0,
    "planning": 0,
}
LOOKING_AFTER = ("children", "elders", "animals")


def weekly(*chores: Chore) -> int:
    return sum(chore.minutes * chore.times + chore.noticing + chore.planning for chore in chores)


def test_it_holds_eighty_tasks_each_named_once():
    assert len(load_chores()) >= 80
    assert len({chore.name for chore in load_chores()}) == len(load_chores())


def test_they_stand_by_kind_and_of_each_kind_there_are_some():
    kinds = [chore.kind for chore in load_chores()]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert min(map(kinds.count, KINDS)) >= 5


def test_eight_of_them_are_what_nearly_every_home_has():
    assert sum(chore.common for chore in load_chores()) == 8


def test_what_is_planned_counts_wherever_somebody_is_looked_after():
    for kind in LOOKING_AFTER:
        assert sum(chore.noticing + chore.planning for chore in load_chores() if chore.kind == kind) >= 20


def test_a_week_of_them_is_a_week_that_two_people_can_have():
    assert 20 * 60 <= weekly(*(each for each in load_chores() if each.kind not in LOOKING_AFTER)) <= 50 * 60
    assert weekly(*load_chores()) <= 100 * 60


def test_noticing_and_planning_are_a_part_of_them():
    thinking = sum(chore.noticing + chore.planning for chore in load_chores())
    assert thinking >= 300


def test_they_say_nothing_of_who_does_them():
    words = " ".join(chore.name for chore in load_chores()).lower()
    assert not re.search(r"\b(he|she|his|her|wife|husband|mother|father|man|woman|spouse)\b", words)


@pytest.mark.parametrize(
    "change",
    [
        {"times": "often"},
        {"times": "0"},
        {"minutes": -1},
        {"who": "Alex"},
        {"minutes": "30"},
        {"kind": "fun"},
    ],
)
def test_a_row_that_is_not_as_it_has_to_be_is_refused_by_its_place(change):
    with pytest.raises(msgspec.ValidationError, match=r"\$\[1\]"):
        msgspec.convert([ROW, ROW | change], list[Chore])
