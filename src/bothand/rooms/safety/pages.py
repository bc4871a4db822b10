"""What the template of *Help and safety* may see."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.safety import Chapter, HelpTexts
from bothand.rooms.safety.present import Country
from bothand.shell.page import Page, Place, Space, page


@page()
class LeafPage(Page):
    """Both have the same neutral tab."""

    tab: ClassVar[str | Promise] = _("Reading")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"


@page("safety/cover.html")
class CoverPage(LeafPage):
    """What stands at the address, and comes back with the Back button: a plain page that says nothing.

    `languages` are code and own name of those there is a choice of; none where there is one.
    """

    languages: tuple[tuple[str, str], ...]


@page("safety/help.html")
class HelpPage(LeafPage):
    """The whole page, all countries on it. `unread` says that the host's own file of lines could not be read."""

    words: HelpTexts
    call: Chapter
    rest: tuple[Chapter, ...]
    countries: tuple[Country, ...]
    unread: bool
    languages: tuple[tuple[str, str], ...]
