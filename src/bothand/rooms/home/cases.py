"""How the harness reaches the pages of *home*."""

from bothand.rooms.home.pages import MinePage, MorePage, TodayPage
from bothand.rooms.kit.cases import LOOK, FormCase, Line, PageCase

PAGES = (
    PageCase(url="today", page=TodayPage),
    PageCase(url="place_mine", page=MinePage),
    PageCase(url="place_more", page=MorePage),
)
FORMS: tuple[FormCase, ...] = ()
ACTORS = {
    "today": LOOK,
    "place_mine": LOOK,
    "place_more": Line(owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405)),
}
