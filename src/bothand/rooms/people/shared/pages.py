"""The pages of copies in *ours*, a frozen type each."""

from dataclasses import dataclass
from typing import ClassVar

from bothand.rooms.people.pages import Fact, PeopleRoomPage
from bothand.rooms.people.shared.forms import ShareForm
from bothand.shell.page import Space, page


@page("people/share.html")
class SharePage(PeopleRoomPage):
    """Putting a copy of somebody into *ours*: first what of them, then a look at exactly that.

    `preview` is the copy as the other will see it, None before that look; `looked` says which state of mine it is of.
    `ways` and `birthday` say whether there is anything of that to show.
    """

    form: ShareForm
    hex: str
    name: str
    preview: "Copied | None"
    looked: str
    ways: bool
    birthday: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A copy in *ours*, as both see it."""

    name: str
    stage: str
    words: str
    facts: tuple[Fact, ...]


@page("people/shown.html")
class SharedPersonPage(PeopleRoomPage):
    """Somebody in *ours*. `person` is the address of my own page about them, `share` where I change the copy; "" for none."""

    space: ClassVar[Space] = "ours"

    hex: str
    copied: Copied
    by_me: bool
    person: str
    share: str
