"""Pages of time together and apart."""

from bothand.kit.conflict import VersionsPage
from bothand.kit.drafts import Hand
from bothand.rooms.boundaries.pages import MinePage
from bothand.rooms.boundaries.quality.forms import QualityForm
from bothand.shell.page import page


@page("boundaries/quality.html")
class QualityPage(MinePage):
    """Time together and time for oneself.

    shown     what the other sees of it now; `would` what they would see; `theirs` what they show
    hands     where it can go on
    shut      whether nothing can be put into *ours* just now
    """

    form: QualityForm
    kept: bool
    shown: tuple[tuple[str, str], ...]
    would: tuple[tuple[str, str], ...]
    theirs: tuple[tuple[str, str], ...]
    hands: tuple[Hand, ...]
    shut: bool


@page()
class TwoQualitiesPage(MinePage, VersionsPage):
    """Time together and apart, said in two windows."""
