"""Changing what there is one of."""

from collections.abc import Callable
from typing import TypeVar

from bothand.vault.records import Record
from bothand.vault.retry import retry_on_conflict
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


def amend_only(space: Space, kind: type[R], change: Callable[[R], R]) -> None:
    """Change what there is one of; when another window changed it first, that change is kept too.

    An empty one is put in only when the change makes it something. Raises DidNotOpen, NewerVersion.
    """

    def amend_once() -> None:
        old = space.only(kind)
        before = kind() if old is None else old.record
        after = change(before)
        if after == before:
            return
        if old is None:
            space.add(after)
        else:
            space.replace(old, after)

    retry_on_conflict(amend_once)
