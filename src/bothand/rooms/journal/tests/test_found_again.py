"""Nothing kept is out of sight: whatever clock or zone it was written under, it is listed, found and exported."""

from datetime import UTC, datetime

import pytest
from tests.people import person

from bothand.accounts.preferences import Settings
from bothand.vault.randomness import new_id

LIST, FIND = "/journal/", "/journal/find/"
WORDS = "a line from another day"


def write(who):
    sent = who.client.post("/journal/new/", {"id": new_id().hex(), "text": WORDS})
    assert sent.status_code == 302


def is_listed(who):
    """Whether the list leads to the page by its links, from its newest month on."""
    seen, queue = set(), [LIST]
    while queue:
        where = queue.pop()
        if where in seen:
            continue
        seen.add(where)
        text = who.client.get(where).content.decode()
        if WORDS in text:
            return True
        queue += [part.split('"')[0] for part in text.split('href="') if part.startswith("/journal/in/")]
    return False


def is_found(who):
    # What was looked for is marked in the words.
    return "a line from" in who.client.post(FIND, {"term": "another day"}).content.decode()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Pago_Pago", "Pacific/Kiritimati", "UTC"])
def test_who_signs_up_on_a_month_s_last_evening_finds_what_they_wrote(db, clock, zone):
    clock.time = datetime(2026, 12, 1, 5, 0, tzinfo=UTC)
    who = person("ada", chosen=Settings(name="Ada", zone=zone), since=clock.time)
    write(who)
    assert is_listed(who)
    assert is_found(who)


@pytest.mark.parametrize("year", [1970, 2000, 2020, 2039])
def test_what_was_written_under_a_wrong_clock_is_listed_and_found(db, clock, year):
    who = person("ada", chosen=Settings(name="Ada", zone="Europe/Vienna"), since=clock.time)
    right = clock.time
    clock.time = right.replace(year=year, month=1, day=2)
    write(who.another_device())
    clock.time = right
    again = who.another_device()
    assert is_found(again)
    assert is_listed(again)
