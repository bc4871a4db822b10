"""From what was opened to what a page shows."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from bothand.domain.boundaries import DAY, Boundary, SharedBoundary, Times, Wording
from bothand.kit import drafts
from bothand.kit.drafts import Hand
from bothand.relationship import SHARED_AREAS, Firmness
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.pieces import Card, Listed, Noted, Said
from bothand.rooms.boundaries.records import Answer, Mark, Quality, Repair, SharedQuality, Weight
from bothand.vault.body import Opened

_AGREED = {one.name for one in SHARED_AREAS if "agreement" in one.may_become}


def card(one: Wording, *, owner: str, since: date, ended: date | None = None) -> Card:
    """A boundary as it is read; `owner` is the name of whose it is."""
    return Card(
        heading=_heading(one, owner),
        says=labels.sentence(one.when, one.will) if one.will else "",
        firmness=one.firmness,
        firm=labels.said(labels.FIRM, one.firmness),
        firm_hint=str(labels.FIRM_HINTS.get(one.firmness, "")),
        details=details(one),
        wish=one.wish,
        since=since,
        ended=ended,
    )


def card_of(one: Boundary | SharedBoundary, owner: str) -> Card:
    """A boundary that stands or ended."""
    return card(one.words, owner=owner, since=one.since, ended=one.ended)


def details(one: Wording) -> tuple[tuple[str, str], ...]:
    """What belongs to it, each with its label; nothing of what was left open."""
    pairs = (
        (_("Kind"), labels.said(labels.KINDS, one.kind)),
        (_("It protects"), one.protects),
        (_("It is honoured when"), one.honour),
        (_("To talk about it, please"), one.raising),
        (_("It reaches"), labels.said(labels.REACH, one.reach) if one.will and one.reach != "both" else ""),
        (_("It is about these hours"), "; ".join(hours(times) for times in one.times)),
    )
    return tuple((label, text) for label, text in pairs if text)


def hours(times: Times) -> str:
    """Days and hours in words.

    >>> hours(Times(days=(0, 2), start=1110, end=1260))
    'Monday, Wednesday, 18:30 to 21:00'
    """
    days = ", ".join(_run(first, last) for first, last in rules.runs(times.days))
    if (times.start, times.end) == (0, DAY):
        return days
    return _("%(days)s, %(start)s to %(end)s") % {
        "days": days,
        "start": _clock(times.start),
        "end": _clock(times.end),
    }


def own_listed(one: Opened[Boundary], *, shown: bool, partner: str) -> Listed:
    """One's own, for one's own list."""
    boundary = one.record
    state = _("You and %(name)s can open it") % {"name": partner} if shown else _("Only you")
    if boundary.ended is not None:
        state = _("Ended on %(day)s") % {"day": date_format(boundary.ended, "j F Y")}
    return _listed(reverse("boundaries_one", args=[one.hex]), boundary.words, state)


def due_listed(one: Opened[Boundary]) -> Listed:
    """One's own, where it is to be looked at again."""
    return _listed(reverse("boundaries_one", args=[one.hex]), one.record.words, "")


def shared_listed(one: Opened[SharedBoundary]) -> Listed:
    """A copy, for the list of what the two show each other."""
    boundary = one.record
    state = _("since %(day)s") % {"day": date_format(boundary.since, "j F Y")}
    if boundary.ended is not None:
        state = _("Ended on %(day)s") % {"day": date_format(boundary.ended, "j F Y")}
    return _listed(reverse("boundaries_between", args=[one.hex]), boundary.words, state)


def answered(one: Opened[Answer], copy: SharedBoundary | None) -> Said:
    """An answer to a boundary, or to one that is not shown any more."""
    return Said(
        lines=answer_lines(one.record),
        day=localtime(one.changed).date(),
        earlier=copy is not None and one.record.digest != copy.digest,
    )


def answer_lines(one: Answer) -> tuple[tuple[str, str], ...]:
    """What was answered, each part with its label."""
    pairs = (
        (_("What I understand it gives you"), one.gives),
        (_("What I would like to ask"), one.question),
        (_("What I can do"), one.can),
    )
    return tuple((label, text) for label, text in pairs if text)


def mended(one: Opened[Repair], names: dict[bytes, str], *, own: bool) -> Said:
    """What somebody said to make it good again; `own` says that the visitor said it today."""
    return Said(
        lines=repair_lines(one.record), day=one.record.day, by=names.get(one.author, ""), removable=own
    )


def repair_lines(one: Repair) -> tuple[tuple[str, str], ...]:
    """The same, each part with its label."""
    pairs = ((_("What I want to say"), one.words), (_("What I will do from now on"), one.next))
    return tuple((label, text) for label, text in pairs if text)


def noted(marks: Iterable[Opened[Mark]]) -> tuple[Noted, ...]:
    """Marks as a list shows them."""
    return tuple(
        Noted(
            hex=one.hex,
            day=one.record.day,
            how=labels.said(labels.HOW, one.record.how),
            about=one.record.about,
            words=one.record.words,
        )
        for one in marks
    )


def weights(found: Iterable[Opened[Weight]]) -> tuple[Noted, ...]:
    """What limits one, as its page shows it."""
    return tuple(
        Noted(hex=one.hex, day=one.record.day, how="", about=one.record.about, words=one.record.words)
        for one in found
    )


def quality_lines(one: Quality | SharedQuality) -> tuple[tuple[str, str], ...]:
    """Time together and apart, each with its label."""
    pairs = (
        (_("Time together"), labels.said(labels.ENOUGH_OF, one.together)),
        (_("Wished hours together, a week"), _number(one.together_hours)),
        (_("Time for myself"), labels.said(labels.ENOUGH_OF, one.apart)),
        (_("Wished hours for myself, a week"), _number(one.apart_hours)),
    )
    return tuple((label, text) for label, text in pairs if text)


def hands(one: Wording) -> tuple[Hand, ...]:
    """Where a boundary's words can go on: a talk; an agreement where it can bend and the area allows one."""
    text = labels.sentence(one.when, one.will) if one.will else one.wish
    if one.firmness == Firmness.LINE.value or one.area not in _AGREED:
        return drafts.find_hands("topic", text=text, area=one.area)
    return drafts.find_hands("topic", "agreement", text=text, area=one.area)


def _heading(one: Wording, owner: str) -> str:
    area = labels.said(labels.AREAS, one.area)
    if not one.will:
        return _("A wish of %(name)s") % {"name": owner} if owner else _("A wish")
    if owner and area:
        return _("%(name)s's boundary about %(area)s") % {"name": owner, "area": area}
    if owner:
        return _("%(name)s's boundary") % {"name": owner}
    return _("A boundary about %(area)s") % {"area": area} if area else _("A boundary")


def _listed(path: str, one: Wording, state: str) -> Listed:
    area, firm = labels.said(labels.AREAS, one.area), labels.said(labels.FIRM, one.firmness)
    return Listed(path=path, text=labels.opening(one), about=" · ".join(x for x in (firm, area, state) if x))


def _run(first: int, last: int) -> str:
    """Days that follow one another: three or more are said as *from ... to*."""
    names = [str(labels.DAYS[str(day)]) for day in range(first, last + 1)]
    if len(names) < 3:
        return ", ".join(names)
    return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}


def _number(hours: int | None) -> str:
    return "" if hours is None else str(hours)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
