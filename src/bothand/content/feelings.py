"""Words for feelings, in small families: for the pulse and for talks."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, read_toml, require_distinct

TONES: Final = ("light", "heavy", "mixed")


@dataclass(frozen=True, slots=True)
class Feeling:
    """One word. `id` is what records keep; `text` is what is shown."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class FeelingFamily:
    """Words that lie near each other. `tone` is light, heavy or mixed: for grouping, never for a score."""

    id: str
    text: str
    tone: str
    words: tuple[Feeling, ...]


@cache
def load_feelings(language: str = DEFAULT_LANGUAGE) -> tuple[FeelingFamily, ...]:
    """All families in the file's order.

    >>> load_feelings()[0].words[0]
    Feeling(id='glad', text='glad')

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "feelings.toml")
    listed = tuple(_read_family(row) for row in top.rows("family"))
    top.done()
    require_distinct(top.where, [one.id for one in listed])
    require_distinct(top.where, [word.id for one in listed for word in one.words])
    return listed


def find_feeling(key: str, language: str = DEFAULT_LANGUAGE) -> Feeling:
    """The word with this id.

    >>> find_feeling("at-ease").text
    'at ease'

    Raises KeyError for an id that is not in the file, ContentError as `load_feelings`.
    """
    for family in load_feelings(language):
        for word in family.words:
            if word.id == key:
                return word
    raise KeyError(key)


def _read_family(row: Fields) -> FeelingFamily:
    words = tuple(Feeling(key, text) for key, text in row.table("words").every_text().items())
    family = FeelingFamily(row.text("id"), row.text("text"), row.one_of("tone", TONES), words)
    row.done()
    if not words:
        raise ContentError(f"{row.where}: a family needs words")
    return family
