"""`bothand serve`: what it refuses, and how it lives and ends. The refusals are rows of issue 2's table of bad input."""

import datetime as dt
import os
import signal
import socket
import stat
import time
from pathlib import Path

import pytest
from tests.serving import free_port, processes_of, serving

from bothand.cli import address as addresses
from bothand.cli.address import Wish
from bothand.cli.refusal import Refusal
from bothand.vault import certificate


def wish(**changes):
    usual = {
        "host": None,
        "port": 8000,
        "tls_cert": None,
        "tls_key": None,
        "lan": False,
        "behind_proxy": False,
        "url": "",
    }
    return Wish(**{**usual, **changes})


def until(condition, patience=20.0):
    """Whether the condition came true."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)  # between two looks
    return False


@pytest.fixture
def refused(bothand):
    """Runs `bothand serve` that must refuse; what it said."""

    def run(*words):
        said = bothand("serve", *words)
        assert said.exit_code == 1
        assert "Traceback" not in said.output
        return said.output

    return run


# What it refuses


@pytest.mark.parametrize("host", ["192.168.1.20", "0.0.0.0", "::", "fd00::1"])
def test_it_refuses_plain_http_on_a_network_address(refused, host):
    said = refused("--host", host)
    assert "without TLS" in said
    for way_out in ("--lan", "--tls-cert", "--behind-proxy"):
        assert way_out in said


def test_it_refuses_a_port_that_is_taken(refused, home):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        port = other.getsockname()[1]
        said = refused("--data", home.folder.path, "--port", port)
    assert f"Port {port} on 127.0.0.1 is taken" in said
    assert "--port" in said


def test_it_refuses_a_folder_it_cannot_write_to(refused):
    assert "cannot be written to" in refused("--data", "/proc")


def test_it_refuses_a_folder_it_cannot_make(refused):
    assert "cannot be made" in refused("--data", "/proc/nowhere/data")


def test_it_refuses_a_file_for_a_folder(refused, tmp_path):
    (tmp_path / "file").touch()
    assert "is a file" in refused("--data", tmp_path / "file")


def test_it_refuses_a_truncated_database(refused, home):
    database = home.folder.database
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])
    said = refused("--data", home.folder.path, "--port", free_port())
    assert "is damaged" in said
    assert "bothand restore FILE --force" in said
    assert database.read_bytes() == whole[: len(whole) // 2]


def test_it_refuses_something_that_is_no_database(refused, home):
    home.folder.database.write_bytes(b"dear diary" * 1000)
    assert "is damaged" in refused("--data", home.folder.path, "--port", free_port())


def test_it_refuses_a_database_of_a_newer_version(refused, home):
    home.write("INSERT INTO django_migrations (app, name, applied) VALUES ('vault', '9999_later', '')")
    said = refused("--data", home.folder.path, "--port", free_port())
    assert "newer Bothand" in said
    assert "vault 9999_later" in said


def test_it_refuses_to_make_a_fresh_secret_for_people_who_are_here(refused, home):
    home.account(1)
    home.folder.names_secret.unlink()
    said = refused("--data", home.folder.path, "--port", free_port())
    assert "names.key is missing" in said
    assert not home.folder.names_secret.exists()


def test_it_refuses_a_second_server_on_one_folder(refused, home):
    from bothand.cli.folder import sole_use

    with sole_use(home.folder):
        assert "already runs" in refused("--data", home.folder.path, "--port", free_port())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--tls-cert", "a.pem"], "belong together"),
        (["--lan", "--behind-proxy"], "two ways to do the same"),
        (["--behind-proxy"], "BOTHAND_URL"),
        (["--lan", "--host", "0.0.0.0"], "one address"),
        (["--tls-cert", "/none.pem", "--tls-key", "/none.pem"], "not there"),
    ],
)
def test_it_refuses_options_that_do_not_go_together(refused, words, said):
    assert said in refused(*words)


@pytest.fixture
def pair(tmp_path):
    """A certificate and its key in files."""

    def write(*, now=None):
        made = certificate.make_certificate(["127.0.0.1"], now=now or dt.datetime.now(dt.UTC))
        cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
        cert.write_bytes(made.cert_pem)
        key.write_bytes(made.key_pem)
        return cert, key

    return write


def test_it_refuses_a_key_of_another_certificate(refused, pair):
    cert, key = pair()
    key.write_bytes(certificate.make_certificate(["127.0.0.1"], now=dt.datetime.now(dt.UTC)).key_pem)
    assert "is not the key of" in refused("--tls-cert", cert, "--tls-key", key)


def test_it_refuses_a_certificate_that_has_ended(refused, pair):
    cert, key = pair(now=dt.datetime.now(dt.UTC) - dt.timedelta(days=500))
    assert "ended on" in refused("--tls-cert", cert, "--tls-key", key)


def test_it_tells_how_to_make_a_key_it_can_read(refused, pair):
    cert, key = pair()
    key.write_bytes(key.read_bytes().replace(b"PRIVATE KEY", b"EC PRIVATE KEY"))
    assert "openssl pkcs8" in refused("--tls-cert", cert, "--tls-key", key)


# Which address follows from the options


def test_it_serves_this_machine_only_unless_told():
    assert addresses.settle_address(wish()).host == "127.0.0.1"


def test_it_makes_a_certificate_for_the_address_and_the_name_people_type():
    address = addresses.settle_address(wish(lan=True, host="192.168.1.20", url="https://box.local:8000"))
    assert address.own_certificate_for == ("192.168.1.20", "box.local")
    assert address.url == "https://box.local:8000"


def test_it_listens_plainly_behind_a_proxy():
    address = addresses.settle_address(wish(behind_proxy=True, host="0.0.0.0", url="https://home.example"))
    assert (address.host, address.tls_cert) == ("0.0.0.0", None)


@pytest.mark.parametrize(
    "url", ["http://home.example", "home.example", "https://home.example/sub", "https://"]
)
def test_it_refuses_an_address_that_people_cannot_safely_type(url):
    with pytest.raises(Refusal):
        addresses.settle_address(wish(behind_proxy=True, url=url))


def test_it_refuses_a_public_address_for_a_server_only_this_machine_reaches():
    with pytest.raises(Refusal, match="this machine only"):
        addresses.settle_address(wish(url="https://home.example"))


def test_it_needs_a_name_when_it_listens_everywhere(tmp_path):
    with pytest.raises(Refusal, match="BOTHAND_URL"):
        addresses.settle_address(wish(host="0.0.0.0", tls_cert=tmp_path / "c", tls_key=tmp_path / "k"))


# How it lives and ends


@pytest.fixture(scope="module")
def served(made, tmp_path_factory):
    data = tmp_path_factory.mktemp("served") / "fresh"
    with serving(data) as running:
        yield running


def test_it_serves_the_sign_in_page_from_a_folder_that_was_not_there(served):
    status, body, headers = served.get("/in/")
    assert status == 200
    assert b"<form" in body
    assert headers["Cache-Control"].startswith("no-store")


def test_it_makes_a_folder_for_its_owner_only(served):
    assert stat.S_IMODE(served.data.stat().st_mode) == 0o700
    for path in served.data.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_it_serves_style_with_a_name_that_may_be_kept(served):
    _, body, _ = served.get("/in/")
    path = body.split(b'<link rel="stylesheet" href="')[1].split(b'"')[0].decode()
    status, _, headers = served.get(path)
    assert status == 200
    assert "immutable" in headers["Cache-Control"]


def test_it_runs_one_worker_beside_its_parent(served):
    assert len(served.processes()) == 2


def test_neither_of_them_leaves_a_core_file(served):
    for process in served.processes():
        (limit,) = [
            line.split()[4:6]
            for line in Path(f"/proc/{process}/limits").read_text().splitlines()
            if line.startswith("Max core file size")
        ]
        assert set(limit) <= {"0", "1"}


def test_the_worker_ends_when_its_parent_is_killed(home):
    with serving(home.folder.path) as running:
        (worker,) = set(running.processes()) - {running.process.pid}
        os.kill(running.process.pid, signal.SIGKILL)
        assert until(lambda: worker not in processes_of(running.process.pid))


def test_a_killed_worker_is_replaced(home):
    with serving(home.folder.path) as running:
        (worker,) = set(running.processes()) - {running.process.pid}
        os.kill(worker, signal.SIGKILL)

        def another_answers():
            others = set(running.processes()) - {running.process.pid, worker}
            try:
                return bool(others) and running.get("/in/")[0] == 200
            except OSError:
                return False

        assert until(another_answers)


def test_it_ends_when_asked_and_the_folder_is_free_again(home):
    with serving(home.folder.path) as running:
        running.process.terminate()
        assert running.process.wait(timeout=20) == 0
    with serving(home.folder.path) as again:
        assert again.get("/in/")[0] == 200


def test_it_locks_what_was_open_when_it_was_killed(home):
    home.session(home.account(1), unlocked=True)
    with serving(home.folder.path):
        assert until(lambda: home.read("SELECT two FROM accounts_session") == [(None,)])


def test_lan_serves_tls_and_shows_address_code_and_fingerprint(home):
    address = _own_address()
    with serving(home.folder.path, "--lan", "--host", address) as running:
        assert running.get("/in/")[0] == 200
        running.process.terminate()
        said = running.process.communicate()[0]
    assert running.url in said
    assert "▀" in said or "█" in said
    facts = certificate.read_certificate((home.folder.tls / "cert.pem").read_bytes())
    assert facts.fingerprint in said
    assert facts.hosts == (address,)


def test_behind_a_proxy_it_answers_to_the_name_people_type_only(home):
    import urllib.request

    with serving(
        home.folder.path, "--behind-proxy", environment={"BOTHAND_URL": "https://home.example"}
    ) as running:

        def status(host):
            request = urllib.request.Request(
                running.url + "/in/", headers={"Host": host, "X-Forwarded-Proto": "https"}
            )
            try:
                return urllib.request.urlopen(request, timeout=10).status
            except urllib.error.HTTPError as error:
                return error.code

        assert status("home.example") == 200
        assert status("evil.example") == 400


def test_its_logs_tell_what_broke_and_not_what_was_written(home):
    import subprocess
    import sys

    code = """
import logging
from granian.log import LogLevels, configure_logging
configure_logging(LogLevels.error)
import django
django.setup()
from bothand.cli import worker
worker._silence_logs()
for name in ("_granian", "django.request", "somebody.else"):
    try:
        int("dear diary")
    except ValueError:
        logging.getLogger(name).exception("broken: %s", "dear diary")
"""
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "BOTHAND_DATA": str(home.folder.path),
            "DJANGO_SETTINGS_MODULE": "bothand.web.settings",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    ).stdout
    assert said.count("ValueError") == 3
    assert "diary" not in said


def _own_address():
    """An address of this machine that is not 127.0.0.1; any of 127/8 does where there is no network."""
    try:
        return addresses.own_address()
    except Refusal:
        return "127.0.0.2"


def test_help_names_every_option(bothand):
    said = bothand("serve", "--help").output
    for option in (
        "--host",
        "--port",
        "--data",
        "--tls-cert",
        "--tls-key",
        "--lan",
        "--behind-proxy",
        "--open",
    ):
        assert option in said


def test_every_command_in_the_table_is_there(bothand):
    from bothand.cli import COMMANDS

    for name in COMMANDS:
        assert bothand(name, "--help").exit_code == 0


def test_help_imports_no_command():
    import subprocess
    import sys

    code = (
        "import sys; from click.testing import CliRunner; from bothand.cli import main;"
        "CliRunner().invoke(main, ['--help']); print([m for m in sys.modules if m.startswith(('bothand.cli.', 'django'))])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    # What every command speaks through is no command.
    assert said.strip() == "['bothand.cli.shown']"


def test_sources_of_the_commands_stand_where_the_table_says():
    from bothand import cli

    for name in cli.COMMANDS:
        folder = Path(cli.__file__).parent
        assert (folder / f"{name}.py").exists() or (folder / name / "__init__.py").exists()
