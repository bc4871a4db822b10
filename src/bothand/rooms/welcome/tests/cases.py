"""How the harness reaches the first page and the introduction: they open to everybody, and take nothing."""

from bothand.kit.tests.cases import OPEN_TO_ALL, Line, PageCase
from bothand.rooms.welcome.pages import MineScreen, OursScreen, WeekScreen, WelcomePage

PAGES = (
    PageCase(url="welcome_page", page=WelcomePage, signed_out=True),
    PageCase(url="welcome_mine", page=MineScreen, signed_out=True),
    PageCase(url="welcome_ours", page=OursScreen, signed_out=True),
    PageCase(url="welcome_week", page=WeekScreen, signed_out=True),
)
FORMS = ()
ACTORS = {
    "welcome_page": Line(owner=(302, 302, 405), locked=(302, 302, 405), anonymous=(200, 200, 405)),
    "welcome_mine": OPEN_TO_ALL,
    "welcome_ours": OPEN_TO_ALL,
    "welcome_week": OPEN_TO_ALL,
}
