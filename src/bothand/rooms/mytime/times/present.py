"""From times, announcements and lines to what pages show."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.accounts import wall_clock
from bothand.domain.times import Block, Busy, Weekly, find_busy
from bothand.kit import drafts
from bothand.kit.alive import Alive, Looking
from bothand.rooms.mytime.times.labels import format_span, label_line
from bothand.rooms.mytime.times.pages import Had, SaidLine, Stretch, Theirs
from bothand.rooms.mytime.times.records import COLLIDES, Line
from bothand.rooms.mytime.times.store import Lines
from bothand.vault.body import Opened
from bothand.vault.records import month_of

A_WEEK_AHEAD: Final = timedelta(days=6)


def present_times(
    busy: Sequence[Busy], lines: Lines | None, copies: dict[bytes, str], partner: str
) -> tuple[Stretch, ...]:
    """Times of mine. `copies` are the words of announcements by their ids."""
    return tuple(
        Stretch(
            path=reverse("mytime_time_edit", args=[one.of.hex]),
            when=format_busy(one),
            word=one.word,
            shows=label_announcement(copies.get(one.of.record.copy)),
            lines=present_lines(lines.by_them(one.of.record.copy), "mytime_away", partner, lines=lines)
            if lines and one.of.record.copy
            else (),
        )
        for one in busy
    )


def format_busy(one: Busy) -> str:
    """When a stretch of time is, in a line."""
    return f"{date_format(one.day, 'l j F')}, {format_span(one.start, one.end)}"


def find_end(one: Busy, zone: str) -> datetime:
    """When a stretch of time is over; `zone` is mine, for what was said before zones were kept."""
    return one.ends.replace(tzinfo=wall_clock.zone_of(one.of.record.zone or zone))


def label_announcement(word: str | None) -> str:
    """How the other sees a time: "" where they don't see it."""
    return "" if word is None else word or _("busy")


def present_past(over: Iterable[Busy]) -> tuple[Had, ...]:
    """Times of mine that are over, the newest first, each with its way to a line of thanks."""
    found = []
    for one in over:
        # The words are what the other will read, and are changed or sent by hand on the page of thanks.
        text = _("The room I had on %(day)s") % {"day": date_format(one.day, "l")}
        hand = drafts.find_hand("thanks", text)
        if hand is not None:
            found.append(Had(when=format_busy(one), hand=hand))
    return tuple(reversed(found))


def format_other_clock(one: Busy, zone: str, name: str) -> str:
    """When a stretch of the other's is on my clock; "" where both clocks show the same.

    What was said before zones were kept, or in one that this machine does not know, is of their clock: no guess is made.
    """
    told, own = one.of.record.zone, wall_clock.zone_of(zone)
    if not told or wall_clock.zone_of(told).key != told:
        return _("On %(name)s's clock.") % {"name": name}
    ends = [end.replace(tzinfo=wall_clock.zone_of(told)) for end in (one.begins, one.ends)]
    here = [end.astimezone(own) for end in ends]
    if all(a.replace(tzinfo=None) == b.replace(tzinfo=None) for a, b in zip(ends, here, strict=True)):
        return ""
    span = format_span(*(end.hour * 60 + end.minute for end in here))
    return _("On your clock: %(when)s.") % {"when": f"{date_format(here[0].date(), 'l j F')}, {span}"}


def present_theirs(busy: Sequence[Busy], lines: Lines, zone: str, name: str) -> tuple[Theirs, ...]:
    """Times of the other's, as they said them; `zone` is mine."""
    return tuple(
        Theirs(
            path=reverse("mytime_line", args=[one.of.hex]),
            when=format_busy(one),
            clock=format_other_clock(one, zone, name),
            word=one.word,
            said=tuple(_describe_line(said, lines, name) for said in lines.by_me(one.of.id)),
        )
        for one in busy
    )


def _describe_line(one: Opened[Line], lines: Lines, name: str) -> str:
    told = f"{label_line(one.record.sort, '')}: {one.record.words}"
    if not lines.declined(one):
        return told
    return f"{told}\n" + _("%(name)s can't move it. The time stays as it is.") % {"name": name}


def present_lines(
    found: Iterable[Opened[Line]], url: str, name: str = "", *, lines: Lines
) -> tuple[SaidLine, ...]:
    """Lines beside a time, each with where it is put away or taken back; `name` is who wrote them, "" for me."""
    return tuple(
        SaidLine(
            label=label_line(one.record.sort, name),
            words=one.record.words,
            hide=reverse(url, args=[one.hex]),
            cannot=reverse("mytime_cannot", args=[one.hex]) if name and one.record.sort == COLLIDES else "",
            no=lines.declined(one),
        )
        for one in found
    )


def list_alive(looking: Looking) -> tuple[Alive, ...]:
    """The time for themselves that the two announced for the next seven days; one line for all of it."""
    last = looking.today + A_WEEK_AHEAD
    months = sorted({month_of(looking.today), month_of(last)})
    every = [one for one in looking.lot.items if isinstance(one.record, Weekly)]
    now = wall_clock.now()
    busy = [
        one
        for one in find_busy([*looking.months(Block, months), *every], looking.today, last)
        if find_end(one, looking.zone) > now
    ]
    if not busy:
        return ()
    names = {looking.me: _("You"), looking.other: looking.partner}
    firsts: dict[bytes, Busy] = {}
    for one in busy:
        firsts.setdefault(one.of.author, one)
    said = [
        _("%(name)s: %(day)s, %(span)s")
        % {"name": names[author], "day": date_format(one.day, "l"), "span": format_span(one.start, one.end)}
        for author, one in firsts.items()
        if author in names
    ]
    return (
        Alive(
            picture="week",
            of="ours",
            mark=_("This week"),
            title=_("Time for yourselves this week"),
            about=" · ".join(said),
            path=reverse("mytime_own"),
            soon=busy[0].begins.replace(tzinfo=wall_clock.zone_of(busy[0].of.record.zone or looking.zone)),
        ),
    )
