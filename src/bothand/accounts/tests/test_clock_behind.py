"""A clock that is behind: nothing is written that would never open, and what stood goes on opening."""

from datetime import UTC, datetime

import pytest
from tests.people import pair, person

from bothand.accounts import accounts, derivation, pairing, shared_space
from bothand.accounts.models import Account
from bothand.vault import table
from bothand.vault.errors import WouldNotOpen
from bothand.vault.records import Record, Shelf, kind

LONG_AGO = datetime(1970, 1, 2, 12, 0, tzinfo=UTC)


@kind(60_340, shelf=Shelf.STANDS)
class Leaf(Record, frozen=True, kw_only=True):
    text: str


@pytest.fixture
def two(db, clock):
    noa, sam = person("noa", since=clock.time), person("sam", since=clock.time)
    pair(noa, sam)
    return noa, sam


def reopened(who):
    """The account as its next visit reads it."""
    return accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key)


def ours(opened):
    return shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))


def test_behind_its_key_s_first_day_nothing_is_written_in_ours_that_would_never_open(two, clock):
    noa, _ = two
    kept = noa.ours.add(Leaf(text="from the right day"))
    before = list(table.all_rows(noa.ours.id))
    clock.time = LONG_AGO
    with pytest.raises(WouldNotOpen):
        noa.ours.add(Leaf(text="from the wrong one"))
    with pytest.raises(WouldNotOpen):
        noa.ours.replace(kept, Leaf(text="changed on the wrong one"))
    with pytest.raises(WouldNotOpen):
        noa.ours.remove(kept)
    assert list(table.all_rows(noa.ours.id)) == before


def test_behind_it_one_s_own_pages_are_written_and_open(two, clock):
    noa, _ = two
    clock.time = LONG_AGO
    page = noa.mine.add(Leaf(text="from the wrong day"))
    assert reopened(noa).id == noa.opened.id
    assert accounts.open_mine(reopened(noa)).get(Leaf, page.id).record.text == "from the wrong day"


@pytest.mark.parametrize("year", [1970, 2020, 2039])
def test_what_stood_opens_after_keys_were_made_anew_under_a_wrong_clock(two, clock, year):
    noa, sam = two
    from_noa, from_sam = noa.ours.add(Leaf(text="from noa")), sam.ours.add(Leaf(text="from sam"))
    right, clock.time = clock.time, clock.time.replace(year=year)
    fresh = accounts.somebody_knew_it(
        noa.opened,
        "another password that is long",
        derivation.KDF,
        now=clock.time,
        before_change=pairing.close_epoch,
    )
    clock.time = right
    for page, text in ((from_noa, "from noa"), (from_sam, "from sam")):
        assert ours(fresh).get(Leaf, page.id).record.text == text
