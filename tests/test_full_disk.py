"""A full disk: what was typed comes back, what was kept is read, and the page says what is so."""

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


def test_any_other_mistake_of_the_database_is_none_of_the_disk():
    assert not takes_nothing(OperationalError("no such table"))
