"""The inside of a document: who, when, what kind, and the record; all of it sealed, nothing beside it in the row."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from bothand.vault.errors import DidNotOpen
from bothand.vault.records import Kind, Record, kind_numbered

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)


class Body(msgspec.Struct, frozen=True, array_like=True):
    """As sealed. Times are whole seconds since 1970 in UTC. Fields are only appended."""

    kind: int
    version: int
    author: bytes
    created: int
    changed: int
    deleted: bool
    data: bytes


class Signed(msgspec.Struct, frozen=True, array_like=True):
    """As sealed in *ours*: the bytes of a body, and its author's signature over context and body."""

    body: bytes
    signature: bytes


class Opened(msgspec.Struct, Generic[R], frozen=True):
    """A document as opened: the record and what is needed to write it again.

    `newer` says that a newer program wrote it: it can be read, as far as this one understands it, and not written.
    `digest` stands for exactly this document at this revision: an acceptance names it.
    """

    id: bytes
    revision: int
    epoch: int
    kind: Kind
    author: bytes
    created: datetime
    changed: datetime
    deleted: bool
    newer: bool
    digest: bytes
    record: R

    @property
    def hex(self) -> str:
        """The id for addresses and hidden fields."""
        return self.id.hex()

    def seen_at(self, revision: int) -> "Opened[R]":
        """As a form saw it: to write over it or delete it is a conflict when it changed since."""
        return msgspec.structs.replace(self, revision=revision)


_encoder = msgspec.msgpack.Encoder()
_bodies = msgspec.msgpack.Decoder(Body)
_signed = msgspec.msgpack.Decoder(Signed)


@cache
def _decoder_of(record: type[Record]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(record)


def encode_body(
    kind: Kind, record: Record | None, *, author: bytes, created: datetime, changed: datetime
) -> bytes:
    """The bytes that are sealed; without a record, the mark that something was deleted."""
    return _encoder.encode(
        Body(
            kind=kind.number,
            version=kind.version,
            author=author,
            created=int(created.timestamp()),
            changed=int(changed.timestamp()),
            deleted=record is None,
            data=b"" if record is None else encode_record(record),
        )
    )


def encode_record(record: Record) -> bytes:
    """A record as it is sealed."""
    return _encoder.encode(record)


def decode_record(number: int, data: bytes) -> Record:
    """A record from `encode_record`. Raises DidNotOpen, NewerVersion."""
    try:
        record: Record = _decoder_of(kind_numbered(number).type).decode(data)
    except msgspec.MsgspecError:
        msg = "record"
        raise DidNotOpen(msg) from None
    return record


def wrap_body(raw: bytes, signature: bytes) -> bytes:
    """A body with its signature, as *ours* seals it."""
    return _encoder.encode(Signed(raw, signature))


def unwrap_body(wrapped: bytes) -> tuple[bytes, bytes]:
    """Body and signature. Raises DidNotOpen."""
    try:
        signed = _signed.decode(wrapped)
    except msgspec.MsgspecError:
        msg = "signed body"
        raise DidNotOpen(msg) from None
    return signed.body, signed.signature


def decode_parts(raw: bytes, kind: Kind, shapes: Sequence[type[S]]) -> list[S]:
    """The record of a document of this kind, once in each of these shapes: what a shape does not name is passed over.

    Raises DidNotOpen, also for another kind and for what was deleted.
    """
    try:
        body = _bodies.decode(raw)
        if body.kind == kind.number and not body.deleted:
            return [_decode_shape(shape).decode(body.data) for shape in shapes]
    except msgspec.MsgspecError:
        pass
    msg = "body"
    raise DidNotOpen(msg)


@cache
def _decode_shape(shape: type[msgspec.Struct]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(shape)


def decode_body(
    raw: bytes, *, record_id: bytes, revision: int, epoch: int, digest: bytes = b""
) -> Opened[Any]:
    """The opened document; `record` is None where it was deleted.

    Raises DidNotOpen when it is none, NewerVersion for a kind this program does not know.
    """
    try:
        body = _bodies.decode(raw)
        kind = kind_numbered(body.kind)
        record = None if body.deleted else _decoder_of(kind.type).decode(body.data)
    except msgspec.MsgspecError:
        msg = "body"
        raise DidNotOpen(msg) from None
    return Opened(
        id=record_id,
        revision=revision,
        epoch=epoch,
        kind=kind,
        author=body.author,
        created=datetime.fromtimestamp(body.created, UTC),
        changed=datetime.fromtimestamp(body.changed, UTC),
        deleted=body.deleted,
        newer=body.version > kind.version,
        digest=digest,
        record=record,
    )
