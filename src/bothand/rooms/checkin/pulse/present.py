"""From pulses to what a page shows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR

from bothand.domain.days import read_days
from bothand.rooms.checkin.pulse.labels import (
    BALANCE,
    BETWEEN,
    SELF,
    describe_between,
    describe_ends,
    join_feelings,
    name_between,
    title_days,
)
from bothand.rooms.checkin.pulse.pages import MonthPicture, PulseRow, PulsesPage
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import draw_month, list_month
from bothand.shell.parts import Pages


def build_pulses_page(
    pulses: Sequence[Pulse], first: date, *, today: date, partner: str, pages: Pages, unopened: int, said: str
) -> PulsesPage:
    """The page of the month that begins on `first`; `pulses` are its days, in order."""
    alone = is_alone(pulses, partner)
    read = read_days({pulse.day: pulse.self_feeling for pulse in pulses})
    current = (first.year, first.month) == (today.year, today.month)
    return PulsesPage(
        title=title_days(read, first, current=current),
        lead=describe_ends(read),
        picture=build_picture(pulses, first, today=today, partner=partner) if pulses else None,
        days=tuple(_build_rows(reversed(pulses))),
        between_label=name_between(alone=alone),
        with_balance=any(pulse.balance for pulse in pulses),
        pages=pages,
        current=current,
        today=any(pulse.day == today for pulse in pulses),
        unopened=unopened,
        said=said,
    )


def build_picture(pulses: Sequence[Pulse], first: date, *, today: date, partner: str) -> MonthPicture:
    """A month of days, drawn up to today or the last of `pulses`, which are in order, with what may be said of it."""
    alone = is_alone(pulses, partner)
    between = read_days({pulse.day: pulse.between for pulse in pulses if pulse.between is not None})
    return MonthPicture(
        chart=draw_month(list_month(first, max(today, pulses[-1].day)), pulses),
        month=first,
        initials=tuple(str(WEEKDAYS_ABBR[number])[:1] for number in range(7)),
        alone=alone,
        caption=describe_between(between, alone=alone),
    )


def is_alone(pulses: Sequence[Pulse], partner: str) -> bool:
    """Whether the second question is about the people near: as it was asked on these days, else as it is asked now."""
    return all(pulse.alone for pulse in pulses) if pulses else not partner


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
