"""The manifest of *journal*."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.content.prompts import guiding_question, load_prompts
from bothand.domain import needs
from bothand.domain.needs import Needs
from bothand.kit import areas, texts
from bothand.kit.manifest import Asked, Part, Readable, Room
from bothand.rooms.journal import present, rules, stepping
from bothand.rooms.journal.pages import (
    AgoPart,
    GuidingPart,
    PromptPart,
)
from bothand.rooms.journal.records import (
    Entry,
    Favourites,
    GuidingAnswers,
    Ids,
    JournalRecord,
    SessionList,
    WrittenSession,
)
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
    prompt = rules.pick_prompt(day, load_prompts(texts.text_language()))
    return PromptPart(
        prompt=prompt.wording(partner),
        write=present.find_writing_address(prompt.id),
        other=present.find_writing_address(rules.next_prompt(prompt.id, present.list_prompt_ids())),
    )


def _year_ago(asked: Asked) -> tuple[AgoPart, ...]:
    then = rules.find_year_before(asked.today)
    lot: Lot[JournalRecord] = asked.mine.months(Entry, [month_of(then)], WrittenSession)
    of_then = present.sort_newest_first(one for one in lot.items if rules.comes_back(one.record, then))
    # A letter to oneself before a page: it was written to be found again.
    found = sorted(of_then, key=lambda one: not isinstance(one.record, WrittenSession))
    return tuple(AgoPart(entry=one) for one in present.list_written(found[:1]))


def readable_entry(entry: Entry) -> Readable:
    """A page as it reads in an export."""
    when = date_format(entry.day, "l, j F Y") + (f", {entry.at}" if entry.at else "")
    asked = " ".join(present.quote_question(entry.prompt_id, ""))
    about = ((gettext("The question"), asked),) if asked else ()
    return Readable(heading=when, pairs=(*about, (gettext("Your words"), entry.text)))


def readable_run(run: WrittenSession) -> Readable:
    """A run as it reads in an export: each step with what was written beside it."""
    exercise = present.find_guide(run.exercise)
    when = date_format(run.day, "l, j F Y") + (f", {run.at}" if run.at else "")
    steps = exercise.steps if exercise else ()
    pairs = [
        (steps[number] if number < len(steps) else gettext("A step"), words)
        for number, words in enumerate(run.written)
        if words
    ]
    if run.small_words:
        pairs.append((exercise.bad_day if exercise else gettext("The small version"), run.small_words))
    return Readable(heading=f"{when}: {present.find_title(run.exercise)}", pairs=tuple(pairs))


def readable_runs(known: SessionList) -> Readable:
    """The list of runs as it reads in an export."""
    return Readable(
        heading=gettext("Your exercises"),
        pairs=tuple((present.find_title(exercise), one.hex()) for one, exercise in known.runs),
    )


def readable_needs(record: Needs) -> Readable:
    """What somebody needs as it reads in an export, each beside its area of life."""
    return Readable(
        heading=gettext("What you need"),
        pairs=tuple(
            (str(areas.NAMES.get(one.area, "")) or gettext("A need"), one.words) for one in record.held
        ),
    )


def readable_favourites(ids: Ids) -> Readable:
    """The marks as they read in an export."""
    return _readable_ids(gettext("Pages you marked"), ids)


def readable_answers(ids: Ids) -> Readable:
    """The answers to the guiding question as they read in an export: where to find them."""
    return _readable_ids(gettext("Your answers to the guiding question"), ids)


def merge_ids(present: Ids, incoming: Ids) -> Ids:
    """Both lists in one, when an import brings a second."""
    fresh = tuple(one for one in incoming.entries if one not in present.entries)
    return type(present)(entries=present.entries + fresh)


def _readable_ids(heading: str, ids: Ids) -> Readable:
    return Readable(heading=heading, pairs=tuple((gettext("Page"), one.hex()) for one in ids.entries))


ROOM = Room(
    name="journal",
    title=_("Notes"),
    about=_("Pages for yourself alone, and exercises step by step, with a question when you want one."),
    place="mine",
    path="notes/",
    urls="bothand.rooms.journal.urls",
    kinds=(Entry, Favourites, GuidingAnswers, WrittenSession, SessionList, Needs),
    today=list_parts,
    readable={
        Entry: readable_entry,
        Favourites: readable_favourites,
        GuidingAnswers: readable_answers,
        WrittenSession: readable_run,
        SessionList: readable_runs,
        Needs: readable_needs,
    },
    shares=(Entry, WrittenSession),
    merge={
        Favourites: merge_ids,
        GuidingAnswers: merge_ids,
        SessionList: stepping.merge_sessions,
        Needs: needs.merge_needs,
    },
    takes={"page": "journal_new", "need": "journal_needs"},
    leads={"exercises": "journal_exercises"},
)
