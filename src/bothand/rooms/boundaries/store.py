"""Putting boundaries into *mine* and copies into *ours*, and taking them out.

What changes more than one document does so in one transaction: a crash leaves the old or the new, whole.
"""

from contextlib import suppress
from datetime import date
from typing import TypeVar

import msgspec
from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import access
from bothand.accounts.partner import Partner
from bothand.domain.boundaries import Boundary, Ref, SharedBoundary, Wording
from bothand.kit import shared_copy
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Answer, Repair, Version
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.ours import Ours
from bothand.vault.records import Record
from bothand.vault.space import Space

R = TypeVar("R", bound=Record)


class Full(Exception):
    """As many boundaries are shown as can be shown at a time."""


def reword_boundary(space: Space, there: Opened[Boundary], words: Wording, day: date) -> Opened[Boundary]:
    """Write a boundary anew; how it read before is kept. `there` carries the revision that was shown.

    Raises Conflict, NewerVersion, DidNotOpen.
    """
    old = there.record
    new = msgspec.structs.replace(old, words=words, number=old.number + 1, since=day)
    with transaction.atomic():
        kept = space.replace(there, new)
        before = Version(number=old.number, words=old.words, since=old.since)
        space.add(before, rules.place_earlier(there.id, old.number))
    return kept


def change_boundary(space: Space, there: Opened[Boundary], **fields: object) -> Opened[Boundary]:
    """Change anything but the words. Raises Conflict, NewerVersion."""
    new = msgspec.structs.replace(there.record, **fields)
    return there if new == there.record else space.replace(there, new)


def remove_boundary(space: Space, there: Opened[Boundary]) -> None:
    """Take a boundary out, with how it read before. Raises Conflict when it changed meanwhile.

    Marks stay: they are of their day, and say themselves what they were about.
    """
    ids = [rules.place_earlier(there.id, number) for number in range(1, there.record.number)]
    with transaction.atomic():
        space.remove(there)
        for one in space.several(Version, ids).items:
            space.remove(one)


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


def save_answer(request: HttpRequest, said: Answer, revision: int) -> None:
    """Put one's answer into *ours*, over the one that was shown (`revision`, 0 for none).

    Raises Conflict when it changed or went meanwhile, and as `shared_copy.share_copy`.
    """
    save_over(request, said, rules.place_answer(said.boundary), revision)


def withdraw_answer(request: HttpRequest, boundary: bytes) -> None:
    """Take one's answer back. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Answer, of=rules.place_answer(boundary))


def drop_answers(ours: Ours, mine: bytes, partner: Partner) -> None:
    """Take away one's own answers to what the other does not show any more. Raises ReadOnly, Conflict."""
    with transaction.atomic():
        lot = ours.standing(SharedBoundary, Answer)
        for one in rules.list_left_behind(lot.items, mine, partner.account):
            ours.remove(one)


def save_repair(request: HttpRequest, said: Repair, revision: int) -> None:
    """Say something to make it good again, in the place of what one said today (`revision`, 0 for nothing).

    Raises Conflict when that changed or went meanwhile, and as `shared_copy.share_copy`.
    """
    save_over(request, said, rules.place_repair(said.boundary, said.day), revision)


def drop_repair(request: HttpRequest, boundary: bytes, day: date) -> None:
    """Take it back. Raises as `shared_copy.withdraw_copy`."""
    shared_copy.withdraw_copy(request, Repair, of=rules.place_repair(boundary, day))


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


def at_revision(there: Opened[Boundary], revision: int) -> Opened[Boundary]:
    """A boundary as the page showed it, so that writing over another one is a conflict."""
    return there.seen_at(revision)


def find_copy(request: HttpRequest, own: bytes) -> tuple[Opened[SharedBoundary] | None, bool]:
    """The copy that is shown, and whether what lies in its place did not open."""
    if access.find_partner(request) is None:
        return None, False
    try:
        return shared_copy.copy_of(request, SharedBoundary, own), False
    except (DidNotOpen, NewerVersion):
        return None, True
