"""What *journal* puts on *Today*."""

from datetime import date

from bothand.content.prompts import guiding_question, load_prompts
from bothand.kit import texts
from bothand.kit.manifest import Asked, Part
from bothand.rooms.journal.entries.present import find_writing_address, list_prompt_ids
from bothand.rooms.journal.entries.records import Entry, GuidingAnswers
from bothand.rooms.journal.entries.rules import comes_back, find_year_before, next_prompt, pick_prompt
from bothand.rooms.journal.pages import AgoPart, GuidingPart, PromptPart
from bothand.rooms.journal.present import list_written, sort_newest_first
from bothand.rooms.journal.records import JournalRecord
from bothand.rooms.journal.sessions.records import WrittenSession
from bothand.vault.records import month_of
from bothand.vault.space import Lot


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """The guiding question until it is answered, then a prompt; and what was written this day a year ago."""
    answered = any(
        isinstance(one.record, GuidingAnswers) and one.record.entries for one in asked.standing().items
    )
    partner = asked.partner or None
    first = (
        _prompt_part(asked.today, partner)
        if answered
        else GuidingPart(question=guiding_question(partner, texts.text_language()))
    )
    return (first, *_year_ago(asked))


def _prompt_part(day: date, partner: str | None) -> PromptPart:
    prompt = pick_prompt(day, load_prompts(texts.text_language()))
    return PromptPart(
        prompt=prompt.wording(partner),
        write=find_writing_address(prompt.id),
        other=find_writing_address(next_prompt(prompt.id, list_prompt_ids())),
    )


def _year_ago(asked: Asked) -> tuple[AgoPart, ...]:
    then = find_year_before(asked.today)
    lot: Lot[JournalRecord] = asked.mine.query(Entry, WrittenSession, months=[month_of(then)])
    of_then = sort_newest_first(one for one in lot.items if comes_back(one.record, then))
    # A letter to oneself before a page: it was written to be found again.
    found = sorted(of_then, key=lambda one: not isinstance(one.record, WrittenSession))
    return tuple(AgoPart(entry=one) for one in list_written(found[:1]))
