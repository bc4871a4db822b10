"""Agreements of two in *ours*: their wordings, the yes of each, their end. *agreements* and *housework* both end in them.

What changes more than one document is one transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Final, TypeVar

import msgspec
from django.db import transaction
from django.urls import reverse

from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import (
    Agreement,
    AgreementIndex,
    Ended,
    KnownVersion,
    ListName,
    Marked,
    TakenBack,
    Version,
)
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing
from bothand.vault.ours import Ours
from bothand.vault.records import Record
from bothand.vault.space import Lot

MOST_VERSIONS: Final = 3
"""So many of the latest wordings of one agreement are told of."""

R = TypeVar("R", bound=Record)


def find_index(ours: Ours) -> AgreementIndex:
    """The ids of all there is. Raises DidNotOpen."""
    found = ours.only(AgreementIndex)
    return AgreementIndex() if found is None else found.record


def find_index_and_broken(ours: Ours) -> tuple[AgreementIndex, int]:
    """The same for pages, and 1 where it does not open: one broken row must not close a page."""
    try:
        return find_index(ours), 0
    except DidNotOpen:
        return AgreementIndex(), 1


def list_record(ours: Ours, name: ListName, record_id: bytes) -> None:
    """Put an id on one list and take it off its counterpart; what the other listed meanwhile is kept."""
    ours.amend_only(
        AgreementIndex, lambda old: agreements.move_to_list(old, name, record_id), AgreementIndex()
    )


def put_own(ours: Ours, record: R, record_id: bytes) -> Opened[R]:
    """Write one's own record over what lies at its place, whatever it said before. Raises Conflict, DidNotOpen."""
    try:
        old = ours.get(type(record), record_id)
    except Missing:
        return ours.add(record, record_id)
    return old if old.record == record else ours.replace(old, record)


def find_marks(ours: Ours, subject: bytes, accounts: Sequence[bytes]) -> dict[bytes, Marked]:
    """How each of these people marked today, by account. Only what its author may have written counts. One query."""
    places = {agreements.marked_id(subject, account): account for account in accounts}
    marks = ours.query(Marked, ids=list(places)).items
    return {mark.author: mark.record for mark in marks if mark.author == places[mark.id]}


def put_mark(ours: Ours, mark: Marked, account: bytes) -> None:
    """Mark today, over what one marked before. Raises Conflict, DidNotOpen."""
    put_own(ours, mark, agreements.marked_id(mark.subject, account))


def find_versions(
    ours: Ours, agreement: Opened[Agreement], yeses: Mapping[str, Meeting] | None
) -> list[KnownVersion]:
    """The versions of an agreement, oldest first, with when both said yes. One query.

    `yeses` are my own parts in them; None while *mine* is locked: then what was written down is believed.
    """
    ids = agreement.record.versions
    lot: Lot[Any] = ours.query(Version, TakenBack, ids=[*ids, *map(agreements.taken_back_id, ids)])
    by_id = {opened.id: opened for opened in lot.items}
    known = []
    for version_id in ids:
        opened = by_id.get(version_id)
        if opened is None or opened.kind.type is not Version or opened.record.agreement != agreement.id:
            continue
        back = by_id.get(agreements.taken_back_id(version_id))
        taken = back if back is not None and back.kind.type is TakenBack else None
        if yeses is None:
            since = opened.changed if version_id in agreement.record.agreed else None
            gone = taken is not None and since is None
        else:
            meeting = yeses.get(agreements.yes_sort(agreement.id, agreements.content_digest(opened.record)))
            since = meeting.results[-1].created if meeting is not None and meeting.results else None
            gone = taken is not None and since is not None and taken.changed >= since
        known.append(KnownVersion(version_id, opened.record, since, gone, opened.author))
    return known


def find_agreed(
    ours: Ours, heads: Iterable[Opened[Agreement]], yeses: Mapping[str, Meeting]
) -> list[Opened[Version]]:
    """The latest wordings of these agreements that both said yes to, the newest first. One query."""
    wanted = {version: head.id for head in heads for version in head.record.agreed[-MOST_VERSIONS:]}
    agreed = []
    for opened in ours.query(Version, ids=list(wanted)).items:
        version = opened.record
        yes = yeses.get(agreements.yes_sort(version.agreement, agreements.content_digest(version)))
        if wanted[opened.id] == version.agreement and yes is not None and yes.results:
            agreed.append(opened)
    return sorted(agreed, key=lambda opened: opened.created, reverse=True)


def find_before(ours: Ours, agreement_id: bytes, yeses: Mapping[str, Meeting]) -> bytes:
    """What a new wording comes after: the digest of the version that holds, b"" for none."""
    heads = ours.query(Agreement, ids=[agreement_id]).items
    holds = agreements.find_in_force(find_versions(ours, heads[0], yeses)) if heads else None
    return b"" if holds is None else agreements.content_digest(holds.version)


def is_ended(ours: Ours, agreement_id: bytes) -> bool:
    """Whether either ended an agreement."""
    return bool(ours.query(Ended, ids=[agreements.ended_id(agreement_id)]).items)


def find_taken_back(ours: Ours, version: Version) -> datetime | None:
    """When a yes to this wording was last taken back, None for never. Raises DidNotOpen."""
    version_id = agreements.version_id(version.agreement, agreements.content_digest(version))
    try:
        return ours.get(TakenBack, agreements.taken_back_id(version_id)).changed
    except Missing:
        return None


def put_version(ours: Ours, version: Version, day: date, *, matter: bytes = b"") -> bytes:
    """Put a wording in and on its agreement, which is made if it is not there. The version's id."""
    version_id = agreements.version_id(version.agreement, agreements.content_digest(version))
    with transaction.atomic():
        with suppress(Conflict):  # the same words, put in by the other
            ours.add(version, version_id)
        _join_version(ours, version, version_id, day, matter, agreed=False)
    return version_id


def agree_version(ours: Ours, version: Version, day: date, *, matter: bytes = b"") -> None:
    """Write down that both said yes to a wording."""
    version_id = agreements.version_id(version.agreement, agreements.content_digest(version))
    with transaction.atomic():
        with suppress(Conflict):
            ours.add(version, version_id)
        _join_version(ours, version, version_id, day, matter, agreed=True)


def _join_version(
    ours: Ours, version: Version, version_id: bytes, day: date, matter: bytes, *, agreed: bool
) -> None:
    try:
        old = ours.get(Agreement, version.agreement)
    except Missing:
        fresh = Agreement(
            day=day,
            title=version.title,
            versions=(version_id,),
            agreed=(version_id,) if agreed else (),
            matter=matter,
        )
        ours.add(fresh, version.agreement)
        list_record(ours, "agreements", version.agreement)
        _list_waiting(ours, version.agreement, fresh)
        return
    versions = old.record.versions
    fresh = msgspec.structs.replace(
        old.record,
        title=version.title if agreed or not old.record.agreed else old.record.title,
        versions=versions if version_id in versions else (*versions, version_id),
        agreed=tuple(dict.fromkeys((*old.record.agreed, version_id))) if agreed else old.record.agreed,
    )
    if fresh != old.record:
        ours.replace(old, fresh)
    _list_waiting(ours, version.agreement, fresh)


def _list_waiting(ours: Ours, agreement_id: bytes, there: Agreement) -> None:
    """What waits for a yes is listed; a matter of which an agreement came is looked into no longer."""

    def changed(index: AgreementIndex) -> AgreementIndex:
        noted = agreements.note_waiting(index, agreement_id, there)
        return agreements.note_settled(noted, there.matter) if there.agreed else noted

    ours.amend_only(AgreementIndex, changed, AgreementIndex())


def end_agreement(ours: Ours, agreement_id: bytes, day: date) -> None:
    """End an agreement: alone, at once, without a reason."""
    with transaction.atomic():
        with suppress(Conflict):  # ended already
            ours.add(Ended(day=day, agreement=agreement_id), agreements.ended_id(agreement_id))
        list_record(ours, "ended", agreement_id)


def take_back_yes(ours: Ours, agreement_id: bytes, version_id: bytes, day: date) -> None:
    """Take a yes back that both had said. Raises Missing."""
    with transaction.atomic():
        old = ours.get(Agreement, agreement_id)
        back, place = TakenBack(day=day, version=version_id), agreements.taken_back_id(version_id)
        try:
            # Written anew each time: when it was taken back counts.
            ours.replace(ours.get(TakenBack, place), back)
        except Missing:
            ours.add(back, place)
        agreed = tuple(version for version in old.record.agreed if version != version_id)
        if agreed != old.record.agreed:
            ours.replace(old, msgspec.structs.replace(old.record, agreed=agreed))


def set_review(ours: Ours, agreement_id: bytes, day: date | None) -> None:
    """Say when to look at an agreement again. Raises Missing, Conflict."""
    with transaction.atomic():
        old = ours.get(Agreement, agreement_id)
        fresh = msgspec.structs.replace(old.record, review=day)
        if fresh != old.record:
            ours.replace(old, fresh)
        ours.amend_only(
            AgreementIndex, lambda index: agreements.note_review(index, agreement_id, day), AgreementIndex()
        )


def agreement_path(agreement_id: bytes) -> str:
    """Where an agreement is read, whichever room it came of."""
    return reverse("agreements_one", args=[agreement_id.hex()])
