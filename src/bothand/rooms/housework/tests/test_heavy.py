"""Much work is divided in a process of its own, within a time and a memory; what comes of it is the same."""

import msgspec
import pytest

from bothand.engines.sharing import TooMuchWorkError
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.housework.divisions import rules
from bothand.rooms.housework.divisions.records import Feelings, Shared
from bothand.rooms.housework.records import Household, Task
from bothand.shell import worker
from bothand.shell.worker import TooMuch


def home(count: int, *, parts: bool) -> tuple[Feelings, Feelings]:
    tasks = tuple(
        Task(
            name=f"task {number}",
            minutes=10 + 5 * (number % 7),
            times=100,
            noticing=2,
            planning=5,
            split="phases" if parts else msgspec.UNSET,
        )
        for number in range(count)
    )
    work = Household(tasks=tasks)
    return (
        Feelings(work=work, feelings=tuple(("like", "neutral")[number % 2] for number in range(count))),
        Feelings(work=work, feelings=tuple(("neutral", "dislike")[number % 2] for number in range(count))),
    )


@pytest.fixture
def handed_on(monkeypatch) -> list[object]:
    """What was worked out in a process of its own."""
    seen = []

    def run(function, argument, **budget):
        seen.append(function)
        return worker.run_in_worker(function, argument, **budget)

    monkeypatch.setattr(rules, "run_in_worker", run)
    return seen


def combine(both: tuple[Feelings, Feelings]) -> Shared:
    return decode_payload(rules.combine_feelings(*map(encode_payload, both)), Shared)


def test_a_home_is_divided_here(handed_on):
    assert combine(home(40, parts=False)).state == "found"
    assert handed_on == []


def test_much_work_is_divided_in_a_process_of_its_own(handed_on, monkeypatch):
    both = home(25, parts=True)
    there = combine(both)
    assert len(handed_on) == 1
    monkeypatch.setattr(rules, "LIGHT_PIECES", 1000)
    assert combine(both) == there
    assert there.state == "found"


def test_looking_at_much_work_is_laid_out_there_too(handed_on):
    first, second = home(25, parts=True)
    shared = combine((first, second))
    sharing = rules.lay_out_for_one(first, shared, 0)
    assert len(handed_on) == 2
    assert rules.explain_division(sharing, shared.divisions[0], 0)


def test_what_takes_more_than_it_may_is_void_and_both_answer_anew(monkeypatch):
    def refuse(*_given, **_budget):
        raise TooMuch

    monkeypatch.setattr(rules, "run_in_worker", refuse)
    first, second = home(25, parts=True)
    assert combine((first, second)) == Shared(state="void")
    with pytest.raises(TooMuchWorkError):
        rules.lay_out_work(first, second)
