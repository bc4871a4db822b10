"""The pages of weeks, a frozen type each."""

from dataclasses import dataclass

from bothand.kit.drafts import Hand
from bothand.rooms.mytime.pages import MyTimePage
from bothand.rooms.mytime.weeks.forms import WeekForm
from bothand.shell.page import page
from bothand.shell.parts import Pages


@page("mytime/week.html")
class WeekPage(MyTimePage):
    """One week, by my own word. `of` is its Monday, `before` the address of the week before. `afraid` says that fear was in the way, and `hands` where words can go on."""

    form: WeekForm
    name: str
    of: str
    before: str
    delete: str
    afraid: bool
    hands: tuple[Hand, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """A week in the table: where it is, its name, what was said of it."""

    path: str
    name: str
    had: str
    minutes: str
    wished: str
    obstacles: str


@page("mytime/weeks.html")
class WeeksPage(MyTimePage):
    """Weeks side by side: wished against had, what was in the way."""

    rows: tuple[WeekRow, ...]
    told: tuple[str, ...]
    pages: Pages
    unopened: int
