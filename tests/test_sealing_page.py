"""docs/sealing.md says numbers; here they are held against the code."""

import re
from pathlib import Path

import pytest

from bothand.accounts import passwords, sessions, tickets
from bothand.vault import epoch, invitation, kdf, one_time, passkey, recovery
from bothand.vault.context import WIDTH, Purpose, bind_context

PAGE = (Path(__file__).parent.parent / "docs" / "sealing.md").read_text()
ROWS = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", PAGE, re.MULTILINE))


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Argon2id memory, at least and at most", [kdf.FLOOR.memory, kdf.CEILING.memory]),
        ("Argon2id passes, at least and at most", [kdf.FLOOR.passes, kdf.CEILING.passes]),
        ("Argon2id lanes, at least and at most", [kdf.FLOOR.lanes, kdf.CEILING.lanes]),
        ("key derivations at once", [kdf.AT_ONCE]),
        ("salt", [kdf.SALT_BYTES]),
        ("context", [WIDTH]),
        ("recovery code", [recovery.LENGTH]),
        ("shortest password", [passwords.SHORTEST]),
        ("shelf", [epoch.SHELF_BYTES]),
        ("session cookie", [sessions.ID_BYTES, sessions.KEY_BYTES]),
        ("sessions end after", [sessions.LONGEST_DAYS]),
        ("PIN", [sessions.PIN_DIGITS, sessions.PIN_TRIES]),
        ("what a passkey gives", [passkey.PRF_BYTES]),
        ("passkeys of an account", [passkey.MOST]),
        ("question to a passkey", [tickets.SECONDS]),
        ("code of an app", [one_time.DIGITS, one_time.SECONDS, one_time.EARLIER]),
        ("invitation", [invitation.SECRET_BYTES, invitation.DAYS]),
    ],
)
def test_it_says_the_number_that_the_code_has(name, numbers):
    assert [int(number) for number in re.findall(r"\d+", ROWS[name])] == numbers


def test_its_vector_is_the_contexts():
    built = bind_context(Purpose.DOCUMENT, b"\x01" * 16, epoch=2, record=b"\x03" * 16, revision=4)
    assert f"`{built.hex()}`" in PAGE
