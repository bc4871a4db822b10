"""How each kind of *boundaries* reads in an export, and what an import does with the one there is one of."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.domain.boundaries import Boundary, SharedBoundary, Wording
from bothand.kit.asks import No
from bothand.kit.manifest import Readable
from bothand.rooms.boundaries import labels, present
from bothand.rooms.boundaries.records import Answer, Mark, Quality, Repair, SharedQuality, Version, Weight

Pairs = tuple[tuple[str, str], ...]


def boundary(one: Boundary) -> Readable:
    """A boundary of one's own, with all that belongs to it."""
    more = (
        (_("How you could say it"), one.said),
        (_("To look at again on"), "" if one.review is None else date_format(one.review, "j F Y")),
        (_("Ended on"), "" if one.ended is None else date_format(one.ended, "j F Y")),
    )
    return _readable(_("A boundary of yours"), (*_pairs(one.words), *more))


def shared(one: SharedBoundary) -> Readable:
    """A boundary that one of the two showed."""
    ended = "" if one.ended is None else date_format(one.ended, "j F Y")
    return _readable(_("A boundary between you"), (*_pairs(one.words), (_("Ended on"), ended)))


def version(one: Version) -> Readable:
    """An earlier wording."""
    heading = _("How a boundary read from %(day)s on") % {"day": date_format(one.since, "j F Y")}
    return _readable(heading, _pairs(one.words))


def answer(one: Answer) -> Readable:
    """An answer to a boundary."""
    return _readable(_("An answer to a boundary"), present.answer_lines(one))


def no(_one: No) -> Readable:
    """A *no*: it says no more than that."""
    return _readable(_("A no to something that was asked"), ((_("Answer"), _("I can't")),))


def mark(one: Mark) -> Readable:
    """How it went with a boundary."""
    pairs = (
        (_("The boundary"), one.about),
        (_("How it went"), labels.said(labels.HOW, one.how)),
        (_("Your words"), one.words),
    )
    return _readable(date_format(one.day, "l, j F Y"), pairs)


def weight(one: Weight) -> Readable:
    """What limits one."""
    heading = _("This limits you, noted on %(day)s") % {"day": date_format(one.day, "j F Y")}
    return _readable(heading, ((_("The boundary"), one.about), (_("Your words"), one.words)))


def repair(one: Repair) -> Readable:
    """What was said to make something good again."""
    return _readable(date_format(one.day, "l, j F Y"), present.repair_lines(one))


def quality(one: Quality | SharedQuality) -> Readable:
    """Time together and apart."""
    heading = _("Time together and apart, on %(day)s") % {"day": date_format(one.day, "j F Y")}
    return _readable(heading, present.quality_lines(one))


def newer(present: Any, incoming: Any) -> Any:
    """Of two, the one that was said later."""
    return incoming if incoming.day > present.day else present


def _pairs(one: Wording) -> Pairs:
    sentence = labels.sentence(one.when, one.will) if one.will else ""
    return (
        (_("Your words"), sentence),
        (_("About"), labels.said(labels.AREAS, one.area)),
        (_("How firm"), labels.said(labels.FIRM, one.firmness)),
        *present.details(one),
        (_("A wish"), one.wish),
    )


def _readable(heading: str, pairs: Pairs) -> Readable:
    return Readable(heading=heading, pairs=tuple((label, text) for label, text in pairs if text))
