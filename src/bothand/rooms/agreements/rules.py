"""Pure: what a matter still needs, what stands of an agreement, and the ids and digests that follow from records."""

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

import msgspec

from bothand.rooms.agreements import places
from bothand.rooms.agreements.payloads import MOST_OPTIONS, MOST_QUESTIONS, Answers
from bothand.rooms.agreements.records import (
    Agreement,
    AgreementIndex,
    Marked,
    Matter,
    Option,
    Question,
    Version,
    Voice,
)

LONGEST_TITLE: Final = 200
LONGEST_WORDS: Final = 4000
YES_STAYS_OPEN: Final = timedelta(days=1)

Step = Literal["words", "back", "ways", "now", "rate"]
List = Literal["matters", "aside", "agreements", "ended"]


# A matter


def has_said(voice: Voice | None) -> bool:
    """Whether somebody said what this is about for them, here or to the other."""
    return voice is not None and bool(voice.talked or voice.gives or voice.fears)


def has_said_back(voice: Voice | None) -> bool:
    """Whether somebody said back what they understood, here or to the other."""
    return voice is not None and bool(voice.talked or voice.heard)


def has_option_for_other(matter: Matter, account: bytes) -> bool:
    """Whether somebody added a way that is meant for the other."""
    return any(
        option.by == account and option.for_other for one in matter.questions for option in one.options
    )


def can_be_rated(matter: Matter) -> bool:
    """Whether there is anything to choose: questions, each with two ways or more, within the bounds."""
    return 1 <= len(matter.questions) <= MOST_QUESTIONS and all(
        2 <= len(one.options) <= MOST_OPTIONS for one in matter.questions
    )


def find_shared_now(matter: Matter, marks: Iterable[Marked | None]) -> tuple[int, ...] | None:
    """Today as both marked it under these questions, or None while that is not so."""
    both = list(marks)
    of = places.questions_digest(matter)
    found = {one.now for one in both if one is not None and one.of == of}
    if len(both) < 2 or any(one is None or one.of != of for one in both) or len(found) != 1:
        return None
    now = found.pop()
    fits = len(now) == len(matter.questions) and all(
        0 <= place < len(one.options) for place, one in zip(now, matter.questions, strict=False)
    )
    return now if fits else None


def find_next_step(
    matter: Matter,
    voices: Mapping[bytes, Voice],
    marks: Mapping[bytes, Marked],
    *,
    me: bytes,
    other: bytes,
) -> Step:
    """What comes next for me: words come before ways, ways before today, today before the numbers."""
    mine, theirs = voices.get(me), voices.get(other)
    if not has_said(mine):
        return "words"
    if not has_said(theirs) or not has_said_back(mine) or not has_said_back(theirs):
        return "back"
    if not can_be_rated(matter) or not all(has_option_for_other(matter, one) for one in (me, other)):
        return "ways"
    if find_shared_now(matter, (marks.get(me), marks.get(other))) is None:
        return "now"
    return "rate"


def add_question(matter: Matter, name: str) -> Matter:
    """One more question; the same name again changes nothing."""
    if any(one.name == name for one in matter.questions) or len(matter.questions) >= MOST_QUESTIONS:
        return matter
    return msgspec.structs.replace(matter, questions=(*matter.questions, Question(name=name)))


def add_option(matter: Matter, question: str, option: Option) -> Matter:
    """One more way for a question; the same words again change nothing, nor does a question that is gone."""

    def changed(one: Question) -> Question:
        there = {each.text for each in one.options}
        if one.name != question or option.text in there or len(one.options) >= MOST_OPTIONS:
            return one
        return msgspec.structs.replace(one, options=(*one.options, option))

    return msgspec.structs.replace(matter, questions=tuple(map(changed, matter.questions)))


def has_option(matter: Matter, question: str, text: str) -> bool:
    """Whether a question has this way."""
    return any(
        one.name == question and text in {each.text for each in one.options} for one in matter.questions
    )


def remove_option(matter: Matter, question: str, option: str = "") -> Matter:
    """A way, or a whole question, taken out."""
    kept = []
    for one in matter.questions:
        if one.name != question:
            kept.append(one)
        elif option:
            options = tuple(each for each in one.options if each.text != option)
            kept.append(msgspec.structs.replace(one, options=options))
    return msgspec.structs.replace(matter, questions=tuple(kept))


def write_lines(matter: Matter, package: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """A package in words: each question and its way."""
    return tuple(
        (one.name, one.options[place].text) for one, place in zip(matter.questions, package, strict=True)
    )


def word_package(
    matter: Matter, matter_id: bytes, package: Sequence[int], before: bytes, day: date
) -> Version:
    """A package as the wording that both would agree to; the same for both of them, but for the day."""
    return Version(
        day=day,
        agreement=places.agreement_id(matter_id),
        before=before,
        title=matter.title,
        lines=write_lines(matter, package),
    )


def read_package(matter: Matter, lines: Sequence[tuple[str, str]]) -> tuple[int, ...] | None:
    """A wording's lines as a package of a matter; None where its questions read otherwise now."""
    found = []
    for one, (name, way) in zip(matter.questions, lines, strict=False):
        places = [place for place, option in enumerate(one.options) if option.text == way]
        if one.name != name or not places:
            return None
        found.append(places[0])
    return tuple(found) if len(found) == len(matter.questions) == len(lines) else None


def fits_package(answers: Answers, package: Sequence[int] | None) -> bool:
    """Whether answers are about a package's questions."""
    return package is not None and [
        place < len(row) for place, row in zip(package, answers.ratings, strict=False)
    ] == [True] * len(answers.ratings)


# An agreement


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version with what is known of it. `since` is when both had said yes, None where they have not; `author`
    suggested it.
    """

    id: bytes
    version: Version
    since: datetime | None
    taken_back: bool
    author: bytes


def find_in_force(versions: Sequence[KnownVersion]) -> KnownVersion | None:
    """The version that holds: the one both said yes to last."""
    agreed = [(one.since, one.id, one) for one in versions if one.since is not None and not one.taken_back]
    return max(agreed, key=lambda one: one[:2])[2] if agreed else None


def may_take_back(since: datetime | None, now: datetime) -> bool:
    """Whether a yes is still within its day."""
    return since is not None and now < since + YES_STAYS_OPEN


def is_due(agreement: Agreement, today: date) -> bool:
    """Whether it is time to look at an agreement again."""
    return agreement.review is not None and agreement.review <= today


def note_review(index: AgreementIndex, agreement_id: bytes, day: date | None) -> AgreementIndex:
    """The day on which to look at an agreement again, put down or taken off."""
    others = tuple(one for one in index.reviews if one[0] != agreement_id)
    fresh = others if day is None else (*others, (agreement_id, day))
    return msgspec.structs.replace(index, reviews=fresh)


def note_waiting(index: AgreementIndex, agreement_id: bytes, agreement: Agreement) -> AgreementIndex:
    """The newest wording of an agreement put down as waiting; taken off where both said yes to it."""
    others = tuple(one for one in index.waits if one[0] != agreement_id)
    newest = agreement.versions[-1] if agreement.versions else b""
    fresh = (*others, (agreement_id, newest)) if newest and newest not in agreement.agreed else others
    return msgspec.structs.replace(index, waits=fresh)


def find_due(index: AgreementIndex, today: date) -> tuple[bytes, ...]:
    """The agreements that hold and that it is time to look at again, the longest due first."""
    holding = set(index.agreements)
    found = sorted((day, one) for one, day in index.reviews if day <= today and one in holding)
    return tuple(one for _day, one in found)


def add_months(day: date, months: int) -> date:
    """The day so many months later; the last of its month where there is no such day.

    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


# The lists


def move_to_list(index: AgreementIndex, name: List, record_id: bytes) -> AgreementIndex:
    """An id put at the end of one list and taken out of its counterpart."""
    counterpart: dict[List, List] = {
        "matters": "aside",
        "aside": "matters",
        "agreements": "ended",
        "ended": "agreements",
    }
    other = counterpart[name]
    if record_id in getattr(index, name) and record_id not in getattr(index, other):
        return index
    fresh = (*(one for one in getattr(index, name) if one != record_id), record_id)
    left = tuple(one for one in getattr(index, other) if one != record_id)
    return msgspec.structs.replace(index, **{name: fresh, other: left})
