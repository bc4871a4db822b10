"""Where the password is asked for again, and what an empty form is told."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.people import PASSWORD, browser

from bothand.accounts.models import Session
from bothand.accounts.preferences import LOCK_CHOICES, Settings, stays_open_longer

OWN = "a long password of my own"
NEW = {"name": "Wren", "which": "own", "new_password": OWN, "again_password": OWN, "zone": "Europe/Vienna"}
PIN = "318204"
AS_IT_IS = {"name": "Noa", "hue": "moss", "zone": "Europe/Vienna"}
WRONG = "not my password at all"


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def has_pin():
    return Session.objects.get().pin is not None


class TestPin:
    @pytest.mark.parametrize("path", ["/you/digits/", "/start/pin/"])
    @pytest.mark.parametrize(
        ("password", "status", "said"),
        [("", 422, "This is still empty"), (WRONG, 403, "not your password")],
        ids=["none", "wrong"],
    )
    def test_none_is_set_at_an_open_phone_without_the_password(self, noa, path, password, status, said):
        response = noa.client.post(path, {"pin": PIN, "password": password})
        assert response.status_code == status
        assert said in text(response)
        assert not has_pin()

    @pytest.mark.parametrize("path", ["/you/digits/", "/start/pin/"])
    def test_the_password_sets_one(self, noa, path):
        assert noa.client.post(path, {"pin": PIN, "password": PASSWORD}).status_code == 302
        assert has_pin()

    def test_one_that_is_there_is_not_replaced_without_it(self, noa):
        noa.client.post("/you/digits/", {"pin": PIN, "password": PASSWORD})
        before = Session.objects.get().pin
        assert noa.client.post("/you/digits/", {"pin": "902816"}).status_code == 422
        assert Session.objects.get().pin == before

    @pytest.mark.parametrize(("password", "status"), [("", 422), (WRONG, 403)], ids=["none", "wrong"])
    def test_it_is_not_removed_at_an_open_phone_without_the_password(self, noa, password, status):
        noa.client.post("/you/digits/", {"pin": PIN, "password": PASSWORD})
        assert noa.client.post("/you/digits/off/", {"password": password}).status_code == status
        assert has_pin()

    def test_the_password_removes_it(self, noa):
        noa.client.post("/you/digits/", {"pin": PIN, "password": PASSWORD})
        assert noa.client.post("/you/digits/off/", {"password": PASSWORD}).status_code == 302
        assert not has_pin()


class TestDevices:
    @pytest.mark.parametrize(("password", "status"), [("", 422), (WRONG, 403)], ids=["none", "wrong"])
    def test_nobody_is_signed_out_at_an_open_phone_without_the_password(self, noa, password, status):
        other = noa.another_device()
        assert noa.client.post("/you/devices/", {"password": password}).status_code == status
        assert other.client.get("/you/").status_code == 200


class TestRecoveryCode:
    @pytest.fixture
    def new(self, anyone, clock):
        """Somebody who has just signed up, and not yet saved the code."""
        anyone.post("/start/", NEW | {"zone": "UTC"})
        return anyone

    def test_it_is_seen_for_a_quarter_of_an_hour_without_a_password(self, new, clock):
        clock.minutes(14)
        assert new.get("/start/code/").status_code == 200
        clock.minutes(1)
        assert new.get("/start/code/").status_code in {302, 403}

    def test_after_that_it_takes_the_password(self, new, clock):
        for _ in range(2):
            clock.minutes(10)
            new.get("/you/")
        assert new.get("/start/code/").headers["Location"] == "/you/paper/"
        assert new.post("/you/paper/", {"again": "1", "password": WRONG}).status_code == 403
        assert new.get("/start/code/").status_code == 302
        assert new.post("/you/paper/", {"again": "1", "password": OWN}).headers["Location"] == "/start/code/"
        assert new.get("/start/code/").status_code == 200

    def test_another_session_takes_it_too(self, new):
        other = browser()
        other.post("/in/", {"name": "Wren", "password": OWN})
        assert other.get("/start/code/").headers["Location"] == "/you/paper/"

    def test_nobody_says_that_it_is_saved_who_cannot_see_it(self, new, clock):
        for _ in range(2):
            clock.minutes(10)
            new.get("/you/")
        new.post("/start/code/")
        assert "Show me the code I have" in text(new.get("/you/paper/"))

    def test_today_reminds_until_it_is_saved(self, new):
        reminder = "You haven’t saved your recovery code yet"
        assert reminder in text(new.get("/"))
        new.post("/start/code/")
        assert reminder not in text(new.get("/"))

    def test_once_more_is_the_same_code_and_a_new_one_another(self, new):
        code = groups(new)
        new.post("/you/paper/", {"again": "1", "password": OWN})
        assert groups(new) == code
        new.post("/you/paper/", {"password": OWN})
        assert groups(new) != code

    def test_it_can_be_saved_as_a_file_with_a_neutral_name(self, new):
        answer = new.get("/start/code/?file=1")
        assert "-".join(groups(new)) in answer.content.decode()
        assert answer.headers["Content-Disposition"] == 'attachment; filename="paper.txt"'
        assert answer.headers["Cache-Control"] == "no-store"

    def test_the_file_takes_the_password_as_the_page_does(self, new, clock):
        for _ in range(2):
            clock.minutes(10)
            new.get("/you/")
        assert new.get("/start/code/?file=1").headers["Location"] == "/you/paper/"


class TestOfferedWords:
    @pytest.mark.parametrize("path", ["/start/", "/back/"])
    def test_they_lie_in_a_real_password_field_for_the_password_manager(self, anyone, settings, path):
        settings.BOTHAND_OPEN = True
        page = text(anyone.get(path))
        field = re.search(r'<input id="offered_password"[^>]*>', page)[0]
        assert 'type="password"' in field
        assert 'autocomplete="new-password"' in field
        assert re.search(r'value="\w+( [\w-]+){5}"', field)


def groups(client):
    return re.findall(r"<span>(.{3})</span>", text(client.get("/start/code/")))


class TestFirstPin:
    @pytest.fixture
    def new(self, anyone, clock):
        """Somebody who has just signed up, and written the code down."""
        anyone.post("/start/", NEW)
        anyone.post("/start/code/")
        return anyone

    def test_who_has_just_signed_up_is_not_asked_once_more(self, new):
        assert 'name="password"' not in text(new.get("/start/pin/"))
        assert new.post("/start/pin/", {"pin": PIN}).headers["Location"] == "/how/"
        assert has_pin()

    def test_who_came_back_by_the_code_is_not_asked_either(self, new):
        new.post("/you/paper/", {"password": OWN})
        code = "-".join(re.findall(r"<span>(.{3})</span>", text(new.get("/start/code/"))))
        new.post("/out/")
        other = browser()
        other.post("/back/", NEW | {"name": "wren", "recovery_code": code})
        other.post("/start/code/")
        assert other.post("/start/pin/", {"pin": PIN}).headers["Location"] == "/"

    def test_it_holds_for_one_pin_only(self, new):
        new.post("/start/pin/", {"pin": PIN})
        assert 'name="password"' in text(new.get("/start/pin/"))
        assert new.post("/start/pin/", {"pin": "902816"}).status_code == 422

    def test_not_now_ends_it(self, new):
        assert new.post("/start/pin/", {"skip": "1"}).headers["Location"] == "/how/"
        assert new.post("/start/pin/", {"pin": PIN}).status_code == 422
        assert not has_pin()

    def test_a_quarter_of_an_hour_ends_it(self, new, clock):
        for _ in range(3):
            clock.minutes(5)
            new.get("/start/pin/")
        assert 'name="password"' in text(new.get("/start/pin/"))

    def test_locking_ends_it(self, new):
        new.post("/lock/")
        new.post("/open/", {"password": OWN})
        assert new.post("/start/pin/", {"pin": PIN}).status_code == 422

    def test_signing_in_does_not_begin_it(self, new):
        new.post("/out/")
        new.post("/in/", {"name": "wren", "password": OWN})
        assert new.post("/start/pin/", {"pin": PIN}).status_code == 422


class TestStayingOpen:
    @staticmethod
    def choose(who, minutes, **more):
        return who.client.post("/you/", AS_IT_IS | {"lock_after": str(minutes)} | more)

    @staticmethod
    def chosen(who):
        return who.mine.only(Settings).record.lock_after

    @pytest.mark.parametrize("before", LOCK_CHOICES)
    @pytest.mark.parametrize("after", LOCK_CHOICES)
    def test_only_a_longer_time_takes_the_password(self, noa, before, after):
        assert self.choose(noa, before, password=PASSWORD).status_code == 302
        response = self.choose(noa, after)
        longer = stays_open_longer(before, after)
        assert response.status_code == (422 if longer else 302)
        assert self.chosen(noa) == (before if longer else after)

    def test_a_wrong_one_changes_nothing_and_keeps_what_was_typed(self, noa):
        response = self.choose(noa, 0, password=WRONG, name="Noa Newname")
        assert response.status_code == 403
        assert "not your password" in text(response)
        assert 'value="Noa Newname"' in text(response)
        assert WRONG not in text(response)
        assert self.chosen(noa) == 15

    def test_a_missing_one_is_told_with_what_can_be_done(self, noa):
        response = self.choose(noa, 0)
        assert "Type it, or pick a shorter time" in text(response)

    def test_no_copy_brings_a_longer_time_in_without_it(self, noa):
        copy = noa.client.post("/you/copy/", {"password": PASSWORD}).content
        for password, status in (("", 422), (WRONG, 403)):
            file = SimpleUploadedFile("copy.zip", copy)
            response = noa.client.post("/you/bring/", {"file": file, "password": password})
            assert response.status_code == status
            assert "Your copy has been imported" not in text(response)


@pytest.mark.parametrize(
    "path",
    [
        *(f"/you/{below}" for below in ("", "words/", "paper/", "digits/", "copy/", "bring/", "close/")),
        "/start/pin/",
    ],
)
def test_an_empty_form_is_told_what_is_open(noa, path):
    response = noa.client.post(path)
    assert response.status_code == 422
    assert 'class="wrong"' in text(response)


def test_a_form_that_does_not_say_which_password_is_told_once(noa):
    page = text(noa.client.post("/you/words/", {"password": PASSWORD, "way": "plain"}))
    assert "Nothing is chosen yet" in page
    assert "15 characters or longer" not in page


def test_a_file_is_to_be_chosen_again_after_a_wrong_password(noa):
    copy = noa.client.post("/you/copy/", {"password": PASSWORD}).content
    file = SimpleUploadedFile("copy.zip", copy)
    page = text(noa.client.post("/you/bring/", {"file": file, "password": WRONG}))
    assert "Choose the file again" in page
    assert "Choose the file again" not in text(noa.client.get("/you/bring/"))


@pytest.mark.parametrize("path", ["/in/", "/start/", "/back/"])
def test_an_empty_form_at_the_door_is_told_what_is_open(anyone, path):
    response = anyone.post(path)
    assert response.status_code == 422
    assert "This is still empty" in text(response)


def test_it_says_that_a_password_is_not_given_back_where_one_was_asked_for(noa):
    assert "Type passwords and digits once more." in text(noa.client.post("/you/words/"))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/in/", "Type the name you sign in with."),
        ("/in/", "Type your password."),
        ("/back/", "Type the code from that page."),
        ("/start/", "Any name you’ll remember"),
    ],
)
def test_what_is_said_of_an_empty_field_fits_the_field(anyone, path, said):
    page = text(anyone.post(path))
    assert said in page
    assert "A few words are enough" not in page
