"""How the harness reaches the pages of *home*."""

from bothand.rooms.home.pages import MinePage, MorePage, TodayPage
from bothand.rooms.kit.cases import FormCase, PageCase

PAGES = (
    PageCase(url="today", page=TodayPage),
    PageCase(url="place_mine", page=MinePage),
    PageCase(url="place_more", page=MorePage),
)
FORMS: tuple[FormCase, ...] = ()
