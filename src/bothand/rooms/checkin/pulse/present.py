"""From pulses to what a page shows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bothand.rooms.checkin.pulse.labels import (
    BALANCE,
    BETWEEN,
    SELF,
    join_feelings,
    name_between,
    title_weeks,
)
from bothand.rooms.checkin.pulse.pages import Look, PictureLine, PulseRow, PulsesPage
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import (
    ROW,
    WIDTH,
    Row,
    Weeks,
    find_most,
    place_ticks,
    plot_balance,
    plot_between,
    plot_self,
)
from bothand.shell.parts import Pages

HEAD = 24
BLOCK = HEAD + ROW + 34
FOOT = 22


def build_pulses_page(
    pulses: Sequence[Pulse], shown: Weeks, *, today: date, partner: str, unopened: int, said: str
) -> PulsesPage:
    """The page of eight weeks."""
    alone = all(pulse.alone for pulse in pulses) if pulses else not partner
    lines = _build_lines(pulses, shown.first, alone=alone)
    return PulsesPage(
        title=title_weeks(find_most(pulses)),
        first=shown.first,
        last=shown.last,
        width=WIDTH,
        height=len(lines) * BLOCK + FOOT,
        lines=lines,
        ticks=place_ticks(shown),
        days=tuple(_build_rows(reversed(pulses))),
        between_label=name_between(alone=alone),
        with_balance=any(pulse.balance for pulse in pulses),
        pages=Pages(newer=_build_address(shown.newer), older=_build_address(shown.older)),
        current=shown.last == today,
        today=bool(pulses) and pulses[-1].day == today,
        unopened=unopened,
        said=said,
    )


def _build_lines(pulses: Sequence[Pulse], first: date, *, alone: bool) -> tuple[PictureLine, ...]:
    lines = [
        _build_line(_("Yourself"), (SELF[5], SELF[1]), "me", plot_self(pulses, first), 0),
        _build_line(
            name_between(alone=alone),
            (BETWEEN[5], BETWEEN[1]),
            "you" if alone else "ours",
            plot_between(pulses, first),
            1,
        ),
    ]
    balance = plot_balance(pulses, first)
    if balance.dots:
        ends = (BALANCE["me"], BALANCE["us"])
        lines.append(_build_line(_("The day was"), ends, "me", balance, 2))
    return tuple(lines)


def _build_line(title: str, ends: tuple[Promise, Promise], look: Look, row: Row, number: int) -> PictureLine:
    top, bottom = ends
    return PictureLine(
        title=title,
        top=str(top),
        bottom=str(bottom),
        look=look,
        dots=tuple((str(dot.x), str(dot.y)) for dot in row.dots),
        path=row.line,
        shift=HEAD + number * BLOCK,
    )


def _build_rows(pulses: Iterable[Pulse]) -> Iterator[PulseRow]:
    # Names from their tables, each translated once a page: `date_format` for each day took longer than the picture.
    myself = {level: str(word) for level, word in SELF.items()}
    between = {level: str(word) for level, word in BETWEEN.items()}
    balance = {way: str(word) for way, word in BALANCE.items()}
    weekdays = [(str(WEEKDAYS[number]), str(WEEKDAYS_ABBR[number])) for number in range(7)]
    months = [(str(MONTHS[number]), str(MONTHS_3[number]).title()) for number in range(1, 13)]
    for pulse in pulses:
        day = pulse.day
        (weekday, weekday_short), (month, month_short) = weekdays[day.weekday()], months[day.month - 1]
        yield PulseRow(
            value=day.isoformat(),
            name=f"{weekday}, {day.day} {month}",
            label=f"{weekday_short} {day.day}\u00a0{month_short}",
            myself=myself.get(pulse.self_feeling, ""),
            between=between.get(pulse.between or 0, ""),
            balance=balance.get(pulse.balance or "", ""),
            words=join_feelings(pulse),
        )


def _build_address(last: date | None) -> str:
    return "" if last is None else f"{reverse('checkin_pulses')}?to={last.isoformat()}"
