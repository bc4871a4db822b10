"""What the template of the weekly list may see."""

from dataclasses import dataclass

from bothand.rooms.housework.pages import JointPage
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTask:
    """A task of somebody's week: how often, and which part of it where it is not all."""

    title: str
    often: str
    about: str


@page("housework/list.html")
class ListPage(JointPage):
    """The weekly list of each, to print. `since` is the day it was agreed on, or "" where it is as today; `nobody` are tasks
    that are with neither.
    """

    since: str
    mine: tuple[ListedTask, ...]
    theirs: tuple[ListedTask, ...]
    my_time: str
    their_time: str
    nobody: tuple[str, ...]
