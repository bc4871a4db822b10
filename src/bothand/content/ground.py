"""Cards and dials for the shared ground (G): values, how much is shared, what one relies on whom for."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, read_toml, require_distinct
from bothand.content.partner_name import check_name_places, with_name
from bothand.relationship import SHARED_AREAS

_AREAS: Final = tuple(one.name for one in SHARED_AREAS)


@dataclass(frozen=True, slots=True)
class ValueCard:
    """A value (G1): a name and one line."""

    id: str
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class Dial:
    """How much of an area (G4) is shared: words for both ends. No end is the better one."""

    area: str
    title: str
    mine: str
    ours: str


@dataclass(frozen=True, slots=True)
class Dials:
    """The ten dials in the order of the model, with the sentence before them."""

    lead: str
    dials: tuple[Dial, ...]


@dataclass(frozen=True, slots=True)
class RelianceCard:
    """Something one may rely on the partner, on somebody else, or on oneself for."""

    id: str
    area: str
    text: str


@dataclass(frozen=True, slots=True)
class Reliance:
    """The reliance cards, with the sentence before them for two and for one alone."""

    lead: str
    lead_alone: str
    cards: tuple[RelianceCard, ...]

    def opening(self, name: str | None) -> str:
        """The sentence before the cards, with the partner's name or for one alone (`name` None)."""
        return with_name(self.lead, name) if name is not None else self.lead_alone


@cache
def value_cards(language: str = DEFAULT_LANGUAGE) -> tuple[ValueCard, ...]:
    """All value cards, in the file's order.

    >>> value_cards()[0].name
    'Honesty'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "values.toml")
    listed = tuple(_read_value(row) for row in top.rows("value"))
    top.done()
    require_distinct(top.where, [one.id for one in listed])
    require_distinct(top.where, [one.name for one in listed])
    return listed


@cache
def load_dials(language: str = DEFAULT_LANGUAGE) -> Dials:
    """The ten dials.

    >>> [one.area for one in load_dials().dials][:2]
    ['money', 'home']

    Raises ContentError if the file of the language is missing, or has another area or order than the model.
    """
    top = read_toml(language, "dials.toml")
    read = Dials(top.text("lead"), tuple(_read_dial(row) for row in top.rows("dial")))
    top.done()
    if tuple(one.area for one in read.dials) != _AREAS:
        raise ContentError(f"{top.where}: one dial for each area of the model, in its order")
    return read


@cache
def load_reliance(language: str = DEFAULT_LANGUAGE) -> Reliance:
    """What one may rely on somebody for.

    >>> load_reliance().cards[0].area
    'feelings'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "reliance.toml")
    read = Reliance(
        top.text("lead"), top.text("lead_alone"), tuple(_reliance_card(row) for row in top.rows("card"))
    )
    top.done()
    check_name_places(top.where, read.lead, read.lead_alone)
    require_distinct(top.where, [one.id for one in read.cards])
    return read


def _read_value(row: Fields) -> ValueCard:
    card = ValueCard(row.text("id"), row.text("name"), row.text("line"))
    row.done()
    return card


def _read_dial(row: Fields) -> Dial:
    dial = Dial(row.one_of("area", _AREAS), row.text("title"), row.text("mine"), row.text("ours"))
    row.done()
    return dial


def _reliance_card(row: Fields) -> RelianceCard:
    card = RelianceCard(row.text("id"), row.one_of("area", _AREAS), row.text("text"))
    row.done()
    return card
