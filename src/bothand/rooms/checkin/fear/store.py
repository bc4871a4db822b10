"""Answers to the three questions into *mine*."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bothand.domain.checkins import FearAnswers, read_rhythm, ruling_answers
from bothand.vault.body import Opened
from bothand.vault.space import Space


def save_fear(space: Space, kept: FearAnswers) -> None:
    """Keep answers to the three questions. The same form sent twice is kept once.

    Answered otherwise a second time, they are kept beside the first: a *never* that comes later takes nothing back.
    The id comes from chance. One that was made of the answers would tell them to whoever has the database: there are
    only so many to try.
    """
    known = space.query(FearAnswers)
    if all(one.record != kept for one in known.items):
        space.add(kept)


def are_fear_questions_due(standing: Iterable[Opened[Any]], today: date) -> bool:
    """Whether the three questions wait on *Today*: after the first check-in, until they were answered or skipped once."""
    items = tuple(standing)
    if read_rhythm(items).last is None or any(isinstance(one.record, FearAnswers) for one in items):
        return False
    return ruling_answers(items, today).unasked
