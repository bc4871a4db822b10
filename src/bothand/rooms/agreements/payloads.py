"""What each answers alone, and what comes of it, as the meeting place carries them."""

from typing import Final, Literal

import msgspec

RATINGS: Final = (0, 1, 2, 3, 4)
WEIGHTS: Final = (1, 2, 3, 4)
MOST_QUESTIONS: Final = 8
MOST_OPTIONS: Final = 8
TOGETHER: Final = (-8, -4, 4, 8)
"""What two ways together may add, or cost: two steps or one of a question that matters most."""
MOST_TOGETHER: Final = 2

Choice = tuple[int, int]
"""A question and one of its options, by place."""


Together = tuple[Choice, Choice, int]
"""Pair ways of different questions, the lower question first, and what both together add; below zero they cost."""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """One person's answers about a matter.

    now      today, per question, as both marked it
    never    per question the option that is ruled out, -1 for none
    lines    options that an own shared line takes away
    secret   seals the part of the result that is for me alone
    only_if  ways that are worth more, or less, when they come together
    """

    now: tuple[int, ...]
    weights: tuple[int, ...]
    ratings: tuple[tuple[int, ...], ...]
    never: tuple[int, ...]
    lines: tuple[Choice, ...] = ()
    secret: bytes
    only_if: tuple[Together, ...] = ()


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One own answer that, moved so far, would have led elsewhere. `option` is -1 for the weight of a question."""

    question: int
    option: int
    now: int
    then: int


class OwnPart(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a result that is told to one of the two alone. `steps` is 0 where no single answer turns it."""

    steps: int
    turns: tuple[Turn, ...]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What came of two answers: no number of anybody's is in it.

    package   the option per question, by leximin of gains; empty without common ground
    packages  how many there are that cannot be made better for one without costing the other
    little    one of the two closed more than half of the ways
    again     without common ground: sets of questions that could be opened again
    order     per reader (by account) and view (one, three, all): of ten pairs of options, how many they could put in
              the other's order
    own       per account what only they can open
    made_of   per account a digest of the answers, which hold a secret: who wants to see more must bring the same
    """

    state: Literal["found", "none", "void"]
    package: tuple[int, ...] = ()
    packages: int = 0
    little: bool = False
    again: tuple[tuple[int, ...], ...] = ()
    order: tuple[tuple[int, int, int], ...] = ()
    own: tuple[bytes, ...] = ()
    made_of: tuple[bytes, ...] = ()


class ViewWish(msgspec.Struct, frozen=True, kw_only=True):
    """One person's wish to see more, with the answers from which it can be made.

    want     "three" or "all"
    answers  the same as before, encoded; `made_of` as the result named it
    """

    want: Literal["three", "all"]
    answers: bytes
    made_of: tuple[bytes, ...]

    @staticmethod
    def read(payload: bytes) -> "ViewWish":
        """From a payload. Raises msgspec.MsgspecError."""
        return msgspec.msgpack.decode(payload, type=ViewWish)


class MorePackages(msgspec.Struct, frozen=True, kw_only=True):
    """What both wanted to see: packages, from the first account's way to the second's, the fair one among them.

    whole  whether these are all there are
    """

    packages: tuple[tuple[int, ...], ...] = ()
    whole: bool = False


def read_answers(payload: bytes) -> Answers:
    """From a payload. Raises msgspec.MsgspecError."""
    return msgspec.msgpack.decode(payload, type=Answers)


def read_found(body: bytes) -> Found:
    """From a result. Raises msgspec.MsgspecError."""
    return msgspec.msgpack.decode(body, type=Found)


def read_more(body: bytes) -> MorePackages:
    """From a result. Raises msgspec.MsgspecError."""
    return msgspec.msgpack.decode(body, type=MorePackages)


def read_own(opened: bytes) -> OwnPart:
    """From the part that was sealed for one. Raises msgspec.MsgspecError."""
    return msgspec.msgpack.decode(opened, type=OwnPart)
