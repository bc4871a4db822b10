"""Quick exit, when the machine fails just then."""

import sqlite3
import time

import pytest
from django.db import OperationalError, connection
from tests.people import browser

from bothand.accounts import access, sessions
from bothand.accounts.models import Session


def broken(*_args, **_kwargs):
    raise OperationalError


def left(response):
    """Whether this is the exit's own answer, which takes the cookie along."""
    return (
        response.status_code == 200
        and response.headers["Refresh"].startswith("0; url=https://")
        and response.headers["Clear-Site-Data"] == '"*"'
        and response.headers["Cache-Control"] == "no-store"
        and response.cookies[access.COOKIE].value == ""
        and int(response.cookies[access.COOKIE]["max-age"]) == 0
    )


@pytest.fixture
def calm(noa):
    """Noa's browser, which shows what comes instead of raising what broke."""
    noa.client.raise_request_exception = False
    return noa


@pytest.mark.parametrize(
    "where",
    ["sessions.end_session", "sessions.load_session", "sessions.end_session by an error nobody thought of"],
)
def test_it_leaves_when_the_session_cannot_be_read_or_taken_out(calm, monkeypatch, where):
    name = where.split()[0].removeprefix("sessions.")
    kind = RuntimeError if "thought" in where else OperationalError

    def fails(*_args):
        raise kind

    monkeypatch.setattr(sessions, name, fails)
    assert left(calm.client.post("/exit/"))


def test_what_was_open_is_locked_although_its_row_stays(calm, monkeypatch):
    cookie = calm.client.cookies[access.COOKIE].value
    with monkeypatch.context() as patch:
        patch.setattr(Session.objects, "filter", _cannot_delete(Session.objects.filter))
        assert left(calm.client.post("/exit/"))
    assert Session.objects.exists()
    found = sessions.load_session(cookie)
    assert found is not None
    assert found.two is None
    assert Session.objects.get().two is None


def _cannot_delete(real):
    def filtered(**kwargs):
        rows = real(**kwargs)
        rows.delete = broken
        return rows

    return filtered


def test_an_old_page_leaves_as_well(calm, monkeypatch):
    strict = browser()
    strict.handler.enforce_csrf_checks = True
    strict.raise_request_exception = False
    strict.cookies[access.COOKIE] = calm.client.cookies[access.COOKIE].value
    monkeypatch.setattr(sessions, "end_session", broken)
    assert left(strict.post("/exit/"))


def test_a_form_from_another_site_does_not_get_that_answer(calm, monkeypatch):
    monkeypatch.setattr(sessions, "load_session", broken)
    response = calm.client.post(
        "/exit/", HTTP_ORIGIN="https://elsewhere.example", HTTP_SEC_FETCH_SITE="cross-site"
    )
    assert response.status_code == 500
    assert "Clear-Site-Data" not in response.headers


def test_a_mere_look_still_goes_elsewhere(calm, monkeypatch):
    monkeypatch.setattr(sessions, "load_session", broken)
    response = calm.client.get("/exit/")
    assert response.headers["Refresh"].startswith("0; url=https://")
    assert "Clear-Site-Data" not in response.headers


def test_other_pages_say_that_something_broke(calm, monkeypatch):
    monkeypatch.setattr(sessions, "load_session", broken)
    response = calm.client.get("/you/")
    assert response.status_code == 500
    assert "Something broke" in response.content.decode()


def test_it_leaves_when_there_is_no_database_any_more(calm, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(connection, "cursor", broken)
        assert left(calm.client.post("/exit/"))


@pytest.mark.django_db(transaction=True)
def test_it_does_not_wait_for_somebody_who_writes_for_long(calm):
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        begun = time.monotonic()
        response = calm.client.post("/exit/")
        took = time.monotonic() - begun
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert left(response)
    assert took < 3
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] == 10_000
