"""What a plan of six weeks offers for each practice: what it is, and one small thing a week."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, read_toml
from bothand.content.partner_name import check_name_places, with_name
from bothand.relationship import PRACTICES

WEEKS: Final = 6
ONE_S_OWN: Final = frozenset({"P1", "P2"})
"""Practices that are each one's own: there is nothing for two in them."""


@dataclass(frozen=True, slots=True)
class Way:
    """A practice (`id` P1 to P7) as a plan shows it.

    `about` says what it is; `own` and `both` hold a small thing for each of six weeks, by oneself and for two. `both` is
    empty for P1 and P2, and names the partner elsewhere.
    """

    id: str
    about: str
    own: tuple[str, ...]
    both: tuple[str, ...]

    def week(self, number: int, name: str | None) -> str:
        """The small thing for week 1 to 6, with this partner (then for two) or by oneself (`name` None).

        Raises ValueError for another week, or for two where there is nothing for two.
        """
        texts = self.own if name is None else self.both
        if not 1 <= number <= len(texts):
            raise ValueError(f"{self.id} has {len(texts)} weeks of this kind, not {number}")
        return texts[number - 1] if name is None else with_name(texts[number - 1], name)


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
    top = read_toml(language, "ways.toml")
    listed = [_read_idea(row) for row in top.rows("practice")]
    top.done()
    if [one.id for one in listed] != [one.id for one in PRACTICES]:
        raise ContentError(f"{top.where}: each of P1 to P7 once, in this order")
    return {one.id: one for one in listed}


def _read_idea(row: Fields) -> Way:
    read = Way(row.text("id"), row.text("about"), row.texts("own"), row.texts("both"))
    row.done()
    for text in read.both:
        check_name_places(row.where, text, None)
    for text in (read.about, *read.own):
        check_name_places(row.where, "", text)
        check_name_places(row.where, text, None)
    if len(read.own) != WEEKS or len(read.both) != (0 if read.id in ONE_S_OWN else WEEKS):
        raise ContentError(f"{row.where}: six weeks in `own`, and in `both` but for P1 and P2")
    return read
