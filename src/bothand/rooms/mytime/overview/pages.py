"""The first page of *mytime*, a frozen type."""

from bothand.rooms.mytime.interests.pages import Group
from bothand.rooms.mytime.pages import MyTimePage
from bothand.rooms.mytime.times.pages import Had, SaidLine, Stretch, Theirs
from bothand.shell.page import page


@page("mytime/own.html")
class OwnTimePage(MyTimePage):
    """The first page: this week's word, the time I take, what it is for; the other's time as they said it.

    `left` is what I said of times of theirs that are said no more, or not as they were.
    """

    week: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    groups: tuple[Group, ...]
    theirs: tuple[Theirs, ...]
    had: tuple[Had, ...]
    left: tuple[SaidLine, ...]
    told: tuple[str, ...]
    empty: bool
    unopened: int
    said: str
