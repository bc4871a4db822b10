"""The manifest of *ground*."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.kit.manifest import Readable, Room
from bothand.rooms.ground import labels, reveals, rules
from bothand.rooms.ground.records import WHATS, WHOSE, Dials, Leanings, Things, Values
from bothand.rooms.ground.today import today


def readable_values(values: Values) -> Readable:
    """Values as they read in an export."""
    pairs = tuple((str(at), labels.value_name(one)) for at, one in enumerate(values.ranked, start=1))
    return Readable(gettext("What counts most for you"), pairs)


def readable_things(things: Things) -> Readable:
    """Interests and goals as they read in an export."""
    pairs = (
        (str(labels.HEADINGS[what, whose]), "\n".join(rules.of(things.listed, what, whose)))
        for what in WHATS
        for whose in WHOSE
    )
    return Readable(gettext("What you enjoy and want to reach"), tuple(pair for pair in pairs if pair[1]))


def readable_dials(dials: Dials) -> Readable:
    """Dials as they read in an export."""
    pairs = tuple((labels.area_name(one.area), labels.said_of(one)) for one in dials.set)
    return Readable(gettext("How much is shared"), pairs)


def readable_leanings(leanings: Leanings) -> Readable:
    """On whom one leans, as it reads in an export."""
    pairs = tuple((labels.leaning_text(one.card), str(labels.ON.get(one.on, ""))) for one in leanings.sorted)
    return Readable(gettext("On whom you lean for what"), pairs)


ROOM = Room(
    name="ground",
    title=_("Shared ground"),
    about=_("What counts for each of you, where you meet, how much you would share."),
    place="ours",
    path="ground/",
    urls="bothand.rooms.ground.urls",
    kinds=(Values, Things, Dials, Leanings),
    today=today,
    readable={
        Values: readable_values,
        Things: readable_things,
        Dials: readable_dials,
        Leanings: readable_leanings,
    },
    merge={
        Values: rules.all_values,
        Things: rules.all_things,
        Dials: rules.all_dials,
        Leanings: rules.all_leanings,
    },
    reveals=reveals.ALL,
)
