"""The item bank: our own items for the check-in, the ideals, and the three questions of the fear rule.

Which item tells how much (discrimination, thresholds) is no text and stands with the engine that measures.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, read_toml, require_distinct
from bothand.content.partner_name import PLACE, check_name_places, with_name
from bothand.relationship import FACETS, MARKS

_ITEM_ID: Final = re.compile(r"(F(?:[1-9]|10)|C7)-\d\d")
_FACET_IDS: Final = tuple(one.id for one in FACETS)
_CHECKUP_MARKS: Final = frozenset({"C7", "I1", "I2", "I3"})
_MARK_IDS: Final = frozenset(one.id for one in MARKS if one.counted)


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence about the last week, answered 1 (not at all) to 5 (fully).

    `facet` is F1 to F10, or None for items about uneven ground (C7), which belong to no facet.
    `key` is 1 where a higher answer is nearer the facet's high end, -1 where it is nearer the low end.
    `alone` is the twin without a partner, None where there is none. `marks` are what a low keyed answer is
    evidence for. `checkup_only` items are asked in the check-up and never in the weekly check-in.
    """

    id: str
    facet: str | None
    key: Literal[1, -1]
    text: str
    alone: str | None
    needs_partner: bool
    marks: tuple[str, ...]
    checkup_only: bool

    def wording(self, name: str | None) -> str | None:
        """What to show with this partner's name, or alone (`name` None); None if it can't be asked alone."""
        if name is not None:
            return with_name(self.text, name)
        return self.alone if self.needs_partner else self.text

    def keyed(self, answer: int) -> int:
        """The answer keyed upward: 5 is the facet's high end, whatever way the sentence is turned.

        >>> find_item("F1-09").keyed(5)
        1

        Raises ValueError for an answer outside 1 to 5.
        """
        if not 1 <= answer <= 5:
            raise ValueError(f"an answer is 1 to 5, not {answer}")
        return answer if self.key == 1 else 6 - answer


@dataclass(frozen=True, slots=True)
class Ideal:
    """A facet as something one may want more or less of; the same five answers. `title` names it on pages."""

    facet: str
    title: str
    text: str
    alone: str

    def wording(self, name: str | None) -> str:
        """What to show somebody with this partner, or alone (`name` None)."""
        return with_name(self.text, name) if name is not None else self.alone


@dataclass(frozen=True, slots=True)
class FearQuestion:
    """A question of the fear rule. Any answer but the first one (never) sets the rule off."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class FearQuestions:
    """The three questions with the sentence before them and their answers, from never to often."""

    lead: str
    answers: tuple[str, ...]
    questions: tuple[FearQuestion, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All of the item bank in one language. `lead` stands before items, `ideal_question` before ideals."""

    lead: str
    items: tuple[Item, ...]
    ideal_question: str
    ideals: tuple[Ideal, ...]
    fear: FearQuestions


@cache
def load_bank(language: str = DEFAULT_LANGUAGE) -> Bank:
    """The item bank of a language, checked.

    >>> load_bank().ideal_question
    'How much of this would you like?'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "items.toml")
    lead, ideal_question = top.text("lead"), top.text("ideal_question")
    items = tuple(_read_item(row) for row in top.rows("item"))
    ideals = tuple(_read_ideal(row) for row in top.rows("ideal"))
    fear = FearQuestions(
        top.text("fear_lead"), top.texts("fear_answers"), tuple(_read_fear(row) for row in top.rows("fear"))
    )
    top.done()
    require_distinct(top.where, [one.id for one in items])
    if tuple(one.facet for one in ideals) != _FACET_IDS:
        raise ContentError(f"{top.where}: one ideal for each of F1 to F10, in this order")
    if len(fear.answers) != 4 or len(fear.questions) != 3:
        raise ContentError(f"{top.where}: three fear questions with four answers")
    return Bank(lead, items, ideal_question, ideals, fear)


def find_item(key: str, language: str = DEFAULT_LANGUAGE) -> Item:
    """The item with this id, such as F6-03. Raises KeyError for any other, ContentError as `load_bank`."""
    return _items_by_id(language)[key]


def items_for(*, has_partner: bool, checkup: bool, language: str = DEFAULT_LANGUAGE) -> tuple[Item, ...]:
    """The items that can be asked of somebody, in the file's order.

    >>> any(one.checkup_only for one in items_for(has_partner=True, checkup=False))
    False

    Raises ContentError as `load_bank`.
    """
    return tuple(
        one
        for one in load_bank(language).items
        if (checkup or not one.checkup_only) and (has_partner or one.alone or not one.needs_partner)
    )


@cache
def _items_by_id(language: str) -> dict[str, Item]:
    return {one.id: one for one in load_bank(language).items}


def _read_item(row: Fields) -> Item:
    key, facet = row.number("key"), row.text("facet", "") or None
    read = Item(
        id=row.text("id"),
        facet=facet,
        key=1 if key == 1 else -1,
        text=row.text("text"),
        alone=row.text("alone", "") or None,
        needs_partner=row.flag("needs_partner"),
        marks=row.texts("marks"),
        checkup_only=row.flag("checkup_only"),
    )
    row.done()
    check_name_places(row.where, read.text, read.alone)
    for wrong, said in (
        (key not in (1, -1), "key is 1 or -1"),
        (
            not _ITEM_ID.fullmatch(read.id) or read.id.split("-")[0] != (facet or "C7"),
            "id is FACET-NN, or C7-NN",
        ),
        (not set(read.marks) <= _MARK_IDS, "a mark is one of C0 to C7, I1 to I3"),
        (facet is None and read.marks != ("C7",), "an item without a facet is about C7"),
        (PLACE in read.text and not read.needs_partner, "an item that names the partner needs one"),
        (read.alone is not None and not read.needs_partner, "only an item that needs a partner has a twin"),
        (bool(_CHECKUP_MARKS & set(read.marks)) != read.checkup_only, "C7 and I items, and only those, wait"),
    ):
        if wrong:
            raise ContentError(f"{row.where}, {read.id}: {said}")
    return read


def _read_ideal(row: Fields) -> Ideal:
    text = row.text("text")
    read = Ideal(row.text("facet"), row.text("title"), text, row.text("alone", text))
    row.done()
    check_name_places(row.where, read.text, read.alone)
    return read


def _read_fear(row: Fields) -> FearQuestion:
    read = FearQuestion(row.text("id"), row.text("text"))
    row.done()
    return read
