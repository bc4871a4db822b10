"""How each kind of *boundaries* reads in an export, and what an import does with the one there is one of."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.domain.boundaries import Boundary, SharedBoundary, Wording
from bothand.kit.asks import Reply
from bothand.kit.manifest import Readable
from bothand.rooms.boundaries import labels, present
from bothand.rooms.boundaries.records import Answer, Burden, Note, Quality, Repair, SharedQuality, Version

Pairs = tuple[tuple[str, str], ...]


def read_boundary(boundary: Boundary) -> Readable:
    """A boundary of one's own, with all that belongs to it."""
    more = (
        (_("How you could say it"), boundary.said),
        (_("To look at again on"), "" if boundary.review is None else date_format(boundary.review, "j F Y")),
        (_("Ended on"), "" if boundary.ended is None else date_format(boundary.ended, "j F Y")),
    )
    return _build_readable(_("A boundary of yours"), (*_list_pairs(boundary.words), *more))


def read_shared(shared: SharedBoundary) -> Readable:
    """A boundary that one of the two showed."""
    ended = "" if shared.ended is None else date_format(shared.ended, "j F Y")
    return _build_readable(_("A boundary between you"), (*_list_pairs(shared.words), (_("Ended on"), ended)))


def read_version(version: Version) -> Readable:
    """An earlier wording."""
    heading = _("How a boundary read from %(day)s on") % {"day": date_format(version.since, "j F Y")}
    return _build_readable(heading, _list_pairs(version.words), day=version.since)


def read_answer(answer: Answer) -> Readable:
    """An answer to a boundary."""
    return _build_readable(
        _("An answer to a boundary"), present.list_answer_lines(answer), part_of=answer.boundary
    )


def read_no(no: Reply) -> Readable:
    """An answer in one tap: it says no more than that."""
    pairs = ((_("Answer"), labels.name_choice(labels.REPLIES, no.how)),)
    return _build_readable(_("An answer to what was asked"), pairs, part_of=no.asked)


def read_note(note: Note) -> Readable:
    """How it went with a boundary."""
    pairs = (
        (_("The boundary"), note.about),
        (_("How it went"), labels.name_choice(labels.HOW, note.how)),
        (_("Your words"), note.words),
    )
    return _build_readable(date_format(note.day, "l, j F Y"), pairs)


def read_burden(burden: Burden) -> Readable:
    """What limits one."""
    heading = _("Something that limits you, noted on %(day)s") % {"day": date_format(burden.day, "j F Y")}
    pairs = ((_("The boundary"), burden.about), (_("Your words"), burden.words))
    return _build_readable(heading, pairs, day=burden.day)


def read_repair(repair: Repair) -> Readable:
    """What was said to make something good again."""
    heading = _("To make something good again, %(day)s") % {"day": date_format(repair.day, "j F Y")}
    return _build_readable(heading, present.list_repair_lines(repair), part_of=repair.boundary)


def read_quality(quality: Quality | SharedQuality) -> Readable:
    """Time together and apart."""
    heading = _("Time together and apart, on %(day)s") % {"day": date_format(quality.day, "j F Y")}
    return _build_readable(heading, present.list_quality_lines(quality))


def keep_newer(present: Any, incoming: Any) -> Any:
    """Of two, the one that was said later."""
    return incoming if incoming.day > present.day else present


def _list_pairs(words: Wording) -> Pairs:
    sentence = labels.write_sentence(words.when, words.will) if words.will else ""
    return (
        (_("Your words"), sentence),
        (_("About"), labels.name_choice(labels.AREAS, words.area)),
        (_("How firm it is"), labels.name_choice(labels.FIRM, words.firmness)),
        *present.list_details(words),
        (_("A wish"), words.wish),
    )


def _build_readable(heading: str, pairs: Pairs, *, day: date | None = None, part_of: bytes = b"") -> Readable:
    said = tuple((label, text) for label, text in pairs if text)
    return Readable(heading=heading, pairs=said, day=day, part_of=part_of)
