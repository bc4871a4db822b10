"""Changing what there is one of."""

from collections.abc import Callable
from typing import Final, TypeVar

from bothand.vault.errors import Conflict
from bothand.vault.records import Record
from bothand.vault.space import Space

_TRIES: Final = 3
R = TypeVar("R", bound=Record)


def amend_only(space: Space, kind: type[R], change: Callable[[R], R]) -> None:
    """Change what there is one of; when another window changed it first, that change is kept too.

    An empty one is put in only when the change makes it something. Raises DidNotOpen, NewerVersion.
    """
    for attempt in range(_TRIES):
        old = space.only(kind)
        before = kind() if old is None else old.record
        after = change(before)
        if after == before:
            return
        try:
            if old is None:
                space.add(after)
            else:
                space.replace(old, after)
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            return
