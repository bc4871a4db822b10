"""An opened space: the only way for a room to read and write what is sealed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final, Generic, TypeVar, overload

from bothand.vault import body, table
from bothand.vault.body import Opened, S
from bothand.vault.context import Purpose, bind_context
from bothand.vault.epoch import Epoch
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion, WouldNotOpen
from bothand.vault.keyring import SpaceKey
from bothand.vault.months import FIRST_YEAR, LAST_YEAR, months_between, months_of_years
from bothand.vault.randomness import new_id
from bothand.vault.records import Kind, Record, Shelf, kind_of
from bothand.vault.retry import retry_on_conflict
from bothand.vault.seal import open_sealed, seal
from bothand.vault.timeline import Beside, find_beside

R = TypeVar("R", bound=Record)
MOST_KEPT: Final = 1024
"""So many documents a space keeps open for the one request that it is there for."""
_BY_MONTH: Final = (Shelf.ACCUMULATES, Shelf.WRITTEN, Shelf.KEPT)


@dataclass(frozen=True, slots=True)
class Lot(Generic[R]):
    """What was found on shelves. `unopened` counts rows that did not open: that is said, never passed over."""

    items: tuple[Opened[R], ...]
    unopened: int = 0


class Space:
    """A space with its keys, an author and a clock. It writes in the newest epoch and reads in any whose key is here.

    It is made for one request and ends with it: what it opened it keeps open until then, and opens again only where the
    row is not the same to the last byte. The five methods under *Hooks* are what `ours.Ours` does otherwise.
    """

    def __init__(
        self, keys: Sequence[SpaceKey], *, author: bytes, since: date, clock: Callable[[], datetime]
    ) -> None:
        self.id = keys[0].space
        self.since = since
        self._author = author
        self._clock = clock
        self._epochs = {key.epoch: Epoch(key) for key in keys}
        self._newest = self._epochs[max(self._epochs)]
        self._kept: dict[bytes, tuple[table.Row, Opened[Any]]] = {}
        self.last_change: datetime | None = None
        """When the newest of what was opened here was last written: a clock that says less is wrong."""

    # Reading

    def get(self, kind: type[R], record_id: bytes) -> Opened[R]:
        """One document. Raises Missing (also when it is of another kind), DidNotOpen."""
        row = table.find_row(self.id, [record_id])
        if row is None or (opened := self._open(row)).kind.type is not kind or opened.deleted:
            raise Missing
        return opened

    @overload
    def query(
        self,
        kind: type[R],
        /,
        *,
        shelf: Shelf | None = None,
        months: Iterable[str] | None = None,
        ids: Sequence[bytes] | None = None,
    ) -> Lot[R]: ...

    @overload
    def query(
        self,
        *kinds: type[Record],
        shelf: Shelf | None = None,
        months: Iterable[str] | None = None,
        ids: Sequence[bytes] | None = None,
    ) -> Lot[Any]: ...

    def query(
        self,
        *kinds: type[Record],
        shelf: Shelf | None = None,
        months: Iterable[str] | None = None,
        ids: Sequence[bytes] | None = None,
    ) -> Lot[Any]:
        """The documents of these kinds, of every kind where none is named, in no order. One query, none for no ids or months.

        ids     those with these ids; what is not there is passed over
        months  those in these months, from the kinds' shelf or from `shelf`
        shelf   those on a shelf that has no months; the kinds' own where it is not named
        Without any of these, and without kinds, everything there is. Raises ValueError for a shelf by month without months.
        """
        if ids is not None:
            return self._opened(table.find_rows(self.id, ids) if ids else (), kinds)
        if months is not None:
            shelf = shelf or kind_of(kinds[0]).shelf
            return self._lot(self._shelves(shelf, months), kinds)
        if shelf is None and not kinds:
            return self._opened(table.all_rows(self.id), ())
        wanted = shelf or kind_of(kinds[0]).shelf
        if wanted in _BY_MONTH:
            raise ValueError(f"what lies on the shelf {wanted} lies by month: name the months")
        return self._lot(self._shelves(wanted, [""]), kinds)

    def find_day(self, kind: type[R], day: date) -> Opened[R] | None:
        """The one document of a day, or None. Raises DidNotOpen."""
        return self.at(*self._day_ids(kind_of(kind), day))

    def on_days(self, kind: type[R], days: Iterable[date]) -> Lot[R]:
        """The documents of a kind of which a day has one, on these days, in no order; it opens no other. One query."""
        known = kind_of(kind)
        return self.query(kind, ids=[one for day in days for one in self._day_ids(known, day)])

    def only(self, kind: type[R]) -> Opened[R] | None:
        """The one document of a kind of which there is one, or None. Raises DidNotOpen when its row did not open."""
        return self.at(*self._only_ids(kind_of(kind)))

    def parts(self, kind: type[Record], *shapes: type[S]) -> list[S] | None:
        """The one document of a kind in *mine*, only as far as structs with fewer fields name it. Raises DidNotOpen."""
        row = table.find_row(self.id, self._only_ids(kind_of(kind)))
        return None if row is None else body.decode_parts(self._plain(row)[0], kind_of(kind), shapes)

    def all_of(self, kind: type[R], *more: type[R]) -> Lot[R]:
        """Every document of a kind that lies by month, for searching, and of `more` that share its shelf: two queries."""
        shelf = kind_of(kind).shelf
        shelves = self._shelves(shelf, self.find_months(shelf))
        return self._opened(table.on_shelves(self.id, shelves, nearly_all=True), (kind, *more))

    def find_months(self, shelf: Shelf) -> list[str]:
        """Every month in which something lies on a shelf, the first first. One query.

        A clock that was wrong, a zone that was changed or an import may have put something anywhere: the months in which
        this space was in use are tried first, and others only while there is a shelf that none of them explains.
        """
        left = table.find_shelves(self.id)
        left.difference_update(*(self._shelves(each, [""]) for each in Shelf if each not in _BY_MONTH))
        found: set[str] = set()
        for months in self._likely_months():
            if not left:
                break
            for each in _BY_MONTH:
                named = self._shelves(each, months)
                if each is shelf:
                    count = len(self._epochs)
                    found.update(months[at // count] for at, name in enumerate(named) if name in left)
                left.difference_update(named)
        return sorted(found)

    def _likely_months(self) -> Iterator[list[str]]:
        month = timedelta(days=31)
        yield months_between(self.since - month, max(self.since, self._now().date()) + month)
        yield months_of_years(1970, 2040)
        yield months_of_years(FIRST_YEAR, LAST_YEAR)

    def months_beside(self, shelf: Shelf, wanted: str = "") -> Beside:
        """The month wanted, else the newest with something on a shelf, and those nearest to it: one query."""
        return find_beside(self.find_months(shelf), wanted)

    # Writing

    def add(self, record: R, record_id: bytes | None = None) -> Opened[R]:
        """Put a new document in.

        The id comes from the form, from the day, or from chance. The same again, from the same form, is one row;
        anything else under that id raises Conflict. Raises DidNotOpen when what lies there does not open.
        """
        kind = kind_of(type(record))
        chosen = record_id or self._natural_id(kind, record) or new_id()
        now = self._now()
        row = self._row(kind, record, chosen, revision=1, created=now, changed=now)
        return self._open(row) if self._put_in(row) else self._already(kind, record, chosen)

    def replace(self, old: Opened[R], record: R) -> Opened[R]:
        """Write over a document that was opened.

        Raises Conflict when it changed or went meanwhile, NewerVersion when a newer program wrote it.
        """
        if old.newer:
            raise NewerVersion
        row = self._row(
            old.kind, record, old.id, revision=old.revision + 1, created=old.created, changed=self._now()
        )
        if not self._put_over(row, old):
            raise Conflict(record, self.at(old.id))
        return self._open(row)

    def amend(self, kind: type[R], record_id: bytes, change: Callable[[R], R]) -> Opened[R]:
        """Change a document as it stands at this moment: where another window was quicker, what it wrote is changed.

        For what can be merged and needs no choice. Raises Missing, DidNotOpen, NewerVersion; Conflict after some tries.
        """

        def amend_once() -> Opened[R]:
            old = self.get(kind, record_id)
            return self._rewrite(old, change(old.record))

        return retry_on_conflict(amend_once)

    def prepare(self, old: Opened[R], record: R) -> Callable[[], bool]:
        """Seal what is to be written over a document now, so that it can be written later, when no key is at hand.

        What is given back writes it, and says whether it lies there: not where the document changed meanwhile.
        """
        row = self._row(
            old.kind, record, old.id, revision=old.revision + 1, created=old.created, changed=self._now()
        )
        return partial(_write_prepared, self.id, row, old.revision, old.epoch)

    def amend_only(self, kind: type[R], change: Callable[[R], R], start: R) -> Opened[R]:
        """As `amend`, for the kind of which there is one; it begins with `start`."""

        def amend_once() -> Opened[R]:
            old = self.only(kind)
            return self.add(change(start)) if old is None else self._rewrite(old, change(old.record))

        return retry_on_conflict(amend_once)

    def _rewrite(self, old: Opened[R], record: R) -> Opened[R]:
        return old if record == old.record else self.replace(old, record)

    def remove(self, old: Opened[Any]) -> None:
        """Delete a document of one's own space. Raises Conflict when it changed meanwhile; gone is gone.

        The bytes may stand in the write-ahead log until `forget.traces()` has cut it short.
        """
        gone = table.delete_row(self.id, old.id, was_revision=old.revision, was_epoch=old.epoch)
        if not gone and (now := self.at(old.id)) is not None:
            raise Conflict(None, now)

    def derive(self, record: Record) -> None:
        """Put the one of a computed kind over what lies there, though it does not open. Raises NewerVersion, Conflict."""
        kind = kind_of(type(record))
        old, now = table.find_row(self.id, self._only_ids(kind)), self._now()
        with suppress(DidNotOpen):
            if old is not None and self._open(old).newer:
                raise NewerVersion
        if old is None:
            self.add(record)
            return
        row = self._row(kind, record, old.id, revision=old.revision + 1, created=now, changed=now)
        if not table.update_row(self.id, row, was_revision=old.revision, was_epoch=old.epoch):
            raise Conflict(record, None)

    def restore_into(self, record: Record, *, record_id: bytes, created: datetime, changed: datetime) -> bool:
        """Put in a document from an export with the dates it had; False when its id is taken."""
        kind = kind_of(type(record))
        chosen = self._natural_id(kind, record) or record_id
        row = self._row(kind, record, chosen, revision=1, created=created, changed=changed)
        return self._put_in(row)

    def at(self, *record_ids: bytes) -> Opened[Any] | None:
        """Whatever lies under an id (the newest of several), the mark of what was deleted too, or None. Raises DidNotOpen."""
        row = table.find_row(self.id, record_ids)
        return None if row is None else self._open(row)

    def peek(self, record: Record, record_id: bytes) -> Opened[Any] | None:
        """What lies where `restore_into` would put a record, or None. Raises DidNotOpen."""
        return self.at(self._natural_id(kind_of(type(record)), record) or record_id)

    def _already(self, kind: Kind, record: R, record_id: bytes) -> Opened[R]:
        there = self.at(record_id)
        if there is not None and there.kind is kind and there.record == record:
            return there
        raise Conflict(record, there)

    def _row(
        self,
        kind: Kind,
        record: Record,
        record_id: bytes,
        *,
        revision: int,
        created: datetime,
        changed: datetime,
    ) -> table.Row:
        raw = body.encode_body(kind, record, author=self._author, created=created, changed=changed)
        plain = self._finish(raw, self._bound(self._newest.number, record_id, revision))
        return self._sealed_row(kind, kind.period(record), plain, record_id, revision)

    def _sealed_row(
        self, kind: Kind, period: str, plain: bytes, record_id: bytes, revision: int
    ) -> table.Row:
        """What is written: opened once more first, so that nothing lies there that never opens. Raises WouldNotOpen."""
        epoch = self._newest
        bound = self._bound(epoch.number, record_id, revision)
        row = table.Row(
            record_id,
            epoch.number,
            revision,
            epoch.shelf(kind.shelf, period),
            seal(epoch.document, bound, plain),
        )
        try:
            self._open(row)
        except DidNotOpen as error:
            raise WouldNotOpen(*error.args) from None
        return row

    def _bound(self, epoch: int, record_id: bytes, revision: int) -> bytes:
        return bind_context(Purpose.DOCUMENT, self.id, epoch=epoch, record=record_id, revision=revision)

    def take_over(self, row: table.Row, plain: bytes, opened: Opened[Any]) -> None:
        """Put what another key sealed in `row` under this space's newest key instead."""
        record_id = self._natural_id(opened.kind, opened.record) or row.id
        table.delete_row(self.id, row.id, was_revision=row.revision, was_epoch=row.epoch)
        period = opened.kind.period(opened.record)
        table.insert_row(self.id, self._sealed_row(opened.kind, period, plain, record_id, row.revision))

    def raw(self, row: table.Row) -> tuple[bytes, Opened[Any]]:
        """The sealed bytes of a row, and what they hold. Raises DidNotOpen, NewerVersion."""
        plain, bound = self._plain(row)
        return plain, self._read(plain, row, bound)

    def _plain(self, row: table.Row) -> tuple[bytes, bytes]:
        epoch = self._epochs.get(row.epoch)
        if epoch is None:
            msg = "epoch"
            raise DidNotOpen(msg)
        bound = self._bound(row.epoch, row.id, row.revision)
        return open_sealed(epoch.document, bound, row.sealed), bound

    # Hooks

    def _now(self) -> datetime:
        """When what is written now is dated."""
        return self._clock()

    def _finish(self, raw: bytes, bound: bytes) -> bytes:  # noqa: ARG002  Ours signs over it
        """What is sealed of a body."""
        return raw

    def _read(self, plain: bytes, row: table.Row, bound: bytes) -> Opened[Any]:  # noqa: ARG002  Ours checks it
        """The document in what was sealed."""
        return body.decode_body(plain, record_id=row.id, revision=row.revision, epoch=row.epoch)

    def _put_in(self, row: table.Row) -> bool:
        """Insert; False when the id is taken."""
        return table.insert_row(self.id, row)

    def _put_over(self, row: table.Row, old: Opened[Any]) -> bool:
        """Update what is still as it was read; False when it is not."""
        return table.update_row(self.id, row, was_revision=old.revision, was_epoch=old.epoch)

    # Inside

    def _open(self, row: table.Row) -> Opened[Any]:
        if (kept := self._kept.get(row.id)) and kept[0] == row:
            return kept[1]
        opened = self.raw(row)[1]
        self.last_change = max(opened.changed, self.last_change or opened.changed)
        if len(self._kept) < MOST_KEPT:
            self._kept[row.id] = (row, opened)
        return opened

    def _lot(self, shelves: Sequence[bytes], kinds: Sequence[type[Record]]) -> Lot[Any]:
        return self._opened(table.on_shelves(self.id, shelves), kinds)

    def _opened(self, rows: Iterable[table.Row], kinds: Sequence[type[Record]]) -> Lot[Any]:
        items, unopened = [], 0
        for row in rows:
            try:
                opened = self._open(row)
            except (DidNotOpen, NewerVersion):
                unopened += 1
                continue
            if not opened.deleted and (not kinds or opened.kind.type in kinds):
                items.append(opened)
        return Lot(tuple(items), unopened)

    def _shelves(self, shelf: Shelf, periods: Iterable[str]) -> list[bytes]:
        """The shelf of each period in each epoch, period by period."""
        every = list(periods)
        by_epoch = [epoch.shelves(shelf, every) for epoch in self._epochs.values()]
        return [one for period in zip(*by_epoch, strict=True) for one in period]

    def _day_ids(self, kind: Kind, day: date) -> list[bytes]:
        return [epoch.day_id(kind, day) for epoch in self._epochs.values()]

    def _only_ids(self, kind: Kind) -> list[bytes]:
        return self._day_ids(kind, date.min)

    def _natural_id(self, kind: Kind, record: Record) -> bytes | None:
        if kind.one_a_day:
            return self._newest.day_id(kind, record.day)  # type: ignore[attr-defined]  # one a day implies Dated
        if kind.one_in_all:
            return self._newest.day_id(kind, date.min)
        return None


def _write_prepared(space: bytes, row: table.Row, was_revision: int, was_epoch: int) -> bool:
    table.update_row(space, row, was_revision=was_revision, was_epoch=was_epoch)
    # Looked at, not believed: whoever has the database may have it say that it wrote.
    return table.find_row(space, [row.id]) == row
