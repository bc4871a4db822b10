"""*Ours*: what two people seal together. Each body is signed by its author; an epoch that closed takes nothing more."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, Final, Literal

from bothand.vault import body, table
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts
from bothand.vault.errors import Conflict, DidNotOpen, EpochClosed, NewerVersion, ReadOnly
from bothand.vault.keyring import SpaceKey
from bothand.vault.models import Shared
from bothand.vault.records import Record, Shelf, kind, kind_of
from bothand.vault.seal import open_sealed
from bothand.vault.signature import VerifyKey, is_signed, sign
from bothand.vault.space import Space

DIGEST_BYTES: Final = 16
Closing = Literal["", "left", "anew"]
Listed = Mapping[int, Mapping[bytes, tuple[int, bytes]]]
Stood = Mapping[bytes, tuple[int, int, bytes]]


@kind(2, shelf=Shelf.CLOSED)
class ClosedEpoch(Record, frozen=True, kw_only=True):
    """In *mine*: what stood in an epoch of *ours* when it closed, as (id, revision, digest of the row).

    Who had its key cannot add to it afterwards: a row of it that is not listed does not open.
    """

    space: bytes
    epoch: int
    rows: tuple[tuple[bytes, int, bytes], ...]


@kind(3, shelf=Shelf.STANDS)
class Member(Record, frozen=True, kw_only=True):
    """In *ours*: one of the two, as they call themselves, with the key that checks their signatures.

    Signed with that same key: whoever could write it holds the key of *ours*, which came by the link. `closing` is their
    signed farewell to the epoch it lies in: they left, or made new keys because somebody knew theirs. Nothing is
    written in that epoch any more, whatever a clear row says.
    """

    name: str
    hue: str
    key: bytes
    since: str
    closing: Closing = ""


class Ours(Space):
    """A space of two. `signing` is None where it can be read only; `verify` are the keys of both.

    `listed` gives what each closed epoch held; it is asked only when a row of one turns up.
    """

    def __init__(
        self,
        keys: Sequence[SpaceKey],
        *,
        author: bytes,
        since: date,
        clock: Callable[[], datetime],
        signing: bytes | None,
        verify: Sequence[VerifyKey],
        listed: Callable[[], Listed],
    ) -> None:
        super().__init__(keys, author=author, since=since, clock=clock)
        self._signing = signing
        self._verify = tuple(verify)
        self._listed = listed
        self._known: Listed | None = None
        self._closing: Closing | None = None

    def _now(self) -> datetime:
        """What the machine says, and never a time before the key that signs was made: nothing so dated would open again.

        A clock that says less is wrong; nobody may be kept from writing, or from leaving, by that.
        """
        begun = [
            datetime.combine(date.fromisoformat(key.since), time.min, UTC)
            for key in self._verify
            if key.author == self._author and not key.until
        ]
        return max((self._clock(), *begun))

    def remove(self, old: Opened[Any]) -> None:
        """Take one's own away, leaving a mark where it was. Raises ReadOnly for what another wrote, Conflict."""
        if old.author != self._author:
            raise ReadOnly
        raw = body.encode_body(old.kind, None, author=self._author, created=old.created, changed=self._now())
        revision = old.revision + 1
        plain = self._finish(raw, self._bound(self._newest.number, old.id, revision))
        row = self._sealed_row(old.kind, old.kind.period(old.record), plain, old.id, revision)
        if not self._put_over(row, old):
            raise Conflict(None, self.at(old.id))

    def heads(self, months: Iterable[str], *, ahead: Iterable[str] = ()) -> dict[bytes, table.Head]:
        """By id, enough of each row of what stands and of these months to see whether it changed. One query, no seal opened.

        `ahead` are months of which only what accumulates is wanted.
        """
        every = list(months)
        shelves = [
            *self._shelves(Shelf.STANDS, [""]),
            *self._shelves(Shelf.WRITTEN, every),
            *self._shelves(Shelf.ACCUMULATES, [*every, *ahead]),
        ]
        return table.find_heads(self.id, shelves)

    def members(self) -> dict[bytes, Member]:
        """Both, by account, as far as their keys are pinned."""
        return {one.author: one.record for one in self.query(Member).items}

    def find_member(self, account: bytes) -> Opened[Member] | None:
        """One of the two, as they call themselves; None where they have not come yet, or their page does not open."""
        try:
            found = self.at(member_id(self.id, account))
        except (DidNotOpen, NewerVersion):
            return None
        mine = found is not None and found.kind.type is Member and not found.deleted
        return found if mine and found is not None and found.author == account else None

    def read_closing(self) -> Closing:
        """Whether the other has signed that they write no more in the newest epoch, and why; "" while they have not."""
        if self._closing is None:
            others = {key.author for key in self._verify if key.author != self._author}
            members = [member for one in sorted(others) if (member := self.find_member(one)) is not None]
            said: list[Closing] = [
                one.record.closing
                for one in members
                if one.epoch == self._newest.number and one.record.closing
            ]
            self._closing = said[0] if said else ""
        return self._closing

    def introduce(self, member: Member) -> None:
        """Write, or write anew, who one is; in the newest epoch, so that the other sees that one came along."""
        record_id = member_id(self.id, self._author)
        row = table.find_row(self.id, [record_id])
        if row is None:
            self.add(member, record_id)
            return
        old = self._open(row)
        if old.record != member or old.epoch != self._newest.number:
            self.replace(old, member)

    def introductions(self) -> list[VerifyKey]:
        """Keys that nobody here has pinned yet, each proved by the signature over its own introduction."""
        pinned = {key.key for key in self._verify}
        found = []
        for row in table.on_shelves(self.id, self._shelves(Shelf.STANDS, [""])):
            key = self._introduced(row)
            if key is not None and key.key not in pinned:
                found.append(key)
        return found

    def _introduced(self, row: table.Row) -> VerifyKey | None:
        if row.epoch != self._newest.number:
            return None
        bound = self._bound(row.epoch, row.id, row.revision)
        try:
            raw, signature = body.unwrap_body(open_sealed(self._newest.document, bound, row.sealed))
            opened = body.decode_body(raw, record_id=row.id, revision=row.revision, epoch=row.epoch)
        except (DidNotOpen, NewerVersion):
            return None
        if opened.kind.type is not Member or opened.deleted or row.id != member_id(self.id, opened.author):
            return None
        key = VerifyKey(opened.author, opened.record.key, opened.record.since)
        return key if is_signed(key.key, bound + raw, signature) else None

    def put_result(self, record: Record, record_id: bytes) -> bool:
        """Put in what the meeting place made: it has no author; its MACs are inside. Whether it lies there now."""
        known = kind_of(type(record))
        now = self._now()
        raw = body.encode_body(known, record, author=b"", created=now, changed=now)
        plain = body.wrap_body(raw, b"")
        row = self._sealed_row(known, known.period(record), plain, record_id, 1)
        self._put_in(row)
        # Looked at, not believed: whoever has the database may have it say that it wrote.
        lying = table.find_row(self.id, [record_id])
        return lying is not None and (lying == row or self._open(lying).record == record)

    def snapshot(self, epoch: int, stood: Stood | None = None) -> ClosedEpoch:
        """What stands in an epoch, for the list that closes it. Rows that do not open are not listed.

        `stood` is what stood at a visit after the other had closed the epoch, by id: epoch, revision and digest. What came
        later is listed only where it is mine.
        """
        standing = (
            row
            for row in table.all_rows(self.id)
            if row.epoch == epoch and self._opens(row) and (stood is None or self._stood(row, stood))
        )
        rows = ((row.id, row.revision, row_digest(row)) for row in standing)
        return ClosedEpoch(space=self.id, epoch=epoch, rows=tuple(sorted(rows)))

    def _stood(self, row: table.Row, stood: Stood) -> bool:
        if stood.get(row.id) == (row.epoch, row.revision, row_digest(row)):
            return True
        try:
            return self._open(row).author == self._author
        except NewerVersion:
            return False

    def _opens(self, row: table.Row) -> bool:
        try:
            self._open(row)
        except NewerVersion:
            return True
        except DidNotOpen:
            return False
        return True

    def _finish(self, raw: bytes, bound: bytes) -> bytes:
        if self._signing is None:
            raise ReadOnly
        return body.wrap_body(raw, sign(self._signing, bound + raw))

    def _read(self, plain: bytes, row: table.Row, bound: bytes) -> Opened[Any]:
        listed = row.epoch != self._newest.number
        if listed:
            self._check_listed(row)
        raw, signature = body.unwrap_body(plain)
        digest = hashlib.sha256(bound + raw).digest()
        opened = body.decode_body(
            raw, record_id=row.id, revision=row.revision, epoch=row.epoch, digest=digest
        )
        if opened.kind.by_meeting:
            if opened.author or signature:
                msg = "author of a result"
                raise DidNotOpen(msg)
        elif not self._signed_by_author(opened, bound + raw, signature, listed=listed):
            msg = "signature"
            raise DidNotOpen(msg)
        return opened

    def _signed_by_author(
        self, opened: Opened[Any], message: bytes, signature: bytes, *, listed: bool
    ) -> bool:
        """Whether a key of its author's signed it, in that key's days.

        What stood when its epoch closed is listed by its digest: nothing can have been added since, and the days of its key
        are not asked, since the clock may have been wrong when the key was closed.
        """
        day = opened.changed.date()
        return any(
            key.author == opened.author
            and (listed or key.held_on(day))
            and is_signed(key.key, message, signature, reader=self._author)
            for key in self._verify
        )

    def _check_listed(self, row: table.Row) -> None:
        if self._known is None:
            self._known = self._listed()
        if self._known.get(row.epoch, {}).get(row.id) != (row.revision, row_digest(row)):
            msg = "not listed when its epoch closed"
            raise DidNotOpen(msg)

    def _put_in(self, row: table.Row) -> bool:
        self._check_closing()
        return table.insert_in_epoch(self.id, row) or self._refused()

    def _put_over(self, row: table.Row, old: Opened[Any]) -> bool:
        self._check_closing()
        written = table.update_in_epoch(self.id, row, was_revision=old.revision, was_epoch=old.epoch)
        return written or self._refused()

    def _check_closing(self) -> None:
        """What the other signed counts, not what the clear row says of the epoch."""
        if self.read_closing():
            raise EpochClosed

    def _refused(self) -> bool:
        """Nothing was written: because the epoch closed, or because of a conflict."""
        if not Shared.objects.filter(id=self.id, epoch=self._newest.number).exists():
            raise EpochClosed
        return False


def member_id(space: bytes, account: bytes) -> bytes:
    """Where somebody's introduction lies."""
    return fold_parts(b"member", space, account)


def row_digest(row: table.Row) -> bytes:
    """Stands for exactly what is sealed in a row."""
    return hashlib.sha256(row.sealed).digest()[:DIGEST_BYTES]
