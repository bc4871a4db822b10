"""*Lock now*, signing out and typed words, while somebody else writes in the database for long."""

import sqlite3
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection
from django.urls import reverse
from tests.people import browser

from bothand.accounts import access, activity, sessions
from bothand.accounts.models import Session
from bothand.vault import timeout


def broken(*_args, **_kwargs):
    raise OperationalError


@pytest.fixture
def calm(noa):
    """Noa's browser, which shows what comes instead of raising what broke."""
    noa.client.raise_request_exception = False
    return noa


@contextmanager
def busy():
    """Somebody else holds the database's only pen; who waits for it waits a moment."""
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with timeout.at_most(50):
            yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.django_db(transaction=True)
def test_lock_now_locks_while_the_database_is_busy_and_the_sweeper_erases_the_rest(calm):
    with busy():
        response = calm.client.post(reverse("lock"))
        assert (response.status_code, response.headers["Location"]) == (302, "/")
        assert calm.client.get("/you/").status_code == 403
        assert Session.objects.get().two is not None
    sessions.sweep_sessions()
    assert Session.objects.get().two is None


@pytest.mark.django_db(transaction=True)
def test_signing_out_takes_the_cookie_and_locks_while_the_database_is_busy(calm):
    value = calm.client.cookies[access.COOKIE].value
    with busy():
        response = calm.client.post(reverse("sign_out"))
        assert response.headers["Location"] == reverse("sign_in")
        assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
        assert response.cookies[access.COOKIE].value == ""
    assert sessions.load_session(value).two is None


@pytest.mark.parametrize("name", ["lock", "sign_out"])
def test_both_answer_when_the_session_cannot_even_be_read(name, calm, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(sessions, "load_session", broken)
        assert calm.client.post(reverse(name)).status_code == 302
    assert activity.seconds_left(calm.live.key) <= 0


def test_another_site_gets_no_such_answer(calm, monkeypatch):
    monkeypatch.setattr(sessions, "load_session", broken)
    other = browser()
    other.raise_request_exception = False
    other.cookies[access.COOKIE] = calm.client.cookies[access.COOKIE].value
    response = other.post(
        reverse("lock"), HTTP_ORIGIN="https://elsewhere.example", HTTP_SEC_FETCH_SITE="cross-site"
    )
    assert response.status_code == 500
    assert activity.seconds_left(calm.live.key) > 0


@pytest.mark.django_db(transaction=True)
def test_words_are_carried_through_busy_and_go_on_afterwards(calm):
    words = {"text": "Half a page about the lake.", "id": "ab" * 16, "at": "08:15"}
    with busy():
        response = calm.client.post(reverse("journal_new"), words)
        page = response.content.decode()
        assert response.status_code == 503
        assert "busy just now" in page
        assert 'name="carry.text" value="Half a page about the lake."' in page
        assert response.headers["Retry-After"]
    sent = {f"carry.{name}": value for name, value in words.items()} | {"carry_path": reverse("journal_new")}
    assert calm.client.post(reverse("carry"), sent).status_code == 302
    assert any("the lake" in str(one.record) for one in calm.mine.query().items) or "the lake" in str(
        calm.client.get(reverse("journal")).content
    )
