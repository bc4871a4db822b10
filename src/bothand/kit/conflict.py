"""Two windows wrote at once, in a place of one's own: keep mine, the other, or both."""

from dataclasses import dataclass
from typing import ClassVar

from bothand.shell.parts import ConflictPage


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsPage(ConflictPage):
    """As the shell's page, and one can keep both.

    typed  whether mine is a text that can be changed here; otherwise it is shown, and goes along in `hidden`
    both   whether both can be kept: a button sends `keep=both`, and mine becomes a new one
    """

    template: ClassVar[str] = "kit/versions.html"

    typed: bool = True
    both: bool = False
