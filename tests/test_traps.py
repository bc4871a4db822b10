"""The ways in which the framework would let words out, each closed (docs/sealing.md, Framework traps)."""

import logging
import re
from pathlib import Path

import pytest
from django.conf import global_settings, settings
from django.core.files.uploadhandler import load_handler
from django.db import connection
from django.test import RequestFactory
from django.urls import reverse
from django.views.debug import get_exception_reporter_class
from tests.harness import NO_ID, Canary, fill, newcomer, stage
from tests.people import browser

import bothand
from bothand.accounts import sessions
from bothand.accounts.models import Account
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.journal.entries.views import lists
from bothand.shell import reports
from bothand.vault.randomness import new_id

SOURCES = Path(bothand.__file__).parent
HUSH = "a sentence that nobody else may read"
WORLD = {
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
}


def test_nobody_is_mailed_and_no_page_of_djangos_shows_what_broke():
    assert settings.DEBUG is False
    assert settings.ADMINS == settings.MANAGERS == []
    assert settings.EMAIL_HOST == global_settings.EMAIL_HOST
    assert "DEBUG" not in (SOURCES / "web" / "config.py").read_text()
    mailing = [path for path in SOURCES.rglob("*.py") if re.search(r"django\.core\.mail|send_mail|AdminEmail", path.read_text())]  # fmt: skip
    assert mailing == []


def test_django_brings_no_accounts_sessions_or_messages_of_its_own():
    assert WORLD & set(settings.INSTALLED_APPS) == set()
    classes = " ".join(settings.MIDDLEWARE)
    for word in ("sessions.middleware", "messages", "auth.middleware", "cache"):
        assert word not in classes
    used = "\n".join(source.read_text() for source in SOURCES.rglob("*.py") if "tests" not in source.parts)
    for word in ("django.contrib.auth", "django.contrib.messages", "django.core.cache", "cache_page", "signed_cookie", "password_reset"):  # fmt: skip
        assert word not in used


def test_no_table_is_one_of_djangos_but_the_list_of_migrations(db):
    tables = set(connection.introspection.table_names())
    assert {name for name in tables if not name.startswith(("vault_", "accounts_"))} == {"django_migrations"}


def test_the_secret_key_opens_nothing(noa, settings):
    page = noa.mine.add(Entry(day=stage(noa).today, text=HUSH), new_id())
    settings.SECRET_KEY = "another key altogether, as after a restore"
    assert HUSH in noa.client.get(reverse("journal_entry", args=[page.hex])).content.decode()
    fresh = browser()
    assert fresh.post(reverse("sign_in"), {"name": "noa", "password": noa.password}).status_code == 302
    assert HUSH in fresh.get(reverse("journal_entry", args=[page.hex])).content.decode()


def test_who_has_the_secret_key_and_the_database_signs_in_as_nobody(noa):
    client = browser()
    for value in (settings.SECRET_KEY, bytes(Account.objects.get().id).hex(), "0" * 64):
        client.cookies["__Host-bothand"] = value
        assert client.get(reverse("today")).status_code == 302


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("foreign_keys", 1),
    ],
)
def test_every_connection_is_set_as_promised(db, pragma, value):
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        assert cursor.fetchone()[0] == value


def test_writing_begins_at_once_so_that_it_never_fails_half_way():
    assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert not settings.DATABASES["default"].get("ATOMIC_REQUESTS")


def test_the_table_of_documents_keeps_no_order_of_arrival_and_no_clock(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'vault_document'")
        (made,) = cursor.fetchone()
    assert "WITHOUT ROWID" in made
    with connection.cursor() as cursor:
        cursor.execute("SELECT group_concat(sql) FROM sqlite_master")
        (everything,) = cursor.fetchone()
    ours = "\n".join(part for part in everything.split("CREATE ") if "django_migrations" not in part)
    assert not re.search(r"AUTOINCREMENT|datetime|timestamp", ours, re.IGNORECASE)


def test_what_was_deleted_is_gone_from_the_file_and_from_its_log(transactional_db):
    who = fill(newcomer(Canary()), Canary())
    page = who.mine.add(Entry(day=stage(who).today, text=HUSH), new_id())
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM vault_document WHERE id = %s", [page.id])
        sealed = bytes(cursor.fetchone()[0])
    answer = who.client.post(reverse("journal_delete", args=[page.hex]), {"revision": "1"})
    assert answer.headers["Location"].endswith("done=1")
    file = Path(connection.settings_dict["NAME"])
    for each in (file, file.with_name(file.name + "-wal")):
        assert sealed[100:140] not in each.read_bytes()


# Errors


def test_a_view_that_breaks_tells_type_and_frames_and_no_value(noa, monkeypatch, capsys, caplog):
    def breaks(_mine, *_args):
        text = HUSH
        raise KeyError(text)

    root = logging.getLogger()
    before, raising = (root.handlers[:], root.level), logging.raiseExceptions
    told = logging.StreamHandler()
    told.setFormatter(reports.Formatter())
    root.addHandler(told)
    noa.client.raise_request_exception = False
    monkeypatch.setattr(lists, "id_of", breaks)
    answer = noa.client.get(reverse("journal_entry", args=[NO_ID]) + "?" + HUSH.replace(" ", "+"))
    root.handlers, root.level = before
    logging.raiseExceptions = raising
    out, err = capsys.readouterr()
    assert answer.status_code == 500
    assert "Something broke on this machine" in answer.content.decode()
    assert "KeyError" in err
    assert "breaks" in err
    for place in (out, err, answer.content.decode()):
        assert HUSH not in place
        assert HUSH.replace(" ", "+") not in place
        assert "KeyError: " not in place


def test_djangos_own_report_is_replaced_too():
    error = ValueError(HUSH)
    kind = get_exception_reporter_class(RequestFactory().get("/"))
    told = kind(None, ValueError, error, None)
    assert HUSH not in told.get_traceback_text() + told.get_traceback_html()


def test_no_logger_of_djangos_writes_by_itself():
    assert settings.LOGGING_CONFIG == "bothand.shell.reports.configure_logging"
    for name in ("django", "django.request", "django.server", "django.security.csrf", "django.db.backends"):
        kinds = [type(handler).__name__ for handler in logging.getLogger(name).handlers]
        assert "AdminEmailHandler" not in kinds
        assert [kind for kind in kinds if kind != "LogCaptureHandler"] == []


def test_the_server_writes_no_line_for_a_page():
    serving = (SOURCES / "cli" / "worker.py").read_text()
    assert "log_access=False" in serving
    assert "log_access=True" not in serving


# What browsers hold


def test_nothing_is_signed_into_a_cookie(noa):
    noa.client.get(reverse("today"))
    noa.client.post(reverse("account"), {"name": "Noa", "hue": "sea", "zone": "UTC", "lock_after": "5"})
    assert {name for name in noa.client.cookies if not name.startswith("__Host-")} == set()
    for cookie in noa.client.cookies.values():
        assert ":" not in cookie.value
        assert "noa" not in cookie.value.lower()


def test_searching_is_by_post_so_that_no_address_holds_a_word(noa):
    answer = noa.client.post(reverse("journal_search"), {"term": "hush"})
    assert answer.status_code == 200
    assert "Location" not in answer.headers
    assert "hush" not in noa.client.get(reverse("journal_search") + "?term=hush").content.decode()


def test_files_stay_in_memory_and_have_a_limit():
    (only,) = settings.FILE_UPLOAD_HANDLERS
    assert "Temporary" not in type(load_handler(only, None)).__name__
    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE <= 64 * 1024 * 1024
    assert settings.STORAGES["default"]["BACKEND"].endswith("InMemoryStorage")


def test_htmx_is_told_to_keep_nothing_and_to_evaluate_nothing():
    told = (SOURCES / "shell" / "templates" / "shell" / "parts" / "htmx.html").read_text()
    assert re.search(r"historyCacheSize[^,}]*0", told)
    assert re.search(r"allowEval[^,}]*false", told)
    assert re.search(r"selfRequestsOnly[^,}]*true", told)


def test_no_template_lets_anybodys_words_through_unescaped():
    for template in SOURCES.rglob("*.html"):
        text = template.read_text()
        assert "autoescape off" not in text, template
        assert not re.search(r"\|\s*safe\b|\|\s*safeseq", text), template
    # The shell's two, which escape every value themselves since a template for each takes too long; no room marks any.
    marking = {
        source.relative_to(SOURCES).as_posix()
        for source in SOURCES.rglob("*.py")
        if "mark_safe(" in source.read_text()
    }
    assert marking <= {"shell/widgets.py", "shell/templatetags/shell.py"}


# Sessions


def test_whatever_was_open_is_closed_when_the_server_starts(noa):
    sessions.lock_everything()
    assert noa.client.get(reverse("today")).status_code == 403


def test_a_page_that_asks_by_itself_keeps_nothing_open(noa, clock):
    who = newcomer(Canary())
    for _ in range(4):
        clock.minutes(5)
        who.client.get(reverse("place_more"), HTTP_X_BOTHAND_POLL="1")
    assert who.client.get(reverse("today")).status_code == 403
