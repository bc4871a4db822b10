"""Putting boundaries into *mine* and copies into *ours*, and taking them out.

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


def at_revision(there: Opened[Boundary], revision: int) -> Opened[Boundary]:
    """A boundary as the page showed it, so that writing over another one is a conflict."""
    return there.seen_at(revision)
