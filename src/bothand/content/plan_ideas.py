"""What a plan of six weeks offers for each practice: what it is, and one small thing a week."""

from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Entry, Text, read_toml, require
from bothand.content.partner_name import check_name_places, with_name
from bothand.relationship import PRACTICES

WEEKS: Final = 6
ONE_S_OWN: Final = frozenset({"P1", "P2"})
"""Practices that are each one's own: there is nothing for two in them."""


class Way(Entry, frozen=True):
    """A practice (`id` P1 to P7) as a plan shows it.

    `about` says what it is; `own` and `both` hold a small thing for each of six weeks, by oneself and for two. `both` is
    empty for P1 and P2, and names the partner elsewhere.
    """

    id: Text
    about: Text
    own: tuple[Text, ...]
    both: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        for text in self.both:
            check_name_places(text, None)
        for text in (self.about, *self.own):
            check_name_places(text, text)
        require(
            len(self.own) == WEEKS and len(self.both) == (0 if self.id in ONE_S_OWN else WEEKS),
            "six weeks in `own`, and in `both` but for P1 and P2",
        )

    def week(self, number: int, name: str | None) -> str:
        """The small thing for week 1 to 6, with this partner (then for two) or by oneself (`name` None).

        Raises ValueError for another week, or for two where there is nothing for two.
        """
        texts = self.own if name is None else self.both
        if not 1 <= number <= len(texts):
            raise ValueError(f"{self.id} has {len(texts)} weeks of this kind, not {number}")
        return texts[number - 1] if name is None else with_name(texts[number - 1], name)


class _File(Entry, frozen=True):
    practice: tuple[Way, ...]


def find_plan_idea(key: str, language: str = DEFAULT_LANGUAGE) -> Way:
    """The way of the practice with this id.

    >>> find_plan_idea("P1").week(1, None)[:14]
    'Before you ask'

    Raises KeyError for any other id, ContentError as `load_plan_ideas`.
    """
    return load_plan_ideas(language)[key]


@cache
def load_plan_ideas(language: str = DEFAULT_LANGUAGE) -> dict[str, Way]:
    """All seven by id, in order. Raises ContentError if the file of the language is missing or not as it has to be."""
    listed = read_toml(language, "ways.toml", _File).practice
    if [each.id for each in listed] != [each.id for each in PRACTICES]:
        raise ContentError(f"{language}/ways.toml: each of P1 to P7 once, in this order")
    return {each.id: each for each in listed}
