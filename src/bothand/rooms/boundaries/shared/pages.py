"""Pages of what two show each other."""

from typing import ClassVar

from django.utils.functional import Promise

from bothand.kit.drafts import Hand
from bothand.rooms.boundaries.pages import BoundariesPage, MinePage, OursPage
from bothand.rooms.boundaries.present import BoundaryRow, Card, Statement
from bothand.shell.page import Space, page
from bothand.shell.parts import Pages


@page("boundaries/shared_list.html")
class SharedListPage(OursPage):
    """What the two show each other: the other's, and one's own copies.

    `left` is what one wrote to something of the other's that is not shown any more; `afraid` what the fear rule says.
    """

    theirs: tuple[BoundaryRow, ...]
    own: tuple[BoundaryRow, ...]
    left: tuple[Statement, ...]
    pages: Pages
    unopened: int
    afraid: tuple[str, ...]


@page("boundaries/partner_boundary.html")
class PartnerBoundaryPage(BoundariesPage):
    """A boundary that the other shows.

    own      what I wrote to it; `reply` what I answered in one tap, of asks.HOWS or ""; `asks` whether it asks anything
    repairs  what the two said to make it good again, this month and last
    """

    space: ClassVar[Space] = "theirs"

    card: Card
    hex: str
    own: Statement | None
    asks: bool
    hows: tuple[tuple[str, Promise], ...]
    reply: str
    repairs: tuple[Statement, ...]
    versions: int
    hands: tuple[Hand, ...]
    unopened: int


@page("boundaries/own_copy.html")
class OwnCopyPage(OursPage):
    """One's own boundary as the other sees it, in *ours*: the same card, and what was said to it; `reply` as above."""

    card: Card
    hex: str
    answer: Statement | None
    reply: str
    repairs: tuple[Statement, ...]
    versions: int
    unopened: int


@page("boundaries/shared_versions.html")
class SharedVersionsPage(OursPage):
    """Every wording that was shown, the newest first. None stands for one that is not what it has to be."""

    cards: tuple[Card | None, ...]
    pages: Pages
    back: str


@page("boundaries/share.html")
class SharePage(MinePage):
    """What the other would see, before they do.

    revision  of the boundary that is previewed; `changed` says that it is another one than a moment ago
    already   whether exactly this is shown already; `first` whether nothing was shown before
    other     whether *I will* speaks of what the other does
    full      whether as many are shown as can be
    shut      whether nothing can be put into *ours* just now
    """

    card: Card
    hex: str
    revision: int
    changed: bool
    already: bool
    first: bool
    other: bool
    full: bool
    shut: bool
