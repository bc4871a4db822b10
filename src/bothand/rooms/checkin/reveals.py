"""What of the mirror two can reveal together: the pulses of the last four weeks."""

from datetime import date, timedelta

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts.preferences import Settings
from bothand.kit.reveal import Laid, Offer, Reveal, Table
from bothand.rooms.checkin import labels, rules
from bothand.rooms.checkin.records import Pulse
from bothand.vault.space import Space

WEEKS_SHOWN = 4


def offer_pulses(mine: Space, _settings: Settings, today: date) -> tuple[Offer, ...]:
    """The days of the last four weeks that were kept, newest first."""
    first = _find_first_day(today)
    found = mine.on_days(Pulse, rules.list_days(first, today)).items
    days = sorted((one.record for one in found), key=lambda one: one.day)
    return tuple(
        Offer(one.day.isoformat(), date_format(one.day, "D j M"), msgspec.msgpack.encode(one))
        for one in reversed(days)
    )


def tabulate_pulses(laid: Laid) -> Table:
    """The days that were chosen: one that was kept back and one that was never there are both not in it."""
    shown = (msgspec.msgpack.decode(data, type=Pulse) for _, data in laid.items)
    return Table(
        columns=(gettext("Day"), gettext("How it was")), rows=tuple(_tabulate_pulse(one) for one in shown)
    )


def _tabulate_pulse(pulse: Pulse) -> tuple[str, str]:
    between = "" if pulse.alone else labels.BETWEEN.get(pulse.between or 0, "")
    words = (
        gettext("oneself %(word)s") % {"word": labels.SELF.get(pulse.self_feeling, "")},
        gettext("between us %(word)s") % {"word": between} if between else "",
        str(labels.BALANCE.get(pulse.balance or "", "")),
        labels.join_feelings(pulse),
    )
    return date_format(pulse.day, "D j M"), " · ".join(filter(None, words))


def _find_first_day(today: date) -> date:
    return today - timedelta(days=7 * WEEKS_SHOWN - 1)


PULSES = Reveal(
    name="days",
    title=_("How our last four weeks were"),
    about=_(
        "Each of you shows the days of the last four weeks that you choose, as you kept them. "
        "Days that are not there were kept back, or never kept; it does not say which."
    ),
    offers=offer_pulses,
    table=tabulate_pulses,
)
