"""What the templates of feelings and divisions may see."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from bothand.accounts.meeting_place import Fate
from bothand.rooms.housework.pages import HouseworkPage
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingRow:
    """A task with what I feel about it; `picks` are drawn at once, since a page has hundreds of them."""

    name: str
    weekly: str
    picks: SafeString


@page("housework/feelings.html")
class FeelingsPage(HouseworkPage):
    """What I like and don't, for me alone. `fate` says that nothing comes of what I answered any more."""

    felt: tuple[FeelingRow, ...]
    of: str
    kept: bool
    fate: Fate
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTask:
    """A task in a division, or one part of it: with what is to be said of it, and whether it can be given to the other.

    id    what names it in a form
    part  noticing, planning or doing, where a task goes in parts
    """

    id: str
    name: str
    part: str
    about: str
    movable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionCard:
    """One division: who has what, and minutes a week of each.

    changes  how much changes hands, in words
    parts    the tasks that both have a part of, in words
    owners   what goes along in a form
    """

    rule: str
    mine: tuple[HeldTask, ...]
    theirs: tuple[HeldTask, ...]
    my_minutes: str
    their_minutes: str
    changes: str
    parts: tuple[str, ...]
    why: tuple[str, ...]
    owners: str


@page("housework/divisions.html")
class DivisionsPage(HouseworkPage):
    """What came of both feelings, and what a change by hand does.

    state   "" while nothing came out, else found, nobody, void
    effect  what the last move by hand did
    fate    where nothing comes of my answers any more
    """

    state: str
    divisions: tuple[DivisionCard, ...]
    nobody: tuple[str, ...]
    effect: str
    answered: bool
    fate: Fate
