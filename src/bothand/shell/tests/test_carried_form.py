"""What was typed goes on after sign-in, PIN or an old form; secrets and files never do."""

from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from bothand.accounts.visitor import Visitor
from bothand.shell import carried_form
from bothand.shell.frame import account_mark
from bothand.shell.submission import is_secret

OURS = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


class Inputs(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = QueryDict(mutable=True)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden":
            self.found.appendlist(given["name"], given["value"])


def hidden(response):
    inputs = Inputs()
    inputs.feed(response.content.decode())
    return inputs.found


@pytest.fixture
def locked(visitor):
    return Visitor(signed_in=True, account=visitor.account, has_pin=True, settings=visitor.settings)


def test_it_holds_what_was_typed_and_brings_it_back(ask, locked):
    data = {"text": "a <b>line</b>\nand “more” &amp;", "words": ["calm", "glad"], "mark": "m1"}
    response = carried_form.carried_page(ask("/journal/?new=1", data, visitor=locked, **OURS), "locked")
    path, mark, typed = carried_form.read_carried(hidden(response))
    assert response.status_code == 403
    assert (path, mark) == ("/journal/?new=1", "m1")
    assert typed["text"] == data["text"]
    assert typed.getlist("words") == ["calm", "glad"]
    assert set(typed) == {"text", "words"}


def test_it_holds_the_same_once_more_after_a_wrong_password(ask):
    first = carried_form.carried_page(
        ask("/journal/", {"text": "kept"}, visitor=Visitor.nobody(), **OURS), "signed_out"
    )
    again = hidden(first) | {"name": "noa", "password": "wrong"}
    second = carried_form.carried_page(
        ask("/again/", again, visitor=Visitor.nobody(), **OURS), "signed_out", wrong="No.", name="noa"
    )
    path, _, typed = carried_form.read_carried(hidden(second))
    assert path == "/journal/"
    assert dict(typed.lists()) == {"text": ["kept"]}
    assert 'value="noa"' in second.content.decode()
    assert "wrong" not in {value for values in dict(hidden(second).lists()).values() for value in values}


@pytest.mark.parametrize(
    "name",
    [
        "password",
        "password1",
        "new_password",
        "old-password",
        "passphrase",
        "pin",
        "pin2",
        "new_pin",
        "code",
        "recovery_code",
        "csrfmiddlewaretoken",
    ],
)
def test_it_never_carries_a_secret(ask, name):
    response = carried_form.carried_page(
        ask("/you/", {name: "hush-hush", "text": "x"}, visitor=Visitor.nobody(), **OURS), "signed_out"
    )
    assert "hush-hush" not in response.content.decode()
    assert "text" in carried_form.read_carried(hidden(response))[2]


@pytest.mark.parametrize("name", ["opinion", "pinned", "encoded", "shopping", "text"])
def test_it_does_not_take_common_words_for_secrets(name):
    assert not is_secret(name)


def test_it_gives_back_no_secret_that_somebody_put_in_by_hand():
    _, _, typed = carried_form.read_carried(
        QueryDict("carry.password=x&carry.csrfmiddlewaretoken=y&carry.mark=z&carry.text=t&other=o")
    )
    assert set(typed) == {"text"}


def test_it_leaves_files_behind_and_says_so(ask, locked):
    data = {"text": "x", "archive": SimpleUploadedFile("a.zip", b"in-the-file")}
    response = carried_form.carried_page(ask("/you/", data, visitor=locked, **OURS), "locked")
    assert "in-the-file" not in response.content.decode()
    assert "The file you chose could not come along." in response.content.decode()
    again = carried_form.carried_page(ask("/again/", hidden(response), visitor=locked, **OURS), "locked")
    assert "The file you chose could not come along." in again.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "https://testserver"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_it_refuses_what_comes_from_elsewhere(ask, headers):
    response = carried_form.carried_page(
        ask("/journal/", {"text": "planted"}, visitor=Visitor.nobody(), **headers), "signed_out"
    )
    assert response.status_code == 403
    assert "planted" not in response.content.decode()


@pytest.mark.parametrize(
    "headers", [{"origin": "http://testserver"}, {"sec-fetch-site": "same-origin"}, OURS]
)
def test_it_takes_what_comes_from_here(ask, headers):
    response = carried_form.carried_page(
        ask("/journal/", {"text": "mine"}, visitor=Visitor.nobody(), **headers), "signed_out"
    )
    assert hidden(response)["carry.text"] == "mine"


def test_it_says_when_there_is_more_than_it_can_carry(ask):
    response = carried_form.carried_page(
        ask("/journal/", {"text": "é" * (carried_form.LIMIT // 2)}, visitor=Visitor.nobody(), **OURS),
        "signed_out",
    )
    assert response.status_code == 413


def test_it_says_so_too_when_the_body_is_larger_than_django_reads(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    request = RequestFactory().post(
        "/journal/", "text=" + "x" * 2000, "application/x-www-form-urlencoded", headers=OURS
    )
    assert carried_form.csrf_failure(request).status_code == 413


def test_it_asks_for_nothing_when_only_the_form_was_old(ask):
    text = carried_form.csrf_failure(ask("/journal/", {"text": "x"}, **OURS)).content.decode()
    assert "That page was out of date." in text
    assert 'type="password"' not in text


def test_it_asks_for_the_pin_when_locked_and_offers_the_password(ask, locked):
    text = carried_form.carried_page(
        ask("/journal/", {"text": "x"}, visitor=locked, **OURS), "locked"
    ).content.decode()
    assert 'name="pin"' in text
    assert 'name="password"' in text


@pytest.mark.parametrize(
    "path",
    [
        "//elsewhere.example/",
        "https://elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:x",
        "",
        "x",
        "/a\nb",
    ],
)
def test_it_goes_on_to_paths_of_ours_only(path):
    assert carried_form.safe_path(path) == "/"


def test_it_marks_each_account_differently_and_nobody_not_at_all():
    assert account_mark(b"a" * 16) != account_mark(b"b" * 16)
    assert account_mark(b"") == ""


plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), max_size=40)


@given(
    fields=st.dictionaries(
        st.from_regex(r"[a-z]{1,3}_text", fullmatch=True), st.lists(plain, min_size=1, max_size=3), max_size=4
    )
)
def test_it_carries_any_text_unchanged(fields):
    sent = QueryDict(mutable=True)
    for name, values in fields.items():
        sent.setlist(name, values)
    back = QueryDict(mutable=True)
    for each in carried_form._carried_fields(sent):
        back.appendlist(each.name, each.value)
    assert dict(carried_form.read_carried(back)[2].lists()) == fields
