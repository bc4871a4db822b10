"""Matters that couples often have to settle, each with questions and options to start from (P5)."""

from functools import cache
from typing import Final, Literal

import msgspec

from bothand.content.loader import DEFAULT_LANGUAGE, Entry, Text, read_toml, require_distinct

Area = Literal["money", "home", "time", "plans"]
FEWEST_OPTIONS: Final = 2


class StarterQuestion(Entry, frozen=True):
    """A question of a starter, and its options: one of them can be how it is now."""

    name: Text
    options: tuple[Text, ...]

    def __post_init__(self) -> None:
        """Raises ValueError where there is nothing to choose, or twice the same."""
        if len(self.options) < FEWEST_OPTIONS or len(set(self.options)) < len(self.options):
            msg = f"{self.name}: two options or more, none of them twice"
            raise ValueError(msg)


class Starter(Entry, frozen=True):
    """Something to agree on. `area` is the area of life it is about; `talk` says why it needs a talk first, "" for none."""

    id: Text
    area: Area
    title: Text
    talk: str = ""
    question: tuple[StarterQuestion, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError where there is neither a question nor a talk."""
        if bool(self.talk) == bool(self.question):
            msg = f"{self.id}: questions, or why it needs a talk first"
            raise ValueError(msg)


class _File(Entry, frozen=True):
    starter: tuple[Starter, ...] = msgspec.field()


@cache
def load_starters(language: str = DEFAULT_LANGUAGE) -> tuple[Starter, ...]:
    """All starters, in the file's order.

    >>> load_starters()[0].area
    'money'

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    listed = read_toml(language, "starters.toml", _File).starter
    require_distinct(f"{language}/starters.toml", (each.id for each in listed))
    return listed


def find_starter(key: str, language: str = DEFAULT_LANGUAGE) -> Starter | None:
    """The one of this id, or None."""
    return next((one for one in load_starters(language) if one.id == key), None)
