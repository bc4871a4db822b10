"""What comes of two answers, as the meeting place carries it."""

from typing import Literal

import msgspec

from bothand.vault.context import fold_parts
from bothand.vault.records import Dated, Shelf, kind


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
    little    one of the two closed more than half of the options
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


class MorePackages(msgspec.Struct, frozen=True, kw_only=True):
    """What both wanted to see: packages, from the first account's way to the second's, the fair one among them.

    whole  whether these are all there are
    """

    packages: tuple[tuple[int, ...], ...] = ()
    whole: bool = False


@kind(351, shelf=Shelf.WRITTEN)
class ShownSuit(Dated, frozen=True, kw_only=True):
    """How well a result suits one of the two, shown to the other by choice. Its id follows from topic and author.

    suits, now  in five steps from 0: the result, and how it is now
    """

    matter: bytes
    topic: bytes
    suits: int
    now: int


def shown_id(topic: bytes, author: bytes) -> bytes:
    """Where it lies how well a result suits somebody."""
    return fold_parts(b"agreements shown", topic, author)
