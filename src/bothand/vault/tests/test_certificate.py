import contextlib
import datetime as dt
import ssl
import stat
from hashlib import sha256

import pytest

from bothand.vault import certificate

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
HOSTS = ("192.168.1.20", "box.local", "fd00::20")


def test_it_names_every_address_it_was_made_for():
    assert set(
        certificate.read_certificate(certificate.make_certificate(HOSTS, now=NOW).cert_pem).hosts
    ) == set(HOSTS)


def test_it_lasts_397_days_and_begins_a_day_early_for_slow_clocks():
    facts = certificate.read_certificate(certificate.make_certificate(HOSTS, now=NOW).cert_pem)
    assert facts.ends - facts.begins == dt.timedelta(days=397)
    assert facts.begins < NOW


def test_it_shows_the_fingerprint_that_a_browser_shows():
    made = certificate.make_certificate(HOSTS, now=NOW)
    der = ssl.PEM_cert_to_DER_cert(made.cert_pem.decode())
    assert made.fingerprint.replace(":", "").lower() == sha256(der).hexdigest()


def test_it_refuses_to_be_made_for_nobody():
    with pytest.raises(ValueError, match="address"):
        certificate.make_certificate((), now=NOW)


def test_it_is_kept_as_long_as_it_fits(tmp_path):
    first = certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW)
    assert certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW + dt.timedelta(days=300)) == first


def test_it_is_renewed_a_month_before_it_ends(tmp_path):
    first = certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW)
    assert (
        certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW + dt.timedelta(days=367)).fingerprint
        != first.fingerprint
    )


def test_it_is_renewed_when_an_address_changes(tmp_path):
    first = certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW)
    assert (
        certificate.kept_certificate(tmp_path / "tls", ("192.168.1.21",), now=NOW).fingerprint
        != first.fingerprint
    )


def test_it_is_renewed_when_key_and_certificate_no_longer_belong_together(tmp_path):
    first = certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW)
    first.key.write_bytes(certificate.make_certificate(HOSTS, now=NOW).key_pem)
    assert certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW).fingerprint != first.fingerprint


def test_only_its_owner_can_read_the_key(tmp_path):
    kept = certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW)
    assert stat.S_IMODE(kept.key.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.key.parent.stat().st_mode) == 0o700


def test_it_serves_tls(tmp_path):
    kept = certificate.kept_certificate(tmp_path / "tls", HOSTS, now=NOW)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(kept.cert, kept.key)
    client = ssl.create_default_context(cafile=str(kept.cert))
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ends = [
        server.wrap_bio(to_server, to_client, server_side=True),
        client.wrap_bio(to_client, to_server, server_hostname=HOSTS[0]),
    ]
    for end in reversed(ends * 3):
        with contextlib.suppress(ssl.SSLWantReadError):
            end.do_handshake()
    assert ends[1].version() == "TLSv1.3"
    assert ends[1].getpeercert()["subjectAltName"]
