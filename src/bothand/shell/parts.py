"""Whole pages that rooms fill in: are you sure, two wrote at once, the rooms of a place."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.navigation import RoomLink
from bothand.shell.page import Page, page

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """One hidden input."""

    name: str
    value: str


@page("shell/confirm.html")
class ConfirmPage(Page):
    """Asks once more, on a page of its own, before something is done.

    title, lines  what will happen, and what will not
    action        where the form goes
    button, back  the words on the button that does it, and on the link that leads back
    back_to       where that leads
    care          whether something is lost for good: the button says so by its colour
    password      whether the password is asked for again
    """

    tab: ClassVar[str | Promise] = _("Page")

    title: Words
    lines: tuple[Words, ...]
    action: str
    button: Words
    back: Words
    back_to: str
    hidden: tuple[Hidden, ...] = ()
    care: bool = False
    password: bool = False
    wrong: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """One field of a record that was written twice. `name` is the form's name for it."""

    label: Words
    name: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        return self.mine != self.theirs


@page("shell/conflict.html")
class ConflictPage(Page):
    """Two wrote at once, or one in two tabs: both are shown, and nothing is lost until one chooses.

    by        the name of who wrote the other, "" for oneself in another tab
    pairs     each field, as I wrote it and as it stands
    action    where to keep mine: the fields go there once more, with `hidden` (its new revision among them)
    back_to   where to leave it as it stands
    gone      whether the other was deleted meanwhile: mine can be kept as a new one
    """

    tab: ClassVar[str | Promise] = _("Page")

    pairs: tuple[Both, ...]
    action: str
    back_to: str
    hidden: tuple[Hidden, ...] = ()
    by: str = ""
    gone: bool = False


@page("shell/place.html")
class PlacePage(Page):
    """The rooms of one place, for those whose screen shows no sub-rooms beside the places."""

    aura: ClassVar[bool] = True

    title: Words
    rooms: tuple[RoomLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Links to earlier and later pages of a list; "" where there is none.

    In a template: `{% include "shell/parts/pages.html" with pages=page.pages only %}`.
    """

    newer: str = ""
    older: str = ""
