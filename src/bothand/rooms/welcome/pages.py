"""The first page and the three screens of the introduction, a frozen type each. They are open to everybody."""

from typing import ClassVar

from django.utils.functional import Promise

from bothand.shell.doors import DoorPage
from bothand.shell.page import Space, page

Text = str | Promise


@page("welcome/welcome.html")
class WelcomePage(DoorPage):
    """What this is, in one breath and one drawing. `may_sign_up`: whether somebody new may start."""

    may_sign_up: bool


@page()
class IntroPage(DoorPage):
    """A screen of the introduction. `onward` is where its reader goes on to after it, `onward_words` what that is."""

    number: ClassVar[int]

    onward: str
    onward_words: Text


@page("welcome/intro_mine.html")
class MineScreen(IntroPage):
    """What is one's own."""

    number: ClassVar[int] = 1
    space: ClassVar[Space] = "mine"


@page("welcome/intro_ours.html")
class OursScreen(IntroPage):
    """What two share."""

    number: ClassVar[int] = 2
    space: ClassVar[Space] = "ours"


@page("welcome/intro_week.html")
class WeekScreen(IntroPage):
    """How a week can go."""

    number: ClassVar[int] = 3
