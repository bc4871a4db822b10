"""Putting things into *ours* and finding them again. What changes more than one document is one transaction."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Final, TypeVar

import msgspec
from django.db import transaction

from bothand.accounts.meeting_place import Meeting
from bothand.rooms.agreements import places, rules
from bothand.rooms.agreements.records import (
    Agreement,
    AgreementIndex,
    Ended,
    Household,
    Marked,
    Matter,
    TakenBack,
    Version,
    Voice,
)
from bothand.rooms.agreements.rules import KnownVersion, List
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, Missing
from bothand.vault.ours import Ours
from bothand.vault.records import Record

_TRIES: Final = 3
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


def list_record(ours: Ours, name: List, record_id: bytes) -> None:
    """Put an id on one list and take it off its counterpart; what the other listed meanwhile is kept."""
    _change_only(ours, AgreementIndex, AgreementIndex(), lambda old: rules.move_to_list(old, name, record_id))


def change_household(ours: Ours, change: Callable[[Household], Household]) -> Household:
    """Change the work of the home; what the other changed meanwhile is kept."""
    return _change_only(ours, Household, Household(), change)


def find_household(ours: Ours) -> Household:
    """The work of the home; empty where there is none yet. Raises DidNotOpen."""
    found = ours.only(Household)
    return Household() if found is None else found.record


def _change_only(ours: Ours, kind: type[R], empty: R, change: Callable[[R], R]) -> R:
    for attempt in range(_TRIES):
        old = ours.only(kind)
        before = empty if old is None else old.record
        after = change(before)
        try:
            if old is None:
                ours.add(after)
            elif after != before:
                ours.replace(old, after)
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
        else:
            break
    return after


# A matter


def begin_matter(ours: Ours, matter: Matter, matter_id: bytes) -> Opened[Matter]:
    """Put a new matter in, and on the list. The same form sent twice makes one."""
    with transaction.atomic():
        kept = ours.add(matter, matter_id)
        list_record(ours, "matters", kept.id)
    return kept


def change_matter(ours: Ours, matter_id: bytes, change: Callable[[Matter], Matter]) -> Opened[Matter]:
    """Change a matter; what the other changed meanwhile is kept. Raises Missing, Conflict after three tries."""
    for attempt in range(_TRIES):
        old = ours.get(Matter, matter_id)
        fresh = change(old.record)
        if fresh == old.record:
            return old
        try:
            return ours.replace(old, fresh)
        except Conflict:
            if attempt + 1 == _TRIES:
                raise
    raise Missing


def find_statements(
    ours: Ours, matter_id: bytes, accounts: Iterable[bytes]
) -> dict[tuple[type, bytes], Opened[Any]]:
    """What each of these people said and marked about a matter, by kind and account. One query.

    Only what its author may have written counts: somebody's words under the other's place are nobody's.
    """
    people = list(accounts)
    where: dict[bytes, tuple[type, bytes]] = {}
    for one in people:
        where[places.voice_id(matter_id, one)] = (Voice, one)
        where[places.marked_id(matter_id, one)] = (Marked, one)
    found: dict[tuple[type, bytes], Opened[Any]] = {}
    for opened in ours.several(Voice, list(where), Marked).items:
        key = where[opened.id]
        if (opened.kind.type, opened.author) == key:
            found[key] = opened
    return found


def put_own(ours: Ours, record: R, record_id: bytes) -> Opened[R]:
    """Write one's own record over what lies at its place, whatever it said before. Raises Conflict, DidNotOpen."""
    try:
        old = ours.get(type(record), record_id)
    except Missing:
        return ours.add(record, record_id)
    return old if old.record == record else ours.replace(old, record)


# An agreement


def find_agreement(ours: Ours, agreement_id: bytes) -> Opened[Agreement]:
    """Raises Missing, DidNotOpen."""
    return ours.get(Agreement, agreement_id)


def find_versions(
    ours: Ours, one: Opened[Agreement], yes: Callable[[bytes, bytes], Meeting | None] | None
) -> list[KnownVersion]:
    """The versions of an agreement, oldest first, with when both said yes. Two queries.

    `yes` finds my own part in a yes; None while *mine* is locked: then what was written down is believed.
    """
    wanted = [*one.record.versions, *(places.taken_back_id(each) for each in one.record.versions)]
    by_id: dict[bytes, Opened[Any]] = {
        each.id: each for each in ours.several(Version, wanted, TakenBack).items
    }
    found = []
    for version_id in one.record.versions:
        there = by_id.get(version_id)
        if there is None or there.kind.type is not Version or there.record.agreement != one.id:
            continue
        back = by_id.get(places.taken_back_id(version_id))
        taken = back if back is not None and back.kind.type is TakenBack else None
        if yes is None:
            since = there.changed if version_id in one.record.agreed else None
            gone = taken is not None and since is None
        else:
            meeting = yes(one.id, places.content_digest(there.record))
            since = meeting.results[-1].created if meeting is not None and meeting.results else None
            gone = taken is not None and since is not None and taken.changed >= since
        found.append(KnownVersion(version_id, there.record, since, gone, there.author))
    return found


def find_taken_back(ours: Ours, version: Version) -> datetime | None:
    """When a yes to this wording was last taken back, None for never. Raises DidNotOpen."""
    version_id = places.version_id(version.agreement, places.content_digest(version))
    try:
        return ours.get(TakenBack, places.taken_back_id(version_id)).changed
    except Missing:
        return None


def put_version(ours: Ours, version: Version, day: date, *, matter: bytes = b"") -> bytes:
    """Put a wording in and on its agreement, which is made if it is not there. The version's id."""
    version_id = places.version_id(version.agreement, places.content_digest(version))
    with transaction.atomic():
        with suppress(Conflict):  # the same words, put in by the other
            ours.add(version, version_id)
        _join_version(ours, version, version_id, day, matter, agreed=False)
    return version_id


def agree_version(ours: Ours, version: Version, day: date, *, matter: bytes = b"") -> None:
    """Write down that both said yes to a wording."""
    version_id = places.version_id(version.agreement, places.content_digest(version))
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
    _change_only(
        ours, AgreementIndex, AgreementIndex(), lambda index: rules.note_waiting(index, agreement_id, there)
    )


def end_agreement(ours: Ours, agreement_id: bytes, day: date) -> None:
    """End an agreement: alone, at once, without a reason."""
    with transaction.atomic():
        with suppress(Conflict):  # ended already
            ours.add(Ended(day=day, agreement=agreement_id), places.ended_id(agreement_id))
        list_record(ours, "ended", agreement_id)


def take_back_yes(ours: Ours, agreement_id: bytes, version_id: bytes, day: date) -> None:
    """Take a yes back that both had said. Raises Missing."""
    with transaction.atomic():
        old = ours.get(Agreement, agreement_id)
        back, place = TakenBack(day=day, version=version_id), places.taken_back_id(version_id)
        try:
            # Written anew each time: when it was taken back counts.
            ours.replace(ours.get(TakenBack, place), back)
        except Missing:
            ours.add(back, place)
        agreed = tuple(one for one in old.record.agreed if one != version_id)
        if agreed != old.record.agreed:
            ours.replace(old, msgspec.structs.replace(old.record, agreed=agreed))


def set_review(ours: Ours, agreement_id: bytes, day: date | None) -> None:
    """Say when to look at an agreement again. Raises Missing, Conflict."""
    with transaction.atomic():
        old = ours.get(Agreement, agreement_id)
        fresh = msgspec.structs.replace(old.record, review=day)
        if fresh != old.record:
            ours.replace(old, fresh)
        _change_only(
            ours, AgreementIndex, AgreementIndex(), lambda index: rules.note_review(index, agreement_id, day)
        )
