"""Starter sentences for hard topics (P7)."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, Fields, read_toml, require_distinct

MOMENTS: Final = ("raise", "feel", "need", "ask", "own", "pause", "close")
"""Where in a talk a sentence has its place, from raising a topic to closing it."""


@dataclass(frozen=True, slots=True)
class Opener:
    """A sentence to start from, to be put in one's own words. `moment` is one of MOMENTS."""

    id: str
    moment: str
    text: str


@cache
def load_openers(language: str = DEFAULT_LANGUAGE) -> tuple[Opener, ...]:
    """All starter sentences, in the file's order.

    >>> load_openers()[0].moment
    'raise'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "openers.toml")
    listed = tuple(_read_opener(row) for row in top.rows("opener"))
    top.done()
    require_distinct(top.where, [one.id for one in listed])
    return listed


def _read_opener(row: Fields) -> Opener:
    opener = Opener(row.text("id"), row.one_of("for", MOMENTS), row.text("text"))
    row.done()
    return opener
