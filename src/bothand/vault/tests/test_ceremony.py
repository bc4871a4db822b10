"""The two ceremonies of WebAuthn, against a device in software."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.vault import ceremony, webauthn
from bothand.vault.ceremony import Refused, Site, check_made, check_shown, read_made, read_shown
from bothand.vault.tests.authenticator import ORIGIN, SITE_NAME, Device, sent

SITE = Site(SITE_NAME, ORIGIN)
QUESTION = bytes(range(56))
DEVICE = Device()


def make(device=DEVICE, question=QUESTION):
    return check_made(SITE, QUESTION, read_made(device.make(question)))


def show(device=DEVICE, question=QUESTION, packed=None, **instead):
    return check_shown(SITE, QUESTION, packed or make().packed, read_shown(device.show(question, **instead)))


def test_what_a_device_made_is_told_apart_by_its_id_and_checked_by_its_key():
    made = make(DEVICE.counted(3))
    assert made.id == DEVICE.id
    assert made.counter == 3
    assert show(DEVICE.counted(4)) == 4


ODD = {
    "of another site": replace(DEVICE, name="elsewhere.example"),
    "from another address": replace(DEVICE, origin="https://testserver:8443"),
    "from another address of the same name": replace(DEVICE, origin="http://testserver"),
    "of which nobody was verified": replace(DEVICE, verifies=False),
    "from within another site's frame": replace(DEVICE, changes={"crossOrigin": True}),
    "that is the other ceremony's": replace(DEVICE, changes={"type": "payment.get"}),
}


@pytest.mark.parametrize("device", ODD.values(), ids=ODD)
def test_an_answer_is_refused(device):
    for ceremony_of in (make, show):
        with pytest.raises(Refused):
            ceremony_of(device)


def test_an_answer_to_another_question_is_refused():
    for ceremony_of in (make, show):
        with pytest.raises(Refused):
            ceremony_of(question=bytes(56))


def test_another_device_with_the_same_id_is_refused():
    with pytest.raises(Refused):
        show(Device("another"), id=DEVICE.id)


def test_one_ceremony_is_no_answer_to_the_other():
    made = json.loads(DEVICE.make(QUESTION))
    with pytest.raises(Refused):
        read_shown(json.dumps(made))
    with pytest.raises(Refused):
        read_made(DEVICE.show(QUESTION))


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", "null", "1", '{"id": 1}', "\udc80", "{" * 20_000])
def test_what_is_no_answer_is_refused(text):
    for read in (read_made, read_shown):
        with pytest.raises(Refused):
            read(text)


def test_an_answer_with_more_in_it_is_refused():
    with pytest.raises(Refused):
        read_shown(json.dumps(json.loads(DEVICE.show(QUESTION)) | {"more": ""}))


@given(st.sampled_from(["id", "client", "data", "signature"]), st.binary(max_size=200))
def test_any_other_bytes_are_refused_and_break_nothing(part, other):
    with pytest.raises(Refused):
        show(**{part: other})


@given(st.sampled_from(["client", "attestation"]), st.binary(max_size=200))
def test_any_other_bytes_of_a_new_one_are_refused_and_break_nothing(part, other):
    made = {"client": DEVICE._client("webauthn.create", QUESTION), "attestation": b"x"} | {part: other}
    with pytest.raises(Refused):
        check_made(SITE, QUESTION, read_made(sent(**made)))


@given(st.integers(0, 400), st.integers(1, 255))
def test_any_changed_byte_of_a_new_one_is_refused_or_makes_another(at, change):
    made = read_made(DEVICE.make(QUESTION))
    raw = bytearray(made.attestation)
    raw[at % len(raw)] ^= change
    try:
        found = check_made(SITE, QUESTION, ceremony.Made(client=made.client, attestation=bytes(raw)))
    except Refused:
        return
    assert isinstance(found.id, bytes)


def test_deeply_nested_bytes_are_refused():
    with pytest.raises(Refused):
        check_made(SITE, QUESTION, ceremony.Made(client=b"{}", attestation=b"\x81" * 9_000))


def test_a_key_of_an_odd_kind_is_refused(monkeypatch):
    monkeypatch.setattr(webauthn, "ALGORITHMS", (-7,))
    with pytest.raises(Refused):
        make()


def test_the_question_is_read_out_of_what_the_browser_says():
    assert ceremony.challenge_in(read_shown(DEVICE.show(QUESTION)).client) == QUESTION
    with pytest.raises(Refused):
        ceremony.challenge_in(b"\xff")
