"""The pieces that *talks* puts on *Today*."""

from typing import ClassVar, Literal

from bothand.kit.manifest import Part
from bothand.rooms.talks.pages import InvitationLine, OpenTalkLine, ReminderLine
from bothand.shell.page import page


@page("talks/part_asked.html")
class InvitationPart(Part):
    """On *Today*: an invitation that there is."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 30

    invite: InvitationLine


@page("talks/part_open.html")
class OpenTalkPart(Part):
    """On *Today*: a talk that is open, with its time where it rests."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 28

    open: OpenTalkLine


@page("talks/part_later.html")
class ReminderPart(Part):
    """On *Today*: a topic somebody wanted to look at again today."""

    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 32

    later: ReminderLine
