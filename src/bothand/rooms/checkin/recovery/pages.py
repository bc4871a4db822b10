"""The page of how days out of balance are followed."""

from dataclasses import dataclass
from datetime import date

from bothand.rooms.checkin.pages import PicturePage, Span
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryLine:
    """How days of one sort were followed."""

    title: str
    words: str
    days: int
    back: int
    range: str
    span: Span | None
    shift: int


@page("checkin/recovery.html")
class RecoveryPage(PicturePage):
    """How days out of balance are followed."""

    title: str
    lines: tuple[RecoveryLine, ...]
    height: int
    first: date
    unopened: int
