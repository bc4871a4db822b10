import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import QuickKdf

from bothand.vault import envelope, recovery
from bothand.vault.context import Purpose
from bothand.vault.envelope import Envelope
from bothand.vault.errors import DidNotOpen, WeakKdf
from bothand.vault.kdf import FLOOR, Argon2idKdf, KdfParams

ACCOUNT = b"a" * 16
KEY = bytes(32)


def test_it_opens_with_the_secret_it_was_closed_with():
    stored = envelope.close_envelope(Argon2idKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", KEY)
    assert (
        envelope.open_envelope(Argon2idKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", stored) == KEY
    )
    assert envelope.read_envelope(stored).params == FLOOR


def test_it_takes_two_ways_of_typing_the_same_letters():
    stored = envelope.close_envelope(
        QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, "caf\u00e9 caf\u00e9 caf\u00e9", KEY
    )
    typed = "cafe\u0301 cafe\u0301 cafe\u0301"
    assert envelope.open_envelope(QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, typed, stored) == KEY


@pytest.mark.parametrize(
    "other",
    [
        {"purpose": Purpose.BY_CODE},
        {"owner": b"b" * 16},
        {"secret": "another long password"},
        {"pepper": b"x"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_it_opens_for_no_other(other):
    given = {
        "purpose": Purpose.BY_PASSWORD,
        "owner": ACCOUNT,
        "secret": "a long password",
        "pepper": b"",
    } | other
    stored = envelope.close_envelope(QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", KEY)
    with pytest.raises(DidNotOpen):
        envelope.open_envelope(
            QuickKdf(), given["purpose"], given["owner"], given["secret"], stored, pepper=given["pepper"]
        )


def test_it_refuses_parameters_below_the_floor():
    stored = envelope.close_envelope(QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", KEY)
    with pytest.raises(WeakKdf):
        envelope.open_envelope(Argon2idKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", stored)


@pytest.mark.parametrize("heavy", [{"memory": 2**31}, {"passes": 10_000}, {"lanes": 64}])
def test_it_refuses_parameters_that_would_take_all_memory_or_hours(heavy):
    stored = envelope.close_envelope(QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", KEY)
    right = {"memory": FLOOR.memory, "passes": FLOOR.passes, "lanes": FLOOR.lanes}
    raised = msgspec.structs.replace(envelope.read_envelope(stored), **right | heavy)
    with pytest.raises(WeakKdf):
        envelope.open_envelope(
            Argon2idKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", msgspec.msgpack.encode(raised)
        )


def test_it_binds_the_parameters():
    stored = envelope.close_envelope(QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", KEY)
    lowered = msgspec.structs.replace(envelope.read_envelope(stored), passes=2)
    with pytest.raises(DidNotOpen):
        envelope.open_envelope(
            QuickKdf(), Purpose.BY_PASSWORD, ACCOUNT, "a long password", msgspec.msgpack.encode(lowered)
        )


def test_it_refuses_what_is_no_envelope():
    for wrong in (b"", b"\x90", msgspec.msgpack.encode([1, 2]), b"x" * 100):
        with pytest.raises(DidNotOpen):
            envelope.read_envelope(wrong)
    assert isinstance(envelope.read_envelope(msgspec.msgpack.encode(Envelope(1, 1, 1, b"", b""))), Envelope)


def test_it_lets_params_rise_only():
    assert KdfParams(65536, 3, 1) < KdfParams(131072, 3, 1)


@given(st.integers(0, 25), st.sampled_from(recovery.ALPHABET))
def test_it_notices_a_slip_in_a_code(position, sign):
    signs = recovery.new_code().replace("-", "")
    slipped = signs[:position] + sign + signs[position + 1 :]
    same = {signs[position], sign} in ({"0", "Z"}, {sign})
    if same:
        return
    with pytest.raises(recovery.NotACode):
        recovery.clean_code(slipped)


def test_it_reads_a_code_as_people_write_it():
    code = recovery.new_code()
    assert recovery.clean_code(
        code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    ) == recovery.clean_code(code)
    assert len(recovery.clean_code(code)) == 26


@pytest.mark.parametrize("typed", ["", "abc", "é" * 27, "0" * 28, "U" * 27])
def test_it_refuses_what_is_no_code(typed):
    with pytest.raises(recovery.NotACode):
        recovery.clean_code(typed)
