"""A full disk: what was typed comes back, what was kept is read, and the page says what is so."""

import resource
from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from bothand.vault.full_disk import takes_nothing
from bothand.vault.randomness import new_id

LONG = "rain on a tin roof, and nobody has to be anywhere. " * 300


@pytest.fixture
def full_disk(transactional_db):
    """A database that may not grow, as on a disk without room; what was kept before is in its file."""

    def fill():
        with connection.cursor() as cursor:
            # What earlier tests deleted left free pages, which would take many words yet.
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA max_page_count = 1")

    yield fill
    connection.close()


def test_what_was_typed_comes_back_and_what_was_kept_is_read(full_disk, noa):
    kept = noa.client.post("/journal/new/", {"id": new_id().hex(), "text": "kept before"})
    assert kept.status_code == 302
    full_disk()
    # A few pages of the file may be free yet.
    for _ in range(30):
        sent = noa.client.post("/journal/new/", {"id": new_id().hex(), "text": LONG})
        if sent.status_code != 302:
            break
    said = sent.content.decode()
    assert sent.status_code == 507
    assert "takes nothing more" in said
    assert LONG.strip()[:400] in said
    assert "kept before" in noa.client.get("/journal/").content.decode()


@pytest.fixture
def no_room(transactional_db):
    """No file of this process takes a byte more, the database's log neither: as on a disk on which nothing at all is free."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))

    yield fill
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    connection.close()


@pytest.mark.parametrize("days", [0, 1])
def test_on_a_disk_without_a_free_byte_pages_are_read_and_words_come_back_on_each_day(
    no_room, noa, clock, days
):
    """The first request of a day has something of its own to write: the day on which the session was used."""
    noa.client.post("/journal/new/", {"id": new_id().hex(), "text": "kept before"})
    no_room()
    clock.time += timedelta(days=days)
    sent = noa.client.post("/journal/new/", {"id": new_id().hex(), "text": "what I typed"})
    said = sent.content.decode()
    assert sent.status_code == 507
    assert "takes nothing more" in said
    assert "what I typed" in said
    assert "kept before" in noa.client.get("/journal/").content.decode()


def test_any_other_mistake_of_the_database_is_none_of_the_disk():
    assert not takes_nothing(OperationalError("no such table"))
