"""Trying again where another window was quicker."""

from collections.abc import Callable
from typing import Final, TypeVar

from bothand.vault.errors import Conflict

T = TypeVar("T")
TRIES: Final = 3


def retry_on_conflict(act: Callable[[], T]) -> T:
    """Do what reads, changes and writes, from its beginning, until nobody else wrote meanwhile.

    For what is merged and needs no choice: `act` takes its own transaction. Raises Conflict when the last try met one too.

    >>> retry_on_conflict(lambda: "written")
    'written'
    """
    for _ in range(TRIES - 1):
        try:
            return act()
        except Conflict:
            continue
    return act()
