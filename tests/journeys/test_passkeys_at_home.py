"""Passkeys in the home network: `--lan` with the name that people type."""

import base64
import secrets
import shutil
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from playwright.sync_api import sync_playwright
from tests.journeys.authenticators import add_passkey, begin, keep_passkeys, sign_out
from tests.journeys.walking import FLAGS, PHONE, Hand, opened
from tests.serving import free_port, serving

pytestmark = pytest.mark.browser


def pinned(pem: bytes) -> str:
    """The flag by which this browser takes this one key: what trusting the certificate on the device does."""
    public = (
        x509.load_pem_x509_certificate(pem)
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    digest = hashes.Hash(hashes.SHA256())
    digest.update(public)
    return f"--ignore-certificate-errors-spki-list={base64.b64encode(digest.finalize()).decode()}"


def test_it_works_in_the_home_network_under_a_name(tmp_path):
    """`--lan` with the name people type; that the name leads here is the home network's part."""
    port, name = free_port(), "wren" + secrets.token_hex(5)
    url = f"https://home.example:{port}"
    lan = ("--lan", "--host", "127.0.0.1", "--open")
    with serving(tmp_path / "data", *lan, environment={"BOTHAND_URL": url}, port=port):
        pem = ssl.get_server_certificate(("127.0.0.1", port)).encode()
        flags = [*FLAGS, pinned(pem), "--host-resolver-rules=MAP home.example 127.0.0.1"]
        with sync_playwright() as playwright:
            found = shutil.which("chromium") or shutil.which("chromium-browser")
            one = playwright.chromium.launch(executable_path=found, args=flags)
            with opened(one, url, viewport=PHONE) as window:
                hand = Hand(window.new_page())
                keep_passkeys(hand.page, prf=True)
                password = begin(hand, name)
                add_passkey(hand, password)
                sign_out(hand)
                hand.press("Sign in with a passkey")
                hand.sees(f", {name}.")
                assert hand.page.url == f"{url}/"
            one.close()
