"""What of the mirror two can reveal together: the pulses of the last four weeks."""

from datetime import date, timedelta

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.couples.settings_record import Settings
from bothand.rooms.kit.reveal import Laid, Offer, Reveal, Table
from bothand.rooms.mirror import wording
from bothand.rooms.mirror.records import Pulse
from bothand.vault.months import months_between
from bothand.vault.space import Space

WEEKS_SHOWN = 4
NOTHING = "–"


def offers(mine: Space, _settings: Settings, today: date) -> tuple[Offer, ...]:
    """The days of the last four weeks that were kept, newest first."""
    first = _first(today)
    found = mine.months(Pulse, months_between(first, today)).items
    days = sorted((one.record for one in found if first <= one.record.day <= today), key=lambda one: one.day)
    return tuple(
        Offer(one.day.isoformat(), date_format(one.day, "D j M"), msgspec.msgpack.encode(one))
        for one in reversed(days)
    )


def table(laid: Laid) -> Table:
    """Every day of the four weeks: one that was kept back and one that was never there read alike."""
    shown = {key: msgspec.msgpack.decode(data, type=Pulse) for key, data in laid.items}
    days = [laid.day - timedelta(days=number) for number in range(7 * WEEKS_SHOWN)]
    return Table(
        columns=(
            gettext("Day"),
            gettext("Oneself"),
            wording.between_label(alone=False),
            gettext("It was"),
            gettext("Words for it"),
        ),
        rows=tuple(_row(day, shown.get(day.isoformat())) for day in days),
    )


def _row(day: date, pulse: Pulse | None) -> tuple[str, ...]:
    name = date_format(day, "D j M")
    if pulse is None:
        return (name, NOTHING, NOTHING, NOTHING, NOTHING)
    between = None if pulse.alone else pulse.between
    return (
        name,
        str(wording.SELF.get(pulse.self_feeling, NOTHING)),
        str(wording.BETWEEN.get(between or 0, NOTHING)),
        str(wording.BALANCE.get(pulse.balance or "", NOTHING)),
        wording.feeling_words(pulse) or NOTHING,
    )


def _first(today: date) -> date:
    return today - timedelta(days=7 * WEEKS_SHOWN - 1)


DAYS = Reveal(
    name="days",
    title=_("How our last four weeks were"),
    about=_("Each of you shows the days of the last four weeks that you choose, as you kept them."),
    offers=offers,
    table=table,
)
