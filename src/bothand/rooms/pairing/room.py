"""The manifest of *pairing*: pairing, what is shared by hand, revealing together, leaving."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts import visits
from bothand.accounts.departure import Farewell, Kept
from bothand.kit.chronicle import read_kept
from bothand.kit.manifest import Asked, Part, Readable, Room, Tab
from bothand.rooms.pairing import pages
from bothand.rooms.pairing.between import BETWEEN
from bothand.rooms.pairing.export import read_shared_page
from bothand.rooms.pairing.forms import ThanksForm
from bothand.rooms.pairing.records import Heart, SharedPage, Thanks
from bothand.shell.endings import Ending
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import month_of

TOLD_FOR_DAYS = 14


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """For one of two: what they have to be told, and a line to thank the other."""
    thanks = () if asked.ours is None else (pages.ThanksPart(form=ThanksForm(), partner=asked.partner),)
    return (*show_told(asked), *thanks)


def show_told(asked: Asked) -> tuple[Part, ...]:
    """What was done to the database between two visits, and what came of nothing; for its owner alone."""
    note = None if asked.ours is None else visits.find_note(asked.standing().items)
    if note is None:
        return ()
    taken = note.taken if visits.was_taken_lately(note, asked.today, TOLD_FOR_DAYS) else 0
    if not (note.spent or note.tired or taken or note.blind):
        return ()
    told = pages.ToldPart(
        spent=note.spent, tired=note.tired, taken=taken, blind=note.blind, times=visits.MOST_TIMES
    )
    return (told,)


def readable_thanks(one: Thanks) -> Readable:
    """A line of thanks as it reads in an export."""
    return Readable(heading=gettext("Thanks"), pairs=((gettext("What for"), one.text),))


def readable_heart(one: Heart) -> Readable:
    """A heart back for a line of thanks."""
    return Readable(heading=gettext("A heart for a line of thanks"), pairs=(), part_of=one.thanks)


def readable_farewell(one: Farewell) -> Readable:
    """The last page of somebody who left."""
    return Readable(heading=gettext("A note on leaving"), pairs=((gettext("Words"), one.note),))


def readable_kept(one: Kept) -> Readable:
    """A page of what was ours, as it reads in an export; its head alone where nothing of it is for reading."""
    try:
        _record, found = read_kept(one)
    except (DidNotOpen, NewerVersion):
        found = None
    return found or Readable(heading=gettext("Something that was shared"), pairs=())


ROOM = Room(
    name="pairing",
    title=_("Shared pages"),
    about=_("What both of you can open, and who can open it with you."),
    picture="page",
    place="ours",
    # The first page of its place is this room's: the navigation leads to what was shared.
    path="ours/",
    front="ours/pages/",
    tabs=(
        Tab(_("Shared pages"), "pairing_pages", two=True),
        Tab(_("Thanks"), "pairing_thanks", two=True),
        Tab(_("Reveal together"), "pairing_reveals", two=True),
    ),
    urls="bothand.rooms.pairing.urls",
    kinds=(SharedPage, Thanks, Heart, Kept, Farewell),
    today=list_parts,
    takes={"thanks": "pairing_thanks"},
    opens={
        Farewell: lambda _one: reverse("pairing_ours"),
        SharedPage: lambda one: reverse("pairing_page", args=[one.hex]),
        Thanks: lambda one: reverse("pairing_thanks_month", args=[month_of(one.record.day)]),
    },
    readable={
        SharedPage: read_shared_page,
        Thanks: readable_thanks,
        Heart: readable_heart,
        Kept: readable_kept,
        Farewell: readable_farewell,
    },
    between=BETWEEN,
    endings={
        "pairing_share": Ending(
            say=_("The copy is shared, as you saw it. You can unshare it at any time."),
            space="ours",
            next=_("What you share"),
            url="pairing_ours",
        ),
        "pairing_thanks": Ending(
            say=_("Your thanks are said. No answer is owed."),
            space="ours",
            next=_("Back to Today"),
            url="today",
        ),
    },
)
