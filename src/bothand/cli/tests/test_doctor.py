import datetime as dt
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.cli import clock, doctor_rows
from bothand.vault import certificate
from bothand.vault.padding import pad
from bothand.vault.seal import seal


@pytest.fixture
def doctor(home, bothand):
    return lambda: bothand("doctor", "--data", home.folder.path)


def test_it_finds_a_healthy_home_fine(home, doctor):
    home.session(home.account(1))
    home.page(9, 1)
    said = doctor()
    assert said.exit_code == 0, said.output
    assert "Nothing has to be mended" in said.output


def test_it_changes_no_file(home, doctor):
    home.account(1)
    before = {path: path.read_bytes() for path in home.folder.path.iterdir() if path.is_file()}
    doctor()
    assert {path: path.read_bytes() for path in before} == before


def test_it_finds_a_folder_open_to_others(home, doctor):
    home.folder.path.chmod(0o755)
    said = doctor()
    assert said.exit_code == 1
    assert "chmod -R go=" in said.output


def test_it_finds_a_truncated_database(home, doctor):
    database = home.folder.database
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    said = doctor()
    assert said.exit_code == 1
    assert "database is damaged" in said.output


def test_it_finds_a_database_of_a_newer_version(home, doctor):
    home.write("INSERT INTO django_migrations (app, name, applied) VALUES ('vault', '9999_later', '')")
    assert "newer Bothand" in doctor().output


def test_it_finds_a_database_of_an_older_version(home, doctor):
    home.write("DELETE FROM django_migrations WHERE app = 'vault'")
    said = doctor()
    assert said.exit_code == 0
    assert "older Bothand" in said.output


def test_it_finds_an_envelope_below_the_floor(home, doctor):
    home.account(1, memory=1024)
    said = doctor()
    assert said.exit_code == 1
    assert "weaker or heavier than the program allows" in said.output


def test_it_finds_an_envelope_that_would_take_all_the_memory(home, doctor):
    home.account(1, memory=2**31)
    said = doctor()
    assert said.exit_code == 1
    assert "weaker or heavier than the program allows" in said.output


def test_it_finds_a_page_of_a_length_never_written(home, doctor):
    home.page(9, 1, sealed=b"x" * 1234)
    assert "1 of 1 sealed pages" in doctor().output


def test_it_finds_rows_of_somebody_deleted(home, doctor):
    home.page(9, 1)
    home.write("INSERT INTO accounts_gone (id) VALUES (?)", bytes([9]) * 16)
    assert "1 rows belong to somebody who was deleted" in doctor().output


def test_it_finds_a_missing_secret_of_login_names(home, doctor):
    home.folder.names_secret.unlink()
    said = doctor()
    assert said.exit_code == 1
    assert "names.key is missing" in said.output


def test_it_finds_a_clock_that_went_back(home, doctor):
    later = dt.datetime.now(dt.UTC).timestamp() + 100_000
    os.utime(home.folder.database, (later, later))
    said = doctor()
    assert said.exit_code == 1
    assert "Set the clock" in said.output


@pytest.mark.parametrize("year", [1970, 2020])
def test_it_and_serve_find_a_clock_that_says_a_time_before_this_program(home, year):
    for path in home.folder.path.iterdir():
        os.utime(path, (0, 0))
    home.write("DELETE FROM django_migrations")
    os.utime(home.folder.database, (0, 0))
    said = clock.find_wrong_clock(home.folder, dt.datetime(year, 1, 2, tzinfo=dt.UTC))
    assert "this program was made on" in said


def test_it_finds_a_clock_behind_the_last_day_somebody_was_here(home):
    home.session(home.account(1))
    home.write("UPDATE accounts_session SET used_on = '2039-05-01'")
    said = clock.find_wrong_clock(home.folder, dt.datetime(2039, 4, 1, tzinfo=dt.UTC))
    assert "later than that, on 01 May 2039" in said


def test_it_finds_what_was_put_aside(home, doctor):
    (home.folder.path / "bothand.sqlite3.damaged").touch(mode=0o600)
    assert "was put aside" in doctor().output


def test_it_tells_when_a_certificate_ends(home, doctor):
    certificate.kept_certificate(
        home.folder.tls, ["192.168.1.20"], now=dt.datetime.now(dt.UTC) - dt.timedelta(days=380)
    )
    assert "The next start with --lan makes a new one" in doctor().output


def test_it_says_where_to_look_when_there_is_no_folder(bothand, tmp_path):
    said = bothand("doctor", "--data", tmp_path / "nothing")
    assert said.exit_code == 1
    assert "There is no folder" in said.output


@given(st.integers(0, 200_000))
def test_whatever_is_sealed_has_a_length_it_accepts(length):
    assert doctor_rows.is_padded(doctor_rows.sealed_length(len(pad(bytes(length)))))


@pytest.mark.parametrize("length", [0, 1, 1020, 1021, 16_380, 16_381, 40_000, 200_000])
def test_it_knows_how_long_sealing_makes_things(length):
    sealed = seal(bytes(32), b"context", bytes(length))
    assert len(sealed) == doctor_rows.sealed_length(len(pad(bytes(length))))
