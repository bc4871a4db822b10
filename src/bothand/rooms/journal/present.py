"""From what was opened to what a page shows."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from bothand.content.prompts import guiding_question, load_prompts
from bothand.content.sessions import Session, load_exercises
from bothand.kit import texts
from bothand.kit.month_links import link_months
from bothand.rooms.journal import rules
from bothand.rooms.journal.pages import Listed
from bothand.rooms.journal.records import GUIDING, JournalRecord, WrittenSession
from bothand.rooms.journal.rules import Excerpt
from bothand.shell.parts import Pages
from bothand.vault.body import Opened
from bothand.vault.timeline import Beside

L = TypeVar("L", bound=JournalRecord)
LAST = 9999
"""Further than any month has pages: the nearest page to it is the last."""


def list_written(
    entries: Iterable[Opened[L]],
    marked: Collection[bytes] = (),
    excerpt: Callable[[str], Excerpt] = lambda text: Excerpt(rules.cut_text(text, rules.EXCERPT_LETTERS)),
    when: str = "j F Y",
) -> tuple[Listed, ...]:
    """Pages as a list shows them, in the order given; `when` is the format of their day."""
    return tuple(
        Listed(
            path=find_address(one),
            when=date_format(one.record.day, when) + (f", {one.record.at}" if one.record.at else ""),
            excerpt=excerpt(one.record.words),
            favourite=one.id in marked,
            about=find_title(one.record.exercise) if isinstance(one.record, WrittenSession) else "",
        )
        for one in entries
    )


def find_address(one: Opened[L]) -> str:
    """Where it is read whole."""
    return reverse(
        "journal_run" if isinstance(one.record, WrittenSession) else "journal_entry", args=[one.hex]
    )


def find_guide(exercise_id: str) -> Session | None:
    """The exercise with this id, in the language of the page; None for one that is not among the texts any more."""
    return next((one for one in load_exercises(texts.text_language()) if one.id == exercise_id), None)


def find_title(exercise_id: str) -> str:
    """How an exercise is called."""
    found = find_guide(exercise_id)
    return gettext("An exercise of before") if found is None else found.title


def sort_newest_first(entries: Iterable[Opened[L]]) -> list[Opened[L]]:
    """By day, time and when they were put in."""
    return sorted(entries, key=_order_key, reverse=True)


def quote_question(prompt_id: str, partner: str) -> tuple[str, ...]:
    """What a page answers, line by line; nothing for none, and for one that no list knows any more."""
    if prompt_id == GUIDING:
        return guiding_question(partner or None, texts.text_language()).questions
    return tuple(
        one.wording(partner or None) for one in load_prompts(texts.text_language()) if one.id == prompt_id
    )


def list_prompt_ids() -> list[str]:
    """The ids of all prompts, in order."""
    return [one.id for one in load_prompts(texts.text_language())]


def check_prompt(typed: object) -> str:
    """A prompt's id as a form or an address gives it; "" for anything else."""
    return typed if isinstance(typed, str) and typed in {GUIDING, *list_prompt_ids()} else ""


def find_writing_address(prompt_id: str = "") -> str:
    """Where a new page is written."""
    where = reverse("journal_new")
    return f"{where}?prompt={prompt_id}" if prompt_id else where


def link_pages(months: Beside, within: Pages) -> Pages:
    """Where to go on: in the month after, that is its last page."""
    on = link_months(months, "journal_month", within=within)
    return on if within.newer or not on.newer else replace(on, newer=f"{on.newer}?page={LAST}")


def find_month_address(month: str) -> str:
    """Where a month is read."""
    return reverse("journal_month", args=[month])


def _order_key(one: Opened[L]) -> tuple[date, str, datetime, bytes]:
    return (one.record.day, one.record.at, one.created, one.id)
