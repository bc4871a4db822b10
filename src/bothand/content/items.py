"""The item bank: our own items for the check-in, the ideals, and the three questions of the fear rule.

Which item tells how much (discrimination, thresholds) is no text and stands with the engine that measures.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import msgspec

from bothand.content.loader import DEFAULT_LANGUAGE, Entry, Text, read_toml, require, require_distinct
from bothand.content.partner_name import PLACE, check_name_places, with_name
from bothand.relationship import FACETS, MARKS

_ITEM_ID: Final = re.compile(r"(F(?:[1-9]|10)|C7)-\d\d")
_FACET_IDS: Final = tuple(one.id for one in FACETS)
_CHECKUP_MARKS: Final = frozenset({"C7", "I1", "I2", "I3"})
_MARK_IDS: Final = frozenset(one.id for one in MARKS if one.counted)


class Item(Entry, frozen=True):
    """A sentence about the last week, answered 1 (not at all) to 5 (fully).

    `facet` is F1 to F10, or None for items about uneven ground (C7), which belong to no facet.
    `key` is 1 where a higher answer is nearer the facet's high end, -1 where it is nearer the low end.
    `alone` is the twin without a partner, None where there is none. `marks` are what a low keyed answer is
    evidence for. `checkup_only` items are asked in the check-up and never in the weekly check-in.
    `presupposes` is what has to have happened before the sentence can be answered at all ("an argument"), None where it
    can be answered in any week. It is for editors; what people see is a sixth answer, "It did not come up".
    """

    id: Text
    key: Literal[1, -1]
    text: Text
    facet: Text | None = None
    alone: Text | None = None
    needs_partner: bool = False
    presupposes: Text | None = None
    marks: tuple[Text, ...] = ()
    checkup_only: bool = False

    def __post_init__(self) -> None:
        check_name_places(self.text, self.alone)
        for holds, sentence in (
            (
                bool(_ITEM_ID.fullmatch(self.id)) and self.id.split("-")[0] == (self.facet or "C7"),
                "id is FACET-NN, or C7-NN",
            ),
            (set(self.marks) <= _MARK_IDS, "a mark is one of C0 to C7, I1 to I3"),
            (self.facet is not None or self.marks == ("C7",), "an item without a facet is about C7"),
            (PLACE not in self.text or self.needs_partner, "an item that names the partner needs one"),
            (self.alone is None or self.needs_partner, "only an item that needs a partner has a twin"),
            (
                self.checkup_only or not _CHECKUP_MARKS & set(self.marks),
                "C7 and I items wait for the check-up",
            ),
            (
                self.facet is not None or self.presupposes is None,
                "an item about how things stand presupposes nothing",
            ),
        ):
            require(holds, f"{self.id}: {sentence}")

    def wording(self, name: str | None) -> str | None:
        """What to show with this partner's name, or alone (`name` None); None if it can't be asked alone."""
        if name is not None:
            return with_name(self.text, name)
        return self.alone if self.needs_partner else self.text

    def keyed(self, answer: int) -> int:
        """The answer keyed upward: 5 is the facet's high end, whatever way the sentence is turned.

        >>> find_item("F1-07").keyed(5)
        1

        Raises ValueError for an answer outside 1 to 5.
        """
        if not 1 <= answer <= 5:
            raise ValueError(f"an answer is 1 to 5, not {answer}")
        return answer if self.key == 1 else 6 - answer


class Ideal(Entry, frozen=True):
    """A facet as something one may want more or less of; the same five answers. `title` names it on pages.

    `note` stands below an ideal on which people differ for good reasons.
    """

    facet: Text
    title: Text
    text: Text
    alone: Text | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        check_name_places(self.text, self.wording(None))

    def wording(self, name: str | None) -> str:
        """What to show somebody with this partner, or alone (`name` None)."""
        return with_name(self.text, name) if name is not None else self.alone or self.text


class FearQuestion(Entry, frozen=True):
    """A question of the fear rule. Any answer but the first one (never) sets the rule off."""

    id: Text
    text: Text


@dataclass(frozen=True, slots=True)
class FearQuestions:
    """The three questions with the sentence before them and their answers, from never to often."""

    lead: str
    answers: tuple[str, ...]
    questions: tuple[FearQuestion, ...]


class Bank(Entry, frozen=True):
    """All of the item bank in one language.

    `lead` stands before items about the last week, `standing_lead` before those about how things stand (C7),
    `ideal_question` before ideals.
    """

    lead: Text
    standing_lead: Text
    ideal_question: Text
    fear_lead: Text
    fear_answers: tuple[Text, ...]
    items: tuple[Item, ...] = msgspec.field(name="item")
    ideals: tuple[Ideal, ...] = msgspec.field(name="ideal")
    fear_questions: tuple[FearQuestion, ...] = msgspec.field(name="fear")

    def __post_init__(self) -> None:
        require(
            tuple(each.facet for each in self.ideals) == _FACET_IDS,
            "one ideal for each of F1 to F10, in this order",
        )
        require(
            len(self.fear_answers) == 4 and len(self.fear_questions) == 3,
            "three fear questions with four answers",
        )

    @property
    def fear(self) -> FearQuestions:
        """The three questions of the fear rule."""
        return FearQuestions(self.fear_lead, self.fear_answers, self.fear_questions)


@cache
def load_bank(language: str = DEFAULT_LANGUAGE) -> Bank:
    """The item bank of a language, checked.

    >>> load_bank().ideal_question
    'How much of this would you like?'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    bank = read_toml(language, "items.toml", Bank)
    require_distinct(f"{language}/items.toml", (each.id for each in bank.items))
    return bank


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
