from datetime import date

import msgspec
import pytest

from bothand.vault import keyring
from bothand.vault.errors import DidNotOpen, NewerVersion

TODAY = date(2026, 11, 24)
ACCOUNT = b"a" * 16


def test_it_opens_with_its_account_key_at_its_revision_only():
    key = keyring.new_account_key()
    ring = keyring.new_keyring(TODAY)
    sealed = keyring.seal_keyring(key, ACCOUNT, ring, 3)
    assert keyring.open_keyring(key, ACCOUNT, sealed, 3) == ring
    for wrong in ((bytes(32), ACCOUNT, 3), (key, b"b" * 16, 3), (key, ACCOUNT, 4)):
        with pytest.raises(DidNotOpen):
            keyring.open_keyring(wrong[0], wrong[1], sealed, wrong[2])


def test_it_makes_every_key_anew_when_somebody_knew_it():
    ring = keyring.new_keyring(TODAY)
    fresh = keyring.with_new_keys(ring, TODAY)
    assert fresh.mine()[0].key != ring.mine()[0].key
    assert (fresh.mine()[0].space, fresh.mine()[0].epoch) == (ring.mine()[0].space, 2)
    assert len(fresh.mine()) == 1
    assert fresh.signing[0].until == TODAY.isoformat()
    assert fresh.signing[-1].key != ring.signing[-1].key
    assert fresh.generation == ring.generation + 1


def test_it_is_never_written_over_by_an_older_program():
    newer = msgspec.structs.replace(keyring.new_keyring(TODAY), version=keyring.VERSION + 1)
    with pytest.raises(NewerVersion):
        keyring.seal_keyring(bytes(32), ACCOUNT, newer, 1)
