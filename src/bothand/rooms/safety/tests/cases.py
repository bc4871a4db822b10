"""How the harness reaches *Help and safety*: it opens to everybody, and takes nothing."""

from bothand.kit.tests.cases import Data, FormCase, Line, PageCase, Stage, Words
from bothand.rooms.safety.pages import CoverPage, HelpPage


def _none(_stage: Stage, _words: Words) -> Data:
    return {}


PAGES = (PageCase(url="safety_page", page=CoverPage, signed_out=True),)
FORMS = (FormCase(url="safety_page", form=None, data=_none, signed_out=True, shows=HelpPage),)
ACTORS = {"safety_page": Line(owner=(200, 200, 200), locked=(200, 200, 200), anonymous=(200, 200, 200))}
