"""A signature that held is not checked again, and nothing else is believed for it."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bothand.vault import signature
from bothand.vault.signature import is_signed, public_key, sign

ONE, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32).private_bytes_raw() for n in (1, 2))
MESSAGE = b"context and body"


@pytest.fixture(autouse=True)
def _fresh():
    signature._known.clear()


@pytest.fixture
def checked(monkeypatch):
    """How often a signature was really checked."""
    counted = []
    real = signature.Ed25519PublicKey

    class Counting:
        @staticmethod
        def from_public_bytes(data):
            counted.append(data)
            return real.from_public_bytes(data)

    monkeypatch.setattr(signature, "Ed25519PublicKey", Counting)
    return counted


def test_what_held_is_checked_once(checked):
    for _ in range(3):
        assert is_signed(public_key(ONE), MESSAGE, sign(ONE, MESSAGE))
    assert len(checked) == 1


def test_what_did_not_hold_is_checked_each_time(checked):
    for _ in range(3):
        assert not is_signed(public_key(ONE), MESSAGE, sign(OTHER, MESSAGE))
    assert len(checked) == 3


@pytest.mark.parametrize("part", ["key", "message", "signature"])
def test_any_other_part_is_not_believed_for_it(part):
    parts = {"key": public_key(ONE), "message": MESSAGE, "signature": sign(ONE, MESSAGE)}
    assert is_signed(**parts)
    for at in range(len(parts[part])):
        changed = bytearray(parts[part])
        changed[at] ^= 1
        assert not is_signed(**{**parts, part: bytes(changed)})
    assert not is_signed(**{**parts, part: parts[part][:-1]})


def test_each_reader_checks_for_themselves(checked):
    signature = sign(ONE, MESSAGE)
    for reader in (b"noa", b"sam", b"noa"):
        assert is_signed(public_key(ONE), MESSAGE, signature, reader=reader)
    assert len(checked) == 2


def test_it_remembers_no_message_and_forgets_what_is_long_ago(monkeypatch):
    monkeypatch.setattr(signature, "MOST_KNOWN", 3)
    for number in range(9):
        message = MESSAGE + bytes([number])
        assert is_signed(public_key(ONE), message, sign(ONE, message))
    assert len(signature._known) == 3
    assert not any(MESSAGE in one for one in signature._known)
    assert all(len(one) == 32 for one in signature._known)
