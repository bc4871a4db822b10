"""Machines as they come: no home folder, an output of ASCII, disks that are full or read-only. Each works or says what is so."""

import os
import pwd
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.serving import FROM_OUTSIDE, free_port, serving

from bothand.cli import address as addresses
from bothand.cli.address import Wish
from bothand.cli.refusal import Refusal

COMMAND = [sys.executable, "-c", "from bothand.cli import main; main()"]
# A mount of one's own needs no rights on most machines; where it is not allowed, there is no disk to try.
MAY_MOUNT = (
    shutil.which("unshare") is not None
    and subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0
)
needs_mount = pytest.mark.skipif(not MAY_MOUNT, reason="this machine lets nobody mount a disk of their own")


def run(*words, under=(), **environment):
    """The command in a process of its own: exit code, what it said, as bytes are read by people."""
    clean = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE}
    done = subprocess.run(
        [*under, *COMMAND, *map(str, words)],
        env={**clean, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    assert "Traceback" not in said, said
    return done.returncode, " ".join(said.split())


def mounted(how, folder):
    """Words before a command that give it, and it alone, a folder on a disk of its own."""
    return ["unshare", "-rm", "sh", "-c", f'{how.format(folder=folder)} && exec "$@"', "sh"]


READ_ONLY = "mount --bind {folder} {folder} && mount -o remount,bind,ro {folder}"


def full(size):
    return f"mount -t tmpfs -o size={size} none {{folder}}"


# Addresses


def wish(**changes):
    usual = {"host": None, "port": 8000, "tls_cert": None, "tls_key": None, "lan": False}
    return Wish(**{**usual, "behind_proxy": False, "url": "", **changes})


def test_localhost_is_an_address_to_listen_on(home):
    assert addresses.settle_address(wish(host="localhost")).host == "127.0.0.1"
    assert addresses.settle_address(wish(host="localhost")).url == "http://localhost:8000"
    with serving(home.folder.path, "--host", "localhost") as running:
        assert running.get("/in/")[0] == 200


def test_a_host_that_nobody_knows_is_refused():
    with pytest.raises(Refusal, match="not known here"):
        addresses.settle_address(
            wish(host="no.such.host.invalid", behind_proxy=True, url="https://a.example")
        )


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://b\u00fccher.example", "https://xn--bcher-kva.example"),
        ("https://\u4f8b\u3048.example:8443/", "https://xn--r8jz45g.example:8443"),
    ],
)
def test_a_domain_in_any_script_is_answered_as_browsers_send_it(home, typed, sent):
    assert addresses.url_from({"BOTHAND_URL": typed}) == sent
    with serving(home.folder.path, "--behind-proxy", environment={"BOTHAND_URL": typed}) as running:
        headers = {"Host": sent.removeprefix("https://"), "X-Forwarded-Proto": "https"}
        request = urllib.request.Request(running.url + "/in/", headers=headers)
        assert urllib.request.urlopen(request, timeout=10).status == 200


@pytest.mark.parametrize(
    "typed", ["https://stra\u00dfe.example", "https://\u200d\u200d.example", "https://[::1"]
)
def test_a_domain_that_cannot_be_written_so_is_said(typed):
    with pytest.raises(Refusal, match="BOTHAND_URL"):
        addresses.url_from({"BOTHAND_URL": typed})


# No home


@pytest.fixture
def homeless(monkeypatch):
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(pwd, "getpwuid", lambda number: {}[number])


@pytest.mark.parametrize("command", ["serve", "doctor", "demo"])
def test_without_a_home_it_asks_for_a_folder(bothand, homeless, command):
    said = bothand(command)
    assert said.exit_code == 1
    assert "no home folder" in said.output
    assert "--data" in said.output


def test_without_a_home_a_folder_that_is_named_does(bothand, homeless, home):
    assert bothand("doctor", "--data", home.folder.path).exit_code == 0


# Outputs


ASCII = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}


def test_an_output_of_ascii_is_given_the_address_without_a_code(home):
    with serving(home.folder.path, "--lan", "--host", "127.0.0.1", environment=ASCII) as running:
        assert running.get("/in/")[0] == 200
        running.process.terminate()
        said = running.process.communicate()[0]
    assert running.url in said
    assert "Type the address" in said
    assert said.isascii()


def test_an_output_without_some_signs_spells_them_out(home, tmp_path):
    folder = tmp_path / "d\u00e4ta"
    shutil.copytree(home.folder.path, folder)
    folder.chmod(0o755)
    assert run("doctor", "--data", folder, **ASCII)[0] == 1
    code, said = run("doctor", "--data", folder, PYTHONIOENCODING="koi8-r")
    assert code == 1
    assert "d\\xe4ta" in said


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_the_engines_speak_through_any_output(encoding):
    files = Path(__file__).parent / "fixtures" / "negotiate"
    deal, one, two = (next(files.rglob(f"{name}.toml")) for name in ("deal", "one", "two"))
    code, said = run("negotiate", deal, one, two, PYTHONIOENCODING=encoding)
    assert code == 0, said


@pytest.mark.parametrize("command", [["restore"], ["backup"]])
def test_escapes_in_a_file_s_name_are_shown_and_never_sent(home, bothand, tmp_path, command):
    name = tmp_path / "a\x1b[2Jb\x9b2Jc\u202e.zip"
    name.write_bytes(b"no backup")
    said = bothand(*command, name, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "\\x1b[2J" in said.output
    assert not {"\x1b", "\x9b", "\u202e"} & set(said.output)


def test_escapes_in_a_name_inside_of_a_file_are_refused(tmp_path):
    for name in ("deal", "one", "two"):
        (tmp_path / f"{name}.toml").write_text('[issues]\n"a\\u001b[2J" = ["x", "y"]\n')
    code, said = run("negotiate", *(tmp_path / f"{name}.toml" for name in ("deal", "one", "two")))
    assert code == 2
    assert "deal.toml:2: a name holds unprintable signs" in said
    assert "\x1b" not in said


def test_escapes_in_an_option_that_click_refuses_are_shown(bothand):
    said = bothand("restore", "/no/such\x1b[2J.zip")
    assert said.exit_code == 2
    assert "\x1b" not in said.output
    assert "\\x1b[2J" in said.output


# Disks


@needs_mount
def test_a_read_only_disk_is_no_damage(home):
    home.account(1)
    under = mounted(READ_ONLY, home.folder.path)
    for command in ("serve", "doctor"):
        more = ["--port", free_port()] if command == "serve" else []
        code, said = run(command, "--data", home.folder.path, *more, under=under)
        assert code == (1 if command == "serve" else 0), said
        assert "damaged (" not in said
        assert "--force" not in said
        if command == "serve":
            assert "is read-only" in said


@needs_mount
def test_a_read_only_disk_is_backed_up_onto_another(home, elsewhere, tmp_path, bothand):
    home.account(1)
    home.page(9, 1)
    target = tmp_path / "other" / "b.zip"
    target.parent.mkdir()
    code, said = run("backup", target, "--data", home.folder.path, under=mounted(READ_ONLY, home.folder.path))
    assert code == 0, said
    assert bothand("restore", target, "--data", elsewhere.folder.path).exit_code == 0
    assert elsewhere.read("SELECT id FROM vault_document") == [(bytes([1]) * 16,)]


@needs_mount
def test_a_read_only_disk_with_a_log_says_how_to_get_at_it(home, tmp_path):
    log = home.folder.database.with_name("bothand.sqlite3-wal")
    home.write("PRAGMA journal_mode = WAL")
    log.write_bytes(b"the last writes")
    under = mounted(READ_ONLY, home.folder.path)
    for words in (["doctor"], ["backup", tmp_path / "b.zip"]):
        code, said = run(*words, "--data", home.folder.path, under=under)
        assert code == 1
        assert "Copy the whole folder to another disk" in said
        assert "--force" not in said


@needs_mount
def test_a_target_without_room_is_said_and_nothing_is_left(home, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    code, said = run("backup", small / "b.zip", "--data", home.folder.path, under=mounted(full("64k"), small))
    assert code == 1
    assert "too little room" in said or "no space left" in said
    assert list(small.iterdir()) == []


@needs_mount
def test_a_restore_without_room_says_what_stands(home, bothand, tmp_path):
    bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    small = tmp_path / "small"
    small.mkdir()
    code, said = run("restore", tmp_path / "b.zip", "--data", small, under=mounted(full("100k"), small))
    assert code == 1
    assert "nothing was changed" in said or "run it again" in said
    assert "room" in said


@needs_mount
def test_a_first_start_without_room_says_so(tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    words = ["serve", "--data", small / "data", "--port", free_port()]
    code, said = run(*words, under=mounted(full("64k"), small))
    assert code == 1
    assert "full" in said or "no space left" in said.lower()


# Links and owners


def test_a_link_as_the_target_stays_a_link(home, bothand, tmp_path):
    real = tmp_path / "disk" / "b.zip"
    real.parent.mkdir()
    link = tmp_path / "b.zip"
    link.symlink_to(real)
    for _ in range(2):
        assert bothand("backup", link, "--data", home.folder.path).exit_code == 0
        assert link.is_symlink()
        assert real.is_file()


def test_a_link_that_leads_nowhere_is_said(home, bothand, tmp_path):
    link = tmp_path / "b.zip"
    link.symlink_to(tmp_path / "no" / "such" / "disk.zip")
    said = bothand("backup", link, "--data", home.folder.path)
    assert said.exit_code == 1
    assert "no such file or directory" in said.output
    assert link.is_symlink()


def test_what_root_restores_belongs_to_the_folder_s_owner(home, elsewhere, bothand, tmp_path, monkeypatch):
    bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    given = {}
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(os, "chown", lambda path, user, group, **_: given.update({Path(path).name: user}))
    assert bothand("restore", tmp_path / "b.zip", "--data", elsewhere.folder.path).exit_code == 0
    owner = elsewhere.folder.path.stat().st_uid
    assert {"bothand.sqlite3", "names.key"} <= set(given)
    assert set(given.values()) == {owner}


# Loss


@pytest.mark.parametrize("left", ["nothing", "an empty file"])
def test_keys_without_a_database_are_a_loss_and_no_new_house(home, bothand, left):
    home.folder.database.unlink()
    if left == "an empty file":
        home.folder.database.touch()
    said = bothand("serve", "--data", home.folder.path, "--port", free_port())
    assert said.exit_code == 1
    assert "people may have been here" in said.output
    assert not home.folder.database.exists() or home.folder.database.stat().st_size == 0
    assert "people may have been here" in bothand("doctor", "--data", home.folder.path).output


def test_a_backup_mends_such_a_loss(home, bothand, tmp_path):
    home.account(1)
    bothand("backup", tmp_path / "b.zip", "--data", home.folder.path)
    home.folder.database.unlink()
    assert bothand("restore", tmp_path / "b.zip", "--data", home.folder.path).exit_code == 0
    assert len(home.read("SELECT id FROM accounts_account")) == 1
