import base64

import pytest
from django.db import connection
from tests.people import PASSWORD

from bothand.accounts import accounts, activity, derivation, devices, sessions
from bothand.accounts.errors import PinErased, WrongSecret
from bothand.accounts.models import Session
from bothand.accounts.sessions import PIN_TRIES

PIN = "318204"


def cookie(person):
    return person.client.cookies["__Host-bothand"].value


def load(person):
    return sessions.load_session(cookie(person))


def test_it_knows_the_visitor_by_the_cookie(noa):
    found = load(noa)
    assert found.account_id == noa.opened.id
    assert found.two.account_key == noa.opened.account_key
    assert found.one.settings.name == "Noa"


@pytest.mark.parametrize("value", ["", "x", "AAAA", "é", base64.urlsafe_b64encode(bytes(48)).decode()])
def test_it_knows_nobody_by_a_cookie_that_is_none(db, value):
    assert sessions.load_session(value) is None


def test_it_knows_nobody_by_an_id_without_its_secret(noa):
    raw = base64.urlsafe_b64decode(cookie(noa))
    assert sessions.load_session(base64.urlsafe_b64encode(raw[:16] + bytes(32)).decode()) is None


def test_it_stores_neither_id_nor_secret(noa):
    raw = base64.urlsafe_b64decode(cookie(noa))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_session")
        row = b"".join(bytes(v) for v in cursor.fetchone() if isinstance(v, bytes))
    assert raw[:16] not in row
    assert raw[16:] not in row
    assert noa.opened.account_key not in row


def test_it_opens_no_blob_of_another_row(noa, sam):
    rows = {bytes(row.account): row for row in Session.objects.all()}
    theirs = rows[sam.opened.id]
    Session.objects.filter(account=noa.opened.id).update(one=theirs.one, two=theirs.two)
    assert load(noa) is None


def test_it_locks_after_its_minutes_and_erases(noa, clock):
    activity.touch_session(noa.live.key, 15)
    clock.minutes(14)
    assert load(noa).two is not None
    clock.minutes(1)
    assert load(noa).two is None
    assert Session.objects.get().two is None


def test_the_sweeper_erases_without_any_request(noa, clock):
    activity.touch_session(noa.live.key, 5)
    clock.minutes(4)
    sessions.sweep_sessions()
    assert Session.objects.get().two is not None
    clock.minutes(1)
    sessions.sweep_sessions()
    assert Session.objects.get().two is None


def test_it_stays_open_until_locked_where_that_was_chosen(noa, clock):
    activity.touch_session(noa.live.key, 0)
    clock.minutes(60 * 24)
    sessions.sweep_sessions()
    assert load(noa).two is not None
    sessions.lock_session(noa.live)
    assert load(noa).two is None


def test_it_is_locked_after_a_restart(noa):
    sessions.lock_everything()
    assert load(noa).two is None


def test_a_blob_put_back_by_hand_does_not_open_after_a_restart(noa):
    two = bytes(Session.objects.get().two)
    sessions.lock_everything()
    Session.objects.update(two=two)
    assert load(noa).two is None


def test_it_ends_after_thirty_days(noa, clock):
    activity.touch_session(noa.live.key, 0)
    clock.minutes(60 * 24 * 29)
    assert load(noa) is not None
    clock.minutes(60 * 24)
    assert load(noa) is None
    assert not Session.objects.exists()


class TestPin:
    @pytest.fixture(autouse=True)
    def _with_pin(self, noa):
        sessions.set_pin(noa.live, noa.opened, PIN, derivation.KDF)
        noa.lock()

    def test_it_opens(self, noa):
        live = load(noa)
        assert live.two is None
        assert live.has_pin
        found = sessions.open_by_pin(live, PIN, derivation.KDF)
        assert found.account_key == noa.opened.account_key
        assert sessions.open_again(live, found).two is not None
        assert load(noa).two is not None

    def test_five_wrong_ones_erase_it(self, noa):
        for _ in range(PIN_TRIES - 1):
            with pytest.raises(WrongSecret):
                sessions.open_by_pin(load(noa), "999999", derivation.KDF)
        with pytest.raises(PinErased):
            sessions.open_by_pin(load(noa), "999999", derivation.KDF)
        assert Session.objects.get().pin is None
        with pytest.raises(PinErased):
            sessions.open_by_pin(load(noa), PIN, derivation.KDF)

    def test_it_counts_before_it_looks(self, noa, monkeypatch):
        class Unplugged(Exception):
            pass

        class Dead:
            params = derivation.KDF.params

            def stretch(self, *_args):
                raise Unplugged

        for _ in range(PIN_TRIES):
            with pytest.raises(Unplugged):
                sessions.open_by_pin(load(noa), "999999", Dead())
        with pytest.raises(PinErased):
            sessions.open_by_pin(load(noa), PIN, derivation.KDF)

    def test_a_right_one_clears_the_count(self, noa):
        for _ in range(2):
            for _ in range(PIN_TRIES - 1):
                with pytest.raises(WrongSecret):
                    sessions.open_by_pin(load(noa), "999999", derivation.KDF)
            sessions.open_by_pin(load(noa), PIN, derivation.KDF)

    def test_it_opens_on_no_other_device(self, noa):
        other = noa.another_device()
        blob = Session.objects.get(key=noa.live.key).pin
        Session.objects.filter(key=other.live.key).update(pin=blob)
        with pytest.raises(WrongSecret):
            sessions.open_by_pin(load(other), PIN, derivation.KDF)

    def test_it_comes_along_to_the_next_session_of_the_device(self, noa):
        found = accounts.sign_in("noa", PASSWORD, derivation.KDF)
        fresh, live = sessions.begin_session(found, agent="", before=load(noa))
        assert sessions.load_session(cookie(noa)) is None
        assert live.has_pin
        assert sessions.open_by_pin(sessions.load_session(fresh), PIN, derivation.KDF)

    def test_it_does_not_come_along_to_another_account(self, noa, sam):
        fresh, live = sessions.begin_session(sam.opened, agent="", before=load(noa))
        assert not live.has_pin
        assert live.one.device_key != noa.live.one.device_key
        assert Session.objects.get(key=sessions.load_session(fresh).key).pin is None


def test_ending_all_others_leaves_this_one(noa):
    other = noa.another_device()
    fresh = accounts.end_other_sessions(noa.opened, keep=noa.live.key)
    sessions.open_again(noa.live, fresh)
    assert load(other) is None
    assert load(noa).two.generation == fresh.keyring.generation == 2


def test_it_lists_devices_in_two_words(noa):
    noa.another_device()
    found = devices.list_devices(noa.opened, here=noa.live.key)
    assert [one.here for one in found] == [True, False]
    assert found[0].label == "Firefox · Android"
