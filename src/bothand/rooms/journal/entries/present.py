"""From a page of the diary to what is shown of it."""

from dataclasses import replace

from django.urls import reverse

from bothand.content.prompts import guiding_question, load_prompts
from bothand.kit import texts
from bothand.kit.month_links import link_months
from bothand.rooms.journal.entries.records import GUIDING
from bothand.shell.parts import Pages
from bothand.vault.timeline import Beside

LAST = 9999
"""Further than any month has pages: the nearest page to it is the last."""


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
