"""From what was opened to what a page shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from bothand.accounts.person_name import show_name
from bothand.domain.boundaries import DAY, Boundary, SharedBoundary, Times, Wording
from bothand.kit import drafts
from bothand.kit.alive import Alive, Looking, Whose
from bothand.kit.asks import Ask, Asking
from bothand.kit.drafts import Hand
from bothand.relationship import SHARED_AREAS, Firmness
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.records import Answer, Burden, Note, Quality, Repair, SharedQuality
from bothand.vault.body import Opened

_AGREED = {area.name for area in SHARED_AREAS if "agreement" in area.may_become}

Lines = tuple[tuple[str, str], ...]
"""Texts, each with its label before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A boundary as it is read, by its owner and by the other alike: the preview is this card.

    heading   whose it is, and about what
    says      the sentence; "" where it is a wish alone
    firm      its firmness, in a word and a line; `firmness` is the value, for its picture
    details   what it protects, how it is honoured and more, each with its label
    wish      the wish beside it
    since     the day of this wording; `ended` the day it ended, None while it stands
    """

    heading: str
    says: str
    firmness: str
    firm: str
    firm_hint: str
    details: tuple[tuple[str, str], ...]
    wish: str
    since: date
    ended: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryRow:
    """A boundary in a list: its beginning, what it is, where it stands."""

    path: str
    text: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody answered or wrote: each part with its label.

    `earlier` says that it was to an earlier wording, `removable` that the visitor can take it back.
    """

    lines: tuple[tuple[str, str], ...]
    day: date
    by: str = ""
    earlier: bool = False
    removable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRow:
    """A mark of one's own."""

    hex: str
    day: date
    how: str
    about: str
    words: str


def build_card(words: Wording, *, owner: str, since: date, ended: date | None = None) -> Card:
    """A boundary as it is read; `owner` is the name of whose it is."""
    return Card(
        heading=_write_heading(words, owner),
        says=labels.write_sentence(words.when, words.will) if words.will else "",
        firmness=words.firmness,
        firm=labels.name_choice(labels.FIRM, words.firmness),
        firm_hint=str(labels.FIRM_HINTS.get(words.firmness, "")),
        details=list_details(words),
        wish=words.wish,
        since=since,
        ended=ended,
    )


def show_card(boundary: Boundary | SharedBoundary, owner: str) -> Card:
    """A boundary that stands or ended."""
    return build_card(boundary.words, owner=owner, since=boundary.since, ended=boundary.ended)


def list_details(words: Wording) -> Lines:
    """What belongs to it, each with its label; nothing of what was left open."""
    pairs = (
        (_("Kind"), labels.name_choice(labels.KINDS, words.kind)),
        (_("It protects"), words.protects),
        (_("You honour it when"), words.honour),
        (_("If you want to talk about it"), words.raising),
        (
            _("It covers"),
            labels.name_choice(labels.REACH, words.reach) if words.will and words.reach != "both" else "",
        ),
        (_("It is about these hours"), "; ".join(write_hours(times) for times in words.times)),
    )
    return tuple((label, text) for label, text in pairs if text)


def write_hours(times: Times) -> str:
    """Days and hours in words.

    >>> write_hours(Times(days=(0, 2), start=1110, end=1260))
    'Monday, Wednesday, 18:30 to 21:00'
    """
    days = ", ".join(_write_run(first, last) for first, last in rules.group_days(times.days))
    if (times.start, times.end) == (0, DAY):
        return days
    return _("%(days)s, %(start)s to %(end)s") % {
        "days": days,
        "start": _write_clock(times.start),
        "end": _write_clock(times.end),
    }


def build_own_row(opened: Opened[Boundary], *, shown: bool, partner: str) -> BoundaryRow:
    """One's own, for one's own list."""
    boundary = opened.record
    state = _("You and %(name)s can open it") % {"name": partner} if shown else _("Only you")
    if boundary.ended is not None:
        state = _("Ended on %(day)s") % {"day": date_format(boundary.ended, "j F Y")}
    return _build_row(reverse("boundaries_show", args=[opened.hex]), boundary.words, state)


def build_due_row(boundary: Opened[Boundary]) -> BoundaryRow:
    """One's own, where it is to be looked at again."""
    return _build_row(reverse("boundaries_show", args=[boundary.hex]), boundary.record.words, "")


def build_shared_row(opened: Opened[SharedBoundary]) -> BoundaryRow:
    """A copy, for the list of what the two show each other."""
    boundary = opened.record
    state = _("since %(day)s") % {"day": date_format(boundary.since, "j F Y")}
    if boundary.ended is not None:
        state = _("Ended on %(day)s") % {"day": date_format(boundary.ended, "j F Y")}
    return _build_row(reverse("boundaries_shared_show", args=[opened.hex]), boundary.words, state)


def show_answer(answer: Opened[Answer], copy: SharedBoundary | None) -> Statement:
    """An answer to a boundary, or to one that is not shown any more."""
    return Statement(
        lines=list_answer_lines(answer.record),
        day=localtime(answer.changed).date(),
        earlier=copy is not None and answer.record.digest != copy.digest,
    )


def list_answer_lines(answer: Answer) -> Lines:
    """What was answered, each part with its label."""
    pairs = (
        (_("What I think it gives you"), answer.gives),
        (_("What I would like to ask"), answer.question),
        (_("What I can do"), answer.can),
    )
    return tuple((label, text) for label, text in pairs if text)


def show_repair(repair: Opened[Repair], names: dict[bytes, str], *, own: bool) -> Statement:
    """What somebody said to make it good again; `own` says that the visitor said it today."""
    return Statement(
        lines=list_repair_lines(repair.record),
        day=repair.record.day,
        by=names.get(repair.author, ""),
        removable=own,
    )


def list_repair_lines(repair: Repair) -> Lines:
    """The same, each part with its label."""
    pairs = ((_("What I want to say"), repair.words), (_("What I will do from now on"), repair.next))
    return tuple((label, text) for label, text in pairs if text)


def build_notes(notes: Iterable[Opened[Note]]) -> tuple[NoteRow, ...]:
    """Marks as a list shows them."""
    return tuple(
        NoteRow(
            hex=note.hex,
            day=note.record.day,
            how=labels.name_choice(labels.HOW, note.record.how),
            about=note.record.about,
            words=note.record.words,
        )
        for note in notes
    )


def build_burdens(burdens: Iterable[Opened[Burden]]) -> tuple[NoteRow, ...]:
    """What limits one, as its page shows it."""
    return tuple(
        NoteRow(
            hex=burden.hex,
            day=burden.record.day,
            how="",
            about=burden.record.about,
            words=burden.record.words,
        )
        for burden in burdens
    )


def list_quality_lines(quality: Quality | SharedQuality) -> Lines:
    """Time together and apart, each with its label."""
    pairs = (
        (_("Time together"), labels.name_choice(labels.ENOUGH_OF, quality.together)),
        (_("Wished hours together, a week"), _write_number(quality.together_hours)),
        (_("Time for myself"), labels.name_choice(labels.ENOUGH_OF, quality.apart)),
        (_("Wished hours for myself, a week"), _write_number(quality.apart_hours)),
    )
    return tuple((label, text) for label, text in pairs if text)


def find_hands(words: Wording) -> tuple[Hand, ...]:
    """Where a boundary's words can go on: a talk; an agreement where it can bend and the area allows one."""
    text = labels.write_sentence(words.when, words.will) if words.will else words.wish
    if words.firmness == Firmness.LINE.value or words.area not in _AGREED:
        return drafts.find_hands("topic", text=text, area=words.area)
    return drafts.find_hands("topic", "agreement", text=text, area=words.area)


def _write_heading(words: Wording, owner: str) -> str:
    area, owner = labels.name_choice(labels.AREAS, words.area), show_name(owner)
    if not words.will:
        return _("A wish of %(name)s") % {"name": owner} if owner else _("A wish")
    if owner and area:
        return _("%(name)s's boundary about %(area)s") % {"name": owner, "area": area}
    if owner:
        return _("%(name)s's boundary") % {"name": owner}
    return _("A boundary about %(area)s") % {"area": area} if area else _("A boundary")


def _build_row(path: str, words: Wording, state: str) -> BoundaryRow:
    area, firm = labels.name_choice(labels.AREAS, words.area), labels.name_choice(labels.FIRM, words.firmness)
    return BoundaryRow(
        path=path, text=labels.write_opening(words), about=" · ".join(x for x in (firm, area, state) if x)
    )


def _write_run(first: int, last: int) -> str:
    """Days that follow one another: three or more are said as *from ... to*."""
    names = [str(labels.DAYS[str(day)]) for day in range(first, last + 1)]
    if len(names) < 3:
        return ", ".join(names)
    return _("%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}


def _write_number(hours: int | None) -> str:
    return "" if hours is None else str(hours)


def _write_clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def list_asks(asking: Asking) -> tuple[Ask, ...]:
    """The wishes of somebody's boundaries, and how they would like them to be honoured."""
    return tuple(
        Ask(
            id=shared.id,
            words="\n".join(text for text in (shared.record.words.wish, shared.record.words.honour) if text),
            path=reverse("boundaries_shared_show", args=[shared.hex]),
            kindly=True,
        )
        for shared in rules.list_shared(asking.lot.items, asking.by)
        if shared.record.words.asks and shared.record.ended is None
    )


def list_alive(looking: Looking) -> tuple[Alive, ...]:
    """The boundaries that each of the two shares, and that stand."""
    sides: tuple[tuple[Whose, bytes], ...] = (("mine", looking.me), ("theirs", looking.other))
    return tuple(
        _present_alive(shared, looking, whose)
        for whose, author in sides
        for shared in rules.list_shared(looking.lot.items, author)
        if shared.record.ended is None
    )


def _present_alive(shared: Opened[SharedBoundary], looking: Looking, whose: Whose) -> Alive:
    words = shared.record.words
    area, firm = labels.name_choice(labels.AREAS, words.area), labels.name_choice(labels.FIRM, words.firmness)
    owner = _("From you") if whose == "mine" else _("From %(name)s") % {"name": looking.partner}
    opening = labels.write_opening(words)
    return Alive(
        picture="boundary",
        of=whose,
        mark=capfirst(area) or opening,
        title=opening,
        own=True,
        about=" · ".join(part for part in (owner, firm) if part),
        path=reverse("boundaries_shared_show", args=[shared.hex]),
    )
