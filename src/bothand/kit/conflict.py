"""Two windows wrote at once, each by the same person: keep mine, the other, or both."""

from bothand.shell.page import page
from bothand.shell.parts import ConflictPage


@page("kit/versions.html")
class VersionsPage(ConflictPage):
    """As the shell's page, and one can keep both.

    typed  whether mine is a text that can be changed here; otherwise it is shown, and goes along in `hidden`
    both   whether both can be kept: a button sends `keep=both`, and mine becomes a new one
    """

    typed: bool = True
    both: bool = False
