"""Copies of one's own boundaries, put into *ours* with each wording that is shown, and taken out.

What changes more than one document does so in one transaction: a crash leaves the old or the new, whole.
"""

from contextlib import suppress
from datetime import date
from typing import Final, TypeVar

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import couple_actions
from bothand.accounts.access import Visit
from bothand.domain.boundaries import Boundary, Ref, SharedBoundary
from bothand.kit import shared_copy
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.own.store import change_boundary, remove_boundary
from bothand.rooms.boundaries.records import Version
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, Missing, NewerVersion, ReadOnly
from bothand.vault.records import Record

R = TypeVar("R", bound=Record)
SHUT: Final = (ReadOnly, EpochClosed)
"""What writing into *ours* raises while a fresh link has to be opened first."""


class Full(Exception):
    """As many boundaries are shown as can be shown at a time."""


def is_shut(request: HttpRequest) -> bool:
    """Whether nothing can be put into *ours* just now."""
    return Visit(request).partner is not None and couple_actions.waits_for_link(request)


def find_shared(visit: Visit, boundary: bytes, *, write: bool = False) -> Opened[SharedBoundary]:
    """A boundary that one of the two shows.

    Raises SignedOut, Alone, Missing, DidNotOpen; Locked where something will be written.
    """
    shared = (visit.ours_to_write if write else visit.ours).get(SharedBoundary, boundary)
    if shared.author not in visit.names:
        raise Missing
    return shared


def find_theirs(visit: Visit, boundary: bytes) -> Opened[SharedBoundary]:
    """A boundary that the other shows, to write something to it. Raises as `find_shared`, and Missing for one's own."""
    shared = find_shared(visit, boundary, write=True)
    if shared.author == visit.me:
        raise Missing
    return shared


def find_copy(request: HttpRequest, own: bytes) -> tuple[Opened[SharedBoundary] | None, bool]:
    """The copy that is shown, and whether what lies in its place did not open."""
    if Visit(request).partner is None:
        return None, False
    try:
        return shared_copy.copy_of(request, SharedBoundary, own), False
    except (DidNotOpen, NewerVersion):
        return None, True


def put_copy(request: HttpRequest, own: Opened[Boundary], day: date) -> Opened[SharedBoundary]:
    """Put the copy of a boundary into *ours*, or its new wording in the place of the one that is there.

    The same again changes nothing. Raises as `shared_copy.share_copy`, and Full.
    """
    words = own.record.words
    with transaction.atomic():
        old = shared_copy.copy_of(request, SharedBoundary, own.id)
        if old is not None and (old.record.words, old.record.ended) == (words, None):
            return old
        if old is None:
            _require_room(Visit(request))
        versions = () if old is None else old.record.versions
        version = Version(
            number=len(versions) + 1,
            words=words,
            since=day,
            before=versions[-1].digest if versions else b"",
        )
        kept = shared_copy.share_copy(request, version, of=rules.place_version(own.id, version.number))
        ref = Ref(id=kept.id, digest=kept.digest)
        copy = SharedBoundary(words=words, since=day, versions=(*versions, ref))
        return shared_copy.share_copy(request, copy, of=own.id)


def withdraw_copy(request: HttpRequest, own: bytes) -> None:
    """Take the copy out of *ours*, with every wording of it that was shown. Raises as `shared_copy.withdraw_copy`."""
    with transaction.atomic():
        copy = shared_copy.copy_of(request, SharedBoundary, own)
        if copy is None:
            return
        ours = Visit(request).ours
        for version in ours.query(Version, ids=[ref.id for ref in copy.record.versions]).items:
            ours.remove(version)
        ours.remove(copy)


def end_with_copy(request: HttpRequest, own: Opened[Boundary], day: date | None) -> None:
    """End a boundary, and say so on its copy where there is one; `day` None lets it stand again in *mine*.

    `own` carries the revision that was shown. Raises Conflict, NewerVersion, and as `shared_copy.share_copy`.
    """
    visit = Visit(request)
    with transaction.atomic():
        change_boundary(visit.mine, own, ended=day)
        copy = None if visit.partner is None else shared_copy.copy_of(request, SharedBoundary, own.id)
        if copy is not None:
            shared_copy.share_copy(request, msgspec.structs.replace(copy.record, ended=day), of=own.id)


def delete_with_copy(request: HttpRequest, own: Opened[Boundary]) -> None:
    """Take a boundary out of *mine*, and the copy of it out of *ours*. Raises as `remove_boundary` and `withdraw_copy`."""
    visit = Visit(request)
    with transaction.atomic():
        if visit.partner is not None:
            # What lies in the copy's place and does not open is left as it is, and hinders nobody from deleting.
            with suppress(DidNotOpen, NewerVersion):
                withdraw_copy(request, own.id)
        remove_boundary(visit.mine, own)


def save_over(request: HttpRequest, record: R, *, of: bytes, revision: int) -> None:
    """Put something of one's own into *ours*, over what the page showed (`revision`, 0 for nothing).

    What was taken back in another window meanwhile is put in anew. Raises Conflict when it was changed there, and as
    `shared_copy.share_copy`.
    """
    old = shared_copy.copy_of(request, type(record), of)
    if old is None:
        shared_copy.share_copy(request, record, of=of)
    elif old.record != record:
        if old.revision != revision:
            raise Conflict(record, old)
        try:
            Visit(request).ours.replace(old, record)
        except Conflict as conflict:
            if conflict.theirs is not None and not conflict.theirs.deleted:
                raise
            shared_copy.share_copy(request, record, of=of)


def _require_room(visit: Visit) -> None:
    shown = rules.list_shared(visit.ours.query(SharedBoundary).items, visit.me)
    if sum(1 for copy in shown if copy.record.ended is None) >= rules.MOST_SHOWN:
        raise Full
