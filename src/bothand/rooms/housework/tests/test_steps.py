"""Two people through the steps of sharing the work, along every path there is."""

from dataclasses import replace

from bothand.rooms.housework.process import HOUSEWORK, Standing
from bothand.shell.tests.paths import walk_every_path


def act(mine: Standing, theirs: Standing, key: str) -> tuple[Standing, Standing]:
    """I do what a step asks for: how it then stands for me, and for the other."""
    if key == "tasks":
        return replace(mine, tasks=True), replace(theirs, tasks=True)
    if key == "today":
        return replace(mine, confirmed=True), replace(theirs, their_confirmed=True)
    if key == "likes":
        mine = replace(mine, answered=True)
        if theirs.answered:
            mine, theirs = replace(mine, found=True), replace(theirs, found=True)
        return mine, theirs
    return replace(mine, settled=True), replace(theirs, settled=True)


def test_whoever_acts_first_both_come_to_the_end_and_somebody_can_always_act():
    seen = walk_every_path(HOUSEWORK, (Standing(), Standing()), act)
    assert {step for step, _waits in seen} == {step.key for step in HOUSEWORK.steps}
    assert {step for step, waits in seen if waits} == {"today", "likes"}


def test_that_the_other_answered_alone_moves_me_nowhere():
    before = Standing(tasks=True, confirmed=True, their_confirmed=True)
    _theirs, mine = act(before, before, "likes")
    assert mine == before
    assert HOUSEWORK.find_place(mine).step.sealed


def test_a_changed_list_leads_both_back_to_confirming_it():
    agreed = Standing(
        tasks=True, confirmed=True, their_confirmed=True, answered=True, found=True, settled=True
    )
    assert HOUSEWORK.find_place(agreed).over
    changed = replace(agreed, confirmed=False, their_confirmed=False, settled=False)
    assert HOUSEWORK.find_place(changed).step.key == "today"
