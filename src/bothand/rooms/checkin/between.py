"""How what two show each other of their check-ins reads in *Between you*."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.kit.news import Around, Between, News, Told, find_copy
from bothand.rooms.checkin.reveals import MAP, PULSES
from bothand.vault.body import Opened
from bothand.vault.meeting_place import Result


def tell_reveal(one: Opened[Result], around: Around) -> Sequence[News]:
    """Both came to know of it in the same moment, so it tells nothing of either that the other does not know."""
    return tuple(
        News(
            text=_("You showed each other: %(what)s") % {"what": each.title},
            path=reverse("pairing_reveal", args=[each.name]),
        )
        for each in (PULSES, MAP)
        if find_copy(one, around, each.sort) is not None
    )


BETWEEN: Between = {Result: Told(tell_reveal)}
