"""Pure: what was said about a matter, its questions and options, and a package of them in words."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import msgspec

from bothand.domain.agreements import Marked, Version
from bothand.rooms.agreements.matters.records import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    Matter,
    Option,
    Question,
    Voice,
    agreement_id,
    questions_digest,
)

LONGEST_TITLE: Final = 200
LONGEST_WORDS: Final = 4000


def has_said(voice: Voice | None) -> bool:
    """Whether somebody said what this is about for them, here or to the other."""
    return voice is not None and bool(voice.talked or voice.gives or voice.fears)


def has_said_back(voice: Voice | None) -> bool:
    """Whether somebody said back what they understood, here or to the other."""
    return voice is not None and bool(voice.talked or voice.heard)


def has_option_for_other(matter: Matter, account: bytes) -> bool:
    """Whether somebody added an option that is meant for the other."""
    return any(
        option.by == account and option.for_other for one in matter.questions for option in one.options
    )


def can_be_rated(matter: Matter) -> bool:
    """Whether there is anything to choose: questions, each with two options or more, within the bounds."""
    return 1 <= len(matter.questions) <= MOST_QUESTIONS and all(
        FEWEST_OPTIONS <= len(one.options) <= MOST_OPTIONS for one in matter.questions
    )


def find_shared_now(matter: Matter, marks: Iterable[Marked | None]) -> tuple[int, ...] | None:
    """Today as both marked it under these questions, or None while that is not so."""
    both = list(marks)
    of = questions_digest(matter)
    found = {one.now for one in both if one is not None and one.of == of}
    if len(both) < 2 or any(one is None or one.of != of for one in both) or len(found) != 1:
        return None
    now = found.pop()
    fits = len(now) == len(matter.questions) and all(
        0 <= place < len(one.options) for place, one in zip(now, matter.questions, strict=False)
    )
    return now if fits else None


def add_question(matter: Matter, name: str) -> Matter:
    """One more question; the same name again changes nothing."""
    if any(one.name == name for one in matter.questions) or len(matter.questions) >= MOST_QUESTIONS:
        return matter
    return msgspec.structs.replace(matter, questions=(*matter.questions, Question(name=name)))


def add_option(matter: Matter, question: str, option: Option) -> Matter:
    """One more option for a question; the same words again change nothing, nor does a question that is gone."""

    def changed(one: Question) -> Question:
        there = {each.text for each in one.options}
        if one.name != question or option.text in there or len(one.options) >= MOST_OPTIONS:
            return one
        return msgspec.structs.replace(one, options=(*one.options, option))

    return msgspec.structs.replace(matter, questions=tuple(map(changed, matter.questions)))


def offer_option(matter: Matter, question: str, text: str, account: bytes) -> Matter:
    """An option that nobody thought of, as one that somebody offers the other; one that somebody thought of stays theirs."""

    def changed(option: Option) -> Option:
        if option.text != text or any(option.by):
            return option
        return msgspec.structs.replace(option, by=account, for_other=True)

    return msgspec.structs.replace(
        matter,
        questions=tuple(
            msgspec.structs.replace(one, options=tuple(map(changed, one.options)))
            if one.name == question
            else one
            for one in matter.questions
        ),
    )


def has_option(matter: Matter, question: str, text: str) -> bool:
    """Whether a question has this option."""
    return any(
        one.name == question and text in {each.text for each in one.options} for one in matter.questions
    )


def remove_option(matter: Matter, question: str, option: str = "") -> Matter:
    """An option, or a whole question, taken out."""
    kept = []
    for one in matter.questions:
        if one.name != question:
            kept.append(one)
        elif option:
            options = tuple(each for each in one.options if each.text != option)
            kept.append(msgspec.structs.replace(one, options=options))
    return msgspec.structs.replace(matter, questions=tuple(kept))


def write_lines(matter: Matter, package: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """A package in words: each question and its option."""
    return tuple(
        (one.name, one.options[place].text) for one, place in zip(matter.questions, package, strict=True)
    )


def word_package(
    matter: Matter, matter_id: bytes, package: Sequence[int], before: bytes, day: date
) -> Version:
    """A package as the wording that both would agree to; the same for both of them, but for the day."""
    return Version(
        day=day,
        agreement=agreement_id(matter_id),
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
