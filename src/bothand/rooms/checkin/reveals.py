"""What of the check-in two can reveal together: pulses of the last four weeks, and what each chooses of the map."""

from datetime import date, timedelta

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts.preferences import Settings
from bothand.domain.checkins import MeasureState
from bothand.kit.reading_words import format_number, name_scale
from bothand.kit.reveal import Laid, Offer, Reveal, Table
from bothand.relationship import AXES, FACETS
from bothand.rooms.checkin.labels import ANSWERS, format_range
from bothand.rooms.checkin.pulse.labels import BALANCE, BETWEEN, SELF, join_feelings
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.checkin.pulse.rules import list_days
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.space import Space

WEEKS_SHOWN = 4


def offer_pulses(mine: Space, _settings: Settings, today: date) -> tuple[Offer, ...]:
    """The days of the last four weeks that were kept, newest first."""
    first = _find_first_day(today)
    found = mine.on_days(Pulse, list_days(first, today)).items
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
    between = "" if pulse.alone else BETWEEN.get(pulse.between or 0, "")
    words = (
        gettext("oneself %(word)s") % {"word": SELF.get(pulse.self_feeling, "")},
        gettext("between us %(word)s") % {"word": between} if between else "",
        str(BALANCE.get(pulse.balance or "", "")),
        join_feelings(pulse),
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


IDEAL = "ideal-"


NAMES: tuple[str, ...] = (*(axis.name for axis in AXES), *(facet.name for facet in FACETS))


class Shown(msgspec.Struct, frozen=True, array_like=True):
    """What somebody reveals of one axis or facet, in hundredths of an answer.

    `value` with its 90 % interval `low` to `high` (both equal to the value for an ideal as it was tapped). `moved` is its
    course in the last months: "up", "down" or "steady"; "" for unsure or too early.
    """

    value: int
    low: int
    high: int
    moved: str = ""


def list_shown(record: MeasureState, today: date) -> tuple[tuple[str, Shown], ...]:
    """All that can be revealed, by key: two axes, ten facets, and the ideals that were said. Nothing before the first answer.

    It shows where the person stands today with a partner; it needs numpy and imports it.
    """
    from bothand.domain import measurement
    from bothand.domain.reading import read_person
    from bothand.domain.standing import Known

    known = Known(record, measurement.engine_state(record))
    if known.empty:
        return ()
    reading = read_person(known, today, alone=False)
    standings = tuple(
        (
            name,
            Shown(
                _count_hundredths(one.value),
                _count_hundredths(one.low),
                _count_hundredths(one.high),
                "" if (way := reading.way(name)) == "unsure" else way,
            ),
        )
        for name in NAMES
        for one in (reading.stands(name),)
    )
    wish = record.wish.ideals if record.wish else ()
    ideals = tuple(
        (IDEAL + name, Shown(100 * answer, 100 * answer, 100 * answer)) for name, answer in wish if answer
    )
    return (*standings, *ideals)


def offer_map(mine: Space, _settings: Settings, today: date) -> tuple[Offer, ...]:
    """Each thing that can be revealed; nothing where the state does not open now."""
    from bothand.domain import standing

    try:
        record = standing.state_of(mine).record
    except (DidNotOpen, NewerVersion):
        return ()
    return tuple(
        Offer(key, name_shown(key), msgspec.msgpack.encode(shown)) for key, shown in list_shown(record, today)
    )


def tabulate_map(laid: Laid) -> Table:
    """What was chosen, in the order of the model; of the rest nothing is said."""
    shown = {key: msgspec.msgpack.decode(data, type=Shown) for key, data in laid.items}
    keys = [*NAMES, *(IDEAL + facet.name for facet in FACETS)]
    return Table(
        columns=(gettext("What"), gettext("1 to 5"), gettext("Lately")),
        rows=tuple(_tabulate_shown(key, shown[key]) for key in keys if key in shown),
    )


def name_shown(key: str) -> str:
    """A thing as it is called in the list one chooses from."""
    if key.startswith(IDEAL):
        return gettext("%(name)s, as wished") % {"name": name_scale(key.removeprefix(IDEAL))}
    return name_scale(key)


def _tabulate_shown(key: str, one: Shown) -> tuple[str, ...]:
    if key.startswith(IDEAL):
        return (name_shown(key), str(ANSWERS.get(one.value // 100, "")), "")
    value = f"{format_number(one.value / 100)} ({format_range(one.low / 100, one.high / 100)})"
    return (name_shown(key), value, _describe_move(one))


def _describe_move(one: Shown) -> str:
    """In a word, as pages of one's own say it: the course of the last two to four months."""
    words = {"up": gettext("higher"), "down": gettext("lower"), "steady": gettext("steady")}
    return words.get(one.moved, gettext("no clear change"))


def _count_hundredths(value: float) -> int:
    return round(100 * value)


MAP = Reveal(
    name="map",
    title=_("Where each of us stands"),
    about=_(
        "Each of you shows what you choose of your map: where your own answers stand, how surely, and how you would like it. Two people can see one week in two ways, and both be right: lay them side by side, and ask before you explain. Neither number is the true one. Beside each stands where it really lies, 9 times in 10."
    ),
    offers=offer_map,
    table=tabulate_map,
)
