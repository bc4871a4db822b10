"""A matter in *ours*, and what each said about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from bothand.accounts.access import Pair
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, Marked
from bothand.kit.agreement_store import list_record
from bothand.rooms.agreements.matters.process import NEGOTIATION, Standing, find_standing
from bothand.rooms.agreements.matters.records import Matter, Voice, agreement_id, voice_id
from bothand.shell.process import Place
from bothand.vault.body import Opened
from bothand.vault.ours import Ours

About = Mapping[tuple[type, bytes], Opened[Any]]


def begin_matter(ours: Ours, matter: Matter, matter_id: bytes) -> Opened[Matter]:
    """Put a new matter in, and on the list. The same form sent twice makes one."""
    with transaction.atomic():
        kept = ours.add(matter, matter_id)
        list_record(ours, "matters", kept.id)
    return kept


def pick_voices(about: About) -> dict[bytes, Voice]:
    """Each one's words, by account."""
    return {account: one.record for (kind, account), one in about.items() if kind is Voice}


def pick_marks(about: About) -> dict[bytes, Marked]:
    """Each one's marks of today, by account."""
    return {account: one.record for (kind, account), one in about.items() if kind is Marked}


@dataclass(frozen=True, slots=True)
class KnownMatter:
    """A matter as both can read it, and where one of the two is with it. `agreement` came of it, and holds."""

    pair: Pair
    id: bytes
    record: Matter
    about: About
    standing: Standing
    agreement: bytes

    @property
    def hex(self) -> str:
        return self.id.hex()

    @property
    def reached(self) -> Place[Standing]:
        """The step that the reader is at, as far as what is in *ours* tells."""
        return NEGOTIATION.find_place(self.standing)


def find_matter(pair: Pair, matter_id: bytes) -> KnownMatter:
    """A matter, and how it stands. Two queries. Raises Missing.

    Of what was said and marked only what its author may have written counts: words under the other's place are nobody's.
    """
    matter = pair.ours.get(Matter, matter_id).record
    places: dict[bytes, tuple[type, bytes]] = {}
    for account in pair.accounts:
        places[voice_id(matter_id, account)] = (Voice, account)
        places[agreements.marked_id(matter_id, account)] = (Marked, account)
    about, agreed = {}, b""
    for opened in pair.ours.query(Voice, Marked, Agreement, ids=[*places, agreement_id(matter_id)]).items:
        key = (opened.kind.type, opened.author)
        if isinstance(opened.record, Agreement):
            agreed = opened.id if opened.record.agreed else b""
        elif places[opened.id] == key:
            about[key] = opened
    standing = find_standing(
        matter,
        pick_voices(about),
        pick_marks(about),
        me=pair.me,
        other=pair.other,
        settled=bool(agreed),
    )
    return KnownMatter(pair, matter_id, matter, about, standing, agreed)
