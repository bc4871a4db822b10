"""Headers on every answer; the visitor's language and zone; and what stands behind a closed door."""

import pytest
from django.http import HttpResponse
from django.utils import timezone, translation

from bothand.accounts import accounts
from bothand.accounts.errors import Locked, SignedOut, Throttled
from bothand.accounts.visitor import Visitor
from bothand.shell import policy
from bothand.shell.middleware import DoorMiddleware, HeadersMiddleware, LanguageMiddleware, zone_of
from bothand.shell.worker import TooLong
from bothand.vault.errors import Busy, DidNotOpen, Missing, NewerVersion

OURS = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


def blank(request):
    return HttpResponse("")


@pytest.fixture
def locked(visitor):
    return Visitor(signed_in=True, account=visitor.account, has_pin=True, settings=visitor.settings)


@pytest.fixture
def meet():
    return DoorMiddleware(blank).process_exception


@pytest.mark.parametrize("name", list(policy.HEADERS))
def test_it_puts_each_header_on_every_answer(ask, name):
    assert HeadersMiddleware(blank)(ask()).headers[name] == policy.HEADERS[name]


def test_it_lets_a_view_have_its_own_header(ask):
    answer = HeadersMiddleware(lambda request: HttpResponse("", headers={"Cache-Control": "max-age=1"}))(
        ask()
    )
    assert answer.headers["Cache-Control"] == "max-age=1"


def test_it_never_lets_a_page_be_stored(ask):
    assert HeadersMiddleware(blank)(ask()).headers["Cache-Control"] == "no-store"


def test_it_allows_nothing_unsafe_and_nothing_from_elsewhere():
    directives = policy.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert {source for sources in directives.values() for source in sources} == {"'self'", "'none'"}
    assert directives["manifest-src"] == directives["form-action"] == ["'self'"]
    assert directives["frame-ancestors"] == directives["base-uri"] == directives["default-src"] == ["'none'"]


def test_it_answers_in_the_visitors_zone(ask):
    seen = []
    LanguageMiddleware(lambda request: seen.append(timezone.get_current_timezone_name()) or HttpResponse(""))(
        ask()
    )
    assert seen == ["Europe/Vienna"]


def test_it_answers_in_the_houses_language_when_the_visitors_is_not_there(ask, settings):
    settings.LANGUAGES, settings.LANGUAGE_CODE = [("de", "Deutsch")], "de"
    seen = []
    LanguageMiddleware(lambda request: seen.append(translation.get_language()) or HttpResponse(""))(ask())
    assert seen == ["de"]


@pytest.mark.parametrize("name", ["", "Nowhere/Town", "../etc/passwd", "x" * 500, "Europe", "\0"])
def test_it_takes_a_zone_that_is_not_there_for_utc(name):
    assert str(zone_of(name)) == "UTC"


def test_it_leads_the_signed_out_to_sign_in_and_back(ask, meet):
    response = meet(ask("/journal/?page=2", visitor=Visitor.nobody()), SignedOut())
    assert (response.status_code, response.headers["Location"]) == (302, "/in/?next=%2Fjournal%2F%3Fpage%3D2")


@pytest.mark.parametrize(("anybody", "where"), [(False, "/hello/"), (True, "/in/")])
def test_it_shows_what_this_is_while_nobody_lives_here_and_later_a_plain_page(
    ask, meet, monkeypatch, anybody, where
):
    monkeypatch.setattr(accounts, "is_inhabited", lambda: anybody)
    assert meet(ask("/", visitor=Visitor.nobody()), SignedOut()).headers["Location"] == where


def test_it_holds_what_the_signed_out_typed(ask, meet):
    response = meet(ask("/journal/", {"text": "kept"}, visitor=Visitor.nobody(), **OURS), SignedOut())
    assert 'name="carry.text" value="kept"' in response.content.decode()


def test_it_asks_the_locked_for_their_pin_and_leads_on(ask, meet, locked):
    response = meet(ask("/journal/?page=2", visitor=locked), Locked())
    assert response.status_code == 403
    assert 'name="next" value="/journal/?page=2"' in response.content.decode()
    assert 'name="pin"' in response.content.decode()


def test_it_asks_for_the_password_where_there_is_no_pin(ask, meet, visitor):
    bare = Visitor(signed_in=True, account=visitor.account, settings=visitor.settings)
    text = meet(ask("/journal/", visitor=bare), Locked()).content.decode()
    assert 'name="pin"' not in text
    assert 'name="password"' in text


def test_it_holds_what_the_locked_typed(ask, meet, locked):
    response = meet(ask("/journal/", {"text": "kept"}, visitor=locked, **OURS), Locked())
    assert 'name="carry.text" value="kept"' in response.content.decode()


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Missing(), 404, "There is nothing here."),
        (DidNotOpen(), 500, "did not open"),
        (NewerVersion(), 500, "newer version"),
        (Throttled(30), 429, "many tries"),
        (TooLong(), 413, "nothing was kept"),
        (Busy(), 503, "busy just now"),
    ],
)
def test_it_says_what_is_so(ask, meet, error, status, words):
    response = meet(ask("/journal/"), error)
    assert response.status_code == status
    assert words in response.content.decode()


def test_it_says_when_to_try_again(ask, meet):
    assert meet(ask("/in/"), Throttled(30)).headers["Retry-After"] == "30"


def test_it_leaves_other_errors_to_the_last_page(ask, meet):
    assert meet(ask("/"), ValueError("x")) is None
