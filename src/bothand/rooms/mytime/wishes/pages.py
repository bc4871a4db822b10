"""The pages of wishes for the week, a frozen type each."""

from dataclasses import dataclass

from bothand.kit.drafts import Hand
from bothand.rooms.mytime.pages import MyTimePage
from bothand.rooms.mytime.wishes.forms import WishForm
from bothand.shell.page import page
from bothand.shell.parts import Pages


@dataclass(frozen=True, slots=True, kw_only=True)
class WishShown:
    """A wish in the list. `take` says whether time of one's own can be taken for it; `hands` where else it can go on."""

    path: str
    hex: str
    words: str
    about: str
    take: bool
    hands: tuple[Hand, ...]


@page("mytime/wishes.html")
class WishesPage(MyTimePage):
    """Wishes for my week, each by its words."""

    wishes: tuple[WishShown, ...]
    pages: Pages
    unopened: int
    said: str


@page("mytime/wish.html")
class WishPage(MyTimePage):
    """A wish, new (`hex` is "") or changed. `rescued` says why words stand here."""

    form: WishForm
    hex: str
    rescued: str = ""
