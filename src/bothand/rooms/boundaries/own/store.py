"""Boundaries in *mine*: written anew, changed, taken out with how they read before.

What changes more than one document does so in one transaction: a crash leaves the old or the new, whole.
"""

from datetime import date

import msgspec
from django.db import transaction

from bothand.domain.boundaries import Boundary, Wording
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.records import Version
from bothand.vault.body import Opened
from bothand.vault.space import Space


def reword_boundary(space: Space, old: Opened[Boundary], words: Wording, day: date) -> Opened[Boundary]:
    """Write a boundary anew; how it read before is kept. `old` carries the revision that was shown.

    Raises Conflict, NewerVersion, DidNotOpen.
    """
    record = old.record
    new = msgspec.structs.replace(record, words=words, number=record.number + 1, since=day)
    with transaction.atomic():
        kept = space.replace(old, new)
        before = Version(number=record.number, words=record.words, since=record.since)
        space.add(before, rules.place_earlier(old.id, record.number))
    return kept


def change_boundary(space: Space, old: Opened[Boundary], **fields: object) -> Opened[Boundary]:
    """Change anything but the words. Raises Conflict, NewerVersion."""
    new = msgspec.structs.replace(old.record, **fields)
    return old if new == old.record else space.replace(old, new)


def remove_boundary(space: Space, old: Opened[Boundary]) -> None:
    """Take a boundary out, with how it read before. Raises Conflict when it changed meanwhile.

    Notes stay: they are of their day, and say themselves what they were about.
    """
    ids = [rules.place_earlier(old.id, number) for number in range(1, old.record.number)]
    with transaction.atomic():
        space.remove(old)
        for version in space.query(Version, ids=ids).items:
            space.remove(version)
