"""How each kind of *boundaries* reads in an export, and what an import does with the one there is one of."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.domain.boundaries import Boundary, SharedBoundary, Wording
from bothand.kit.asks import No
from bothand.kit.manifest import Readable
from bothand.rooms.boundaries import labels, present
from bothand.rooms.boundaries.records import Answer, Burden, Note, Quality, Repair, SharedQuality, Version

Pairs = tuple[tuple[str, str], ...]


def read_boundary(one: Boundary) -> Readable:
    """A boundary of one's own, with all that belongs to it."""
    more = (
        (_("How you could say it"), one.said),
        (_("To look at again on"), "" if one.review is None else date_format(one.review, "j F Y")),
        (_("Ended on"), "" if one.ended is None else date_format(one.ended, "j F Y")),
    )
    return _build_readable(_("A boundary of yours"), (*_list_pairs(one.words), *more))


def read_shared(one: SharedBoundary) -> Readable:
    """A boundary that one of the two showed."""
    ended = "" if one.ended is None else date_format(one.ended, "j F Y")
    return _build_readable(_("A boundary between you"), (*_list_pairs(one.words), (_("Ended on"), ended)))


def read_version(one: Version) -> Readable:
    """An earlier wording."""
    heading = _("How a boundary read from %(day)s on") % {"day": date_format(one.since, "j F Y")}
    return _build_readable(heading, _list_pairs(one.words))


def read_answer(one: Answer) -> Readable:
    """An answer to a boundary."""
    return _build_readable(_("An answer to a boundary"), present.list_answer_lines(one))


def read_no(_one: No) -> Readable:
    """A *no*: it says no more than that."""
    return _build_readable(_("A no to something that was asked"), ((_("Answer"), _("I can't")),))


def read_note(one: Note) -> Readable:
    """How it went with a boundary."""
    pairs = (
        (_("The boundary"), one.about),
        (_("How it went"), labels.name_choice(labels.HOW, one.how)),
        (_("Your words"), one.words),
    )
    return _build_readable(date_format(one.day, "l, j F Y"), pairs)


def read_burden(one: Burden) -> Readable:
    """What limits one."""
    heading = _("This limits you, noted on %(day)s") % {"day": date_format(one.day, "j F Y")}
    return _build_readable(heading, ((_("The boundary"), one.about), (_("Your words"), one.words)))


def read_repair(one: Repair) -> Readable:
    """What was said to make something good again."""
    return _build_readable(date_format(one.day, "l, j F Y"), present.list_repair_lines(one))


def read_quality(one: Quality | SharedQuality) -> Readable:
    """Time together and apart."""
    heading = _("Time together and apart, on %(day)s") % {"day": date_format(one.day, "j F Y")}
    return _build_readable(heading, present.list_quality_lines(one))


def keep_newer(present: Any, incoming: Any) -> Any:
    """Of two, the one that was said later."""
    return incoming if incoming.day > present.day else present


def _list_pairs(one: Wording) -> Pairs:
    sentence = labels.write_sentence(one.when, one.will) if one.will else ""
    return (
        (_("Your words"), sentence),
        (_("About"), labels.name_choice(labels.AREAS, one.area)),
        (_("How firm"), labels.name_choice(labels.FIRM, one.firmness)),
        *present.list_details(one),
        (_("A wish"), one.wish),
    )


def _build_readable(heading: str, pairs: Pairs) -> Readable:
    return Readable(heading=heading, pairs=tuple((label, text) for label, text in pairs if text))
