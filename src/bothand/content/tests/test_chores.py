"""The starter list of tasks."""

import re

import msgspec
import pytest

from bothand.content.chores import Chore, load_chores

ROW = {"id": "iron", "name": "Iron", "minutes": 30, "times": "0.5", "noticing": 0, "planning": 0}


def test_it_holds_forty_tasks_each_named_once():
    assert len(load_chores()) == 40
    assert len({chore.name for chore in load_chores()}) == 40


def test_a_week_of_them_is_a_week_that_two_people_can_have():
    weekly = sum(chore.minutes * chore.times + chore.noticing + chore.planning for chore in load_chores())
    assert 20 * 60 <= weekly <= 50 * 60


def test_noticing_and_planning_are_a_part_of_them():
    thinking = sum(chore.noticing + chore.planning for chore in load_chores())
    assert thinking >= 300


def test_they_say_nothing_of_who_does_them():
    words = " ".join(chore.name for chore in load_chores()).lower()
    assert not re.search(r"\b(he|she|his|her|wife|husband|mother|father|man|woman|spouse)\b", words)


@pytest.mark.parametrize(
    "change", [{"times": "often"}, {"times": "0"}, {"minutes": -1}, {"who": "Alex"}, {"minutes": "30"}]
)
def test_a_row_that_is_not_as_it_has_to_be_is_refused_by_its_place(change):
    with pytest.raises(msgspec.ValidationError, match=r"\$\[1\]"):
        msgspec.convert([ROW, ROW | change], list[Chore])
