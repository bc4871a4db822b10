"""What *boundaries* puts on *Today* for one alone: what is to be looked at again. Two find it in *Between you*."""

from bothand.kit.manifest import Asked, Part
from bothand.rooms.boundaries import present, rules
from bothand.rooms.boundaries.pages import DuePart

MOST = 3


def build_parts(asked: Asked) -> tuple[Part, ...]:
    """What one wanted to look at again by now."""
    if asked.ours is not None:
        return ()
    own = rules.sort_own(asked.standing().items)
    due = [boundary for boundary in own if rules.is_due(boundary.record, asked.today)]
    return (DuePart(due=tuple(map(present.build_due_row, due[:MOST]))),) if due else ()
