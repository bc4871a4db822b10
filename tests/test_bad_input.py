"""Bad input, one test a row of the table in issue 2: each gets a sentence that says what to do, and nothing typed is lost."""

import html
import re
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection
from django.urls import reverse
from msgspec import to_builtins
from tests.harness import PIN, Canary, form_cases, made, named, newcomer, one_for, send, stage, text_fields
from tests.people import ORIGIN, Secure, browser
from tests.tampering import rows_of

from bothand.accounts import access
from bothand.accounts.models import Session
from bothand.cli import main
from bothand.rooms.journal.entries.records import Entry
from bothand.shell.submission import is_secret
from bothand.vault.randomness import new_id

TYPED = "Words that took an hour to find."


def text(response) -> str:
    return html.unescape(re.sub(r"\s+", " ", response.content.decode()))


def hidden(response) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', response.content.decode())
    return {name: html.unescape(value) for name, value in found}


def kept(who) -> list[str]:
    return [one.record.text for one in who.mine.query().items if isinstance(one.record, Entry)]


@pytest.fixture
def written(noa):
    """Noa has one page; its address."""
    return noa.mine.add(Entry(day=stage(noa).today, text="What stood there before."), new_id())


# Secrets


def test_a_wrong_password_is_told_and_the_name_stays(noa, anyone):
    answer = anyone.post(reverse("sign_in"), {"name": "noa", "password": "not the password at all"})
    assert answer.status_code == 403
    assert "Try again, or use your recovery code." in text(answer)
    assert 'value="noa"' in text(answer)
    assert "not the password at all" not in text(answer)


@pytest.mark.parametrize("code", ["000-000", "", "ABC-DEF-GHJ-KMN-PQR-STV-WXY-Z01-234", "used"])
def test_a_wrong_or_used_recovery_code_is_told_and_the_name_stays(code, noa):
    fresh = {
        "name": "noa",
        "which": "own",
        "new_password": "a quite new password",
        "again_password": "a quite new password",
    }
    if code == "used":
        code = noa.opened.keyring.recovery_code
        assert browser().post(reverse("recover"), fresh | {"recovery_code": code}).status_code == 302
    answer = browser().post(reverse("recover"), fresh | {"recovery_code": code})
    assert ("Each code works once" if code else "This is still empty") in text(answer)
    assert 'value="noa"' in text(answer)
    assert access.COOKIE not in answer.cookies


def test_five_wrong_pins_take_the_pin_away_and_the_password_still_opens(db):
    who = newcomer(Canary())
    who.lock()
    said = [
        text(who.client.post(reverse("unlock"), {"pin": "909192", "next": "/journal/"})) for _ in range(5)
    ]
    assert all("That isn’t your PIN" in one for one in said[:4])
    assert (
        "That was the fifth wrong PIN, so this device no longer has one. Open it with your password; you can choose a new PIN afterwards."
        in said[4]
    )
    assert "/journal/" in said[4]
    assert who.client.post(reverse("unlock"), {"pin": PIN}).status_code == 403
    answer = who.client.post(reverse("unlock"), {"password": who.password, "next": "/journal/"})
    assert answer.headers["Location"] == "/journal/"


# Rows


def test_a_tampered_row_is_told_and_words_for_it_come_back(noa, written):
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_document SET sealed = %s WHERE id = %s", [b"\x01" + bytes(1100), written.id]
        )
    before = rows_of("vault_document")
    answer = noa.client.post(reverse("journal_edit", args=[written.hex]), {"revision": "1", "text": TYPED})
    assert "did not open" in text(answer)
    assert TYPED in text(answer)
    assert rows_of("vault_document") == before
    again = noa.client.post(reverse("journal_new"), hidden(answer) | {"text": TYPED})
    assert again.status_code == 302
    assert kept(noa) == [TYPED]


# Windows and doors


def test_two_tabs_on_one_form_keep_both_texts_in_sight(noa, written):
    path = reverse("journal_edit", args=[written.hex])
    noa.client.post(path, {"revision": "1", "text": "From the first tab."})
    answer = noa.client.post(path, {"revision": "1", "text": TYPED})
    assert answer.status_code == 409
    assert "Nothing is lost" in text(answer)
    assert TYPED in text(answer)
    assert "From the first tab." in text(answer)
    done = noa.client.post(path, hidden(answer) | {"text": TYPED, "keep": "both"})
    assert done.status_code == 302
    assert sorted(kept(noa)) == ["From the first tab.", TYPED]


def test_one_form_sent_twice_makes_one_page(noa):
    data = {"id": new_id().hex(), "text": TYPED}
    first, second = (noa.client.post(reverse("journal_new"), data) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert kept(noa) == [TYPED]


@pytest.mark.parametrize("reason", ["the session ended", "mine was locked", "the token was rotated"])
def test_words_go_on_after_the_door_was_closed_mid_form(reason, noa):
    client = Secure(enforce_csrf_checks=True, **ORIGIN)
    client.cookies[access.COOKIE] = noa.client.cookies[access.COOKIE].value
    form = hidden(client.get(reverse("journal_new")))
    secret = {"name": "noa", "password": noa.password}
    if reason == "the session ended":
        Session.objects.all().delete()
    if reason == "mine was locked":
        noa.lock()
    if reason == "the token was rotated":
        del client.cookies["__Host-csrf"]
        secret = {}
    answer = client.post(reverse("journal_new"), form | {"text": TYPED})
    assert answer.status_code == 403
    assert "What you typed is on this page, and nowhere else yet." in text(answer)
    done = client.post(reverse("carry"), hidden(answer) | secret)
    assert done.status_code == 302
    assert kept(noa) == [TYPED]


def test_a_wrong_password_at_the_carrying_page_loses_nothing_either(noa):
    answer = browser().post(reverse("journal_new"), {"id": new_id().hex(), "text": TYPED})
    client = browser()
    for _ in range(2):
        answer = client.post(reverse("carry"), hidden(answer) | {"name": "noa", "password": "no"})
        assert "doesn’t match this name" in text(answer)
        assert TYPED in text(answer)
    assert (
        client.post(reverse("carry"), hidden(answer) | {"name": "noa", "password": noa.password}).status_code
        == 302
    )
    assert kept(noa) == [TYPED]


# The machine


@pytest.fixture
def refused(monkeypatch):
    """Runs `bothand serve`, which must refuse; what it said."""
    for name in ("BOTHAND_DATA", "BOTHAND_URL", "BOTHAND_OPEN", "BOTHAND_BEHIND_PROXY"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)

    def run(*words) -> str:
        said = CliRunner().invoke(main, ["serve", *map(str, words)])
        assert said.exit_code == 1, said.output
        assert "Traceback" not in said.output
        return " ".join(said.output.split())

    return run


@pytest.fixture
def folder(db, tmp_path) -> Path:
    """A data folder with a database of this version and nobody in it."""
    usual = Path(connection.settings_dict["NAME"])
    target = tmp_path / "data"
    target.mkdir(mode=0o700)
    with (
        closing(sqlite3.connect(usual)) as here,
        closing(sqlite3.connect(target / "bothand.sqlite3")) as there,
    ):
        here.backup(there)
    for name in ("names.key", "server.key"):
        shutil.copyfile(usual.parent / name, target / name)
    return target


def test_a_truncated_database_is_told_and_left_as_it_is(refused, folder):
    database = folder / "bothand.sqlite3"
    database.write_bytes(database.read_bytes()[:20_000])
    said = refused("--data", folder, "--port", free())
    assert "is damaged" in said
    assert "restore" in said
    assert database.stat().st_size == 20_000


def test_a_database_of_a_newer_version_is_told(refused, folder):
    with closing(sqlite3.connect(folder / "bothand.sqlite3")) as there:
        there.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('vault', '9999_later', '')")
        there.commit()
    assert "newer Bothand" in refused("--data", folder, "--port", free())


def test_a_folder_that_cannot_be_written_to_is_told(refused):
    assert "cannot be written to" in refused("--data", "/proc")


def test_a_port_that_is_taken_is_told(refused, folder):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        port = other.getsockname()[1]
        said = refused("--data", folder, "--port", port)
    assert f"Port {port}" in said
    assert "--port" in said


def test_plain_http_on_an_address_of_the_home_is_refused_with_the_ways_out(refused):
    said = refused("--host", "192.168.1.20")
    assert "without TLS" in said
    assert all(way in said for way in ("--lan", "--tls-cert", "--behind-proxy"))


def free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


# Odd and long text

ODD = {
    "right to left": "שלום לך, السلام عليكم",
    "an override of direction": "first\u202esecond\u2066third\u2069",
    "emoji": "👩🏽‍❤️‍👩🏻 🏳️‍🌈 🇦🇹",
    "zero width": "a\u200b\u200c\u200d\u2060\ufeffb",
    "many accents": "e" + "\u0301\u0323" * 20,
    "control characters": "bell\x07 escape\x1b[31m tab\there",
    "null bytes": "before\0after",
    "markup": "<script>alert('x')</script> & </textarea><b>",
    "templates": "{{ page.form }} {% url 'today' %} %(name)s",
    "another script": "𝔞𝔟 ﷽ 汉字 ＦＵＬＬ",
    "very long": "a word and " * 9_000 + "the end",
}  # fmt: skip
WRITES = [
    case
    for case in form_cases()
    if not (case.signed_out or case.ends or case.locked or case.shows)
    and [name for name in text_fields(case.form) if not is_secret(name)]
]


def texts_in(value: object) -> Iterator[str]:
    """Every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_in(one)


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("case", WRITES, ids=named)
def test_odd_text_is_kept_as_it_is_or_comes_back_with_a_sentence(case, odd, db):
    who = one_for(case, Canary())
    sent = send(case, who, lambda _field: odd)
    page = html.unescape(sent.response.content.decode())
    shown = odd.replace("\0", "")
    assert "<script>alert" not in sent.response.content.decode()
    if sent.accepted:
        spaces = [who.mine, *([who.ours] if who.ours else [])]
        kept_texts = [
            text
            for space in spaces
            for one in space.query().items
            for text in texts_in(to_builtins(one.record))
        ]
        assert odd in kept_texts or shown in page
    else:
        assert sent.response.status_code < 500
        assert shown in page.replace("\0", "")
        assert 'class="wrong"' in page
        corrected = dict(sent.data) | {
            name: "short" for name in text_fields(case.form) if sent.data.get(name) == odd
        }
        assert who.client.post(sent.path, corrected).status_code < 400


@pytest.mark.parametrize("case", WRITES, ids=named)
def test_more_than_any_form_takes_is_told(case, db):
    who = one_for(case, Canary())
    path, data = made(case, stage(who), lambda _field: "x" * (3 * 1024 * 1024))
    answer = who.client.post(path, data)
    assert answer.status_code == 413
    assert "go back and look" in text(answer)


@pytest.mark.parametrize(
    "raw", [b"text=%ff%fe%00%80&id=zz", b"text=%ED%A0%80lone", b"\xff\xfe\x00=1", b"text=a&text=b"]
)
def test_bytes_that_are_no_text_break_nothing(raw, noa):
    answer = noa.client.post(reverse("journal_new"), raw, content_type="application/x-www-form-urlencoded")
    assert answer.status_code < 500
