"""How the other's acts in *boundaries* read in *Between you*, and what of my own is to be looked at again."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from bothand.domain.boundaries import Boundary, SharedBoundary, Wording
from bothand.kit.asks import CANT, GLADLY, PART, QUESTION, Reply
from bothand.kit.news import Around, Between, News, Silent, Told
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.records import Answer, Repair, SharedQuality, Version
from bothand.vault.body import Opened


def tell_boundary(one: Opened[SharedBoundary], around: Around) -> Sequence[News]:
    """A boundary or a wish that is shown; it waits where it asks something that I have not answered in any way."""
    path = reverse("boundaries_shared_show", args=[one.hex])
    if one.record.ended is not None:
        text = _("%(name)s ended a boundary.") % {"name": around.name}
        return (News(text=text, path=path, day=one.record.ended),)
    answered = is_answered(one.id, around)
    waits = one.record.words.asks and not answered
    return (News(text=_announce_share(one.record, around.name), path=path, waits=waits, settled=answered),)


def is_answered(boundary: bytes, around: Around) -> bool:
    """Whether I answered a boundary of the other's, in words or without."""
    return any(
        each.author == around.me
        and (each.record.boundary if isinstance(each.record, Answer) else each.record.asked) == boundary
        for each in (*around.standing(Answer), *around.standing(Reply))
    )


def tell_answer(one: Opened[Answer], around: Around) -> Sequence[News]:
    """What the other wrote to a boundary of mine."""
    return _tell_of_own(
        one.record.boundary, around, _("%(name)s wrote to your boundary."), _("%(name)s wrote to your wish.")
    )


def tell_reply(one: Opened[Reply], around: Around) -> Sequence[News]:
    """What the other answered in one tap to a boundary or a wish of mine."""
    words = {
        GLADLY: (
            _("%(name)s will gladly do what your boundary asks."),
            _("%(name)s will gladly do what you wished."),
        ),
        PART: (
            _("%(name)s can do part of what your boundary asks."),
            _("%(name)s can do part of what you wished."),
        ),
        QUESTION: (
            _("%(name)s has a question about your boundary."),
            _("%(name)s has a question about your wish."),
        ),
        CANT: (_("%(name)s can’t do what your boundary asks."), _("%(name)s can’t do what you wished.")),
    }
    return _tell_of_own(one.record.asked, around, *words.get(one.record.how, words[CANT]))


def tell_repair(one: Opened[Repair], around: Around) -> Sequence[News]:
    """What the other said to make something good again."""
    text = _("%(name)s wrote something to make it good again.") % {"name": around.name}
    return (News(text=text, path=reverse("boundaries_shared_show", args=[one.record.boundary.hex()])),)


def tell_quality(_one: Opened[SharedQuality], around: Around) -> Sequence[News]:
    """How much time together and apart the other wishes."""
    text = _("%(name)s shared how time together and apart is for them.") % {"name": around.name}
    return (News(text=text, path=reverse("boundaries_quality")),)


def list_due(around: Around) -> Sequence[News]:
    """Boundaries of my own that I wanted to look at again by now."""
    return tuple(
        News(
            text=_("You wanted to look at this again: %(words)s")
            % {"words": labels.write_opening(one.record.words)},
            path=reverse("boundaries_show", args=[one.hex]),
            waits=True,
            day=one.record.review,
        )
        for one in rules.sort_own(around.own(Boundary))
        if rules.is_due(one.record, around.today)
    )


def _tell_of_own(boundary: bytes, around: Around, text: str, of_wish: str) -> Sequence[News]:
    """What was said to something of mine; nothing where it is none of mine, or is shown no more."""
    mine = next(
        (one for one in around.standing(SharedBoundary) if one.id == boundary and one.author == around.me),
        None,
    )
    if mine is None:
        return ()
    words = text if mine.record.words.will else of_wish
    return (
        News(
            text=words % {"name": around.name}, path=reverse("boundaries_shared_show", args=[boundary.hex()])
        ),
    )


def _announce_share(shared: SharedBoundary, name: str) -> str:
    words: Wording = shared.words
    named = {"name": name, "area": labels.name_choice(labels.AREAS, words.area)}
    if not words.will:
        return _("%(name)s shared a wish.") % named
    if len(shared.versions) > 1:
        return _("%(name)s put a boundary into new words.") % named
    if named["area"]:
        return _("%(name)s shared a boundary about %(area)s.") % named
    return _("%(name)s shared a boundary.") % named


BETWEEN: Between = {
    SharedBoundary: Told(tell_boundary, lasting=True),
    Version: Silent("it is told with its boundary, whose wordings it keeps"),
    Answer: Told(tell_answer),
    Reply: Told(tell_reply),
    Repair: Told(tell_repair),
    SharedQuality: Told(tell_quality),
}
