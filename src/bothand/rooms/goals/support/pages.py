"""The pages about support, a frozen type each."""

from typing import ClassVar

from django.utils.functional import Promise

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.goals.pages import GoalsPage
from bothand.rooms.goals.support.forms import FitForm, OfferForm, ShareForm, SupportWishForm
from bothand.rooms.goals.support.present import FitRow, GoalCopy, OfferRow
from bothand.shell.page import Space, page
from bothand.shell.parts import ConfirmPage, Pages


@page("goals/wish_form.html")
class SupportWishPage(GoalsPage):
    """What support is wanted with a goal. `meanings` says of each kind of support what it means."""

    form: SupportWishForm
    hex: str
    text: str
    meanings: tuple[tuple[str | Promise, str | Promise], ...]


@page("goals/share.html")
class SharePage(GoalsPage):
    """Exactly what the other will see, before it is shared.

    `trace` marks what is shown here, so that nothing else is shared; `moved` says that it is not what was shown before.
    `has_why`: whether there is a why to show; `again`: whether the goal is shared already.
    """

    form: ShareForm
    hex: str
    seen: GoalCopy
    has_why: bool
    again: bool
    trace: str
    moved: bool


@page("goals/fit_form.html")
class FitFormPage(GoalsPage):
    """Saying whether support fitted."""

    form: FitForm
    hex: str
    support: str
    goal: str


@page("goals/fits.html")
class FitsPage(GoalsPage):
    """What I said about support, the last first, and the pattern if there is one."""

    fits: tuple[FitRow, ...]
    pages: Pages
    pattern: str
    hands: tuple[Hand, ...]
    unopened: int
    said: str


@page("goals/partner_goal.html")
class PartnerGoalPage(GoalsPage):
    """The other's goal as they share it, what I offered, and what I may offer (`form`, None for nothing).

    `asks`: whether it asks anything that I have not answered by an offer; `no`: whether I said *I can't* to it.
    """

    space: ClassVar[Space] = "ours"

    hex: str
    seen: GoalCopy
    offers: tuple[OfferRow, ...]
    form: OfferForm | None
    asks: bool
    no: bool
    unopened: int
    afraid: tuple[str, ...]


@page()
class TwoWishesPage(GoalsPage, VersionsPage):
    """What support is wanted, said in two windows."""


@page()
class WithdrawPage(GoalsPage, ConfirmPage):
    """Asks before a shared goal is taken back."""
