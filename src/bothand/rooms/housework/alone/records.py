"""What is sealed of one's own work at home, in *mine*."""

from bothand.rooms.housework.divisions.records import Feeling
from bothand.rooms.housework.records import Task
from bothand.vault.records import Record, Shelf, kind


@kind(360, shelf=Shelf.STANDS, one_in_all=True)
class OwnWork(Record, frozen=True, kw_only=True):
    """What I do at home, and what I feel about each, in the same order."""

    tasks: tuple[Task, ...] = ()
    feelings: tuple[Feeling, ...] = ()
