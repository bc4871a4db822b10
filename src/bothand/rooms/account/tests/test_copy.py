import io
import json
import re
import zipfile
from datetime import timedelta

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.people import PASSWORD, person

from bothand.accounts import accounts, wall_clock
from bothand.accounts.account_log import AccountLog
from bothand.accounts.models import Account
from bothand.accounts.preferences import Settings
from bothand.rooms.account.takeout import export, store
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.journal.entries.records import Entry
from bothand.vault.records import Shelf


def taken(who):
    return who.client.post("/you/copy/", {"password": PASSWORD}).content


def parts(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def bring(who, packed):
    return who.client.post(
        "/you/bring/", {"file": SimpleUploadedFile("copy.zip", packed), "password": PASSWORD}
    )


def write(who, text, *, days=0):
    day = wall_clock.today_in("UTC") - timedelta(days=days)
    return who.mine.add(Entry(day=day, text=text, at="08:15"))


def contents(who):
    # What happened to the account stays with the account.
    items = [one for one in who.mine.query().items if one.kind.type is not AccountLog]
    return sorted((one.kind.number, str(one.record), one.created, one.changed) for one in items)


@pytest.fixture
def full(noa):
    write(noa, "one word <b>bold</b> \u202eright to left\u202c \U0001f33f")
    write(noa, "a year before", days=365)
    noa.mine.add(
        Pulse(day=wall_clock.today_in("UTC"), self_feeling=4, between=None, balance=None, feelings=())
    )
    return noa


def test_it_is_one_zip_with_a_page_data_and_a_schema(full):
    found = parts(taken(full))
    assert sorted(found) == ["data.json", "read.html", "schema.json"]
    jsonschema.validate(json.loads(found["data.json"]), json.loads(found["schema.json"]))
    assert "&lt;b&gt;bold&lt;/b&gt;" in found["read.html"]
    assert "<script" not in found["read.html"]
    assert "http" not in found["read.html"]


def test_it_loses_nothing_on_the_way_to_another_place(full):
    sam = person("sam", chosen=Settings(name="Sam"))
    assert bring(sam, taken(full)).status_code == 200
    kept = [one for one in contents(full) if one[0] != 1]
    assert [one for one in contents(sam) if one[0] != 1] == kept
    assert sam.mine.only(Settings).record == full.mine.only(Settings).record
    assert sam.mine.find_day(Pulse, wall_clock.today_in("UTC")).record.self_feeling == 4


def test_it_brings_the_same_in_twice_without_a_second_of_anything(full):
    sam = person("sam")
    for _ in range(2):
        bring(sam, taken(full))
    assert [one for one in contents(sam) if one[0] != 1] == [one for one in contents(full) if one[0] != 1]


def test_it_keeps_both_where_the_same_page_differs(full):
    sam = person("sam")
    packed = taken(full)
    bring(sam, packed)
    (old,) = (one for one in sam.mine.query().items if getattr(one.record, "text", "") == "a year before")
    sam.mine.replace(old, Entry(day=old.record.day, text="changed here", at="08:15"))
    brought = store.bring_in(sam.mine, store.unpack_archive(packed))
    assert brought.kept_both == 1
    texts = {getattr(one.record, "text", "") for one in sam.mine.query().items}
    assert {"a year before", "changed here"} <= texts


def test_it_keeps_the_day_that_is_here(full):
    sam = person("sam")
    sam.mine.add(
        Pulse(day=wall_clock.today_in("UTC"), self_feeling=1, between=None, balance=None, feelings=())
    )
    assert store.bring_in(sam.mine, store.unpack_archive(taken(full))).kept_yours == 1
    assert sam.mine.find_day(Pulse, wall_clock.today_in("UTC")).record.self_feeling == 1


def altered(full, **changes):
    data = json.loads(parts(taken(full))["data.json"]) | changes
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("data.json", json.dumps(data))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "packed", [b"", b"PK\x03\x04 not really", b"plain words" * 100], ids=["empty", "cut", "text"]
)
def test_it_says_when_a_file_is_no_copy(noa, packed):
    before = contents(noa)
    page = bring(noa, packed).content.decode()
    assert "isn’t a copy from Bothand" in page or "This file is empty" in page
    assert contents(noa) == before


def test_it_refuses_what_a_newer_program_made(full):
    sam = person("sam")
    with pytest.raises(store.NewerCopy):
        store.unpack_archive(altered(full, format=export.FORMAT + 1))
    page = bring(sam, altered(full, format=export.FORMAT + 1)).content.decode()
    assert "newer version" in page


def test_one_bad_document_changes_nothing(full):
    sam = person("sam")
    before = contents(sam)
    documents = json.loads(parts(taken(full))["data.json"])["documents"]
    next(one for one in reversed(documents) if one["kind"] == 40)["record"] = {"day": "not a day"}
    with pytest.raises(store.NotACopy):
        store.unpack_archive(altered(full, documents=documents))
    assert contents(sam) == before


def test_it_says_what_did_not_open(full):
    from django.db import connection

    entry = write(full, "soon broken")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = %s WHERE id = %s", [b"\x01broken", entry.id])
    found = parts(taken(full))
    assert json.loads(found["data.json"])["unopened"] == 1
    assert "did not open" in found["read.html"]


def test_it_shows_by_month_what_is_older_than_the_account(full):
    sam = person("sam", since=wall_clock.now())
    bring(sam, taken(full))
    old = wall_clock.today_in("UTC") - timedelta(days=365)
    assert sam.client.get("/journal/").status_code == 200
    ring = accounts.by_key(Account.objects.get(id=sam.opened.id), sam.opened.account_key)
    assert ring.keyring.since == old.isoformat()
    beside = accounts.open_mine(ring).months_beside(Shelf.WRITTEN, f"{wall_clock.today_in('UTC'):%Y-%m}")
    assert beside.older == f"{old:%Y-%m}"


@pytest.mark.parametrize(("path", "sign"), [("/journal/", "an old page"), ("/checkin/", "<td>whole")])
def test_it_leads_to_what_is_older_than_the_account_by_the_links(noa, path, sign):
    write(noa, "an old page", days=3 * 365)
    write(noa, "a page of today")
    noa.mine.add(Pulse(day=wall_clock.today_in("UTC") - timedelta(days=3 * 365), self_feeling=5, alone=True))
    sam = person("sam", since=wall_clock.now())
    bring(sam, taken(noa))
    page = sam.client.get(path).content.decode()
    assert sign not in page
    while sign not in page:
        older = re.search(r'<a href="([^"]+)" rel="next"', page)
        assert older, "no older pages, and it was not among them"
        page = sam.client.get(older.group(1)).content.decode()


def test_it_takes_no_page_from_before_there_were_such_pages(full):
    documents = json.loads(parts(taken(full))["data.json"])["documents"]
    next(one for one in documents if one["kind"] == 40)["record"]["day"] = "0001-01-01"
    with pytest.raises(store.NotACopy):
        store.unpack_archive(altered(full, documents=documents))


def brought_file(text):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", text)
    return buffer.getvalue()


HEAD = '{"format": 1, "program": "", "made": "2026-11-30T10:00:00Z", "documents": '
DOCUMENT = (
    '{"id": "%s", "kind": 2, "name": "", "version": 1, "created": "2026-11-30T10:00:00Z", '
    '"changed": "2026-11-30T10:00:00Z", "record": %s}'
)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000,
        HEAD + "[" + DOCUMENT % ("0" * 32, "[" * 500_000 + "]" * 500_000) + "]}",
        HEAD + "[" + "{}," * 1_000_000 + "{}]}",
        HEAD + "[" + DOCUMENT % ("0" * 32, '{"text": [' + "[]," * 2_000_000 + "[]]}") + "]}",
    ],
    ids=["brackets", "a deep record", "empty documents", "a wide record"],
)
def test_a_file_that_is_made_to_be_heavy_changes_nothing_and_says_so(noa, text):
    before = contents(noa)
    assert "isn’t a copy from Bothand" in bring(noa, brought_file(text)).content.decode()
    assert contents(noa) == before


def test_a_file_that_unfolds_beyond_any_copy_is_refused(noa):
    assert "larger than a copy can be" in bring(noa, brought_file(" " * (65 * 1024 * 1024))).content.decode()


def test_a_file_that_takes_too_much_is_said_beside_its_field(noa, monkeypatch):
    monkeypatch.setattr(store, "MEGABYTES", 1)
    assert "more memory than it may have" in bring(noa, brought_file(HEAD + " " * 9_000_000)).content.decode()
