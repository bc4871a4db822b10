"""How the harness reaches the page of *Between you*."""

from datetime import date

from bothand.domain.boundaries import SharedBoundary, Wording
from bothand.domain.times import Block
from bothand.kit.tests.cases import FormCase, Kwargs, Line, PageCase, Stage
from bothand.rooms.between import pages


def some_acts(stage: Stage) -> Kwargs:
    """A wish of the other's, which waits, and time they take."""
    wish = Wording(wish="Knock before you come in, when the door is shut.")
    theirs = stage.partner.both
    theirs.add(SharedBoundary(words=wish, since=stage.today, versions=()))
    theirs.add(Block(day=stage.today, start=1080, end=1200, word="Choir"))
    return {}


def last_month(stage: Stage) -> Kwargs:
    """A boundary of theirs, and the address of a month long over."""
    some_acts(stage)
    return {"month": f"{date(2026, 1, 1):%Y-%m}"}


PAGES = (
    PageCase(url="between_list", page=pages.BetweenPage, prepare=some_acts, paired=True),
    PageCase(url="between_month", page=pages.BetweenPage, prepare=last_month, content=False, paired=True),
)
FORMS: tuple[FormCase, ...] = ()
# Somebody alone has nobody to hear from: for them it is nowhere.
_TWO = Line(owner=(200, 200, 405), locked=(403, 403, 405), anonymous=(302, 302, 405), alone=(404, 404, 405))
ACTORS = {"between_list": _TWO, "between_month": _TWO}
