"""The pages of what somebody needs, a frozen type each."""

from dataclasses import dataclass

from django.utils.functional import Promise

from bothand.kit.drafts import Hand
from bothand.rooms.journal.needs.forms import NeedForm, NeedsForm
from bothand.rooms.journal.pages import JournalPage
from bothand.shell.page import page


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A need in the list. `area` is what its area of life is called, "" for none."""

    hex: str
    words: str
    area: str | Promise


@page("journal/needs.html")
class NeedsPage(JournalPage):
    """All needs, and room for more. `handed` says that words from elsewhere stand in the form, `rescued` why."""

    form: NeedsForm
    held: tuple[Held, ...]
    handed: bool
    rescued: str
    unopened: int
    said: str


@page("journal/need.html")
class NeedPage(JournalPage):
    """One need, to be put in other words. `hands` lead to other rooms."""

    form: NeedForm
    hex: str
    words: str
    hands: tuple[Hand, ...]
