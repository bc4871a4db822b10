"""What lies on the table of both, as lists and *Today* show it."""

from datetime import date, timedelta

from django.urls import reverse

from bothand.rooms.talks import heaps, present
from bothand.rooms.talks.pages import InvitationLine, OpenTalkLine, ReminderLine
from bothand.rooms.talks.place import Pair, moment
from bothand.rooms.talks.records import Table
from bothand.rooms.talks.rules import Stage
from bothand.vault.errors import DidNotOpen, Missing

Tables = tuple[Table, Table]
REMINDED = timedelta(days=14)
"""How long after its day a topic to look at again is offered."""


def list_invitations(zone: str, tables: Tables) -> tuple[InvitationLine, ...]:
    """The invitations there are: theirs, then mine, each with what was said to it."""
    mine, theirs = tables
    found = []
    if theirs.invite is not None:
        found.append(present.invitation_line(zone, theirs.invite, mine.answer, mine=False))
    if mine.invite is not None:
        found.append(present.invitation_line(zone, mine.invite, theirs.answer, mine=True))
    return tuple(found)


def list_open_talks(zone: str, two: Pair, tables: Tables) -> tuple[OpenTalkLine, ...]:
    """The talks that are open: at most one of each person's."""
    found: dict[bytes, OpenTalkLine] = {}
    for table in tables:
        if table.open is None or table.open.talk in found:
            continue
        line = open_talk_line(zone, two, table.open.talk)
        if line is not None:
            found[table.open.talk] = line
    return tuple(found.values())


def list_reminders(mine: Table, day: date) -> tuple[ReminderLine, ...]:
    """Topics I wanted to look at again, from the day on and for two weeks."""
    return tuple(
        ReminderLine(text=one.text, day=one.day, ask=f"{reverse('talks_begin')}?about={one.talk.hex()}")
        for one in mine.later
        if one.day <= day <= one.day + REMINDED
    )


def open_talk_line(zone: str, two: Pair, talk: bytes) -> OpenTalkLine | None:
    try:
        found = heaps.read_transcript(two, talk)
    except (Missing, DidNotOpen):
        return None
    state = found.state
    if state.stage is Stage.CLOSED:
        return None
    pause = state.pause
    return OpenTalkLine(
        path=reverse("talks_talk", args=[found.talk.hex]),
        text=found.talk.record.text,
        paused=pause is not None,
        back=moment(zone, pause.until) if pause and pause.today else None,
    )
