"""The texts of the quiet page: chapters, and folds that open on the page itself."""

from functools import cache
from typing import Final

import msgspec

from bothand.content.loader import DEFAULT_LANGUAGE, Entry, Text, read_toml, require

CHAPTERS: Final = ("call", "ask", "devices", "leaving", "limits")
QUESTIONS: Final = ("fear", "control", "isolation", "watching", "money", "pushed", "put-down", "denied")
UNLISTED: Final = "unlisted"


class Fold(Entry, frozen=True):
    """A line that opens: signs of it in `points`, what can be said and done in `text`. `points` may be empty."""

    id: Text
    title: Text
    points: tuple[Text, ...] = ()
    text: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.text), "a fold has a text")


class Chapter(Entry, frozen=True):
    """A part of the page."""

    id: Text
    title: Text
    lead: tuple[Text, ...] = ()
    folds: tuple[Fold, ...] = msgspec.field(name="fold", default=())

    def __post_init__(self) -> None:
        require(bool(self.lead and self.folds), "a chapter has a lead and folds")
        require(
            len({fold.id for fold in self.folds}) == len(self.folds),
            f"an id of a fold stands twice in {self.id}",
        )


class QuietPage(Entry, frozen=True):
    """The whole page. Its chapters are those of CHAPTERS, in this order.

    `no_number` and `no_line` are said of a country for which no emergency number, or no helpline, is listed: that it is so,
    and how to find one.
    """

    title: Text
    no_number: tuple[Text, ...]
    no_line: tuple[Text, ...]
    lead: tuple[Text, ...] = ()
    chapters: tuple[Chapter, ...] = msgspec.field(name="chapter", default=())

    def __post_init__(self) -> None:
        require(
            tuple(chapter.id for chapter in self.chapters) == CHAPTERS,
            f"the chapters are {', '.join(CHAPTERS)}, in this order",
        )
        call, ask = self.chapters[0], self.chapters[1]
        require([fold.id for fold in call.folds] == [UNLISTED], f"the chapter call has one fold, {UNLISTED}")
        require(
            tuple(fold.id for fold in ask.folds)[: len(QUESTIONS)] == QUESTIONS,
            f"the chapter ask begins with {', '.join(QUESTIONS)}",
        )


@cache
def quiet_page(language: str = DEFAULT_LANGUAGE) -> QuietPage:
    """The page in a language, checked: every chapter, every question, and what to do where no line is listed.

    >>> [chapter.id for chapter in quiet_page().chapters]
    ['call', 'ask', 'devices', 'leaving', 'limits']

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    return read_toml(language, "safety.toml", QuietPage)
