"""A copy of something of *mine*, put into *ours* by hand, and taken back.

What lies in *mine* stays there, and changing it changes no copy. Where the copy lies follows from where the page lies,
under a key of one's own: sharing twice makes one copy, and whoever has the database cannot tell of what.
"""

from typing import Any, TypeVar

from django.http import HttpRequest

from bothand.accounts import access, couple_actions
from bothand.vault.body import Opened
from bothand.vault.errors import DidNotOpen
from bothand.vault.records import Record

R = TypeVar("R", bound=Record)


def copy_of(request: HttpRequest, kind: type[R], record_id: bytes) -> Opened[R] | None:
    """The copy of a page of *mine* that lies in *ours* now, or None. Raises as `access.open_ours`, Locked, DidNotOpen."""
    there = _copy_at(request, couple_actions.copy_id(request, record_id))
    return None if there is None or there.deleted or there.kind.type is not kind else there


def share_copy(request: HttpRequest, record: R, *, of: bytes) -> Opened[R]:
    """Put a copy into *ours*, or a fresh one in the place of the one, or of the mark of the one, that lies there.

    `record` is exactly what the other will be able to open; `of` is the id of the page in *mine*. Raises as
    `access.open_ours`, Locked, Conflict, DidNotOpen.
    """
    ours, copy = access.open_ours(request), couple_actions.copy_id(request, of)
    there = _copy_at(request, copy)
    if there is None:
        return ours.add(record, copy)
    return there if there.record == record and not there.deleted else ours.replace(there, record)


def withdraw_copy(request: HttpRequest, kind: type[Record], *, of: bytes) -> bool:
    """Take the copy out of *ours*; whether there was one. What was read, exported or backed up stays where it is."""
    there = copy_of(request, kind, of)
    if there is None:
        return False
    access.open_ours(request).remove(there)
    return True


def _copy_at(request: HttpRequest, copy: bytes) -> Opened[Any] | None:
    """What lies there, marks too. Nobody else can know the place, so what another wrote over it does not count."""
    there = access.open_ours(request).at(copy)
    if there is not None and there.author != access.visitor_of_request(request).account:
        msg = "author of a copy"
        raise DidNotOpen(msg)
    return there
