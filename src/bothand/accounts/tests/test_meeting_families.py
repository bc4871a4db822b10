import pytest
from tests.people import pair

from bothand.accounts import meeting_place
from bothand.vault.errors import DidNotOpen
from bothand.vault.meeting_place import open_part, seal_part
from bothand.vault.randomness import new_id, random_bytes


def both(first: bytes, second: bytes) -> bytes:
    return first + b"|" + second


meeting_place.register_meeting("test-family:", both, lambda _sort, payload: bool(payload))


@pytest.fixture
def couple(noa, sam):
    meeting_place.PLACE.clear()
    pair(noa, sam)
    return noa, sam


def at(who, sort):
    return meeting_place.find_meeting(who.opened, who.ours, sort)


def test_each_sort_of_a_family_meets_by_itself(couple):
    noa, sam = couple
    one, two = f"test-family:{new_id().hex()}", f"test-family:{new_id().hex()}"
    assert not at(noa, one).lay(b"N1")
    assert not at(sam, two).lay(b"S2")
    assert at(sam, one).lay(b"S1")
    assert at(noa, two).results == ()
    assert set(at(noa, one).results[0].record.body.split(b"|")) == {b"N1", b"S1"}


def test_all_that_i_answered_is_found_at_once_and_nothing_that_only_the_other_did(
    couple, django_assert_num_queries
):
    noa, sam = couple
    at(noa, "test-family:a").lay(b"N")
    at(sam, "test-family:a").lay(b"S")
    at(noa, "test-family:b").lay(b"N")
    at(sam, "test-family:c").lay(b"S")
    ours = noa.ours
    with django_assert_num_queries(2):
        found = meeting_place.all_meetings(noa.opened, ours, "test-family:")
    assert {sort: len(one.results) for sort, one in found.items()} == {"test-family:a": 1, "test-family:b": 0}
    assert meeting_place.all_meetings(noa.opened, ours, "test-other:") == {}


def test_a_family_is_laid_down_again_after_a_restart(couple):
    noa, sam = couple
    at(noa, "test-family:a").lay(b"N")
    meeting_place.PLACE.clear()
    assert not at(sam, "test-family:a").lay(b"S")
    meeting_place.lay_again(noa.opened)
    assert len(at(sam, "test-family:a").results) == 1


def test_a_sort_of_no_family_cannot_be_laid(couple):
    noa, _ = couple
    with pytest.raises(KeyError):
        at(noa, "test-nothing:a").lay(b"N")


def test_a_part_sealed_for_one_opens_for_nobody_else():
    secret = random_bytes(32)
    sealed = seal_part(secret, b"what would turn it")
    assert open_part(secret, sealed) == b"what would turn it"
    assert b"turn" not in sealed
    with pytest.raises(DidNotOpen):
        open_part(random_bytes(32), sealed)
