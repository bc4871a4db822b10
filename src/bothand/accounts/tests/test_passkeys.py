"""Passkeys of an account, beneath the pages: what opens, and what a database alone cannot make open."""

import msgspec
import pytest
from tests.people import PASSWORD, QuickKdf

from bothand.accounts import accounts, departure, derivation, passkeys, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.errors import PasskeyCopied, PasskeyRefused, TooManyPasskeys
from bothand.accounts.models import Account, Passkey
from bothand.vault import passkey
from bothand.vault.ceremony import Site, read_made, read_shown
from bothand.vault.tests.authenticator import ORIGIN, SITE_NAME, Device

SITE = Site(SITE_NAME, ORIGIN)
QUESTION = bytes(56)
DEVICE = Device()
PLAIN = Device("a key without PRF", prf=False)


def add(who, device=DEVICE, name="My phone"):
    who.opened = passkeys.add_passkey(who.opened, SITE, QUESTION, read_made(device.make(QUESTION)), name)
    return who.opened.keyring.passkeys[-1]


def come(device=DEVICE, **instead):
    return passkeys.open_by_passkey(SITE, QUESTION, read_shown(device.show(QUESTION, **instead)))


def refused(device=DEVICE, **instead):
    with pytest.raises(PasskeyRefused):
        come(device, **instead)
    return True


def reread(who):
    who.opened = accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key)
    return who.opened


def test_it_opens_the_account(noa):
    kept = add(noa)
    assert (kept.name, kept.opens) == ("My phone", True)
    assert come().account_key == noa.opened.account_key


def test_several_open_the_same_account_each_by_itself(noa):
    devices = [Device(name_of) for name_of in ("phone", "laptop", "key")]
    for number, device in enumerate(devices):
        add(noa, device, f"number {number}")
    assert {come(device).id for device in devices} == {noa.opened.id}
    passkeys.remove_passkey(noa.opened, noa.opened.keyring.passkeys[1].id)
    assert refused(devices[1])
    assert come(devices[0]).id == come(devices[2]).id == noa.opened.id


def test_the_password_still_opens(noa):
    add(noa)
    assert accounts.sign_in("noa", PASSWORD, derivation.KDF).account_key == noa.opened.account_key


def test_its_name_and_its_public_key_lie_in_no_clear_column(noa):
    kept = add(noa, name="vexillogram")
    row = Passkey.objects.get()
    assert (bytes(row.id), bytes(row.account)) == (passkey.row_id(DEVICE.id), noa.opened.id)
    lying = b"".join(bytes(value) for value in (row.id, row.sealed, Account.objects.get().keyring))
    for part in (DEVICE.id, kept.credential, b"vexillogram", DEVICE.secret, noa.opened.account_key):
        assert part not in lying


def test_without_prf_it_opens_nothing_and_has_no_row(noa):
    assert not add(noa, PLAIN).opens
    assert not Passkey.objects.exists()
    assert refused(PLAIN)
    assert noa.opened.keyring.asks_twice
    assert passkeys.check_second_step(noa.opened, SITE, QUESTION, read_shown(PLAIN.show(QUESTION)))


def test_without_what_it_gives_the_signature_alone_opens_nothing(noa):
    add(noa)
    assert refused(prf=b"")
    assert refused(prf=bytes(32))
    assert refused(prf=DEVICE.secret + b"x")


def test_what_it_gives_opens_nothing_without_the_signature(noa):
    add(noa)
    assert refused(signature=bytes(64))


def test_the_same_one_is_not_added_twice(noa):
    add(noa)
    with pytest.raises(PasskeyRefused):
        add(noa)


def test_there_are_ten_at_most(noa):
    for number in range(passkey.MOST):
        add(noa, Device(f"number {number}"))
    with pytest.raises(TooManyPasskeys):
        add(noa, Device("one more"))


class TestCounting:
    def test_one_that_keeps_no_count_is_never_written_again(self, noa):
        add(noa)
        before = Account.objects.get().keyring_revision
        assert come().id == come().id
        assert Account.objects.get().keyring_revision == before

    def test_one_that_counts_has_to_count_on(self, noa):
        add(noa, DEVICE.counted(5))
        assert come(DEVICE.counted(6)).id == noa.opened.id
        for counter in (6, 5, 1, 0):
            with pytest.raises(PasskeyCopied):
                come(DEVICE.counted(counter))
        assert come(DEVICE.counted(7)).id == noa.opened.id

    def test_so_has_one_that_is_a_second_step(self, noa):
        add(noa, PLAIN.counted(5))
        with pytest.raises(PasskeyCopied):
            passkeys.check_second_step(
                noa.opened, SITE, QUESTION, read_shown(PLAIN.counted(5).show(QUESTION))
            )


class TestWithTheDatabase:
    """Whoever runs the machine writes what rows they like."""

    def test_a_row_of_ones_own_opens_nothing_of_anothers(self, noa, sam):
        add(noa)
        add(sam, Device("of Sam"))
        Passkey.objects.filter(account=sam.opened.id).update(account=noa.opened.id)
        assert refused(Device("of Sam"))

    def test_sealed_bytes_moved_to_another_passkey_open_nothing(self, noa, sam):
        add(noa)
        add(sam, Device("of Sam"))
        theirs = Passkey.objects.get(account=noa.opened.id).sealed
        Passkey.objects.filter(account=sam.opened.id).update(sealed=theirs, account=noa.opened.id)
        assert refused(Device("of Sam"))

    def test_one_that_was_removed_and_put_back_is_refused(self, noa):
        kept = add(noa)
        row = Passkey.objects.get()
        noa.opened = passkeys.remove_passkey(noa.opened, kept.id)
        assert not Passkey.objects.exists()
        row.save(force_insert=True)
        assert refused()

    def test_a_keyring_put_back_with_it_is_beyond_it_and_said(self, noa):
        """Whole rollback: docs/sealing.md says that it is not noticed."""
        kept = add(noa)
        row, account = Passkey.objects.get(), Account.objects.get()
        noa.opened = passkeys.remove_passkey(noa.opened, kept.id)
        row.save(force_insert=True)
        account.save()
        assert come().id == noa.opened.id

    def test_a_row_that_lies_in_wait_at_its_id_gives_way(self, noa, sam):
        Passkey(id=passkey.row_id(DEVICE.id), account=sam.opened.id, sealed=b"x").save(force_insert=True)
        add(noa)
        assert come().id == noa.opened.id

    def test_a_row_of_nobody_is_refused(self, noa):
        add(noa)
        Passkey.objects.update(account=bytes(16))
        assert refused()

    def test_nobody_lists_one_without_the_account_key(self, noa, sam):
        add(sam)
        Account.objects.filter(id=noa.opened.id).update(keyring=Account.objects.get(id=sam.opened.id).keyring)
        Passkey.objects.update(account=noa.opened.id)
        assert refused()


class TestAfterwards:
    def test_somebody_knew_it_removes_them_all(self, noa):
        add(noa)
        row = Passkey.objects.get()
        fresh = accounts.somebody_knew_it(
            noa.opened, "quite another password", QuickKdf(), now=wall_clock.now()
        )
        assert fresh.keyring.passkeys == ()
        assert not Passkey.objects.exists()
        row.save(force_insert=True)
        assert refused()

    def test_the_plain_way_keeps_them(self, noa):
        add(noa)
        accounts.change_password(noa.opened, "quite another password", QuickKdf())
        assert come().id == noa.opened.id

    def test_coming_back_by_the_code_keeps_what_opens_and_drops_the_second_step(self, noa):
        add(noa)
        add(noa, PLAIN)
        code = noa.opened.keyring.recovery_code
        found = accounts.recover_account("noa", code, "a password after it", QuickKdf())
        assert not found.keyring.asks_twice
        assert [one.opens for one in found.keyring.passkeys] == [True]
        assert come().id == noa.opened.id

    def test_deleting_the_account_takes_them_along(self, noa, sam):
        add(noa)
        add(sam, Device("of Sam"))
        departure.delete_account(noa.opened)
        assert [bytes(row.account) for row in Passkey.objects.all()] == [sam.opened.id]
        assert refused()


def test_one_whose_keyring_was_written_meanwhile_asks_once_more(noa, monkeypatch):
    add(noa, DEVICE.counted(1))
    stale = Opened(Account.objects.get(), noa.opened.account_key, noa.opened.keyring)
    accounts.write_keyring(reread(noa), msgspec.structs.replace(noa.opened.keyring, recovery_code=""))
    with pytest.raises(PasskeyRefused):
        passkeys.check_second_step(stale, SITE, QUESTION, read_shown(DEVICE.counted(2).show(QUESTION)))
