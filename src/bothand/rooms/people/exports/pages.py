"""The page of a contact file that goes out."""

from bothand.rooms.people.exports.forms import OutForm
from bothand.rooms.people.pages import PeopleRoomPage
from bothand.shell.page import page


@page("people/out.html")
class OutPage(PeopleRoomPage):
    """People go out as a contact file. `one` is the hex of whom alone, "" where one chooses."""

    form: OutForm
    one: str
    any: bool
    unopened: int
