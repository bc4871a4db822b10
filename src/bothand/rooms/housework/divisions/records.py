"""What each feels about the work of a home, and what comes of it, as the meeting place carries them."""

from typing import Final, Literal

import msgspec

from bothand.rooms.housework.records import Household
from bothand.vault.context import fold_parts

FAMILY: Final = "housework:"
Feeling = Literal["like", "neutral", "dislike", "cannot"]
FEELINGS: Final[tuple[Feeling, ...]] = ("like", "neutral", "dislike", "cannot")
Rule = Literal["equal_minutes", "fewest_changes", "by_hand"]


class Feelings(msgspec.Struct, frozen=True, kw_only=True):
    """One person's answers about the work, with the work they are about; they count by task. `shows` is there where the
    other may see what they like and what they don't.
    """

    work: Household
    feelings: tuple[Feeling, ...]
    shows: Literal["likes"] | msgspec.UnsetType = msgspec.UNSET


class Divided(msgspec.Struct, frozen=True, kw_only=True):
    """One way to divide the work.

    owners   per piece 0 or 1: the account whose id comes first, or the other; a piece is a task that is owned whole, or
             what takes minutes of noticing, planning and doing another, in this order
    minutes  a week, of both in that order
    changes  pieces that change hands against today
    slack    minutes that evenness may have cost
    """

    rule: Rule
    owners: tuple[int, ...]
    minutes: tuple[int, int]
    changes: int
    efficient: bool
    slack: int = 0


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What came of two people's feelings: none of them is in it but who can't do what, and what somebody chose to show.

    cannot  per person the places of tasks they can't do
    nobody  the places of tasks that neither can do; then there is no division
    shown   per person what they like and don't, task by task, or nothing: that nothing was shown cannot be told from minding
            nothing
    """

    state: Literal["found", "nobody", "void"]
    divisions: tuple[Divided, ...] = ()
    cannot: tuple[tuple[int, ...], ...] = ()
    nobody: tuple[int, ...] = ()
    shown: tuple[tuple[Feeling, ...], ...] | msgspec.UnsetType = msgspec.UNSET


def feelings_sort(digest: bytes) -> str:
    """The question that both answer about the tasks of a home, as the meeting place knows it."""
    return f"{FAMILY}{digest.hex()}"


def division_id(space: bytes, number: int) -> bytes:
    """Where a division of the work lies as an agreement; the next number once one ended."""
    return fold_parts(b"housework division", space, number.to_bytes(4, "big"))
