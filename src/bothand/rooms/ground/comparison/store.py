"""What of the ground two can show each other at once: each thing by choice, and no more than was chosen.

A key names what lies behind it, so that something changed meanwhile is not shown in its place. Nothing that is laid down
counts what was kept back: a value's place is its place among those that were chosen.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

import msgspec
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.accounts.preferences import Settings
from bothand.domain.dials import Dial, Dials
from bothand.kit.reveal import Laid, Offer, Reveal, Table
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.comparison.rules import is_in_range
from bothand.rooms.ground.records import (
    ON,
    SORTS,
    WHOSE,
    Pursuit,
    Pursuits,
    Reliance,
    Reliances,
    Value,
    Values,
)
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.records import Record
from bothand.vault.space import Space

T = TypeVar("T")
R = TypeVar("R", bound=Record)
LONGEST: Final = 5_000
_encode: Final = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What somebody revealed. `unread` counts what could not be read: that is said."""

    items: tuple[T, ...]
    unread: int


def _read_laid(laid: Laid, kind: type[T], fits: Callable[[T], bool]) -> Read[T]:
    """The other's program may lay down anything: only what is of the kind, and in its range, is shown."""
    found: list[T] = []
    for _key, data in laid.items:
        try:
            one = msgspec.msgpack.decode(data, type=kind)
        except msgspec.MsgspecError:
            continue
        if fits(one):
            found.append(one)
    return Read(tuple(found), len(laid.items) - len(found))


def read_values(laid: Laid) -> Read[Value]:
    """Values, the weightiest first."""
    return _read_laid(
        laid, Value, lambda one: bool(one.card or one.words) and len(one.card + one.words) <= LONGEST
    )


def read_pursuits(laid: Laid) -> Read[Pursuit]:
    """Interests and goals."""
    return _read_laid(
        laid,
        Pursuit,
        lambda one: one.what in SORTS and one.whose in WHOSE and 0 < len(one.words) <= LONGEST,
    )


def read_dials(laid: Laid) -> Read[Dial]:
    """Dials, an area once, with as much of it as was chosen."""
    read = _read_laid(laid, Dial, is_in_range)
    merged = Dials()
    for one in read.items:
        merged = rules.merge_dials(merged, Dials(set=(one,)))
    return Read(merged.set, read.unread)


def read_reliances(laid: Laid) -> Read[Reliance]:
    """On whom somebody leans for what."""
    return _read_laid(laid, Reliance, lambda one: one.on in ON and 0 < len(one.card) <= LONGEST)


def _read_sheet(space: Space, kind: type[R], nothing: R) -> R:
    """A sheet of mine; nothing where it does not open now."""
    try:
        found = space.only(kind)
    except (DidNotOpen, NewerVersion):
        return nothing
    return nothing if found is None else found.record


def _make_offer(name: str, label: str, shown: object) -> Offer:
    return Offer(rules.name_of(name, repr(shown)), label, _encode(shown))


def _offer_values(mine: Space, _settings: Settings, _today: date) -> tuple[Offer, ...]:
    ranked = _read_sheet(mine, Values, Values()).ranked
    return tuple(_make_offer("value", labels.value_name(one), one) for one in ranked)


def _offer_pursuits(mine: Space, _settings: Settings, _today: date) -> tuple[Offer, ...]:
    listed = _read_sheet(mine, Pursuits, Pursuits()).listed
    return tuple(_make_offer("pursuit", labels.pursuit_label(one), one) for one in listed)


def _offer_dials(mine: Space, _settings: Settings, _today: date) -> tuple[Offer, ...]:
    parts: Iterable[Dial] = (
        part
        for one in _read_sheet(mine, Dials, Dials()).set
        for part in (Dial(one.area, now=one.now), Dial(one.area, wish=one.wish))
        if part.now or part.wish
    )
    return tuple(
        _make_offer("dial", f"{labels.area_name(one.area)}. {labels.say_dial(one)}", one) for one in parts
    )


def _offer_reliances(mine: Space, _settings: Settings, _today: date) -> tuple[Offer, ...]:
    sorted_by_me = _read_sheet(mine, Reliances, Reliances()).sorted
    return tuple(_make_offer("reliance", labels.reliance_label(one), one) for one in sorted_by_me)


def _table_values(laid: Laid) -> Table:
    rows = ((str(at), labels.value_name(one)) for at, one in enumerate(read_values(laid).items, start=1))
    return Table(columns=(gettext("Place"), gettext("Value")), rows=tuple(rows))


def _table_pursuits(laid: Laid) -> Table:
    rows = (
        (one.words, f"{labels.WHAT[one.what]}, {labels.WHOSE[one.whose]}")
        for one in read_pursuits(laid).items
    )
    return Table(columns=(gettext("What"), gettext("How")), rows=tuple(rows))


def _table_dials(laid: Laid) -> Table:
    rows = (
        (labels.area_name(one.area), *(str(labels.STEPS.get(step, "")) for step in (one.now, one.wish)))
        for one in read_dials(laid).items
    )
    return Table(columns=(gettext("Area"), gettext("As it is"), gettext("As wished")), rows=tuple(rows))


def _table_reliances(laid: Laid) -> Table:
    rows = ((labels.reliance_text(one.card), str(labels.ON[one.on])) for one in read_reliances(laid).items)
    return Table(columns=(gettext("For what"), gettext("Leans")), rows=tuple(rows))


VALUES = Reveal(
    name="values",
    title=_("What matters most to each of us"),
    about=_("Each of you shows the values you choose, in your own order."),
    offers=_offer_values,
    table=_table_values,
)
PURSUITS = Reveal(
    name="pursuits",
    title=_("What each of us enjoys and wants"),
    about=_("Each of you shows the interests and goals you choose, in your own words."),
    offers=_offer_pursuits,
    table=_table_pursuits,
)
DIALS = Reveal(
    name="dials",
    title=_("How much each of us would like to share"),
    about=_(
        "Each of you shows the dials you choose, as it is or as you would like it. Neither end is better. Two people can see the same home differently."
    ),
    offers=_offer_dials,
    table=_table_dials,
)
RELIANCE = Reveal(
    name="reliance",
    title=_("What we lean on each other for"),
    about=_(
        "Each of you shows what you lean on the other for, what on others, and what on yourself. All three are good."
    ),
    offers=_offer_reliances,
    table=_table_reliances,
)
REVEALS: Final = (VALUES, PURSUITS, DIALS, RELIANCE)
