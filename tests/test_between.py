"""Nothing that two share happens unseen: each kind of record in *ours* is told, or its room says why it is silent."""

import pytest
from tests.harness import named, page_cases, stage
from tests.people import pair
from tests.residents import Lasting, fresh, lasting, resident

from bothand.kit import inbox, registry
from bothand.kit.news import Silent
from bothand.vault.ours import Member

__all__ = ["lasting"]

ROOMS = registry.all_rooms()
SAID = {kind for room in ROOMS for kind in room.between}
PAIRED = [case for case in page_cases() if case.paired]


@pytest.fixture(scope="module")
def two(lasting: Lasting):
    """Somebody of two, who sent every form that there is."""
    with lasting():
        yield resident(paired=True)


def kinds_in(ours) -> set[type]:
    return {one.kind.type for one in ours.query().items}


def test_every_kind_that_forms_put_into_ours_is_told_or_says_why_not(two, db):
    found = kinds_in(fresh(two).ours)
    assert Member in found
    assert found - SAID == set()


@pytest.mark.parametrize("case", PAIRED, ids=named)
def test_every_kind_that_a_page_shows_of_ours_is_told_or_says_why_not(case, noa, sam):
    pair(noa, sam)
    case.prepare(stage(noa))
    assert kinds_in(noa.ours) - SAID == set()


@pytest.mark.parametrize("room", [room for room in ROOMS if room.between], ids=lambda room: room.name)
def test_silence_has_a_reason_that_can_be_read(room):
    reasons = [how.why for how in room.between.values() if isinstance(how, Silent)]
    assert all(len(why.split()) >= 5 for why in reasons)


def test_a_kind_is_silent_in_no_room_and_told_in_another():
    silent = {kind for room in ROOMS for kind, how in room.between.items() if isinstance(how, Silent)}
    assert silent & inbox.all_told().keys() == set()
