"""What is sealed of housework, in *ours*: the tasks of a home, and whose they are today."""

from typing import Final, Literal

import msgspec
from msgspec.structs import astuple

from bothand.domain.digests import digest_values
from bothand.vault.context import fold_parts
from bothand.vault.records import Record, Shelf, kind

MOST_TASKS: Final = 200

Who = Literal["", "one", "two", "both", "else"]
"""Whose a part of a task is today: that of the account whose id comes first, the other's, both alike, not said. Only doing
can be somebody else's: help that is paid for, family, a child.
"""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A task of the home. `minutes` for doing it once, `times` how often a week, in hundredths; noticing and planning are
    minutes a week. `noticed_by` and the two after it say whose each part is today. `split` says that noticing, planning and
    doing may go to different people; it is not there for a task that is owned whole, whose bytes and digests stay as they
    were before it could be said.
    """

    name: str
    minutes: int
    times: int
    noticing: int = 0
    planning: int = 0
    noticed_by: Who = ""
    planned_by: Who = ""
    done_by: Who = ""
    split: Literal["phases"] | msgspec.UnsetType = msgspec.UNSET


@kind(118, version=3, shelf=Shelf.STANDS, one_in_all=True)
class Household(Record, frozen=True, kw_only=True):
    """The work of the home. `share` is the part of the minutes, in percent, that the account whose id comes first
    is meant to have. `paid` are hours a week of paid work of both, in that order, where they count: then both are meant to
    work as long in all, and `share` has no say.
    """

    tasks: tuple[Task, ...] = ()
    share: int = 50
    paid: tuple[int, int] | msgspec.UnsetType = msgspec.UNSET


def home_digest(home: Household) -> bytes:
    """Stands for exactly these tasks, with whose they are today, and the shares. Sixteen bytes."""
    tasks = [[value for value in astuple(task) if value is not msgspec.UNSET] for task in home.tasks]
    return digest_values(b"work", tasks, home.share, *([] if home.paid is msgspec.UNSET else [home.paid]))


def home_id(space: bytes) -> bytes:
    """What stands for the work of the home of two, for their marks."""
    return fold_parts(b"housework", space)


def task_id(name: str) -> bytes:
    """What names a task in addresses and fields: no word of it."""
    return fold_parts(b"housework task", name.encode())
