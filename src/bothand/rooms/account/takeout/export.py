"""Everything of one's own in one zip: pages to read offline, and data with its schema."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

import bothand
from bothand.accounts.preferences import Settings
from bothand.accounts.wall_clock import zone_of
from bothand.kit import registry
from bothand.kit.chronicle import Month, Piece, build_chronicle, group_months
from bothand.rooms.account.takeout.archive import DATA, FORMAT
from bothand.vault.body import Opened
from bothand.vault.records import Record, all_kinds
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
    """A month on the page to read, or what belongs to none: then `first` is None."""

    anchor: str
    first: date | None
    pieces: tuple[Piece, ...]


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
    with timezone.override(zone_of(chosen.zone)):
        pieces, unread = build_chronicle(lot.items)
        chapters = tuple(_make_chapter(month) for month in group_months(pieces))
        context = {
            "language": translation.get_language(),
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "name": chosen.name,
            "zone": chosen.zone,
            "made": timezone.localtime(now),
            "chapters": chapters,
            "years": tuple(_list_years(chapters)),
            "unopened": lot.unopened + unread,
        }
        text: str = page.render(Context(context))
    return text


def _make_chapter(month: Month) -> Chapter:
    if month.first is None:
        # What stands is looked up by room, and not by when it was written.
        order = {str(room.title): number for number, room in enumerate(registry.all_rooms())}
        return Chapter("now", None, tuple(sorted(month.pieces, key=lambda piece: order[piece.room])))
    return Chapter(f"m{month.first:%Y-%m}", month.first, month.pieces)


def _list_years(chapters: tuple[Chapter, ...]) -> Iterator[tuple[int, tuple[Chapter, ...]]]:
    """The months of each year, for the table of contents."""
    dated = [(one.first.year, one) for one in chapters if one.first]
    for year, months in groupby(dated, key=itemgetter(0)):
        yield year, tuple(one for _, one in months)
