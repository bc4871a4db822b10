"""Which answers are answers as the room asks for them. Pure, and without an engine: it is asked whenever they are laid down."""

from collections.abc import Sequence

import msgspec

from bothand.kit.meetings import decode_payload
from bothand.rooms.agreements.matters.records import MOST_OPTIONS, MOST_QUESTIONS
from bothand.rooms.agreements.packages.records import ViewWish
from bothand.rooms.agreements.ratings.records import MOST_TOGETHER, RATINGS, TOGETHER, WEIGHTS, Answers


def is_rating(_sort: str, payload: bytes) -> bool:
    """Whether these are whole answers, as they are laid down."""
    try:
        return is_whole(decode_payload(payload, Answers))
    except msgspec.MsgspecError:
        return False


def is_wish(sort: str, payload: bytes) -> bool:
    """Whether this is a wish to see more, with whole answers in it, as it is laid down."""
    try:
        return is_rating(sort, decode_payload(payload, ViewWish).answers)
    except msgspec.MsgspecError:
        return False


def is_whole(answers: Answers) -> bool:
    """Whether these are answers as the room asks for them, with nothing beyond."""
    sizes = [len(row) for row in answers.ratings]
    return (
        1 <= len(sizes) <= MOST_QUESTIONS
        and len(answers.weights) == len(answers.never) == len(answers.now) == len(sizes)
        and all(2 <= size <= MOST_OPTIONS for size in sizes)
        and set(answers.weights) <= set(WEIGHTS)
        and {one for row in answers.ratings for one in row} <= set(RATINGS)
        and all(-1 <= option < size for option, size in zip(answers.never, sizes, strict=True))
        and all(0 <= option < size for option, size in zip(answers.now, sizes, strict=True))
        and all(
            0 <= number < len(sizes)
            and 0 <= option < sizes[number]
            and option != answers.now[number]
            for number, option in answers.lines
        )
        and _is_whole_together(answers, sizes)
    )  # fmt: skip


def _is_whole_together(answers: Answers, sizes: Sequence[int]) -> bool:
    """Whether what counts together is as the room asks for it.

    Two options that both hold today are none: more for them would be a worth of no agreement that one claims alone.
    """
    pairs = [(one, other) for one, other, _step in answers.only_if]
    return (
        len(pairs) <= MOST_TOGETHER
        and len(set(pairs)) == len(pairs)
        and {step for _one, _other, step in answers.only_if} <= set(TOGETHER)
        and all(0 <= one[0] < other[0] < len(sizes) for one, other in pairs)
        and all(0 <= option < sizes[number] for pair in pairs for number, option in pair)
        and not any(all(answers.now[number] == option for number, option in pair) for pair in pairs)
    )
