"""From pulses to what a page shows."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.rooms.mirror import flow, wording
from bothand.rooms.mirror.flow import Weeks
from bothand.rooms.mirror.pages import Day, DaysPage, Line
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
        days=tuple(_day(one) for one in reversed(pulses)),
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
        Line(
            title=_("Yourself"),
            top=str(wording.SELF[5]),
            bottom=str(wording.SELF[1]),
            look="me",
            row=flow.self_row(pulses, first),
            shift=HEAD,
        ),
        Line(
            title=wording.between_label(alone=alone),
            top=str(wording.BETWEEN[5]),
            bottom=str(wording.BETWEEN[1]),
            look="you" if alone else "ours",
            row=flow.between_row(pulses, first),
            shift=HEAD + BLOCK,
        ),
    ]
    balance = flow.balance_row(pulses, first)
    if balance.dots:
        top, bottom = str(wording.BALANCE["me"]), str(wording.BALANCE["us"])
        lines.append(
            Line(
                title=_("The day was"), top=top, bottom=bottom, look="me", row=balance, shift=HEAD + 2 * BLOCK
            )
        )
    return tuple(lines)


def _day(one: Pulse) -> Day:
    return Day(
        day=one.day,
        label=f"{date_format(one.day, 'D')} " + date_format(one.day, "j M").replace(" ", "\u00a0"),
        myself=str(wording.SELF.get(one.self_feeling, "")),
        between=str(wording.BETWEEN.get(one.between or 0, "")),
        balance=str(wording.BALANCE.get(one.balance or "", "")),
        words=wording.feeling_words(one),
    )


def _address(last: date | None) -> str:
    return "" if last is None else f"{reverse('mirror_days')}?to={last.isoformat()}"
