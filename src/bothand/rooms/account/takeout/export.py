"""Everything of one's own in one zip: pages to read offline, and data with its schema."""

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from django.template import Context
from django.template.loader import get_template
from django.utils import translation
from django.utils.timezone import localtime

import bothand
from bothand.accounts.departure import Kept
from bothand.accounts.preferences import Settings
from bothand.kit import registry
from bothand.kit.manifest import Readable
from bothand.rooms.account.takeout.archive import DATA, FORMAT
from bothand.vault.body import Opened
from bothand.vault.records import Record, all_kinds, kind_of
from bothand.vault.space import Lot, Space

SCHEMA, READ = "schema.json", "read.html"


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """One document. `kind` is the registry's number, `name` what the kind is called."""

    id: str
    kind: int
    name: str
    version: int
    created: datetime
    changed: datetime
    record: dict[str, Any]


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `data.json`. `unopened` counts what did not open and so is not here."""

    format: int
    program: str
    made: datetime
    documents: tuple[Exported, ...]
    unopened: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """A room's part of the page to read."""

    title: str
    entries: tuple["Written", ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A record to read, and when it was last written."""

    readable: Readable
    changed: datetime


def write_archive(
    mine: Space, chosen: Settings, now: datetime, shared: tuple[Opened[Any], ...] = ()
) -> bytes:
    """The zip. What did not open is counted and said in it, never passed over.

    `shared` is what is ours, as copies to keep (`leaving.copies`): in the copy they are one's own.
    """
    lot = mine.query()
    readable = (*(one for one in lot.items if not one.newer), *shared)
    unopened = lot.unopened + len(lot.items) + len(shared) - len(readable)
    copy = Copy(
        format=FORMAT,
        program=bothand.__version__,
        made=now,
        documents=tuple(
            _export_record(one) for one in sorted(readable, key=lambda one: (one.created, one.id))
        ),
        unopened=unopened,
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(READ, _read_page(Lot(readable, unopened), chosen, now))
        packed.writestr(DATA, msgspec.json.format(msgspec.json.encode(copy), indent=1))
        packed.writestr(SCHEMA, json.dumps(write_schema(), indent=1, sort_keys=True))
    return buffer.getvalue()


def write_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of `data.json`: the frame, and the record of each kind by its number."""
    types: list[type[Any]] = [Copy, *(kind.type for kind in all_kinds())]
    found, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    by_kind = [
        {
            "if": {"properties": {"kind": {"const": kind.number}}},
            "then": {"properties": {"record": shape}},
        }
        for kind, shape in zip(all_kinds(), found[1:], strict=True)
    ]
    components["Exported"]["allOf"] = by_kind
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A copy of one's own pages",
        **found[0],
        "$defs": components,
    }


def _export_record(one: Opened[Record]) -> Exported:
    return Exported(
        id=one.hex,
        kind=one.kind.number,
        name=one.kind.type.__name__,
        version=one.kind.version,
        created=one.created,
        changed=one.changed,
        record=msgspec.to_builtins(one.record),
    )


def _read_page(lot: Lot[Any], chosen: Settings, now: datetime) -> str:
    page = get_template("account/read.html").template  # type: ignore[attr-defined]  # Django's own backend
    context = {
        "language": translation.get_language(),
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
        "name": chosen.name,
        "made": localtime(now),
        "chapters": tuple(_find_chapters(lot.items)),
        "unopened": lot.unopened,
    }
    text: str = page.render(Context(context))
    return text


def _write_data(one: Opened[Any]) -> bool:
    """A copy of what was ours that no room reads: keys and codes, in the data and not on the page."""
    if not isinstance(one.record, Kept):
        return False
    return all(
        one.record.kind != kind_of(kind).number for room in registry.all_rooms() for kind in room.readable
    )


def _find_chapters(items: tuple[Opened[Any], ...]) -> Iterable[Chapter]:
    for room in registry.all_rooms():
        mine = sorted(
            (one for one in items if one.kind.type in room.readable and not _write_data(one)),
            key=lambda one: one.created,
        )
        entries = tuple(
            Written(room.readable[one.kind.type](one.record), localtime(one.changed)) for one in mine
        )
        if entries:
            yield Chapter(str(room.title), entries)
