import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.vault.context import WIDTH, Purpose, bind_context
from bothand.vault.errors import DidNotOpen, NewerVersion
from bothand.vault.padding import KIB, PADME_FROM, pad, padded_length, unpad
from bothand.vault.seal import derive_key, open_sealed, seal

KEY = bytes(range(32))
HERE = bind_context(Purpose.DOCUMENT, b"s" * 16, epoch=1, record=b"r" * 16, revision=1)

ids = st.binary(min_size=16, max_size=16)
places = st.tuples(st.sampled_from(Purpose), ids, st.integers(0, 2**32 - 1), ids, st.integers(0, 2**64 - 1))


@given(st.binary(max_size=40_000))
def test_it_opens_what_it_sealed(body):
    assert open_sealed(KEY, HERE, seal(KEY, HERE, body)) == body


@given(places, places)
def test_it_gives_each_place_a_context_of_its_own(one, other):
    built = [bind_context(p, space, epoch=e, record=r, revision=n) for p, space, e, r, n in (one, other)]
    assert (built[0] == built[1]) == (one == other)
    assert {len(each) for each in built} == {WIDTH}


@given(places)
def test_it_opens_nowhere_else(place):
    purpose, space, epoch, record, revision = place
    elsewhere = bind_context(purpose, space, epoch=epoch, record=record, revision=revision)
    if elsewhere == HERE:
        return
    with pytest.raises(DidNotOpen):
        open_sealed(KEY, elsewhere, seal(KEY, HERE, b"words"))


def test_it_opens_with_no_bit_changed_and_no_byte_missing():
    sealed = seal(KEY, HERE, b"words")
    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises((DidNotOpen, NewerVersion)):
            open_sealed(KEY, HERE, bytes(changed))
    for length in range(0, len(sealed), 7):
        with pytest.raises(DidNotOpen):
            open_sealed(KEY, HERE, sealed[:length])
    with pytest.raises(DidNotOpen):
        open_sealed(KEY, HERE, sealed + b"\0")


def test_it_opens_with_no_other_key():
    with pytest.raises(DidNotOpen):
        open_sealed(derive_key(KEY, "other"), HERE, seal(KEY, HERE, b"words"))


def test_it_says_when_a_newer_program_sealed():
    with pytest.raises(NewerVersion):
        open_sealed(KEY, HERE, bytes([2]) + seal(KEY, HERE, b"words")[1:])


def test_it_seals_the_same_words_differently_each_time():
    assert len({seal(KEY, HERE, b"words") for _ in range(20)}) == 20


@given(st.binary(max_size=70_000))
def test_it_pads_and_unpads(body):
    padded = pad(body)
    assert unpad(padded) == body
    assert len(padded) == padded_length(len(body) + 4)


@given(st.integers(0, 50_000_000))
def test_it_never_shortens_and_adds_little(length):
    padded = padded_length(length)
    assert padded >= length
    assert padded % KIB == 0 or length >= PADME_FROM
    if length >= PADME_FROM:
        assert padded <= length * 1.12


def test_it_refuses_padding_that_is_not_its_own():
    for wrong in (b"", b"\0\0\xff\xff" + bytes(1020), pad(b"a") + bytes(1024), pad(b"a")[:-1] + b"x"):
        with pytest.raises(DidNotOpen):
            unpad(wrong)
