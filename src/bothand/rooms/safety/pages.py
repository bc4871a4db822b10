"""What the template of the quiet page may see."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.content.safety import Chapter, QuietPage
from bothand.rooms.safety.present import Country
from bothand.shell.page import Page, Place, Space, page


@page("safety/leaf.html")
class LeafPage(Page):
    """The whole page, all countries on it. `unread` says that the host's own file of lines could not be read."""

    tab: ClassVar[str | Promise] = _("Reading")
    space: ClassVar[Space] = "none"
    place: ClassVar[Place] = "more"

    words: QuietPage
    call: Chapter
    rest: tuple[Chapter, ...]
    countries: tuple[Country, ...]
    unread: bool
