"""What each answers alone about a matter, as the meeting place carries it, and what stands for it."""

from collections.abc import Sequence
from typing import Final

import msgspec

from bothand.domain.digests import digest_values
from bothand.vault.context import fold_parts
from bothand.vault.records import Dated, Shelf, kind

RATE: Final = "agreements-rate:"
VIEW: Final = "agreements-view:"

RATINGS: Final = (0, 1, 2, 3, 4)
WEIGHTS: Final = (1, 2, 3, 4)
TOGETHER: Final = (-8, -4, 4, 8)
"""What two options together may add, or cost: two steps or one of a question that matters most."""
MOST_TOGETHER: Final = 2
Choice = tuple[int, int]
"""A question and one of its options, by place."""
Together = tuple[Choice, Choice, int]
"""Two options of different questions, the lower question first, and what both together add; below zero they cost."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """One person's answers about a matter.

    now      today, per question, as both marked it
    never    per question the option that is ruled out, -1 for none
    lines    options that an own shared line takes away
    secret   seals the part of the result that is for me alone
    only_if  options that are worth more, or less, when they come together
    """

    now: tuple[int, ...]
    weights: tuple[int, ...]
    ratings: tuple[tuple[int, ...], ...]
    never: tuple[int, ...]
    lines: tuple[Choice, ...] = ()
    secret: bytes
    only_if: tuple[Together, ...] = ()


@kind(350, shelf=Shelf.WRITTEN)
class BegunAnswers(Dated, frozen=True, kw_only=True):
    """Answers on their way, in *mine*: each tap is kept, so that one can stop and go on later.

    What is not answered yet is 0 among the weights and -1 among the ratings. It goes when all is answered and laid down.
    """

    matter: bytes
    frame: bytes
    weights: tuple[int, ...]
    ratings: tuple[tuple[int, ...], ...]
    never: tuple[int, ...]


def begun_id(matter: bytes, frame: bytes) -> bytes:
    """What answers on their way are about; where they lie nobody else can tell (`couple_actions.copy_id`)."""
    return fold_parts(b"agreements begun answers", matter, frame)


def frame_digest(of: bytes, now: Sequence[int]) -> bytes:
    """Stands for questions together with today as both marked it: answers are about exactly this."""
    return digest_values(b"frame", of, list(now))


def rate_sort(matter: bytes, frame: bytes) -> str:
    """The question that both answer about a matter, as the meeting place knows it."""
    return f"{RATE}{matter.hex()}:{frame.hex()}"


def view_sort(matter: bytes, topic: bytes) -> str:
    """Whether both want to see more of one result."""
    return f"{VIEW}{matter.hex()}:{topic.hex()}"


def option_key(matter: bytes, question: str, option: str) -> str:
    """What names a way in a line of one's own: no word of it."""
    return fold_parts(b"agreements option", matter, question.encode(), option.encode()).hex()
