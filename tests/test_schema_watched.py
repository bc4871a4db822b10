"""A schema that somebody changes while it is served: nothing is opened with it, nothing is laid down, and it is said."""

import sqlite3
from contextlib import closing
from urllib.error import HTTPError

import pytest
from django.db import connection
from django.urls import reverse
from tests.people import Person
from tests.serving import serving
from tests.soak import LOGIN, Browser, sign_up
from tests.tampering import run_sql
from tests.test_partner_at_the_machine import ORDER, lay, results

from bothand.accounts import meeting_place, sweeper
from bothand.accounts.models import Account, Session
from bothand.vault import schema_watch
from bothand.vault.models import Document

TRIGGER = "CREATE TRIGGER quiet AFTER INSERT ON vault_document BEGIN DELETE FROM accounts_gone; END"
CHANGES = {
    "a trigger": TRIGGER,
    "a view": "CREATE VIEW seen AS SELECT * FROM accounts_session",
    "a table": "CREATE TABLE taken (sealed BLOB)",
    "an index": "CREATE INDEX by_day ON accounts_session (used_on)",
    "a column": "ALTER TABLE vault_document ADD COLUMN at TEXT DEFAULT 'then'",
}


@pytest.fixture
def served(monkeypatch):
    """As `serve` leaves it: the schema was compared, and is expected to stay."""
    monkeypatch.setattr(schema_watch, "_expected", "")
    with connection.cursor() as cursor:
        cursor.execute(schema_watch.OBJECTS)
        schema_watch.expect_schema(schema_watch.fold_objects(cursor.fetchall()))


@pytest.fixture
def both(couple, served) -> tuple[Person, Person]:
    reverse("today")
    meeting_place.PLACE.clear()
    return couple


def sign_in(who: Person):
    device = who.another_device()
    return device.client.post(reverse("sign_in"), {"name": who.login, "password": who.password})


def documents() -> list[tuple[bytes, int]]:
    return sorted((bytes(row.id), row.revision) for row in Document.objects.all())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nobody_signs_in_with_it_and_they_are_told_why(both, change):
    noa, _ = both
    assert sign_in(noa).status_code == 302
    run_sql(change)
    before = documents()
    told = sign_in(noa)
    assert told.status_code == 503
    assert "Somebody changed the database from outside" in told.content.decode()
    assert documents() == before


def test_nobody_unlocks_with_it(both):
    noa, _ = both
    noa.client.post(reverse("lock"))
    run_sql(TRIGGER)
    told = noa.client.post(reverse("unlock"), {"password": noa.password, "next": "/"})
    assert told.status_code == 503
    assert Session.objects.get(key=noa.live.key).two is None


def test_nobody_signs_up_with_it(db, served, client):
    run_sql(TRIGGER)
    client.post(
        reverse("sign_up"), {"name": "wren", "which": "own", "own_password": "a lamp for the stairs, lit"}
    )
    assert not Account.objects.exists()


def test_what_is_laid_down_meets_nothing_while_it_is_there(both):
    noa, sam = both
    lay(noa, ORDER)
    run_sql(TRIGGER)
    assert not lay(sam, b"his")
    assert results(sam) == []


def test_the_next_beat_closes_what_was_open(both):
    noa, _ = both
    assert noa.client.get(reverse("journal_list")).status_code == 200
    sweeper.sweep()
    assert Session.objects.get(key=noa.live.key).two is not None
    run_sql(TRIGGER)
    sweeper.sweep()
    assert not Session.objects.filter(two__isnull=False).exists()
    assert noa.client.get(reverse("journal_list")).status_code == 403


def test_who_leaves_is_let_go(both):
    noa, _ = both
    run_sql(TRIGGER)
    answer = noa.client.post(reverse("exit"))
    assert answer.headers["Clear-Site-Data"] == '"*"'


def test_once_it_is_gone_everything_goes_on(both):
    noa, _ = both
    run_sql(TRIGGER)
    assert sign_in(noa).status_code == 503
    run_sql("DROP TRIGGER quiet")
    assert sign_in(noa).status_code == 302


def test_a_real_server_knows_what_was_compared_at_its_start(tmp_path):
    """A trigger that is put in beside a running server, from outside."""
    with serving(tmp_path / "data") as house:
        passphrase = sign_up(house)
        browser = Browser(house)
        browser.post("/in/", name=LOGIN, password=passphrase)
        with closing(sqlite3.connect(tmp_path / "data" / "bothand.sqlite3", timeout=20)) as outside:
            outside.execute(TRIGGER)
            outside.commit()
        with pytest.raises(HTTPError) as refused:
            Browser(house).post("/in/", name=LOGIN, password=passphrase)
        assert refused.value.code == 503
