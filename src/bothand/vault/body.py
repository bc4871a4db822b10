"""The inside of a document: who, when, what kind, and the record; all of it sealed, nothing beside it in the row."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from bothand.vault.errors import DidNotOpen
from bothand.vault.records import Kind, Record, kind_numbered

R = TypeVar("R", bound=Record)


class Body(msgspec.Struct, frozen=True, array_like=True):
    """As sealed. Times are whole seconds since 1970 in UTC. `signature` is for *ours*; fields are only appended."""

    kind: int
    version: int
    author: bytes
    created: int
    changed: int
    deleted: bool
    data: bytes
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class Opened(Generic[R]):
    """A document as opened: the record and what is needed to write it again.

    `newer` says that a newer program wrote it: it can be read, as far as this one understands it, and not written.
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
    record: R

    @property
    def hex(self) -> str:
        """The id for addresses and hidden fields."""
        return self.id.hex()


_encoder = msgspec.msgpack.Encoder()
_bodies = msgspec.msgpack.Decoder(Body)


@cache
def _decoder(kind: Kind) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind.type)


def encode(kind: Kind, record: Record, *, author: bytes, created: datetime, changed: datetime) -> bytes:
    """The bytes that are sealed."""
    return _encoder.encode(
        Body(
            kind=kind.number,
            version=kind.version,
            author=author,
            created=int(created.timestamp()),
            changed=int(changed.timestamp()),
            deleted=False,
            data=_encoder.encode(record),
        )
    )


def decode(raw: bytes, *, record_id: bytes, revision: int, epoch: int) -> Opened[Any]:
    """The opened document. Raises DidNotOpen when it is none, NewerVersion for a kind this program does not know."""
    try:
        body = _bodies.decode(raw)
        kind = kind_numbered(body.kind)
        record = _decoder(kind).decode(body.data)
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
        record=record,
    )
