"""What is handed in is looked at: a wrong type, no number, an unknown name is refused, and it is said where."""

from fractions import Fraction

import numpy as np
import pytest

from bothand.engines.sharing import (
    Phase,
    SharingError,
    Side,
    Split,
    Stance,
    Task,
    Today,
    Work,
    explain,
    fewest_changes,
    lay_out,
    leximin,
    move_task,
)

COOK, SHOP = Task("cook", 40, 7), Task("shop", 60)
WORK = Work((COOK, SHOP), (1, 2), (2, 1))
SHARING = lay_out(WORK)
DIVISION = leximin(SHARING)


@pytest.mark.parametrize(
    "answer", [1.5, None, "like", float("nan"), float("inf"), True, Phase.DOING, np.float64(2)]
)
def test_an_answer_of_another_type_is_refused_with_its_task_and_person(answer):
    with pytest.raises(SharingError, match=r"the second person's answer about 'shop'"):
        Work((COOK, SHOP), (1, 2), (2, answer))


def test_integers_of_numpy_are_integers():
    answers = tuple(np.array([3, 4], dtype=np.int64))
    work = Work((COOK, SHOP), answers, (np.int32(2), np.uint8(1)), shares=(np.int64(1), np.int64(1)))
    assert work == Work((COOK, SHOP), (3, 4), (2, 1))
    assert {type(answer) for answer in (*work.first, *work.second, *work.shares)} == {int}
    assert work.burden(Side.FIRST, 0) == 3
    assert Task("cook", np.int64(40), np.int64(7), np.int16(5)).weekly == 285
    assert type(Task("cook", np.int64(40)).minutes) is int
    assert type(Today(doing=np.int64(50)).doing) is int


def test_rows_of_numpy_and_lists_become_tuples():
    work = Work([COOK, SHOP], np.array([1, 2]), [2, 1], shares=[1, 1])
    assert work == WORK
    assert hash(work) == hash(WORK)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Task(None, 10), "the name of a task is None"),
        (lambda: Task("cook", 1.5), "cook: minutes is 1.5"),
        (lambda: Task("cook", "10"), "cook: minutes is '10'"),
        (lambda: Task("cook", 10, 0.25), "cook: times is 0.25"),
        (lambda: Task("cook", 10, float("nan")), "cook: times is nan"),
        (lambda: Task("cook", 10, None), "cook: times is None"),
        (lambda: Task("cook", 10, noticing=float("inf")), "cook: noticing is inf"),
        (lambda: Task("cook", 10, planning=True), "cook: planning is True"),
        (lambda: Task("cook", 10, today="Alex"), "cook: today is 'Alex'"),
        (lambda: Task("cook", 10, split="whole"), "cook: split is 'whole'"),
        (lambda: Today(doing=0.5), "doing is 0.5"),
        (lambda: Work("ab", (1, 1), (1, 1)), "tasks is 'ab'"),
        (lambda: Work((COOK, "shop"), (1, 1), (1, 1)), r"tasks\[1\] is 'shop'"),
        (lambda: Work((COOK,), 5, (1,)), "the first person's answers is 5"),
        (lambda: Work((COOK,), {1}, (1,)), "the first person's answers is {1}"),
        (lambda: Work((COOK,), (1,), (1,), shares=(0.5, 0.5)), r"shares\[0\] is 0.5"),
        (lambda: Work((COOK,), (1,), (1,), shares=(1,)), "shares are two"),
        (lambda: Work((COOK, Task("cook", 5)), (1, 1), (1, 1)), "two tasks have the same name: 'cook'"),
        (lambda: lay_out("work"), "the work is 'work'"),
        (lambda: fewest_changes(SHARING, slack=1.5), "slack is 1.5"),
        (lambda: fewest_changes(SHARING, slack=float("nan")), "slack is nan"),
        (lambda: move_task(SHARING, DIVISION, "cook", Side.FIRST, count=1.5), "count is 1.5"),
        (lambda: move_task(SHARING, DIVISION, "cook", "Alex"), "to is 'Alex'"),
        (
            lambda: move_task(SHARING, leximin(lay_out(Work((COOK,), (1,), (1,)))), "cook", Side.FIRST),
            "of this work",
        ),
        (lambda: explain(SHARING, DIVISION, "Alex"), "for_whom is 'Alex'"),
        (lambda: explain(SHARING, leximin(lay_out(Work((COOK,), (1,), (1,)))), Side.FIRST), "of this work"),
    ],
)
def test_what_is_of_no_use_is_refused_and_named(make, words):
    with pytest.raises(SharingError, match=words):
        make()


def test_a_fraction_that_is_whole_is_whole():
    assert Task("cook", 10, Fraction(2), split=Split.COUNTS).doing == 20
    assert Work((COOK,), (Stance.LIKE,), (Stance.CANNOT,)).burden(Side.SECOND, 0) == 0
