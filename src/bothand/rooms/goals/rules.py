"""Pure: the steps towards a goal, and how long its texts may be."""

from datetime import date
from typing import Final

import msgspec

from bothand.rooms.goals.records import Step

MOST_STEPS: Final = 100
LONGEST_TEXT: Final = 2_000
LONGEST_ENTRY: Final = 20_000


def append_step(steps: tuple[Step, ...], new: Step) -> tuple[Step, ...]:
    """The steps with one more; the same sent twice is one."""
    return steps if any(step.id == new.id for step in steps) else (*steps, new)


def mark_step(steps: tuple[Step, ...], step: bytes, done: date | None) -> tuple[Step, ...]:
    """The steps with one done, or not done (None); one that is done already keeps its day."""
    return tuple(
        msgspec.structs.replace(one, done=done and (one.done or done)) if one.id == step else one
        for one in steps
    )


def drop_step(steps: tuple[Step, ...], step: bytes) -> tuple[Step, ...]:
    """The steps without one."""
    return tuple(one for one in steps if one.id != step)
