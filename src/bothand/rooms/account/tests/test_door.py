import re

import pytest
from django.test import Client
from tests.people import ORIGIN, PASSWORD, Secure, browser

from bothand.accounts import access
from bothand.accounts.models import Account, Session
from bothand.accounts.passwords import SHORTEST

OWN = "a long password of my own"
NEW = {"name": "Noa", "which": "own", "new_password": OWN, "again_password": OWN, "zone": "Europe/Vienna"}


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


class TestStarting:
    def test_it_makes_a_place_and_goes_on_to_the_code(self, anyone):
        response = anyone.post("/start/", NEW)
        assert response.headers["Location"] == "/start/code/"
        page = anyone.get("/start/code/")
        assert page.status_code == 200
        assert Account.objects.count() == 1

    def test_it_shows_the_code_until_it_is_on_paper(self, anyone):
        anyone.post("/start/", NEW)
        first, second = (
            re.findall(r"<span>(.{3})</span>", text(anyone.get("/start/code/"))) for _ in range(2)
        )
        assert first == second
        assert len(first) == 9
        assert anyone.post("/start/code/").headers["Location"] == "/start/pin/"
        assert anyone.get("/start/code/").headers["Location"] == "/you/paper/"

    def test_it_takes_the_words_it_offered(self, anyone):
        page = text(anyone.get("/start/"))
        offered = re.search(r'name="offered_password" type="password" value="([a-z ]+)"', page).group(1)
        anyone.post("/start/", {"name": "Noa", "which": "offered", "offered_password": offered, "zone": ""})
        other = browser()
        assert other.post("/in/", {"name": "noa", "password": offered}).status_code == 302

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"new_password": "short", "again_password": "short"}, "15 characters"),
            ({"again_password": "another one entirely"}, "are different"),
            (
                {"new_password": "noanoanoanoanoanoa", "again_password": "noanoanoanoanoanoa"},
                "Most of it is your name",
            ),
            ({"new_password": "ab" * 10, "again_password": "ab" * 10}, "repeats itself"),
            ({"name": ""}, "This is still empty"),
        ],
        ids=["short", "unlike", "name", "repeats", "no name"],
    )
    def test_it_says_what_to_change(self, anyone, change, said):
        response = anyone.post("/start/", NEW | change)
        assert said in text(response)
        assert not Account.objects.exists()
        assert f'value="{(NEW | change)["name"]}"' in text(response) or not (NEW | change)["name"]

    def test_it_closes_behind_the_first(self, anyone, settings):
        anyone.post("/start/", NEW)
        response = browser().post("/start/", NEW | {"name": "Sam"})
        assert response.status_code == 403
        assert "need an invitation" in text(response)
        settings.BOTHAND_OPEN = True
        assert browser().post("/start/", NEW | {"name": "Sam"}).status_code == 302

    def test_it_does_not_tell_which_names_are_taken(self, anyone, settings):
        settings.BOTHAND_OPEN = True
        anyone.post("/start/", NEW)
        other = {"new_password": "another password of mine", "again_password": "another password of mine"}
        answers = [browser().post("/start/", NEW | other | {"name": name}) for name in ("Noa", "Free")]
        assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, "/start/code/")] * 2

    def test_a_form_that_comes_twice_leads_to_signing_in(self, anyone, settings):
        settings.BOTHAND_OPEN = True
        for where in ("/start/code/", "/in/"):
            assert browser().post("/start/", NEW)["Location"] == where

    def test_it_says_when_many_have_signed_up(self, anyone, settings):
        settings.BOTHAND_OPEN = True
        answers = [browser().post("/start/", NEW | {"name": f"name {number}"}) for number in range(6)]
        assert [answer.status_code for answer in answers] == [302] * 5 + [429]
        assert "Several people have signed up from your connection" in text(answers[-1])

    def test_whoever_sits_at_this_machine_is_no_stranger(self, anyone, settings):
        settings.BOTHAND_OPEN = True
        here = {"bothand.peer": "127.0.0.1"}
        answers = [browser().post("/start/", NEW | {"name": f"name {number}"}, **here) for number in range(7)]
        assert {answer.status_code for answer in answers} == {302}


class TestSigningIn:
    def test_it_goes_where_one_was_going(self, noa):
        response = browser().post("/in/", {"name": "noa", "password": PASSWORD, "next": "/you/?x=1"})
        assert response.headers["Location"] == "/you/?x=1"

    def test_it_goes_nowhere_else(self, noa):
        for target in ("https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"):
            response = browser().post("/in/", {"name": "noa", "password": PASSWORD, "next": target})
            assert response.headers["Location"] == "/"

    def test_it_says_one_thing_whatever_was_wrong(self, noa):
        pages = [
            text(browser().post("/in/", {"name": name, "password": "x" * 20})) for name in ("noa", "nemo")
        ]
        bare = [re.sub(r'value="[^"]*"', "", page) for page in pages]
        assert bare[0] == bare[1]
        assert "That password doesn’t match this name." in pages[0]

    def test_it_never_gives_a_password_back(self, noa):
        assert "wrong-and-secret-words" not in text(
            browser().post("/in/", {"name": "noa", "password": "wrong-and-secret-words"})
        )

    def test_it_asks_for_patience_after_many(self, noa, clock):
        anyone = browser()
        for _ in range(5):
            assert anyone.post("/in/", {"name": "noa", "password": "x" * 20}).status_code == 403
        response = anyone.post("/in/", {"name": "noa", "password": PASSWORD})
        assert response.status_code == 429
        assert "Wait" in text(response)
        clock.minutes(20)
        assert anyone.post("/in/", {"name": "noa", "password": PASSWORD}).status_code == 302

    def test_it_sets_cookies_that_only_tls_carries(self, noa):
        anyone = browser()
        anyone.post("/in/", {"name": "noa", "password": PASSWORD})
        for name in (access.COOKIE, access.KNOWN_COOKIE):
            cookie = anyone.cookies[name]
            assert name.startswith("__Host-")
            assert (
                cookie["secure"],
                cookie["httponly"],
                cookie["samesite"],
                cookie["path"],
                cookie["domain"],
            ) == (
                True,
                True,
                "Lax",
                "/",
                "",
            )

    def test_it_gives_a_new_secret_each_time(self, noa):
        before = noa.client.cookies[access.COOKIE].value
        noa.client.post("/in/", {"name": "noa", "password": PASSWORD})
        assert noa.client.cookies[access.COOKIE].value != before
        assert Session.objects.count() == 1


class TestLocking:
    def test_it_locks_now_and_opens_by_pin(self, noa):
        noa.client.post("/you/digits/", {"pin": "318204", "password": PASSWORD})
        noa.client.post("/lock/")
        locked = noa.client.get("/you/")
        assert locked.status_code == 403
        assert "Locked for now." in text(locked)
        assert noa.client.post("/open/", {"pin": "318204", "next": "/you/"}).headers["Location"] == "/you/"
        assert noa.client.get("/you/").status_code == 200

    def test_what_is_closed_already_is_not_offered_to_be_locked(self, noa):
        assert "Lock now" in text(noa.client.get("/you/"))
        noa.client.post("/lock/")
        page = text(noa.client.get("/you/"))
        assert "Lock now" not in page
        assert "Quick exit" in page

    def test_five_wrong_pins_take_it_away(self, noa):
        noa.client.post("/you/digits/", {"pin": "318204", "password": PASSWORD})
        noa.client.post("/lock/")
        said = [text(noa.client.post("/open/", {"pin": "999999"})) for _ in range(5)]
        assert "That isn’t your PIN" in said[0]
        assert "fifth wrong PIN" in said[4]
        assert 'name="pin"' not in said[4]
        assert noa.client.post("/open/", {"pin": "318204"}).status_code == 403
        assert noa.client.post("/open/", {"password": PASSWORD}).status_code == 302

    @pytest.mark.parametrize("pin", ["12345", "1234567", "abcdef", "111111", "123456", "987654", "٣١٨٢٠٤"])
    def test_it_takes_six_mixed_digits(self, noa, pin):
        assert Session.objects.get().pin is None
        noa.client.post("/you/digits/", {"pin": pin, "password": PASSWORD})
        assert Session.objects.get().pin is None

    def test_locked_pages_look_the_same_whatever_is_there(self, noa, sam):
        noa.client.post("/you/", {"name": "Sam", "hue": "clay", "zone": "Europe/Vienna", "lock_after": "15"})
        for person in (noa, sam):
            person.client.post("/lock/")
        hidden = [
            re.sub(r'value="[0-9a-zA-Z]{32,}"|data-mark="\w+"', "", text(p.client.get("/you/")))
            for p in (noa, sam)
        ]
        assert hidden[0] == hidden[1]


class TestCarrying:
    @pytest.fixture
    def strict(self, noa):
        """A browser whose CSRF tokens are checked."""
        client = Secure(enforce_csrf_checks=True, **ORIGIN)
        client.cookies[access.COOKIE] = noa.client.cookies[access.COOKIE].value
        return client

    def carry(self, page, **typed):
        found = dict(
            re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page.content.decode())
        )
        return {name: value.replace("&#x27;", "'") for name, value in found.items()} | typed

    def test_it_goes_on_after_an_old_token(self, noa, strict):
        data = {"name": "Typed long ago", "hue": "sea", "zone": "UTC", "lock_after": "5", "mark": ""}
        page = strict.post("/you/", data)
        assert page.status_code == 403
        assert "out of date" in text(page)
        done = strict.post("/again/", self.carry(page))
        assert done.headers["Location"] == "/you/?kept=1"
        assert "Typed long ago" in text(strict.get("/you/"))

    def test_it_goes_on_after_the_pin(self, noa):
        noa.client.post("/you/digits/", {"pin": "318204", "password": PASSWORD})
        noa.client.post("/lock/")
        page = noa.client.post(
            "/you/", {"name": "Typed while locked", "hue": "sea", "zone": "UTC", "lock_after": "5"}
        )
        assert "Locked for now." in text(page)
        wrong = noa.client.post("/again/", self.carry(page, pin="999999"))
        assert "That isn’t your PIN" in text(wrong)
        done = noa.client.post("/again/", self.carry(wrong, pin="318204"))
        assert done.headers["Location"] == "/you/?kept=1"
        assert "Typed while locked" in text(noa.client.get("/you/"))

    def test_it_goes_on_after_sign_in(self, noa):
        mark = re.search(r'name="mark" value="(\w+)"', text(noa.client.get("/you/"))).group(1)
        noa.client.post("/out/")
        data = {"name": "Typed signed out", "hue": "sea", "zone": "UTC", "lock_after": "5", "mark": mark}
        page = noa.client.post("/you/", data)
        done = noa.client.post("/again/", self.carry(page, name="noa", password=PASSWORD))
        assert done.headers["Location"] == "/you/?kept=1"
        assert "Typed signed out" in text(noa.client.get("/you/"))

    def test_it_goes_on_to_no_other_account(self, noa, sam):
        mark = re.search(r'name="mark" value="(\w+)"', text(noa.client.get("/you/"))).group(1)
        noa.client.post("/out/")
        data = {"name": "Meant for one only", "hue": "sea", "zone": "UTC", "lock_after": "5", "mark": mark}
        page = noa.client.post("/you/", data)
        done = noa.client.post("/again/", self.carry(page, name="sam", password=PASSWORD))
        assert done.status_code == 403
        assert "belongs to another account" in text(done)
        assert "Meant for one only" not in text(done)
        assert "Meant for one only" not in text(sam.client.get("/you/"))

    def test_it_never_carries_a_password(self, noa):
        noa.client.post("/out/")
        page = noa.client.post(
            "/you/words/", {"password": "p-secret", "new_password": "n-secret", "way": "plain"}
        )
        assert "p-secret" not in text(page)
        assert "n-secret" not in text(page)

    def test_it_carries_nothing_from_elsewhere(self, noa):
        noa.client.post("/lock/")
        foreign = Client(HTTP_ORIGIN="https://elsewhere.example", HTTP_SEC_FETCH_SITE="cross-site")
        foreign.cookies[access.COOKIE] = noa.client.cookies[access.COOKIE].value
        page = foreign.post("/you/", {"name": "from elsewhere"}, secure=True)
        assert page.status_code == 403
        assert "from elsewhere" not in text(page)


class TestLeaving:
    def test_it_ends_the_session_and_goes_elsewhere(self, noa):
        response = noa.client.post("/exit/")
        assert "wikipedia" in response.headers["Refresh"]
        assert response.headers["Clear-Site-Data"] == '"*"'
        assert not Session.objects.exists()
        assert noa.client.get("/").headers["Location"] == "/in/"

    def test_signing_out_forgets_what_was_cached(self, noa):
        response = noa.client.post("/out/")
        assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
        assert not Session.objects.exists()


class TestKeys:
    def test_the_plain_way(self, noa):
        noa.client.post(
            "/you/words/",
            {
                "password": PASSWORD,
                "way": "plain",
                "which": "own",
                "new_password": OWN,
                "again_password": OWN,
            },
        )
        assert browser().post("/in/", {"name": "noa", "password": OWN}).status_code == 302

    def test_the_thorough_way_signs_out_all_others_and_shows_a_new_code(self, noa):
        other = noa.another_device()
        done = noa.client.post(
            "/you/words/",
            {
                "password": PASSWORD,
                "way": "known",
                "which": "own",
                "new_password": OWN,
                "again_password": OWN,
            },
        )
        assert done.headers["Location"] == "/start/code/"
        assert noa.client.get("/start/code/").status_code == 200
        assert other.client.get("/you/").status_code == 302

    @pytest.mark.parametrize("path", ["/you/words/", "/you/paper/", "/you/copy/", "/you/close/"])
    def test_weighty_things_ask_for_the_password(self, noa, path):
        data = {
            "password": "not my password at all",
            "way": "plain",
            "which": "own",
            "new_password": OWN,
            "again_password": OWN,
        }
        response = noa.client.post(path, data)
        assert response.status_code == 403
        assert "not your password" in text(response)
        assert Account.objects.exists()

    def test_devices_can_be_ended(self, noa):
        other = noa.another_device()
        noa.client.post("/you/devices/", {"password": PASSWORD}, HTTP_USER_AGENT="Firefox/128 Android")
        assert other.client.get("/you/").status_code == 302
        assert "Firefox · Android" in text(noa.client.get("/you/devices/"))

    def test_a_recovery_code_opens_once(self, noa):
        noa.client.get("/start/code/")
        code = "-".join(re.findall(r"<span>(.{3})</span>", text(noa.client.get("/start/code/"))))
        data = {
            "name": "noa",
            "recovery_code": code,
            "which": "own",
            "new_password": OWN,
            "again_password": OWN,
        }
        assert browser().post("/back/", data).headers["Location"] == "/start/code/"
        again = browser().post("/back/", data)
        assert again.status_code == 403
        assert "Each code works once" in text(again)
        assert len(OWN) >= SHORTEST

    def test_what_was_chosen_holds(self, noa, clock):
        noa.client.post(
            "/you/",
            {
                "name": "Noа \U0001f33f",
                "hue": "plum",
                "zone": "Asia/Tokyo",
                "lock_after": "0",
                "password": PASSWORD,
                "plain_name": "on",
            },
        )
        page = text(noa.client.get("/you/"))
        assert 'data-me="plum"' in page
        assert "\U0001f33f" in page
        clock.minutes(600)
        assert noa.client.get("/you/").status_code == 200
        assert noa.client.get("/app.webmanifest").json()["short_name"] == "Notes"
