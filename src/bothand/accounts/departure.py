"""Leaving *ours*: alone, at once, without anybody's consent. What was ours goes along as a copy to read."""

import msgspec
from django.db import transaction
from django.db.models import F

from bothand.accounts import accounts, introduction, shared_space
from bothand.accounts.accounts import Opened
from bothand.accounts.meeting_place import PLACE
from bothand.accounts.models import Gone, Invitation
from bothand.accounts.partner import Partner
from bothand.accounts.person_name import show_name
from bothand.vault import erasure, invitation, keyring, table
from bothand.vault.body import Opened as Document
from bothand.vault.body import encode_record
from bothand.vault.context import fold_parts
from bothand.vault.meeting_place import OwnCopy
from bothand.vault.models import Shared
from bothand.vault.ours import Member, Ours
from bothand.vault.records import Dated, Record, Shelf, kind, kind_of


@kind(6, shelf=Shelf.KEPT)
class Kept(Dated, frozen=True, kw_only=True):
    """In *mine*: one page of what was ours, as it stood when one left. To read, never to change.

    `day` is that of its last change, `kind` and `version` are the registry's, `data` the record as it was sealed
    there; `by` is the other's name where they wrote it.
    """

    kind: int
    version: int
    data: bytes
    by: str
    by_me: bool
    written: int


@kind(7, shelf=Shelf.STANDS)
class Farewell(Record, frozen=True, kw_only=True):
    """In *ours*: the last page of somebody who leaves and says so."""

    note: str


def leave_space(opened: Opened, partner: Partner | None, *, keep: bytes, note: str | None = None) -> Opened:
    """Leave. Quietly: nothing changes on the other's pages. With a note: it is the last page in *ours*.

    One transaction: the copies, the keyring, the closed epoch, the rows of nobody, and every session but `keep`,
    since sessions hold the key of *ours* too.
    """
    mine = accounts.open_mine(opened)
    ours = shared_space.open_ours(opened.id, opened.keyring, mine)
    if ours is None:
        return opened
    with transaction.atomic():
        if note is not None:
            ours.add(Farewell(note=note))
        # As it stood before leaving: a copy that was written out earlier says the same of when it was written.
        standing = ours.query().items
        # Signed, in what one says of oneself: the other makes a new key by it, whatever the clear row says.
        introduction.close_behind(opened, ours, "left")
        for one in standing:
            mine.restore_into(
                _kept_copies(one, opened.id, partner),
                record_id=kept_id(one.id),
                created=one.created,
                changed=one.changed,
            )
        for copy in mine.query(OwnCopy).items:
            mine.remove(copy)
        end_invitation(opened)
        alone = keyring.without_ours(opened.keyring)
        # The other may have begun before I came: *mine* has to look back as far as what was ours.
        first = min([opened.keyring.since, opened.keyring.ours_since])
        alone = msgspec.structs.replace(alone, since=first)
        fresh = accounts.end_other_sessions(opened, keep=keep, ring=alone)
        let_go(ours.id)
    PLACE.leave(ours.id, opened.id)
    erasure.erase_traces()
    return fresh


def delete_account(opened: Opened) -> bool:
    """Delete the account and all of *mine*, at once and alone; whether the traces in the log are gone too.

    *Ours* stays with the other as after leaving, and their pages do not change.
    """
    ours = opened.keyring.ours()
    with transaction.atomic():
        end_invitation(opened)
        space = shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))
        if space is not None:
            introduction.close_behind(opened, space, "left")
        accounts.delete_rows(opened)
        if ours:
            let_go(ours[-1].space)
    if ours:
        PLACE.leave(ours[-1].space, opened.id)
    return erasure.erase_traces()


def read_copies(ours: Ours, me: bytes, partner: Partner | None) -> tuple[Document[Kept], ...]:
    """What is ours as it would go along, for an export: each under an id that follows from where it lies there."""
    return tuple(
        Document(
            id=kept_id(one.id),
            revision=1,
            epoch=one.epoch,
            kind=kind_of(Kept),
            author=me,
            created=one.created,
            changed=one.changed,
            deleted=False,
            newer=False,
            digest=b"",
            record=_kept_copies(one, me, partner),
        )
        for one in ours.query().items
    )


def kept_id(record_id: bytes) -> bytes:
    """Where a copy of something that was ours lies in *mine*: a copy brought in and one made by leaving are one."""
    return fold_parts(b"kept", record_id)


def let_go(space: bytes) -> None:
    """One holder less. The epoch closes with them; what nobody holds any more is deleted, for good."""
    Shared.objects.filter(id=space).update(holders=F("holders") - 1, epoch=F("epoch") + 1, waits=False)
    if Shared.objects.filter(id=space, holders__lte=0).delete()[0]:
        table.delete_space(space)
        Gone(id=space).save(force_insert=True)


def end_invitation(opened: Opened) -> None:
    """A link of one who leaves opens nothing."""
    if opened.keyring.invitation:
        Invitation.objects.filter(id=invitation.row_id(opened.keyring.invitation)).delete()


def read_farewell(ours: Ours, me: bytes) -> str | None:
    """The note of the other, when they left and said so; None else."""
    found = [one.record.note for one in ours.query(Farewell).items if one.author != me]
    return found[0] if found else None


def _kept_copies(one: Document[Record], me: bytes, partner: Partner | None) -> Kept:
    entry = kind_of(type(one.record))
    by_me = one.author == me
    by = "" if by_me or partner is None or one.author != partner.account else show_name(partner.name).plain
    return Kept(
        day=one.changed.date(),
        kind=entry.number,
        version=entry.version,
        data=encode_record(_without_closing(one.record)),
        by=by,
        by_me=by_me,
        written=int(one.changed.timestamp()),
    )


def _without_closing(record: Record) -> Record:
    """A quiet leave shows in no copy either."""
    return msgspec.structs.replace(record, closing="") if isinstance(record, Member) else record
