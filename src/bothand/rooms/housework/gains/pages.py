"""What the template of giving way over time may see."""

from bothand.kit.gains import GainRow
from bothand.rooms.housework.pages import HouseworkPage
from bothand.shell.page import page


@page("housework/giving.html")
class GainsPage(HouseworkPage):
    """What the divisions both agreed on changed for me."""

    rows: tuple[GainRow, ...]
