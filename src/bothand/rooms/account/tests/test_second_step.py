"""Codes and passkeys as a second step, through the pages."""

import re

import pytest
from tests.people import PASSWORD, browser

from bothand.accounts import account_log, accounts
from bothand.accounts.account_log import Event
from bothand.accounts.models import Account, Session
from bothand.rooms.account.tests.test_passkeys import DEVICE, PLAIN, add, shown, text
from bothand.vault import one_time
from bothand.vault.tests.authenticator import Device

OWN = "a long password of my own"


def code_of(seed, clock, off=0):
    step = int(clock.time.timestamp()) // 30 + off
    return one_time._totp(seed).generate(step * 30).decode()


def ring(who):
    return accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key).keyring


def set_up(who, clock):
    """Set codes up as a person does; the seed."""
    page = text(who.client.post("/you/step/", {"password": who.password}))
    ticket = re.search(r'name="setup_secret" value="(\w+)"', page)[1]
    spelled = re.search(r"<code[^>]*>([^<]+)</code>", page)[1]
    seed = next(seed for seed in [_seed_of(spelled)] if one_time.spell_seed(seed) == spelled)
    done = who.client.post("/you/step/on/", {"setup_secret": ticket, "code": code_of(seed, clock)})
    assert done.headers["Location"] == "/you/step/?kept=1"
    clock.minutes(2)
    return seed


def _seed_of(spelled):
    from base64 import b32decode

    return b32decode(spelled.replace(" ", ""))


def begin(client=None, password=PASSWORD, **more):
    """The password; the page that came, and the step it carries."""
    client = client or browser()
    page = client.post("/in/", {"name": "noa", "password": password} | more)
    found = re.search(r'name="step_secret" value="(\w+)"', text(page))
    return client, page, found and found[1]


@pytest.fixture
def seed(noa, clock):
    return set_up(noa, clock)


class TestSettingUp:
    def test_it_takes_the_password(self, noa, clock):
        assert noa.client.post("/you/step/", {"password": "not my password at all"}).status_code == 403
        assert noa.client.post("/you/step/", {}).status_code == 422

    def test_a_code_that_does_not_fit_shows_the_same_letters_again(self, noa, clock):
        page = text(noa.client.post("/you/step/", {"password": PASSWORD}))
        ticket = re.search(r'name="setup_secret" value="(\w+)"', page)[1]
        again = noa.client.post("/you/step/on/", {"setup_secret": ticket, "code": "000000"})
        assert again.status_code == 403
        assert "That code doesn’t match" in text(again)
        assert re.search(r"<code[^>]*>([^<]+)</code>", page)[1] in text(again)
        assert not ring(noa).asks_twice

    def test_after_five_minutes_it_begins_anew(self, noa, clock):
        page = text(noa.client.post("/you/step/", {"password": PASSWORD}))
        ticket = re.search(r'name="setup_secret" value="(\w+)"', page)[1]
        clock.minutes(6)
        late = noa.client.post("/you/step/on/", {"setup_secret": ticket, "code": "000000"})
        assert late.status_code == 403
        assert "longer than five minutes" in text(late)

    def test_it_says_to_have_the_recovery_code_at_hand(self, noa):
        assert "Have your recovery code at hand first" in text(noa.client.get("/you/step/"))

    def test_taking_it_away_takes_the_password(self, noa, seed):
        assert noa.client.post("/you/step/off/", {"password": "not my password at all"}).status_code == 403
        assert ring(noa).asks_twice
        assert noa.client.post("/you/step/off/", {"password": PASSWORD}).status_code == 302
        assert not ring(noa).asks_twice
        assert browser().post("/in/", {"name": "noa", "password": PASSWORD}).status_code == 302


class TestSigningIn:
    def test_the_password_alone_does_not(self, noa, seed):
        client, page, step = begin()
        assert page.status_code == 200
        assert "One more step" in text(page)
        assert client.get("/you/").status_code == 302
        assert Session.objects.count() == 1
        assert noa.opened.account_key.hex() not in step

    def test_the_code_does(self, noa, seed, clock):
        client, _page, step = begin(next="/goals/")
        done = client.post(
            "/in/step/", {"step_secret": step, "code": code_of(seed, clock), "next": "/goals/"}
        )
        assert done.headers["Location"] == "/goals/"
        assert client.get("/you/").status_code == 200

    def test_a_used_code_is_refused(self, noa, seed, clock):
        code = code_of(seed, clock)
        client, _page, step = begin()
        assert client.post("/in/step/", {"step_secret": step, "code": code}).status_code == 302
        other, _page, step = begin()
        refused = other.post("/in/step/", {"step_secret": step, "code": code})
        assert refused.status_code == 403
        assert "each works once" in text(refused)
        assert other.get("/you/").status_code == 302

    def test_a_wrong_password_is_told_as_everywhere_and_asks_for_no_code(self, noa, seed):
        _client, page, step = begin(password="not my password at all")
        assert page.status_code == 403
        assert step is None

    def test_guesses_are_slowed(self, noa, seed, clock):
        client, _page, step = begin()
        statuses = [
            client.post("/in/step/", {"step_secret": step, "code": "000000"}).status_code for _ in range(7)
        ]
        assert statuses[:5] == [403] * 5
        assert statuses[-1] == 429

    def test_the_first_step_holds_for_minutes(self, noa, seed, clock):
        client, _page, step = begin()
        clock.minutes(6)
        late = client.post("/in/step/", {"step_secret": step, "code": code_of(seed, clock)})
        assert late.headers["Location"] == "/in/"
        assert client.get("/you/").status_code == 302

    def test_without_a_first_step_there_is_no_second(self, noa, seed, clock):
        client = browser()
        for step in ("", "00", "x"):
            client.post("/in/step/", {"step_secret": step, "code": code_of(seed, clock)})
        assert client.get("/you/").status_code == 302
        assert client.get("/in/step/").headers["Location"] == "/in/"

    def test_the_recovery_code_gets_in(self, noa, seed):
        data = {
            "name": "noa",
            "recovery_code": noa.opened.keyring.recovery_code,
            "which": "own",
            "new_password": OWN,
            "again_password": OWN,
        }
        assert browser().post("/back/", data).headers["Location"] == "/start/code/"
        assert browser().post("/in/", {"name": "noa", "password": OWN}).headers["Location"] == "/"

    def test_a_passkey_that_opens_needs_no_second_step(self, noa, seed):
        add(noa)
        client = browser()
        assert client.post("/in/", {"passkey": shown(client)}).headers["Location"] == "/"

    def test_a_device_that_is_signed_in_unlocks_without_a_code(self, noa, seed):
        noa.client.post("/lock/")
        assert noa.client.post("/open/", {"password": PASSWORD}).status_code == 302

    def test_what_was_typed_waits_while_one_signs_in_elsewhere(self, noa, seed, clock):
        mark = re.search(r'name="mark" value="(\w+)"', text(noa.client.get("/you/")))[1]
        noa.client.post("/out/")
        data = {"name": "Typed signed out", "hue": "sea", "zone": "UTC", "lock_after": "5", "mark": mark}
        page = noa.client.post("/you/", data).content.decode()
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        again = noa.client.post("/again/", hidden | {"name": "noa", "password": PASSWORD})
        assert "Sign in in another window" in text(again)
        assert "Typed signed out" in text(again)
        _client, _page, step = begin(noa.client)
        noa.client.post("/in/step/", {"step_secret": step, "code": code_of(seed, clock)})
        assert noa.client.post("/again/", hidden).headers["Location"] == "/you/?kept=1"


class TestByPasskey:
    @pytest.fixture
    def stepped(self, noa):
        """Noa, whose passkey cannot open by itself."""
        add(noa, PLAIN)
        return noa

    def test_after_the_password_it_gets_in(self, stepped):
        client, _page, step = begin()
        done = client.post("/in/step/", {"step_secret": step, "passkey": shown(client, PLAIN)})
        assert done.headers["Location"] == "/"
        assert client.get("/you/").status_code == 200

    def test_so_does_one_that_opens_by_itself(self, stepped):
        add(stepped, DEVICE)
        client, _page, step = begin()
        assert client.post("/in/step/", {"step_secret": step, "passkey": shown(client)}).status_code == 302

    def test_one_of_somebody_else_does_not(self, stepped, sam):
        add(sam, Device("of Sam", prf=False))
        client, _page, step = begin()
        refused = client.post(
            "/in/step/", {"step_secret": step, "passkey": shown(client, Device("of Sam", prf=False))}
        )
        assert refused.status_code == 403
        assert client.get("/you/").status_code == 302

    def test_a_copied_one_does_not(self, noa):
        add(noa, PLAIN.counted(5))
        client, _page, step = begin()
        refused = client.post("/in/step/", {"step_secret": step, "passkey": shown(client, PLAIN.counted(4))})
        assert refused.status_code == 403
        assert "there may be two of it" in text(refused)

    def test_removing_it_ends_the_second_step(self, stepped):
        path = re.search(r'href="(/you/touch/\w+/off/)"', text(stepped.client.get("/you/touch/")))[1]
        stepped.client.post(path, {"password": PASSWORD})
        assert browser().post("/in/", {"name": "noa", "password": PASSWORD}).headers["Location"] == "/"


def test_who_knew_the_password_and_no_code_is_told_to_the_owner(noa, clock):
    seed = set_up(noa, clock)
    client, _page, step = begin()
    client.post("/in/step/", {"step_secret": step, "code": "000000"})
    client.post("/in/step/", {"step_secret": step, "code": code_of(seed, clock)})
    told = [one.event for one in account_log.read_log(noa.mine).entries]
    assert Event.CODES_ON in told
    assert Event.WRONG_STEP in told


def test_whether_a_code_is_asked_for_is_told_to_nobody_without_the_password(noa, sam, clock):
    set_up(noa, clock)
    wrong = [
        re.sub(
            r"[0-9a-zA-Z]{32,}", "", text(browser().post("/in/", {"name": name, "password": "not it at all"}))
        )
        for name in ("noa", "sam")
    ]
    assert wrong[0].replace("noa", "sam") == wrong[1]
