"""Starter sentences for hard topics (P7)."""

from functools import cache
from typing import Final, Literal, get_args

import msgspec

from bothand.content.loader import DEFAULT_LANGUAGE, Entry, Text, read_toml, require_distinct

Moment = Literal["raise", "feel", "need", "ask", "own", "pause", "close"]
MOMENTS: Final[tuple[Moment, ...]] = get_args(Moment)
"""Where in a talk a sentence has its place, from raising a topic to closing it."""


class Opener(Entry, frozen=True):
    """A sentence to start from, to be put in one's own words. `moment` is one of MOMENTS."""

    id: Text
    moment: Moment = msgspec.field(name="for")
    text: Text


class _File(Entry, frozen=True):
    opener: tuple[Opener, ...]


@cache
def load_openers(language: str = DEFAULT_LANGUAGE) -> tuple[Opener, ...]:
    """All starter sentences, in the file's order.

    >>> load_openers()[0].moment
    'raise'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    listed = read_toml(language, "openers.toml", _File).opener
    require_distinct(f"{language}/openers.toml", (each.id for each in listed))
    return listed
