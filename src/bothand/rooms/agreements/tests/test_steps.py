"""Two people through the steps of an agreement, along every path there is."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bothand.domain.agreements import Marked
from bothand.rooms.agreements.matters.process import NEGOTIATION, Standing, find_standing
from bothand.rooms.agreements.matters.records import Matter, Option, Question, Voice, questions_digest
from bothand.shell.tests.paths import walk_every_path

DAY = date(2026, 11, 24)
ME, OTHER = b"m" * 16, b"o" * 16
ACTS = {"words": "said", "back": "back", "options": "idea", "now": "marked", "rate": "answered"}
THEIRS = {"said": "their_said", "back": "their_back", "idea": "their_idea"}


def act(mine: Standing, theirs: Standing, key: str) -> tuple[Standing, Standing]:
    """I do what a step asks for: how it then stands for me, and for the other."""
    if key == "found":
        return replace(mine, settled=True), replace(theirs, settled=True)
    mine = replace(mine, **{ACTS[key]: True})
    theirs = replace(theirs, **{THEIRS[ACTS[key]]: True}) if ACTS[key] in THEIRS else theirs
    if mine.marked and theirs.marked:
        mine, theirs = replace(mine, same=True), replace(theirs, same=True)
    if mine.answered and theirs.answered:
        mine, theirs = replace(mine, found=True), replace(theirs, found=True)
    return mine, theirs


def test_whoever_acts_first_both_come_to_the_end_and_somebody_can_always_act():
    start = Standing(rateable=True)
    seen = walk_every_path(NEGOTIATION, (start, start), act)
    assert {step for step, _waits in seen} == {step.key for step in NEGOTIATION.steps}
    assert {step for step, waits in seen if waits} == {"words", "now", "rate"}


def test_nothing_that_the_other_does_alone_moves_me():
    """Their answers and their marks are no part of what I know before both are there."""
    before = Standing(said=True, their_said=True, back=True, their_back=True, rateable=True, idea=True)
    before = replace(before, their_idea=True, marked=True, same=True)
    _theirs, mine = act(before, before, "rate")
    assert mine == before
    assert NEGOTIATION.find_place(mine).step.sealed


@given(st.builds(Standing, **dict.fromkeys(Standing.__dataclass_fields__, st.booleans())))
def test_numbers_come_last(standing):
    """Never before both have said, and said back, and each thought of an option for the other, and both marked the same."""
    if standing.may_rate:
        needed = ("said", "back", "their_back", "rateable", "idea", "their_idea", "marked", "same")
        assert [name for name in needed if not getattr(standing, name)] == []


def test_a_mark_of_other_questions_is_none():
    options = (Option(text="one", by=ME, for_other=True), Option(text="two", by=OTHER, for_other=True))
    matter = Matter(day=DAY, title="Tea", questions=(Question(name="Which?", options=options),))
    voices = {one: Voice(day=DAY, matter=b"m", talked=True) for one in (ME, OTHER)}
    marks = {one: Marked(day=DAY, subject=b"m", of=questions_digest(matter), now=(0,)) for one in (ME, OTHER)}
    assert find_standing(matter, voices, marks, me=ME, other=OTHER).may_rate
    marks[OTHER] = Marked(day=DAY, subject=b"m", of=b"others", now=(0,))
    assert not find_standing(matter, voices, marks, me=ME, other=OTHER).may_rate
    assert not find_standing(matter, voices, {}, me=ME, other=OTHER).may_rate
