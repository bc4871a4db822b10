"""From pulses to what a page shows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bothand.rooms.mirror import flow, wording
from bothand.rooms.mirror.flow import Row, Weeks
from bothand.rooms.mirror.pages import Day, DaysPage, Line, Look
from bothand.rooms.mirror.records import Pulse
from bothand.shell.parts import Pages

HEAD = 24
BLOCK = HEAD + flow.ROW + 34
FOOT = 22


def days_page(
    pulses: Sequence[Pulse], shown: Weeks, *, today: date, partner: str, unopened: int, said: str
) -> DaysPage:
    """The page of eight weeks."""
    alone = all(one.alone for one in pulses) if pulses else not partner
    lines = _lines(pulses, shown.first, alone=alone)
    return DaysPage(
        title=wording.title(flow.finding(pulses)),
        first=shown.first,
        last=shown.last,
        width=flow.WIDTH,
        height=len(lines) * BLOCK + FOOT,
        lines=lines,
        ticks=flow.ticks(shown),
        days=tuple(_days(reversed(pulses))),
        between_label=wording.between_label(alone=alone),
        with_balance=any(one.balance for one in pulses),
        pages=Pages(newer=_address(shown.newer), older=_address(shown.older)),
        current=shown.last == today,
        today=bool(pulses) and pulses[-1].day == today,
        unopened=unopened,
        said=said,
    )


def _lines(pulses: Sequence[Pulse], first: date, *, alone: bool) -> tuple[Line, ...]:
    lines = [
        _line(_("Yourself"), (wording.SELF[5], wording.SELF[1]), "me", flow.self_row(pulses, first), 0),
        _line(
            wording.between_label(alone=alone),
            (wording.BETWEEN[5], wording.BETWEEN[1]),
            "you" if alone else "ours",
            flow.between_row(pulses, first),
            1,
        ),
    ]
    balance = flow.balance_row(pulses, first)
    if balance.dots:
        ends = (wording.BALANCE["me"], wording.BALANCE["us"])
        lines.append(_line(_("The day was"), ends, "me", balance, 2))
    return tuple(lines)


def _line(title: str, ends: tuple[Promise, Promise], look: Look, row: Row, number: int) -> Line:
    top, bottom = ends
    return Line(
        title=title,
        top=str(top),
        bottom=str(bottom),
        look=look,
        dots=tuple((str(dot.x), str(dot.y)) for dot in row.dots),
        path=row.line,
        shift=HEAD + number * BLOCK,
    )


def _days(pulses: Iterable[Pulse]) -> Iterator[Day]:
    # Names from their tables, each translated once a page: `date_format` for each day took longer than the picture.
    myself = {level: str(word) for level, word in wording.SELF.items()}
    between = {level: str(word) for level, word in wording.BETWEEN.items()}
    balance = {way: str(word) for way, word in wording.BALANCE.items()}
    weekdays = [(str(WEEKDAYS[number]), str(WEEKDAYS_ABBR[number])) for number in range(7)]
    months = [(str(MONTHS[number]), str(MONTHS_3[number]).title()) for number in range(1, 13)]
    for one in pulses:
        day = one.day
        (weekday, weekday_short), (month, month_short) = weekdays[day.weekday()], months[day.month - 1]
        yield Day(
            value=day.isoformat(),
            name=f"{weekday}, {day.day} {month}",
            label=f"{weekday_short} {day.day}\u00a0{month_short}",
            myself=myself.get(one.self_feeling, ""),
            between=between.get(one.between or 0, ""),
            balance=balance.get(one.balance or "", ""),
            words=wording.feeling_words(one),
        )


def _address(last: date | None) -> str:
    return "" if last is None else f"{reverse('mirror_days')}?to={last.isoformat()}"
