"""Pure: one question a screen. Which are there, which is next, and what a tap makes of the answers so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec

from bothand.rooms.agreements.matters.records import Matter
from bothand.rooms.agreements.ratings.records import RATINGS, WEIGHTS, Answers, BegunAnswers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Screen:
    """One thing that is asked: how much a question matters, or, with an option, how well that suits."""

    question: int
    option: int = -1

    @property
    def key(self) -> str:
        """What names it in an address."""
        return str(self.question) if self.option < 0 else f"{self.question}-{self.option}"


def list_screens(matter: Matter) -> tuple[Screen, ...]:
    """All screens in their order: of each question how much it matters, then its options."""
    return tuple(
        Screen(number, option)
        for number, question in enumerate(matter.questions)
        for option in range(-1, len(question.options))
    )


def begin_answers(
    matter: Matter, matter_id: bytes, frame: bytes, kept: Answers | None, day: date
) -> BegunAnswers:
    """Where nothing was tapped yet: what I answered before, or nothing."""
    if kept is not None:
        return BegunAnswers(
            day=day,
            matter=matter_id,
            frame=frame,
            weights=kept.weights,
            ratings=kept.ratings,
            never=kept.never,
        )
    return BegunAnswers(
        day=day,
        matter=matter_id,
        frame=frame,
        weights=(0,) * len(matter.questions),
        ratings=tuple((-1,) * len(question.options) for question in matter.questions),
        never=(-1,) * len(matter.questions),
    )


def read_answer(begun: BegunAnswers, screen: Screen) -> int:
    """What was tapped on a screen; below the first step where nothing was."""
    if screen.option < 0:
        return begun.weights[screen.question]
    return begun.ratings[screen.question][screen.option]


def is_answered(begun: BegunAnswers, screen: Screen) -> bool:
    """Whether something was tapped on a screen."""
    return read_answer(begun, screen) in (WEIGHTS if screen.option < 0 else RATINGS)


def find_next(begun: BegunAnswers, screens: Sequence[Screen]) -> Screen | None:
    """The first screen without an answer, or None."""
    return next((screen for screen in screens if not is_answered(begun, screen)), None)


def answer_screen(begun: BegunAnswers, screen: Screen, step: int, *, never: bool = False) -> BegunAnswers:
    """The answers with one more. A *never* takes the place of the one before it in the same question."""
    number, option = screen.question, screen.option
    if option < 0:
        return msgspec.structs.replace(begun, weights=_put(begun.weights, number, step))
    row = _put(begun.ratings[number], option, step)
    ruled = option if never else -1 if begun.never[number] == option else begun.never[number]
    return msgspec.structs.replace(
        begun, ratings=_put(begun.ratings, number, row), never=_put(begun.never, number, ruled)
    )


def _put(row: tuple[T, ...], place: int, value: T) -> tuple[T, ...]:
    return (*row[:place], value, *row[place + 1 :])
