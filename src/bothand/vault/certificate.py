"""A certificate of one's own for a home network, so that `serve --lan` speaks TLS and asks nobody.

No authority signs it, so each device shows its fingerprint once and a person compares. It holds addresses and
nothing personal. The key stays in the data folder, readable by its owner only.
"""

import datetime as dt
import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LIFE: Final = dt.timedelta(days=397)
RENEW_BEFORE: Final = dt.timedelta(days=30)
# Two clocks at home are rarely equal; a certificate from the future would be refused.
_SLACK: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What `make_certificate` gives. `key_pem` is PKCS#8, `fingerprint` SHA-256 as browsers show it."""

    cert_pem: bytes
    key_pem: bytes
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a certificate says of itself: names and addresses, first and last moment (UTC), fingerprint."""

    hosts: tuple[str, ...]
    begins: dt.datetime
    ends: dt.datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the kept certificate and its key lie."""

    cert: Path
    key: Path
    fingerprint: str


def make_certificate(hosts: Sequence[str], *, now: dt.datetime) -> Certificate:
    """A fresh ECDSA P-256 certificate for `hosts` (names or IP addresses), signed by its own key.

    It is good for 397 days. `now` is aware. Raises ValueError without hosts.
    """
    if not hosts:
        raise ValueError("a certificate needs an address")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "at home")])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(now - _SLACK + LIFE)
        .add_extension(x509.SubjectAlternativeName([_general_name(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(usage, critical=True)
        .sign(key, SHA256())
    )
    return Certificate(
        certificate.public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        _fingerprint_of(certificate),
    )


def read_certificate(cert_pem: bytes) -> Facts:
    """What the first certificate in `cert_pem` says. Raises ValueError when there is none."""
    certificate = x509.load_pem_x509_certificate(cert_pem)
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        hosts: tuple[str, ...] = ()
    else:
        hosts = (
            *names.get_values_for_type(x509.DNSName),
            *map(str, names.get_values_for_type(x509.IPAddress)),
        )
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    return Facts(hosts, begins, ends, _fingerprint_of(certificate))


def certificate_fits(cert_pem: bytes, key_pem: bytes) -> bool:
    """Whether the unencrypted `key_pem` belongs to the first certificate in `cert_pem`.

    Raises ValueError or TypeError when either is not what it is called.
    """
    public = load_pem_private_key(key_pem, password=None).public_key()
    certificate = x509.load_pem_x509_certificate(cert_pem)
    return certificate.public_key() == public


def kept_certificate(folder: Path, hosts: Sequence[str], *, now: dt.datetime) -> Kept:
    """The certificate kept in `folder` for exactly these hosts.

    A new one is made when there is none, when it ends within a month, or when the hosts changed.

    Files are written whole or not at all, 0600 in a folder of 0700. Raises OSError.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    cert_path, key_path = folder / "cert.pem", folder / "key.pem"
    facts = _still_good(cert_path, key_path, hosts, now)
    if facts is not None:
        return Kept(cert_path, key_path, facts.fingerprint)
    made = make_certificate(hosts, now=now)
    _write_file(key_path, made.key_pem)
    _write_file(cert_path, made.cert_pem)
    return Kept(cert_path, key_path, made.fingerprint)


def _still_good(cert_path: Path, key_path: Path, hosts: Sequence[str], now: dt.datetime) -> Facts | None:
    try:
        cert_pem, key_pem = cert_path.read_bytes(), key_path.read_bytes()
        facts, matching = read_certificate(cert_pem), certificate_fits(cert_pem, key_pem)
    except (FileNotFoundError, ValueError, TypeError):
        return None
    if not matching or set(facts.hosts) != {_normalize_host(host) for host in hosts}:
        return None
    return facts if facts.begins <= now < facts.ends - RENEW_BEFORE else None


def _write_file(path: Path, content: bytes) -> None:
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)
    fresh.replace(path)


def _normalize_host(host: str) -> str:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host.lower()


def _general_name(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host.lower())


def _fingerprint_of(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(SHA256()).hex(":").upper()
