"""A database without anybody in it, beside signs that people are here: a loss, and no new house with its door open."""

from pathlib import Path

import pytest
from tests.people import person

from bothand.accounts import accounts, peopled
from bothand.accounts.models import Account
from bothand.cli import preparation
from bothand.cli.refusal import Refusal


@pytest.fixture
def emptied(home):
    """People were here at the last start; since then the database lost them."""
    home.account(1)
    home.account(2)
    preparation.prepare_to_serve(home.folder)
    home.write("DELETE FROM accounts_account")
    return home


def test_a_new_house_is_served_before_anybody_comes(home):
    preparation.prepare_to_serve(home.folder)
    preparation.prepare_to_serve(home.folder)
    assert not home.folder.peopled.exists()


def test_it_is_not_served_without_its_people(emptied):
    with pytest.raises(Refusal, match="no new house with its door open"):
        preparation.prepare_to_serve(emptied.folder)


def test_it_is_not_served_with_fresh_tables_in_its_place(emptied, made):
    emptied.folder.database.write_bytes((made / "bothand.sqlite3").read_bytes())
    with pytest.raises(Refusal, match="holds nobody"):
        preparation.prepare_to_serve(emptied.folder)


@pytest.mark.parametrize("left", ["a file of nothing", "no file"])
def test_it_is_not_served_without_its_database(emptied, left):
    if left == "no file":
        emptied.folder.database.unlink()
    else:
        emptied.folder.database.write_bytes(b"")
    with pytest.raises(Refusal, match="missing or empty"):
        preparation.prepare_to_serve(emptied.folder)


def test_doctor_says_so(emptied, bothand):
    told = bothand("doctor", "--data", emptied.folder.path)
    assert told.exit_code == 1
    assert "holds nobody, though people had accounts here" in told.output


def test_no_backup_of_nothing_takes_the_place_of_one_that_holds_them(home, bothand, tmp_path):
    file = tmp_path / "kept.bothand"
    home.account(1)
    preparation.prepare_to_serve(home.folder)
    assert bothand("backup", file, "--data", home.folder.path).exit_code == 0
    before = file.read_bytes()
    home.write("DELETE FROM accounts_account")
    told = bothand("backup", file, "--data", home.folder.path)
    assert told.exit_code == 1
    assert "No backup was written" in told.output
    assert file.read_bytes() == before
    assert bothand("restore", file, "--data", home.folder.path, "--force").exit_code == 0
    preparation.prepare_to_serve(home.folder)


def test_an_older_folder_is_marked_at_its_next_start(home):
    home.account(1)
    preparation.prepare_to_serve(home.folder)
    assert home.folder.peopled.exists()
    assert home.folder.peopled.stat().st_mode & 0o077 == 0


# While it is served


@pytest.fixture
def mark(settings, tmp_path) -> Path:
    settings.BOTHAND_PEOPLED = tmp_path / "people-are-here"
    return settings.BOTHAND_PEOPLED


def test_who_signs_up_leaves_the_mark(db, mark, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        person("noa")
        assert not mark.exists(), "it follows the rows"
    assert mark.exists()


def test_rows_that_are_taken_out_open_no_door(noa, mark):
    peopled.mark_people()
    Account.objects.all().delete()
    assert not accounts.may_sign_up(anybody=False)


def test_who_deletes_the_last_account_leaves_a_new_house(noa, sam, mark):
    peopled.mark_people()
    accounts.delete_rows(noa.opened)
    assert mark.exists()
    accounts.delete_rows(sam.opened)
    assert not mark.exists()
    assert accounts.may_sign_up(anybody=False)
