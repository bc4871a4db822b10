"""Reading a copy's file. Whoever made it, it costs its own process and its budget, and no more (`shell.worker`).

The process needs neither settings nor the database, so nothing here does.
"""

import io
import zipfile
from datetime import datetime
from typing import Final

import msgspec

FORMAT: Final = 1
DATA: Final = "data.json"
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of `data.json` when unpacked; ten years of daily writing are far below."""
MOST_DOCUMENTS: Final = 200_000
SECONDS: Final = 20.0
MEGABYTES: Final = 320


class NotACopy(ValueError):
    """The file is none of ours, or it is damaged."""


class NewerCopy(ValueError):
    """Made by a newer program."""


class TooLarge(ValueError):
    """Larger than a copy can be."""


class Arrived(msgspec.Struct, frozen=True, kw_only=True):
    """One document as it came: its record is JSON, and nobody has looked into it yet."""

    id: str
    kind: int
    version: int
    created: datetime
    changed: datetime
    record: bytes


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of a copy, as it came."""

    made: datetime
    documents: tuple[Arrived, ...]
    unopened: int


class _Document(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    kind: int
    version: int
    created: datetime
    changed: datetime
    record: msgspec.Raw


class _Copy(msgspec.Struct, frozen=True, kw_only=True):
    format: int
    made: datetime
    documents: list[_Document]
    unopened: int = 0


def read_archive(packed: bytes) -> Copied:
    """What is in a copy's file. Raises NotACopy, NewerCopy, TooLarge."""
    try:
        copy = msgspec.json.decode(_unpack(packed), type=_Copy)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise NotACopy from None
    if copy.format > FORMAT:
        raise NewerCopy
    if len(copy.documents) > MOST_DOCUMENTS:
        raise TooLarge
    documents = tuple(
        Arrived(
            id=each.id,
            kind=each.kind,
            version=each.version,
            created=each.created,
            changed=each.changed,
            record=bytes(each.record),
        )
        for each in copy.documents
    )
    return Copied(made=copy.made, documents=documents, unopened=copy.unopened)


def _unpack(packed: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            if archive.getinfo(DATA).file_size > LARGEST:
                raise TooLarge
            with archive.open(DATA) as file:
                raw = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError):
        raise NotACopy from None
    if len(raw) > LARGEST:
        raise TooLarge
    return raw
