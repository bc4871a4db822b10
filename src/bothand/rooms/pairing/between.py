"""How the other's acts that belong to no other room read in *Between you*."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.accounts.departure import Farewell
from bothand.kit.news import Around, Between, News, Silent, Told
from bothand.rooms.pairing.records import Heart, SharedPage, Thanks
from bothand.vault.body import Opened
from bothand.vault.ours import Member


def tell_member(one: Opened[Member], around: Around) -> Sequence[News]:
    """That the other came. Only the day they came counts: what else they sign of themselves is not told, leaving least."""
    own = next((each for each in around.standing(Member) if each.author == around.me), None)
    if own is None or one.created <= own.created:
        return ()
    text = _("%(name)s joined you here.") % {"name": around.name}
    return (News(text=text, path=reverse("pairing_ours"), day=around.day_of(one.created)),)


def tell_page(one: Opened[SharedPage], around: Around) -> Sequence[News]:
    """A page they shared."""
    text = _("%(name)s shared a page: %(heading)s") % {"name": around.name, "heading": one.record.heading}
    return (News(text=text, path=reverse("pairing_page", args=[one.hex])),)


def tell_thanks(one: Opened[Thanks], around: Around) -> Sequence[News]:
    """What they thanked me for."""
    text = _("%(name)s thanked you: %(words)s") % {"name": around.name, "words": one.record.text}
    return (News(text=text, path=reverse("pairing_thanks_month", args=[f"{one.record.day:%Y-%m}"])),)


def tell_heart(one: Opened[Heart], around: Around) -> Sequence[News]:
    """That a heart came back for a line of mine."""
    line = around.beside.get(one.record.thanks)
    if line is None or line.author != around.me:
        return ()
    text = _("%(name)s sent you a heart for your thanks.") % {"name": around.name}
    return (News(text=text, path=reverse("pairing_thanks_month", args=[f"{one.record.day:%Y-%m}"])),)


BETWEEN: Between = {
    Member: Told(tell_member),
    SharedPage: Told(tell_page),
    Thanks: Told(tell_thanks),
    Heart: Told(tell_heart, lambda one, _around: (one.record.thanks,)),
    Farewell: Silent("a note on leaving stands at the head of Ours, and a leave without one is never told"),
}
