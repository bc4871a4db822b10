"""Words for feelings, in small families: for the pulse and for talks."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from bothand.content.loader import DEFAULT_LANGUAGE, Entry, Text, read_toml, require, require_distinct


@dataclass(frozen=True, slots=True)
class Feeling:
    """One word. `id` is what records keep; `text` is what is shown."""

    id: str
    text: str


class FeelingFamily(Entry, frozen=True):
    """Words that lie near each other. `tone` is for grouping, never for a score. `texts` are the words by their ids."""

    id: Text
    text: Text
    tone: Literal["light", "heavy", "mixed"]
    texts: dict[str, Text] = msgspec.field(name="words")

    def __post_init__(self) -> None:
        require(bool(self.texts), "a family needs words")

    @property
    def words(self) -> tuple[Feeling, ...]:
        """The words, in the file's order."""
        return tuple(Feeling(key, text) for key, text in self.texts.items())


class _File(Entry, frozen=True):
    family: tuple[FeelingFamily, ...]


@cache
def load_feelings(language: str = DEFAULT_LANGUAGE) -> tuple[FeelingFamily, ...]:
    """All families in the file's order.

    >>> load_feelings()[0].words[0]
    Feeling(id='glad', text='glad')

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    listed, where = read_toml(language, "feelings.toml", _File).family, f"{language}/feelings.toml"
    require_distinct(where, (each.id for each in listed))
    require_distinct(where, (word.id for each in listed for word in each.words))
    return listed


def find_feeling(key: str, language: str = DEFAULT_LANGUAGE) -> Feeling:
    """The word with this id.

    >>> find_feeling("at-ease").text
    'at ease'

    Raises KeyError for an id that is not in the file, ContentError as `load_feelings`.
    """
    return _words_by_id(language)[key]


@cache
def _words_by_id(language: str) -> dict[str, Feeling]:
    return {word.id: word for family in load_feelings(language) for word in family.words}
