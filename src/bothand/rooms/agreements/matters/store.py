"""A matter in *ours*, and what each said about it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from bothand.domain import agreements
from bothand.domain.agreements import (
    Marked,
)
from bothand.kit.agreement_store import list_record
from bothand.rooms.agreements.matters.records import Matter, Voice, voice_id
from bothand.vault.body import Opened
from bothand.vault.ours import Ours

# A matter


def begin_matter(ours: Ours, matter: Matter, matter_id: bytes) -> Opened[Matter]:
    """Put a new matter in, and on the list. The same form sent twice makes one."""
    with transaction.atomic():
        kept = ours.add(matter, matter_id)
        list_record(ours, "matters", kept.id)
    return kept


def find_statements(
    ours: Ours, matter_id: bytes, accounts: Iterable[bytes]
) -> dict[tuple[type, bytes], Opened[Any]]:
    """What each of these people said and marked about a matter, by kind and account. One query.

    Only what its author may have written counts: somebody's words under the other's place are nobody's.
    """
    people = list(accounts)
    where: dict[bytes, tuple[type, bytes]] = {}
    for one in people:
        where[voice_id(matter_id, one)] = (Voice, one)
        where[agreements.marked_id(matter_id, one)] = (Marked, one)
    found: dict[tuple[type, bytes], Opened[Any]] = {}
    for opened in ours.query(Voice, Marked, ids=list(where)).items:
        key = where[opened.id]
        if (opened.kind.type, opened.author) == key:
            found[key] = opened
    return found


# An agreement
