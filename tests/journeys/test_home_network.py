"""`serve --lan`, from another machine in the same network, in a real browser: the way a second person comes in at home."""

import base64
import datetime as dt
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import segno
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from playwright.sync_api import Error, expect, sync_playwright
from tests.journeys.walking import FLAGS, PHONE, Hand, skip_introduction, start_anew
from tests.networks import Machine, missing, two_machines
from tests.serving import FROM_OUTSIDE, free_port, stop

from bothand.accounts import access
from bothand.vault import certificate

pytestmark = [pytest.mark.browser, pytest.mark.skipif(bool(missing()), reason=missing() or "it can")]

PATIENCE = 60
PRESENTED = "import ssl, sys; print(ssl.get_server_certificate((sys.argv[1], int(sys.argv[2]))))"


@dataclass(frozen=True, slots=True)
class House:
    """A Bothand that serves its network. `said` is all it printed until it was ready."""

    machine: Machine
    guest: Machine
    port: int
    said: str
    data: Path

    @property
    def address(self) -> str:
        """What it says that one opens."""
        return re.search(r"open (\S+)", self.said)[1]

    @property
    def fingerprint(self) -> str:
        """What it says that one compares."""
        return re.search(r"(?:[0-9A-F]{2}:){31}[0-9A-F]{2}", self.said)[0]

    def certificate(self) -> x509.Certificate:
        """The certificate as the guest gets it."""
        pem = self.guest.run(sys.executable, "-c", PRESENTED, self.machine.address, str(self.port))
        return x509.load_pem_x509_certificate(pem.encode())


@contextmanager
def lan(house: Machine, guest: Machine, data: Path):
    """`bothand serve --lan` in the house, with nothing said about its address."""
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if name not in FROM_OUTSIDE}
    process = subprocess.Popen(
        house.inside(
            sys.executable, "-c", "from bothand.cli import main; main()",
            "serve", "--lan", "--port", str(port), "--data", str(data),
        ),
        env={**clean, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        said, begun = "", time.monotonic()
        while "Bothand is at" not in said:
            line = process.stdout.readline()
            assert line, said
            assert time.monotonic() - begun < PATIENCE, said
            said += line
        yield House(house, guest, port, said, data)
    finally:
        stop(process)


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with two_machines() as (one, other), lan(one, other, tmp_path_factory.mktemp("house") / "data") as served:
        yield served


@contextmanager
def browser(house: House, folder: Path, *flags: str):
    """A browser on the guest's machine."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    starter = folder / "chromium-there"
    starter.write_text(f'#!/bin/sh\nexec {shlex.join(house.guest.inside(found))} "$@"\n')
    starter.chmod(0o700)
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=starter, args=[*FLAGS, *flags])
        yield one
        one.close()


def pinned(one: x509.Certificate) -> str:
    """The flag by which this browser takes this one key and no other: what *Go on* does for a person."""
    public = one.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    digest = hashes.Hash(hashes.SHA256())
    digest.update(public)
    return f"--ignore-certificate-errors-spki-list={base64.b64encode(digest.finalize()).decode()}"


def test_it_finds_its_own_address_and_says_it(house):
    assert house.address == f"https://{house.machine.address}:{house.port}"


def test_the_fingerprint_it_says_is_that_of_the_certificate_the_other_machine_gets(house):
    got = house.certificate()
    assert got.fingerprint(hashes.SHA256()).hex(":").upper() == house.fingerprint
    names = got.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(name.value) for name in names] == [house.machine.address]


def test_the_picture_it_prints_is_the_code_of_that_address(house):
    drawn = io.StringIO()
    segno.make(house.address).terminal(out=drawn, compact=True)
    assert drawn.getvalue() in house.said


def test_a_browser_warns_as_long_as_nobody_compared(house, tmp_path):
    with browser(house, tmp_path) as one, pytest.raises(Error, match="ERR_CERT_AUTHORITY_INVALID"):
        one.new_page().goto(house.address)


def test_a_browser_that_knows_another_key_is_warned_too(house, tmp_path):
    other = certificate.make_certificate([house.machine.address], now=dt.datetime.now(dt.UTC))
    flag = pinned(x509.load_pem_x509_certificate(other.cert_pem))
    with browser(house, tmp_path, flag) as one, pytest.raises(Error, match="ERR_CERT"):
        one.new_page().goto(house.address)


def test_without_tls_nothing_is_there(house):
    ask = (
        "import http.client, sys, urllib.request\n"
        "try: print(urllib.request.urlopen(sys.argv[1], timeout=10).status)\n"
        "except (OSError, http.client.HTTPException) as error: print(type(error).__name__)"
    )
    plain = house.address.replace("https:", "http:")
    assert not house.guest.run(sys.executable, "-c", ask, plain).strip().isdigit()


def test_somebody_signs_up_from_another_machine_and_stays_signed_in(house, tmp_path):
    with browser(house, tmp_path, pinned(house.certificate())) as one:
        context = one.new_context(base_url=house.address, viewport=PHONE)
        hand = Hand(context.new_page())
        start_anew(hand)
        hand.answer("What would you like to be called?", "Wren")
        hand.press("Create my account")
        hand.sees("Your recovery code")
        hand.press("I’ve saved it")
        hand.press("Not now")
        skip_introduction(hand)
        hand.sees(", Wren.")
        (cookie,) = [each for each in context.cookies() if each["name"] == access.COOKIE]
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Lax")
        assert cookie["domain"] == house.machine.address
        hand.page.goto("/journal/new/")
        hand.answer("Your words", "From the other room.")
        hand.press("Save")
        expect(hand.page.get_by_text("From the other room.").first).to_be_visible()
        hand.press("Lock now")
        hand.page.goto("/journal/")
        hand.sees("Locked for now.")
        context.close()
