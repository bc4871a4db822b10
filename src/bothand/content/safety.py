"""The texts of the quiet page: chapters, and folds that open on the page itself."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from bothand.content.loader import DEFAULT_LANGUAGE, ContentError, Fields, read_toml, require_distinct

CHAPTERS: Final = ("call", "ask", "devices", "leaving", "limits")
QUESTIONS: Final = ("fear", "control", "isolation", "watching", "money", "pushed", "put-down", "denied")
UNLISTED: Final = "unlisted"


@dataclass(frozen=True, slots=True)
class Fold:
    """A line that opens: signs of it in `points`, what can be said and done in `text`. `points` may be empty."""

    id: str
    title: str
    points: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the page."""

    id: str
    title: str
    lead: tuple[str, ...]
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True)
class QuietPage:
    """The whole page. Its chapters are those of CHAPTERS, in this order."""

    title: str
    lead: tuple[str, ...]
    chapters: tuple[Chapter, ...]


@cache
def quiet_page(language: str = DEFAULT_LANGUAGE) -> QuietPage:
    """The page in a language, checked: every chapter, every question, and what to do where no line is listed.

    >>> [chapter.id for chapter in quiet_page().chapters]
    ['call', 'ask', 'devices', 'leaving', 'limits']

    Raises ContentError if the file of the language is missing or not as it has to be.
    """
    top = read_toml(language, "safety.toml")
    page = QuietPage(
        top.text("title"), top.texts("lead"), tuple(_read_chapter(row) for row in top.rows("chapter"))
    )
    top.done()
    if tuple(chapter.id for chapter in page.chapters) != CHAPTERS:
        raise ContentError(f"{top.where}: the chapters are {', '.join(CHAPTERS)}, in this order")
    call, ask = page.chapters[0], page.chapters[1]
    if [fold.id for fold in call.folds] != [UNLISTED]:
        raise ContentError(f"{top.where}: the chapter call has one fold, {UNLISTED}")
    if tuple(fold.id for fold in ask.folds)[: len(QUESTIONS)] != QUESTIONS:
        raise ContentError(f"{top.where}: the chapter ask begins with {', '.join(QUESTIONS)}")
    return page


def _read_chapter(row: Fields) -> Chapter:
    chapter = Chapter(
        row.text("id"),
        row.text("title"),
        row.texts("lead"),
        tuple(_read_fold(each) for each in row.rows("fold")),
    )
    row.done()
    if not chapter.lead or not chapter.folds:
        raise ContentError(f"{row.where}: a chapter has a lead and folds")
    require_distinct(row.where, [fold.id for fold in chapter.folds])
    return chapter


def _read_fold(row: Fields) -> Fold:
    fold = Fold(row.text("id"), row.text("title"), row.texts("points"), row.texts("text"))
    row.done()
    if not fold.text:
        raise ContentError(f"{row.where}: a fold has a text")
    return fold
