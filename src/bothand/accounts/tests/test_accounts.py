import pytest
from django.db import connection
from tests.people import PASSWORD, QuickKdf, person

from bothand.accounts import accounts, departure, derivation, sessions, wall_clock
from bothand.accounts.errors import HereAlready, SignUpClosed, WrongSecret
from bothand.accounts.models import Account, Gone, Session
from bothand.accounts.preferences import Settings
from bothand.vault import envelope, table
from bothand.vault.context import Purpose
from bothand.vault.errors import DidNotOpen
from bothand.vault.kdf import Argon2idKdf, KdfParams


def sign_up(login, *, anybody=True):
    return accounts.sign_up(
        login, PASSWORD, Settings(name=login), derivation.KDF, anybody=anybody, now=wall_clock.now()
    )


@pytest.mark.django_db
class TestSigningUp:
    def test_it_opens_with_name_and_password(self):
        made = sign_up("Noa")
        found = accounts.sign_in(" noa ", PASSWORD, derivation.KDF)
        assert found.id == made.id
        assert accounts.settings_of(found).name == "Noa"

    @pytest.mark.parametrize(
        "pair", [("noa", "another password 12"), ("nobody", PASSWORD), ("", ""), ("noa\0", PASSWORD)]
    )
    def test_it_does_not_say_what_was_wrong(self, pair):
        sign_up("noa")
        with pytest.raises(WrongSecret):
            accounts.sign_in(*pair, derivation.KDF)

    def test_it_stretches_for_an_unknown_name_too(self, monkeypatch):
        sign_up("noa")
        calls = []

        class Counting(QuickKdf):
            def stretch(self, secret, salt, params):
                calls.append(params)
                return QuickKdf.stretch(self, secret, salt, params)

        for login in ("noa", "nobody"):
            with pytest.raises(WrongSecret):
                accounts.sign_in(login, "not the password", Counting())
        assert len(calls) == 2

    def test_it_closes_behind_the_first(self):
        sign_up("noa", anybody=False)
        with pytest.raises(SignUpClosed):
            sign_up("sam", anybody=False)
        assert not accounts.may_sign_up(anybody=False)
        assert accounts.may_sign_up(anybody=True)

    def test_namesakes_are_told_apart_by_their_passwords_and_codes(self):
        first = sign_up("Noa")
        second = accounts.sign_up(
            "nOA", "a password of the second", Settings(), derivation.KDF, anybody=True, now=wall_clock.now()
        )
        assert accounts.sign_in("noa", PASSWORD, derivation.KDF).id == first.id
        assert accounts.sign_in("noa", "a password of the second", derivation.KDF).id == second.id
        back = accounts.recover_account(
            "noa", second.keyring.recovery_code, "a third of mine", derivation.KDF
        )
        assert back.id == second.id
        assert accounts.sign_in("noa", "a third of mine", derivation.KDF).id == second.id

    def test_a_wrong_password_costs_the_same_however_many_have_the_name(self, monkeypatch):
        calls = []

        class Counting(QuickKdf):
            def stretch(self, secret, salt, params):
                calls.append(1)
                return super().stretch(secret, salt, params)

        sign_up("noa")
        for number in range(3):
            other = f"a password of number {number}"
            accounts.sign_up("noa", other, Settings(), derivation.KDF, anybody=True, now=wall_clock.now())
        accounts.change_password(
            accounts.sign_in("noa", PASSWORD, derivation.KDF), "changed, and long enough", derivation.KDF
        )
        for attempt in (
            accounts.sign_in,
            lambda *given: accounts.recover_account(*given[:2], "new", given[2]),
        ):
            for login in ("noa", "nobody"):
                calls.clear()
                with pytest.raises(WrongSecret):
                    attempt(login, "not what opens anything", Counting())
                assert len(calls) == 1

    def test_signing_up_twice_with_one_password_makes_one_account(self):
        sign_up("noa")
        with pytest.raises(HereAlready):
            sign_up("Noa")
        assert Account.objects.count() == 1

    def test_it_keeps_no_name(self):
        sign_up("noaofthehills")
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM accounts_account")
            assert b"noaofthehills" not in b"".join(
                bytes(v) for v in cursor.fetchone() if not isinstance(v, int)
            )


@pytest.mark.django_db
class TestPasswords:
    def test_the_plain_way_keeps_key_and_code(self, noa):
        accounts.change_password(noa.opened, "quite another password", derivation.KDF)
        found = accounts.sign_in("noa", "quite another password", derivation.KDF)
        assert found.account_key == noa.opened.account_key
        with pytest.raises(WrongSecret):
            accounts.sign_in("noa", PASSWORD, derivation.KDF)

    def test_the_thorough_way_changes_every_key(self, noa):
        entry = noa.mine.only(Settings)
        code = noa.opened.keyring.recovery_code
        fresh = accounts.somebody_knew_it(
            noa.opened, "quite another password", derivation.KDF, now=wall_clock.now()
        )
        assert fresh.account_key != noa.opened.account_key
        assert accounts.settings_of(fresh) == entry.record
        assert not Session.objects.exists()
        found = accounts.sign_in("noa", "quite another password", derivation.KDF)
        assert found.keyring == fresh.keyring
        with pytest.raises(WrongSecret):
            accounts.recover_account("noa", code, "yet another password", derivation.KDF)

    def test_a_code_opens_once(self, noa):
        code = noa.opened.keyring.recovery_code
        found = accounts.recover_account("NOA", code.lower(), "a password after it", derivation.KDF)
        assert found.account_key == noa.opened.account_key
        assert found.keyring.recovery_code not in {"", code}
        with pytest.raises(WrongSecret):
            accounts.recover_account("noa", code, "a password after it", derivation.KDF)
        assert accounts.sign_in("noa", "a password after it", derivation.KDF)

    def test_a_code_leaves_the_keyring_when_it_is_on_paper(self, noa):
        found = accounts.code_is_written_down(noa.opened)
        assert accounts.by_key(Account.objects.get(), found.account_key).keyring.recovery_code == ""

    def test_two_changes_of_one_keyring_do_not_overwrite_each_other(self, noa):
        stale = accounts.by_key(Account.objects.get(), noa.opened.account_key)
        accounts.code_is_written_down(noa.opened)
        with pytest.raises(DidNotOpen):
            accounts.new_recovery_code(stale, derivation.KDF)

    def test_it_stretches_further_when_the_machine_can(self, noa, monkeypatch):
        stronger = QuickKdf(KdfParams(16, 1, 1))
        accounts.sign_in("noa", PASSWORD, stronger)
        assert envelope.read_envelope(bytes(Account.objects.get().by_password)).params == stronger.params

    def test_a_lowered_envelope_does_not_open(self, noa):
        row = Account.objects.get()
        lowered = envelope.close_envelope(
            QuickKdf(), Purpose.BY_PASSWORD, noa.opened.id, PASSWORD, noa.opened.account_key
        )
        Account.objects.update(by_password=lowered)
        with pytest.raises(WrongSecret):
            accounts.by_password(row, PASSWORD, Argon2idKdf())


@pytest.mark.django_db(transaction=True)
class TestDeleting:
    def test_it_takes_everything_and_leaves_the_ids_as_gone(self):
        noa, sam = person("noa"), person("sam")
        space = noa.mine.id
        assert departure.delete_account(noa.opened)
        assert table.all_rows(space) == []
        assert table.all_rows(sam.mine.id) != []
        assert {bytes(row.id) for row in Gone.objects.all()} == {noa.opened.id, space}
        assert [bytes(row.account) for row in Session.objects.all()] == [sam.opened.id]
        with pytest.raises(WrongSecret):
            accounts.sign_in("noa", PASSWORD, derivation.KDF)
        assert sessions.load_session(noa.client.cookies["__Host-bothand"].value) is None
