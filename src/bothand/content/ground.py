"""Cards and dials for the shared ground (G): values, how much is shared, what one relies on whom for."""

from functools import cache
from typing import Final

import msgspec

from bothand.content.loader import (
    DEFAULT_LANGUAGE,
    Entry,
    Text,
    read_toml,
    require,
    require_distinct,
    require_one_of,
)
from bothand.content.partner_name import check_name_places, with_name
from bothand.relationship import SHARED_AREAS

_AREAS: Final = tuple(one.name for one in SHARED_AREAS)


class ValueCard(Entry, frozen=True):
    """A value (G1): a name and one line."""

    id: Text
    name: Text
    line: Text


class Dial(Entry, frozen=True):
    """How much of an area (G4) is shared: words for both ends. No end is the better one."""

    area: Text
    title: Text
    mine: Text
    ours: Text


class Dials(Entry, frozen=True):
    """The ten dials in the order of the model, with the sentence before them."""

    lead: Text
    dials: tuple[Dial, ...] = msgspec.field(name="dial")

    def __post_init__(self) -> None:
        require(
            tuple(each.area for each in self.dials) == _AREAS,
            "one dial for each area of the model, in its order",
        )


class RelianceCard(Entry, frozen=True):
    """Something one may rely on the partner, on somebody else, or on oneself for."""

    id: Text
    area: Text
    text: Text

    def __post_init__(self) -> None:
        require_one_of("area", self.area, _AREAS)


class Reliance(Entry, frozen=True):
    """The reliance cards, with the sentence before them for two and for one alone."""

    lead: Text
    lead_alone: Text
    cards: tuple[RelianceCard, ...] = msgspec.field(name="card")

    def __post_init__(self) -> None:
        check_name_places(self.lead, self.lead_alone)

    def opening(self, name: str | None) -> str:
        """The sentence before the cards, with the partner's name or for one alone (`name` None)."""
        return with_name(self.lead, name) if name is not None else self.lead_alone


class _Values(Entry, frozen=True):
    value: tuple[ValueCard, ...]


@cache
def value_cards(language: str = DEFAULT_LANGUAGE) -> tuple[ValueCard, ...]:
    """All value cards, in the file's order.

    >>> value_cards()[0].name
    'Honesty'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    listed, where = read_toml(language, "values.toml", _Values).value, f"{language}/values.toml"
    require_distinct(where, (each.id for each in listed))
    require_distinct(where, (each.name for each in listed))
    return listed


@cache
def load_dials(language: str = DEFAULT_LANGUAGE) -> Dials:
    """The ten dials.

    >>> [one.area for one in load_dials().dials][:2]
    ['money', 'home']

    Raises ContentError if the file of the language is missing, or has another area or order than the model.
    """
    return read_toml(language, "dials.toml", Dials)


@cache
def load_reliance(language: str = DEFAULT_LANGUAGE) -> Reliance:
    """What one may rely on somebody for.

    >>> load_reliance().cards[0].area
    'feelings'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    read = read_toml(language, "reliance.toml", Reliance)
    require_distinct(f"{language}/reliance.toml", (each.id for each in read.cards))
    return read
