"""What *talks* puts on *Today*: an invitation there is, a talk that is open, a topic whose day has come.

Nothing here says whether the other has answered, looked, or is there.
"""

from dataclasses import replace

from bothand.accounts import wall_clock
from bothand.domain import checkins
from bothand.kit.manifest import Asked, Part
from bothand.rooms.talks.conversation.present import open_talk_line
from bothand.rooms.talks.conversation.store import find_open_talks
from bothand.rooms.talks.invitations import store
from bothand.rooms.talks.invitations.present import list_invitations, list_reminders
from bothand.rooms.talks.invitations.records import Table
from bothand.rooms.talks.pages import InvitationPart, OpenTalkPart, ReminderPart
from bothand.rooms.talks.present import SHOWN


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """The pieces for today."""
    if asked.ours is None:
        return ()
    standing = [one for one in asked.between().items if isinstance(one.record, Table)]
    me = asked.account
    other = next((one.author for one in standing if one.author != me), b"")
    tables = store.sort_tables(standing, asked.ours.id, me, other)
    opened = find_open_talks(asked.ours, me, *tables)
    zone = asked.settings.zone
    since = wall_clock.now() - SHOWN
    theirs = [one for one in list_invitations(zone, tables) if not one.mine and one.when >= since]
    # To begin a talk is a step for two: the fear rule (MODEL.md) suggests none, and the reminder leads to the list.
    may = checkins.ruling_answers(asked.standing().items, asked.today).joint
    later = [one if may else replace(one, ask="") for one in list_reminders(tables[0], asked.today)[:1]]
    return (
        *(OpenTalkPart(open=open_talk_line(zone, one)) for one in opened),
        *(InvitationPart(invite=one) for one in theirs),
        *(ReminderPart(later=one) for one in later),
    )
