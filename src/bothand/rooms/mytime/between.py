"""How the other's acts about time read in *Between you*.

A time that is announced asks nothing. What it collides with need not be answered either, and never moves it.
"""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.domain.times import Block, Taken, Weekly
from bothand.kit.news import Around, Between, News, Told
from bothand.rooms.mytime.times.labels import format_time
from bothand.rooms.mytime.times.records import COLLIDES, TAKES, Line, PutAway
from bothand.rooms.mytime.times.rules import is_said_of
from bothand.rooms.mytime.times.store import refusal_id
from bothand.vault.body import Opened


def tell_time(one: Opened[Taken], around: Around) -> Sequence[News]:
    """Time of their own that they announced."""
    text = _("%(name)s takes time: %(when)s") % {"name": around.name, "when": format_time(one.record)}
    return (News(text=text, path=reverse("mytime_line", args=[one.hex])),)


def tell_line(one: Opened[Line], around: Around) -> Sequence[News]:
    """What they said to a time of mine, unless I put it away; what collides waits until I said *I can't*, or for nothing."""
    line, about = one.record, around.beside.get(one.record.about)
    if about is None or about.author != around.me or one.id in _list_put_away(around):
        return ()
    if line.sort not in {TAKES, COLLIDES}:
        return _tell_refusal(about, around)
    if not is_said_of(line, about.record):
        return ()
    named = {"name": around.name, "words": line.words}
    path = reverse("mytime_own")
    if line.sort == TAKES:
        return (News(text=_("%(name)s takes over while you are away: %(words)s") % named, path=path),)
    waits = refusal_id(around.me, one.id) not in around.beside
    return (
        News(
            text=_("%(name)s says your time collides with: %(words)s") % named,
            path=path,
            waits=waits,
            settled=not waits,
        ),
    )


def list_beside(one: Opened[Line], around: Around) -> Sequence[bytes]:
    """The time or the line it is about, and what I said to it."""
    return (one.record.about, refusal_id(around.me, one.id))


def _tell_refusal(about: Opened[Line], around: Around) -> Sequence[News]:
    """That they can't move the time which I said something to."""
    text = _("%(name)s can’t move the time you wrote about.") % {"name": around.name}
    return (News(text=text, path=reverse("mytime_line", args=[about.record.about.hex()])),)


def _list_put_away(around: Around) -> frozenset[bytes]:
    return frozenset(entry for one in around.own(PutAway) for entry in one.record.entries)


BETWEEN: Between = {
    Block: Told(tell_time),
    Weekly: Told(tell_time),
    Line: Told(tell_line, list_beside, lasting=True),
}
