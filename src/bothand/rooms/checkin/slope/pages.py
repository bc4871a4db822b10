"""The page of one's own slope."""

from datetime import date

from bothand.rooms.checkin.pages import PicturePage, Span
from bothand.shell.page import page


@page("checkin/slope.html")
class SlopePage(PicturePage):
    """One's own slope. `span` is None before the first look."""

    title: str
    lines: tuple[str, ...]
    span: Span | None = None
    value: str = ""
    range: str = ""
    days: int
    looked: date | None = None
    next: date
    unopened: int
