"""Passkeys, through the pages, with a device in software."""

import re

import pytest
from tests.people import ORIGIN, PASSWORD, Secure, browser

from bothand.accounts import access, account_log, tickets
from bothand.accounts.account_log import Event
from bothand.accounts.models import Passkey, Session
from bothand.accounts.preferences import Settings
from bothand.vault.tests.authenticator import Device

DEVICE = Device()
PLAIN = Device("a key without PRF", prf=False)
WRONG = "not my password at all"
OWN = "a long password of my own"
STAYS_OPEN = {"name": "Noa", "hue": "moss", "zone": "Europe/Vienna", "lock_after": "0", "password": ""}


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def question(client):
    return bytes.fromhex(client.get("/touch/").content.decode())


def shown(client, device=DEVICE, **instead):
    return device.show(question(client), **instead)


def add(who, device=DEVICE, name="My phone"):
    page = text(who.client.post("/you/touch/new/", {"name": name, "password": who.password}))
    asked = bytes.fromhex(re.search(r'data-question="(\w+)"', page)[1])
    return who.client.post("/you/touch/make/", {"name": name, "passkey": device.make(asked)})


def come(device=DEVICE, client=None, **more):
    client = client or browser()
    return client.post("/in/", {"passkey": shown(client, device)} | more)


@pytest.fixture
def keyed(noa):
    """Noa, with a passkey."""
    assert add(noa).headers["Location"] == "/you/touch/?made=opens"
    return noa


class TestAdding:
    def test_it_is_listed_by_the_name_its_owner_gave(self, keyed):
        page = text(keyed.client.get("/you/touch/?made=opens"))
        assert "Your passkey is ready" in page
        assert "My phone" in page
        assert "Opens your own pages" in page

    def test_it_is_said_who_opens_mine_with_it(self, noa):
        page = text(noa.client.get("/you/touch/new/"))
        assert (
            "Anybody who can unlock this device, or shares the account its passkeys are copied to, can open your own pages"
            in page
        )

    @pytest.mark.parametrize(("password", "status"), [("", 422), (WRONG, 403)])
    def test_nobody_adds_one_at_an_open_phone_without_the_password(self, noa, password, status):
        response = noa.client.post("/you/touch/new/", {"name": "Mine", "password": password})
        assert response.status_code == status
        assert "data-question" not in text(response)

    def test_a_passkey_does_not_add_another(self, keyed):
        response = keyed.client.post("/you/touch/new/", {"name": "Mine", "passkey": shown(keyed.client)})
        assert response.status_code == 422

    @pytest.mark.parametrize("use", ["show a passkey", "anything"])
    def test_without_the_question_that_follows_the_password_none_is_taken_up(self, noa, use):
        asked = tickets.sign_ticket(use, noa.opened.id)
        response = noa.client.post("/you/touch/make/", {"name": "Mine", "passkey": DEVICE.make(asked)})
        assert response.status_code == 403
        assert "No passkey was saved" in text(response)
        assert not Passkey.objects.exists()

    def test_the_question_of_another_does_not_do(self, noa, sam):
        page = text(sam.client.post("/you/touch/new/", {"name": "Mine", "password": sam.password}))
        asked = bytes.fromhex(re.search(r'data-question="(\w+)"', page)[1])
        response = noa.client.post("/you/touch/make/", {"name": "Mine", "passkey": DEVICE.make(asked)})
        assert response.status_code == 403

    def test_after_five_minutes_it_begins_anew(self, noa, clock):
        page = text(noa.client.post("/you/touch/new/", {"name": "Mine", "password": noa.password}))
        asked = bytes.fromhex(re.search(r'data-question="(\w+)"', page)[1])
        clock.minutes(6)
        assert (
            noa.client.post("/you/touch/make/", {"name": "Mine", "passkey": DEVICE.make(asked)}).status_code
            == 403
        )

    def test_without_prf_it_is_said_that_it_is_a_second_step_only(self, noa):
        assert add(noa, PLAIN).headers["Location"] == "/you/touch/?made=step"
        page = text(noa.client.get("/you/touch/?made=step"))
        assert "is a second step only" in page
        assert "As a second step only" in page

    def test_where_the_address_is_a_number_it_is_said(self, noa, settings):
        settings.ALLOWED_HOSTS = ["192.0.2.7"]
        settings.CSRF_TRUSTED_ORIGINS = ["https://192.0.2.7"]
        page = text(noa.client.get("/you/touch/new/", HTTP_HOST="192.0.2.7"))
        assert "for addresses with a name" in page
        assert 'name="password"' not in page


class TestSigningIn:
    def test_it_signs_in_and_opens_mine(self, keyed):
        client = browser()
        assert come(client=client).headers["Location"] == "/"
        assert client.get("/you/").status_code == 200
        assert access.KNOWN_COOKIE in client.cookies

    def test_it_goes_on_to_where_one_was_going(self, keyed):
        assert come(next="/goals/").headers["Location"] == "/goals/"
        assert come(next="https://elsewhere.example/").headers["Location"] == "/"

    def test_one_that_is_unknown_opens_nothing(self, keyed):
        response = come(Device("of somebody"))
        assert response.status_code == 403
        assert "opens nothing here" in text(response)
        assert Session.objects.count() == 1

    def test_one_without_prf_does_not_sign_in_alone(self, noa):
        add(noa, PLAIN)
        assert come(PLAIN).status_code == 403

    def test_an_answer_is_good_once(self, keyed):
        client = browser()
        answer = shown(client)
        assert client.post("/in/", {"passkey": answer}).status_code == 302
        assert browser().post("/in/", {"passkey": answer}).status_code == 403

    def test_an_answer_to_no_question_of_ours_opens_nothing(self, keyed):
        assert browser().post("/in/", {"passkey": DEVICE.show(bytes(56))}).status_code == 403

    def test_an_answer_from_another_address_opens_nothing(self, keyed):
        assert come(Device(origin="https://testserver.example")).status_code == 403

    def test_a_device_that_did_not_verify_anybody_opens_nothing(self, keyed):
        assert come(Device(verifies=False)).status_code == 403

    @pytest.mark.parametrize("sent", ["x", "{}", "[]", "null", '{"id":""}', "é", "{" * 999])
    def test_what_is_no_answer_opens_nothing(self, keyed, sent):
        assert browser().post("/in/", {"passkey": sent}).status_code == 403

    def test_a_copied_one_is_refused_and_told(self, noa):
        add(noa, DEVICE.counted(5))
        assert come(DEVICE.counted(9)).status_code == 302
        response = come(DEVICE.counted(7))
        assert response.status_code == 403
        assert "there may be two of it" in text(response)

    def test_nothing_at_the_door_depends_on_a_name(self, keyed, sam):
        """Whether somebody has passkeys is not told: the question is the same for all, and asks for nobody."""
        pages = [re.sub(r"[0-9a-zA-Z]{32,}", "", text(browser().get("/in/"))) for _ in range(2)]
        assert pages[0] == pages[1]
        for client in (browser(), sam.client):
            assert re.fullmatch(r"[0-9a-f]{112}", client.get("/touch/").content.decode())

    def test_the_password_still_signs_in(self, keyed):
        assert browser().post("/in/", {"name": "noa", "password": PASSWORD}).headers["Location"] == "/"


class TestUnlocking:
    def test_it_opens_mine_without_a_pin(self, keyed):
        keyed.client.post("/lock/")
        assert keyed.client.get("/you/").status_code == 403
        response = keyed.client.post("/open/", {"passkey": shown(keyed.client), "next": "/you/"})
        assert response.headers["Location"] == "/you/"
        assert keyed.client.get("/you/").status_code == 200

    def test_one_of_somebody_else_does_not(self, keyed, sam):
        add(sam, Device("of Sam"))
        keyed.client.post("/lock/")
        response = keyed.client.post("/open/", {"passkey": shown(keyed.client, Device("of Sam"))})
        assert response.status_code == 403
        assert "opens nothing here" in text(response)
        assert keyed.client.get("/you/").status_code == 403

    def test_an_answer_given_at_the_door_does_not(self, keyed):
        keyed.client.post("/lock/")
        assert keyed.client.post("/open/", {"passkey": shown(browser())}).status_code == 403

    def test_a_wrong_one_costs_no_try_of_the_pin(self, keyed):
        keyed.client.post("/you/digits/", {"pin": "318204", "password": PASSWORD})
        keyed.client.post("/lock/")
        for _ in range(6):
            keyed.client.post("/open/", {"passkey": "x"})
        assert keyed.client.post("/open/", {"pin": "318204"}).status_code == 302

    def test_what_was_typed_goes_on_with_it(self, keyed):
        keyed.client.post("/lock/")
        data = {"name": "Typed while locked", "hue": "sea", "zone": "UTC", "lock_after": "5"}
        page = keyed.client.post("/you/", data).content.decode()
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        done = keyed.client.post("/again/", hidden | {"passkey": shown(keyed.client)})
        assert done.headers["Location"] == "/you/?kept=1"
        assert keyed.mine.only(Settings).record.name == "Typed while locked"

    def test_and_after_signing_in_with_it(self, keyed):
        mark = re.search(r'name="mark" value="(\w+)"', text(keyed.client.get("/you/")))[1]
        keyed.client.post("/out/")
        data = {"name": "Typed signed out", "hue": "sea", "zone": "UTC", "lock_after": "5", "mark": mark}
        page = keyed.client.post("/you/", data).content.decode()
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        done = keyed.client.post("/again/", hidden | {"passkey": shown(keyed.client)})
        assert done.headers["Location"] == "/you/?kept=1"

    def test_what_it_gave_is_never_carried(self, keyed):
        keyed.client.post("/out/")
        page = keyed.client.post("/you/", {"passkey": "what it gave", "name": "x"})
        assert "what it gave" not in text(page)


class TestConfirming:
    def test_it_confirms_that_mine_stays_open_longer(self, keyed):
        response = keyed.client.post("/you/", STAYS_OPEN | {"passkey": shown(keyed.client)})
        assert response.headers["Location"] == "/you/?kept=1"
        assert keyed.mine.only(Settings).record.lock_after == 0

    def test_a_wrong_one_confirms_nothing(self, keyed):
        response = keyed.client.post("/you/", STAYS_OPEN | {"passkey": "x"})
        assert response.status_code == 403
        assert keyed.mine.only(Settings).record.lock_after == 15

    def test_it_confirms_that_all_others_are_signed_out(self, keyed):
        other = keyed.another_device()
        response = keyed.client.post("/you/devices/", {"passkey": shown(keyed.client)})
        assert response.headers["Location"] == "/you/devices/?ended=1"
        assert other.client.get("/you/").status_code == 302

    def test_it_confirms_that_the_pin_of_a_device_goes(self, keyed):
        keyed.client.post("/you/digits/", {"pin": "318204", "password": PASSWORD})
        assert keyed.client.post("/you/digits/off/", {"passkey": "x"}).status_code == 403
        assert keyed.client.post("/you/digits/off/", {"passkey": shown(keyed.client)}).status_code == 302
        assert Session.objects.get().pin is None

    def test_the_session_goes_on_under_a_new_cookie(self, keyed):
        before = keyed.client.cookies[access.COOKIE].value
        keyed.client.post("/you/", STAYS_OPEN | {"passkey": shown(keyed.client)})
        assert keyed.client.cookies[access.COOKIE].value != before

    @pytest.mark.parametrize(
        "below", ["words/", "paper/", "copy/", "bring/", "close/", "digits/", "step/", "touch/new/"]
    )
    def test_it_changes_no_key_and_takes_nothing_out(self, keyed, below):
        """Password, code, PIN, passkeys, copies, deleting: each takes the password."""
        new = {
            "way": "plain",
            "which": "own",
            "new_password": OWN,
            "again_password": OWN,
            "pin": "318204",
            "name": "x",
        }
        response = keyed.client.post(f"/you/{below}", new | {"passkey": shown(keyed.client)})
        assert response.status_code == 422
        assert browser().post("/in/", {"name": "noa", "password": PASSWORD}).status_code == 302


class TestRemoving:
    def path(self, who):
        return re.search(r'href="(/you/touch/\w+/off/)"', text(who.client.get("/you/touch/")))[1]

    def test_it_takes_the_password(self, keyed):
        path = self.path(keyed)
        assert keyed.client.post(path, {"password": WRONG}).status_code == 403
        assert keyed.client.post(path, {"passkey": shown(keyed.client)}).status_code == 422
        assert come().status_code == 302
        assert keyed.client.post(path, {"password": PASSWORD}).headers["Location"] == "/you/touch/"
        assert come().status_code == 403
        assert "My phone" not in text(keyed.client.get("/you/touch/"))

    def test_one_put_back_into_the_database_opens_nothing(self, keyed):
        row = Passkey.objects.get()
        keyed.client.post(self.path(keyed), {"password": PASSWORD})
        row.save(force_insert=True)
        assert come().status_code == 403

    def test_that_of_another_is_nowhere(self, keyed, sam):
        assert sam.client.get(self.path(keyed)).status_code == 404

    def test_somebody_knew_it_removes_them_all(self, keyed):
        add(keyed, PLAIN, "A key")
        new = {
            "password": PASSWORD,
            "way": "known",
            "which": "own",
            "new_password": OWN,
            "again_password": OWN,
        }
        keyed.client.post("/you/words/", new)
        assert come().status_code == 403
        page = text(keyed.client.get("/you/touch/"))
        assert "My phone" not in page
        assert "A key" not in page
        assert browser().post("/in/", {"name": "noa", "password": OWN}).headers["Location"] == "/"


def test_its_owner_finds_in_the_log_what_was_added_and_removed(keyed):
    path = re.search(r'href="(/you/touch/\w+/off/)"', text(keyed.client.get("/you/touch/")))[1]
    keyed.client.post(path, {"password": PASSWORD})
    told = [(one.event, one.about) for one in account_log.read_log(keyed.mine).entries]
    assert (Event.PASSKEY_ADDED, "My phone") in told
    assert (Event.PASSKEY_REMOVED, "My phone") in told


def test_a_form_from_another_site_signs_nobody_in(keyed):
    strict = Secure(enforce_csrf_checks=True, **ORIGIN | {"HTTP_ORIGIN": "https://elsewhere.example"})
    assert strict.post("/in/", {"passkey": shown(strict)}).status_code == 403
    assert not strict.cookies.get(access.COOKIE)
