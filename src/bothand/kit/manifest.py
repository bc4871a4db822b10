"""What a room says of itself. Everything that walks over all rooms reads this, so a new room is a new folder."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeVar

from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.functional import Promise

from bothand.accounts.preferences import Settings
from bothand.shell.endings import Ending
from bothand.vault.body import Opened
from bothand.vault.months import months_between
from bothand.vault.ours import Ours
from bothand.vault.records import Record, Shelf
from bothand.vault.space import Lot, Space

if TYPE_CHECKING:
    from bothand.kit.alive import Alive, Begin, Looking
    from bothand.kit.asks import Ask, Asking
    from bothand.kit.news import Around, Between, News
    from bothand.kit.reveal import Reveal
    from bothand.kit.weekly import WeeklyWork

DraftName = Literal["boundary", "topic", "wish", "agreement", "goal", "page", "thanks", "need"]
LeadName = Literal["check_in", "map", "exercises"]
PlaceName = Literal["today", "mine", "ours", "week", "more"]
Slot = Literal["first", "between", "next", "pulse", "fold"]
Text = str | Promise
R = TypeVar("R", bound=Record)
NEAR: Final = timedelta(days=3)
"""So far back and ahead *Today* looks: the months that holds are read, most days a single one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the *Today* page. Its template sees `part`, `frame` and `csrf_token`, and no more.

    slot   where it stands: fear and safety first, what waits between two, the one thing worth doing, the pulse, and the
           rest folded. Of what is worth doing only the first is shown whole
    order  lower comes first within its slot
    """

    template: ClassVar[str]
    slot: ClassVar[Slot] = "fold"
    order: ClassVar[int] = 50

    @property
    def summary(self) -> Text:
        """The line that it is folded behind; needed wherever `slot` is "fold" or "next"."""
        return ""

    @property
    def settled(self) -> bool:
        """Whether a day can be over with this still here: it is done, or only an offer."""
        return self.slot == "fold"


class Asked:
    """What a room's `today` may look at. Loads are shared, so that one more room is not one more query.

    `account` is the author of what I write. `partner` is the partner's name, "" when there is none here; then `ours`
    is None too.
    """

    __slots__ = (
        "_accumulated", "_between", "_gathered", "_on_days", "_standing", "account", "mine", "ours", "partner",
        "settings", "today",
    )  # fmt: skip

    def __init__(
        self,
        mine: Space,
        settings: Settings,
        today: date,
        *,
        partner: str = "",
        ours: Ours | None = None,
        account: bytes = b"",
    ) -> None:
        self.mine = mine
        self.account = account
        self.ours = ours
        self.settings = settings
        self.today = today
        self.partner = partner
        self._standing: Lot[Any] | None = None
        self._between: Lot[Any] | None = None
        self._gathered: Lot[Any] | None = None
        self._accumulated: Lot[Any] | None = None
        self._on_days: list[Lot[Any]] = []

    def standing(self) -> Lot[Any]:
        """Everything that stands."""
        if self._standing is None:
            self._standing = self.mine.query(shelf=Shelf.STANDS)
        return self._standing

    def between(self) -> Lot[Any]:
        """Everything that stands in *ours*; nothing for one alone."""
        if self._between is None:
            self._between = Lot(()) if self.ours is None else self.ours.query(shelf=Shelf.STANDS)
        return self._between

    def gathered(self) -> Lot[Any]:
        """What has accumulated in *ours* in the month of these days; nothing for one alone."""
        if self._gathered is None:
            self._gathered = (
                Lot(())
                if self.ours is None
                else self.ours.query(shelf=Shelf.ACCUMULATES, months=months_between(*self._near))
            )
        return self._gathered

    def accumulated(self) -> Lot[Any]:
        """What has accumulated in the month of these days; a room that looks for single days asks `on_days`."""
        if self._accumulated is None:
            self._accumulated = self.mine.query(shelf=Shelf.ACCUMULATES, months=months_between(*self._near))
        return self._accumulated

    def on_days(self, kind: type[R], days: Sequence[date]) -> Lot[R]:
        """The documents of these days, of a kind of which a day has one. One query, which opens no other."""
        lot = self.mine.on_days(kind, days)
        self._on_days.append(lot)
        return lot

    @property
    def unopened(self) -> int:
        """How many rows of *mine* did not open among those looked at."""
        read = [one for one in (self._standing, self._accumulated) if one is not None]
        return sum(one.unopened for one in (*read, *self._on_days))

    @property
    def _near(self) -> tuple[date, date]:
        return self.today - NEAR, self.today + NEAR


@dataclass(frozen=True, slots=True)
class Readable:
    """A record as a person reads it in an export: a heading and pairs of label and text.

    day      the day it belongs to, for a record that has none as a field (`Dated`) and yet belongs to one
    part_of  the document it is read within (a turn in its talk), b"" for none
    links    other documents it names, each under a label: read by their headings, never by their ids
    """

    heading: str
    pairs: tuple[tuple[str, str], ...]
    day: date | None = None
    part_of: bytes = b""
    links: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages of a room that stand on top of each of them.

    url     the name of its url, without arguments
    two     whether it is there for two alone
    folded  whether it stands under *More*: three to five in sight are enough
    """

    title: Text
    url: str
    two: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room's manifest.

    name       the folder, and what the names of its urls begin with
    title      its name in the navigation; neutral, since the tab's history keeps it
    about      one line for the index page of its place
    place      the place it belongs to
    path       where its urls hang, neutral, with a slash at its end; "" for the root
    front      the path that the navigation leads to, "" for `path`: the room that has the first page of its place
    tabs       its pages, on top of each of them
    urls       the module of its urls, or the urls of its one plain document (kit.plain); what hangs at the root, for the door
               alone, is `root_urlpatterns` there
    kinds      the record kinds it seals
    today      what it puts there now
    readable   how each kind reads in an export
    merge      for kinds of which there is one in all: what follows when an import meets one that is there
    opens      kinds that the search over all rooms looks through, each with the address of a document (kit.search)
    shares     kinds of *mine* of which a copy can be shared as a page, as `readable` says it
    reveals    what two can reveal together (kit.reveal)
    between    for each kind it seals in *ours*: how an act of the other reads in *Between you*, or why it is silent (kit.news)
    due        what of my own, or of both, waits for me by its day: a review, a topic to come back to
    endings    how acts end, by the name of the url a form is sent to: what was kept, who can open it, one way on
    asks       what of what is in *ours* one asks of the other (kit.asks): each can be answered with a no
    takes      drafts it takes from other rooms (kit.drafts), each with the name of the url whose form opens with it
    alive      what of it is alive between two now (kit.alive): *Ours* draws and lists it
    begins     how two begin something there, for *Ours* while it is empty
    weekly     what each of two does every week, for lists and for a feed of the week (kit.weekly)
    leads      steps of the guide that it carries out, each with the name of the url that begins it
    picture    the drawing that stands for it on the page of its place (kit/pictures.html)
    listed     whether the navigation lists it
    """

    name: str
    title: Text
    about: Text = ""
    place: PlaceName
    path: str
    front: str = ""
    urls: str | Sequence[URLPattern]
    tabs: tuple[Tab, ...] = ()
    kinds: tuple[type[Record], ...] = ()
    today: Callable[[Asked], tuple[Part, ...]] | None = None
    readable: Mapping[type[Record], Callable[[Any], Readable]] = field(default_factory=dict)
    merge: Mapping[type[Record], Callable[[Any, Any], Any]] = field(default_factory=dict)
    opens: "Mapping[type[Record], Callable[[Opened[Any]], str]]" = field(default_factory=dict)
    shares: tuple[type[Record], ...] = ()
    reveals: "tuple[Reveal, ...]" = ()
    endings: Mapping[str, Ending] = field(default_factory=dict)
    between: "Between" = field(default_factory=dict)
    due: "Callable[[Around], Sequence[News]] | None" = None
    asks: "Callable[[Asking], tuple[Ask, ...]] | None" = None
    takes: Mapping[DraftName, str] = field(default_factory=dict)
    alive: "Callable[[Looking], tuple[Alive, ...]] | None" = None
    begins: "Begin | None" = None
    weekly: "Callable[[HttpRequest], WeeklyWork] | None" = None
    leads: Mapping[LeadName, str] = field(default_factory=dict)
    picture: str = "page"
    listed: bool = True
