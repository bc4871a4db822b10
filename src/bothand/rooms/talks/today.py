"""What *talks* puts on *Today*: a talk that is open. What the other asks or answers stands in *Between you*.

Nothing here says whether the other has answered, looked, or is there.
"""

from bothand.kit.manifest import Asked, Part
from bothand.rooms.talks.conversation.present import open_talk_line
from bothand.rooms.talks.conversation.store import find_open_talks
from bothand.rooms.talks.invitations import store
from bothand.rooms.talks.invitations.records import Table
from bothand.rooms.talks.pages import OpenTalkPart


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """The pieces for today."""
    if asked.ours is None:
        return ()
    standing = [one for one in asked.between().items if isinstance(one.record, Table)]
    me = asked.account
    other = next((one.author for one in standing if one.author != me), b"")
    tables = store.sort_tables(standing, asked.ours.id, me, other)
    opened = find_open_talks(asked.ours, me, *tables)
    return tuple(OpenTalkPart(open=open_talk_line(asked.settings.zone, one)) for one in opened)
