"""The account's log: in *mine*, in days, written by every unlock alike."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse
from tests.people import PASSWORD, browser, person

from bothand.accounts import account_log, accounts, derivation, sessions, untold_events
from bothand.accounts.account_log import MOST_ENTRIES, AccountLog, Entry, Event
from bothand.accounts.preferences import Settings
from bothand.vault.records import kind_of

PIN = "318204"
TODAY = date(2026, 11, 24)


def read(who):
    return account_log.read_log(who.mine)


def events(who):
    return [entry.event for entry in read(who).entries]


def log_row(who):
    return next(
        (one.revision, one.created, one.changed, len(one.record.entries))
        for one in who.mine.query(AccountLog).items
    )


def unlock(who, **typed):
    who.lock()
    return who.client.post(reverse("unlock"), typed or {"password": PASSWORD})


def sealed_bytes(who):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM vault_document WHERE space = %s", [who.mine.id])
        return {bytes(row[0]) for row in cursor.fetchall()}


def test_signing_in_is_told_with_the_kind_of_browser_and_the_day(noa, clock):
    browser().post(
        reverse("sign_in"),
        {"name": "noa", "password": PASSWORD},
        HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/128.0",
    )
    assert read(noa).entries[-1] == Entry(day=TODAY, event=Event.SIGNED_IN, about="Firefox · Windows")


def test_wrong_tries_are_counted_in_memory_and_told_at_the_next_unlock(noa, clock):
    sessions.set_pin(noa.live, noa.opened, PIN, derivation.KDF)
    before = sealed_bytes(noa)
    for _ in range(3):
        browser().post(reverse("sign_in"), {"name": "noa", "password": "not her password at all"})
    noa.lock()
    noa.client.post(reverse("unlock"), {"pin": "111213"})
    assert sealed_bytes(noa) == before, "on disk a wrong try shows nowhere"
    noa.client.post(reverse("unlock"), {"pin": PIN})
    told = {entry.event: entry.count for entry in read(noa).entries}
    assert (told[Event.WRONG_PASSWORD], told[Event.WRONG_PIN]) == (3, 1)
    unlock(noa)
    assert {entry.event: entry.count for entry in read(noa).entries}[Event.WRONG_PASSWORD] == 3, "told once"


def test_wrong_tries_under_a_name_that_nobody_has_are_not_remembered(noa):
    browser().post(reverse("sign_in"), {"name": "nobody", "password": "not a password at all"})
    assert not untold_events._events


def test_a_flood_of_wrong_tries_is_one_line_a_day_and_pushes_nothing_out(noa, clock):
    account_log.write_visit(noa.mine, [(Event.WRONG_PASSWORD, "", clock.time, 1)] * (2 * MOST_ENTRIES))
    assert [entry for entry in read(noa).entries if entry.event is Event.WRONG_PASSWORD] == [
        Entry(day=TODAY, event=Event.WRONG_PASSWORD, count=2 * MOST_ENTRIES)
    ]
    assert Event.SIGNED_UP in events(noa)


def test_days_are_those_of_where_its_owner_lives(clock, db):
    clock.on(hour=23, minute=30)
    far = person("ada", chosen=Settings(name="Ada", zone="Pacific/Auckland"))
    assert read(far).entries[0].day == date(2026, 11, 25)


def test_every_unlock_writes_it_alike_and_neither_revision_nor_dates_count_them(noa, clock):
    before, sealed = log_row(noa), sealed_bytes(noa)
    clock.minutes(7)
    unlock(noa)
    assert log_row(noa) == before, "nothing new"
    assert len(sealed_bytes(noa) - sealed) == 1, "but written"
    assert before[0] == 1
    assert {(one.hour, one.minute, one.second) for one in before[1:3]} == {(0, 0, 0)}


CHANGES = {
    Event.PASSWORD_CHANGED: lambda who: accounts.change_password(
        who.opened, "another long password", derivation.KDF
    ),
    Event.CODE_RENEWED: lambda who: accounts.new_recovery_code(who.opened, derivation.KDF),
    Event.CODE_SAVED: lambda who: accounts.code_is_written_down(who.opened),
    Event.PIN_SET: lambda who: sessions.set_pin(who.live, who.opened, PIN, derivation.KDF),
    Event.PIN_REMOVED: lambda who: sessions.drop_pin(who.live, who.opened),
    Event.OTHERS_ENDED: lambda who: who.client.post(reverse("account_devices"), {"password": PASSWORD}),
    Event.COPY_TAKEN: lambda who: who.client.post(reverse("account_export"), {"password": PASSWORD}),
    Event.OPEN_LONGER: lambda who: who.client.post(
        reverse("account"),
        {"name": "Noa", "hue": "sea", "zone": "UTC", "lock_after": "0", "password": PASSWORD},
    ),
}


@pytest.mark.parametrize(("event", "change"), CHANGES.items(), ids=[event.value for event in CHANGES])
def test_what_changes_in_the_account_is_told(event, change, noa):
    assert event not in events(noa)
    change(noa)
    assert event in events(noa)


def test_recovering_is_told_and_that_the_new_code_waits(noa):
    account_log.add_entry(noa.mine, Event.CODE_SAVED)
    accounts.recover_account("noa", noa.opened.keyring.recovery_code, "another long password", derivation.KDF)
    assert Event.RECOVERED in events(noa)
    assert read(noa).code_waits


def test_a_log_that_does_not_open_closes_no_door_and_is_not_written_over(noa):
    row = noa.mine.only(AccountLog)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = %s WHERE id = %s", [b"\x01" * 99, row.id])
    assert unlock(noa).status_code == 302
    assert b"\x01" * 99 in sealed_bytes(noa)
    page = noa.client.get(reverse("account_log"))
    assert page.status_code == 200
    assert "did not open" in page.content.decode()


def test_it_is_kind_310():
    assert kind_of(AccountLog).number == 310
