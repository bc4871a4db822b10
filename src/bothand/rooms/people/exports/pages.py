"""The page of a contact file that goes out."""

from bothand.rooms.people.exports.forms import OutForm
from bothand.rooms.people.pages import PeopleRoomPage
from bothand.shell.page import page


@page("people/out.html")
class OutPage(PeopleRoomPage):
    """People go out as a contact file."""

    form: OutForm
    any: bool
    unopened: int
