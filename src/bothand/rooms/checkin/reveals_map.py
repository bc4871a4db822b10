"""What of the map and the trends two can reveal together: each thing by choice, and no more than was chosen."""

from datetime import date

import msgspec
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts.preferences import Settings
from bothand.domain.checkins import MeasureState
from bothand.kit.reveal import Laid, Offer, Reveal, Table
from bothand.relationship import AXES, FACETS
from bothand.rooms.checkin import told
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.space import Space

IDEAL = "ideal-"
NAMES: tuple[str, ...] = (*(axis.name for axis in AXES), *(facet.name for facet in FACETS))


class Shown(msgspec.Struct, frozen=True, array_like=True):
    """What somebody reveals of one axis or facet, in hundredths of an answer.

    `value` with its 90 % interval `low` to `high` (both equal to the value for an ideal as it was tapped). `moved` is "up" or
    "down" beyond noise in the last months, "same" for no change beyond noise, "" for too early.
    """

    value: int
    low: int
    high: int
    moved: str = ""


def list_shown(record: MeasureState, today: date) -> tuple[tuple[str, Shown], ...]:
    """All that can be revealed, by key: two axes, ten facets, and the ideals that were said. Nothing before the first answer.

    It shows where the person stands today with a partner; it needs numpy and imports it.
    """
    from bothand.domain import measurement, standing
    from bothand.domain.standing import Known

    known = Known(record, measurement.engine_state(record))
    if known.empty:
        return ()
    now = standing.standing_from(known, today, alone=False)
    moved = standing.changes_in_a_season(known, today, alone=False)
    told_of = [(one.name, one.answer) for one in now.axes] + [(one.name, one.answer) for one in now.facets]
    said = {one.name: one.said or "same" for one in (*moved.axes, *moved.facets)} if moved else {}
    standings = tuple(
        (
            name,
            Shown(
                _count_hundredths(one.value),
                _count_hundredths(one.low),
                _count_hundredths(one.high),
                said.get(name, ""),
            ),
        )
        for name, one in told_of
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
        columns=(gettext("What"), gettext("1 to 5"), gettext("Beyond noise")),
        rows=tuple(_tabulate_shown(key, shown[key]) for key in keys if key in shown),
    )


def name_shown(key: str) -> str:
    """A thing as it is called in the list one chooses from."""
    if key.startswith(IDEAL):
        return gettext("%(name)s, as wished") % {"name": told.name_scale(key.removeprefix(IDEAL))}
    return told.name_scale(key)


def _tabulate_shown(key: str, one: Shown) -> tuple[str, ...]:
    if key.startswith(IDEAL):
        return (name_shown(key), str(told.ANSWERS.get(one.value // 100, "")), "")
    value = f"{told.format_number(one.value / 100)} ({told.format_range(one.low / 100, one.high / 100)})"
    return (name_shown(key), value, _describe_move(one))


def _describe_move(one: Shown) -> str:
    """In a word, as pages of one's own say it: only what is beyond noise, in the last two to four months."""
    words = {"up": gettext("up"), "down": gettext("down"), "same": gettext("no change")}
    return words.get(one.moved, gettext("too early"))


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
