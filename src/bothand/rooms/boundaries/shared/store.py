"""Copies of one's own boundaries, put into *ours* with each wording that is shown, and taken out.

What changes more than one document does so in one transaction: a crash leaves the old or the new, whole.
"""

from contextlib import suppress
from datetime import date
from typing import TypeVar

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.accounts.partner import Partner
from bothand.domain.boundaries import Boundary, Ref, SharedBoundary
from bothand.kit import shared_copy
from bothand.kit.addresses import id_of
from bothand.rooms.boundaries import asking, rules
from bothand.rooms.boundaries.own.store import change_boundary, remove_boundary
from bothand.rooms.boundaries.records import Version
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.ours import Ours
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


class Full(Exception):
    """As many boundaries are shown as can be shown at a time."""


def delete_with_copy(request: HttpRequest, space: Space, there: Opened[Boundary]) -> None:
    """Take a boundary out of *mine*, and the copy of it out of *ours*. Raises as `remove_boundary` and `withdraw_copy`."""
    with transaction.atomic():
        if access.find_partner(request) is not None:
            # What lies in the copy's place and does not open is left as it is, and hinders nobody from deleting.
            with suppress(DidNotOpen, NewerVersion):
                withdraw_copy(request, there.id)
        remove_boundary(space, there)


def put_copy(request: HttpRequest, own: Opened[Boundary], day: date) -> Opened[SharedBoundary]:
    """Put the copy of a boundary into *ours*, or its new wording in the place of the one that is there.

    The same again changes nothing. Raises as `shared_copy.share_copy`, and Full.
    """
    words = own.record.words
    with transaction.atomic():
        there = shared_copy.copy_of(request, SharedBoundary, own.id)
        if there is not None and (there.record.words, there.record.ended) == (words, None):
            return there
        if there is None:
            _require_room(request)
        versions = () if there is None else there.record.versions
        version = Version(
            number=len(versions) + 1,
            words=words,
            since=day,
            before=versions[-1].digest if versions else b"",
        )
        kept = shared_copy.share_copy(request, version, of=rules.place_version(own.id, version.number))
        copy = SharedBoundary(
            words=words, since=day, versions=(*versions, Ref(id=kept.id, digest=kept.digest))
        )
        return shared_copy.share_copy(request, copy, of=own.id)


def _require_room(request: HttpRequest) -> None:
    mine = access.visitor_of_request(request).account
    shown = rules.list_shared(access.open_ours(request).standing(SharedBoundary).items, mine)
    if sum(1 for one in shown if one.record.ended is None) >= rules.MOST_SHOWN:
        raise Full


def withdraw_copy(request: HttpRequest, own: bytes) -> None:
    """Take the copy out of *ours*, with every wording of it that was shown. Raises as `shared_copy.withdraw_copy`."""
    with transaction.atomic():
        there = shared_copy.copy_of(request, SharedBoundary, own)
        if there is None:
            return
        ours = access.open_ours(request)
        for one in ours.several(Version, [ref.id for ref in there.record.versions]).items:
            ours.remove(one)
        ours.remove(there)


def end_with_copy(request: HttpRequest, space: Space, there: Opened[Boundary], day: date | None) -> None:
    """End a boundary, and say so on its copy where there is one; `day` None lets it stand again in *mine*.

    `there` carries the revision that was shown. Raises Conflict, NewerVersion, and as `shared_copy.share_copy`.
    """
    with transaction.atomic():
        change_boundary(space, there, ended=day)
        partner = access.find_partner(request)
        copy = None if partner is None else shared_copy.copy_of(request, SharedBoundary, there.id)
        if copy is not None:
            ended = msgspec.structs.replace(copy.record, ended=day)
            shared_copy.share_copy(request, ended, of=there.id)


def save_over(request: HttpRequest, said: R, of: bytes, revision: int) -> None:
    there = shared_copy.copy_of(request, type(said), of)
    if there is not None and there.record == said:
        return
    if (there.revision if there else 0) != revision:
        raise Conflict(said, there)
    if there is None:
        shared_copy.share_copy(request, said, of=of)
    else:
        access.open_ours(request).replace(there, said)


def find_copy(request: HttpRequest, own: bytes) -> tuple[Opened[SharedBoundary] | None, bool]:
    """The copy that is shown, and whether what lies in its place did not open."""
    if access.find_partner(request) is None:
        return None, False
    try:
        return shared_copy.copy_of(request, SharedBoundary, own), False
    except (DidNotOpen, NewerVersion):
        return None, True


def find_shared(request: HttpRequest, hex_id: str) -> tuple[Ours, Partner, Opened[SharedBoundary]]:
    """A boundary that one of the two shows. Raises SignedOut, Missing (also for one alone), DidNotOpen."""
    try:
        ours, partner = access.open_ours(request), asking.partner_of(request)
    except Alone:
        raise Missing from None
    there = ours.get(SharedBoundary, id_of(hex_id))
    if there.author not in (partner.account, access.visitor_of_request(request).account):
        raise Missing
    return ours, partner, there
