"""The pieces that *talks* puts on *Today*."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bothand.kit.manifest import Part
from bothand.rooms.talks.pages import InviteLine, LaterLine, OpenLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPart(Part):
    """On *Today*: an invitation that there is."""

    template: ClassVar[str] = "talks/part_asked.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 30

    invite: InviteLine


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPart(Part):
    """On *Today*: a talk that is open, with its time where it rests."""

    template: ClassVar[str] = "talks/part_open.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 28

    open: OpenLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPart(Part):
    """On *Today*: a topic somebody wanted to look at again today."""

    template: ClassVar[str] = "talks/part_later.html"
    side: ClassVar[Literal["left", "right", "below"]] = "right"
    order: ClassVar[int] = 32

    later: LaterLine
