"""How the harness reaches the quiet page: it opens to everybody, and there is no form on it."""

from bothand.kit.tests.cases import OPEN_TO_ALL, FormCase, PageCase
from bothand.rooms.safety.pages import LeafPage

PAGES = (PageCase(url="safety_page", page=LeafPage, signed_out=True),)
FORMS: tuple[FormCase, ...] = ()
ACTORS = {"safety_page": OPEN_TO_ALL}
