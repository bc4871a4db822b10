"""The pages of interests, a frozen type each."""

from dataclasses import dataclass

from bothand.kit.drafts import Hand
from bothand.rooms.mytime.interests.forms import InterestForm
from bothand.rooms.mytime.pages import MyTimePage
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something in a list: where it is, its words, a line about it."""

    path: str
    words: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What I love, loved, or want to try."""

    key: str
    head: str
    items: tuple[Item, ...]


@page("mytime/interest.html")
class InterestPage(MyTimePage):
    """Something I love, new or changed. `hex` is "" for something new; `rescued` says why words stand here.

    `words` go along when time is taken for it.
    """

    form: InterestForm
    hex: str
    words: str = ""
    hands: tuple[Hand, ...] = ()
    rescued: str = ""
