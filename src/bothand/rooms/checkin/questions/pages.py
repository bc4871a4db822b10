"""The pages of check-ins, a frozen type each."""

from datetime import date
from typing import ClassVar, Literal

from bothand.kit.manifest import Part, Slot
from bothand.rooms.checkin.pages import CheckinPage
from bothand.rooms.checkin.questions.forms import QuestionsForm
from bothand.shell.page import page


@page("checkin/begin.html")
class BeginPage(CheckinPage):
    """Before a check-in: what it is, when the next one is due, or the one that was begun.

    sort    what would be begun: "first" or "weekly"
    go_on   where the begun one goes on, "" for none; `begun` its day, `stopped` where to end it
    stale   whether that is too long ago to be about the same week
    next    the day of the next one, None when it is due
    """

    sort: Literal["first", "weekly"]
    go_on: str
    stop: str
    begun: date | None
    stale: bool
    next: date | None
    said: str
    unopened: int


@page("checkin/sheet.html")
class SheetPage(CheckinPage):
    """A page of questions. `action` is its own address, `back` the page before it, "" on the first."""

    aura: ClassVar[bool] = False

    form: QuestionsForm
    action: str
    back: str
    number: int
    count: int
    lead: str


@page("checkin/part_checkin.html")
class CheckinPart(Part):
    """On *Today*: a check-in that is due, or was begun. `go_on` as above; `checkup` says that that is due."""

    slot: ClassVar[Slot] = "next"
    order: ClassVar[int] = 10

    sort: Literal["first", "weekly"] | None
    go_on: str
    checkup: bool
