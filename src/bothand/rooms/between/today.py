"""What *Between you* puts on *Today*: a few quiet lines, or nothing."""

from bothand.kit import inbox
from bothand.kit.manifest import Asked, Part
from bothand.rooms.between.pages import LinesPart
from bothand.rooms.between.present import build_rows

MOST = 3


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """Nothing for one alone, and nothing where nothing is new. Where all of it is in sight, it was looked at."""
    around = inbox.look_about(asked)
    if around is None:
        return ()
    lines = inbox.list_today(around)
    more = len(lines) > MOST
    if not more:
        inbox.note_look(around, lines, clears=False)
    if not lines:
        return ()
    return (
        LinesPart(
            lines=build_rows(lines[:MOST], asked.today),
            more=more,
            waits=any(one.waits for one in lines),
        ),
    )
