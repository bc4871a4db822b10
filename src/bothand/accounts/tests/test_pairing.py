import pytest
from tests.people import person

from bothand.accounts import accounts, departure, derivation, meeting_place, pairing, shared_space, wall_clock
from bothand.accounts.errors import LinkGone, PairedAlready, WrongLink
from bothand.accounts.models import Account, Gone
from bothand.accounts.preferences import Settings
from bothand.vault import table
from bothand.vault.errors import DidNotOpen, EpochClosed, ReadOnly, WouldNotOpen
from bothand.vault.meeting_place import Laid, OwnCopy, make_result, new_copy, result_id
from bothand.vault.models import Shared
from bothand.vault.records import Record, Shelf, kind, kind_of


@kind(60_100, shelf=Shelf.STANDS)
class Page(Record, frozen=True, kw_only=True):
    text: str


def both(first: bytes, second: bytes) -> bytes:
    return first + b"|" + second


meeting_place.register_meeting("test-both", both, lambda _sort, payload: bool(payload))


def again(opened):
    """The account as its next visit reads it."""
    return accounts.by_key(Account.objects.get(id=opened.id), opened.account_key)


def ours(opened):
    return shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))


@pytest.fixture
def couple(db):
    """Noa invites; Sam opens the link while Noa is away; Noa's next visit pins Sam."""
    noa, sam = person("noa").opened, person("sam", chosen=Settings(name="Sam", hue="clay")).opened
    noa = pairing.make_invitation(noa)
    sam = pairing.accept_invitation(sam, noa.keyring.invitation)
    return pairing.catch_up(again(noa)), sam


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def test_they_know_each_other_by_name_and_colour(couple):
    noa, sam = couple
    assert shared_space.partner_in(ours(noa), noa.id, noa.keyring).name == "Sam"
    assert shared_space.partner_in(ours(sam), sam.id, sam.keyring).name == "Noa"
    assert noa.keyring.invitation == b""


def test_they_read_what_either_wrote_and_know_who(couple):
    noa, sam = couple
    page = ours(noa).add(Page(text="from noa"))
    found = ours(sam).get(Page, page.id)
    assert (found.record.text, found.author) == ("from noa", noa.id)
    assert found.digest == ours(noa).get(Page, page.id).digest


def test_a_link_opens_once_within_its_week_and_not_for_its_maker(db, clock):
    noa, sam, robin = (person(name).opened for name in ("noa", "sam", "robin"))
    noa = pairing.make_invitation(noa)
    secret = noa.keyring.invitation
    with pytest.raises(WrongLink):
        pairing.accept_invitation(noa, secret)
    assert pairing.open_invitation(secret).name == "Noa"
    pairing.accept_invitation(sam, secret)
    with pytest.raises(LinkGone):
        pairing.accept_invitation(robin, secret)
    fresh = pairing.make_invitation(robin)
    clock.minutes(7 * 24 * 60)
    with pytest.raises(LinkGone):
        pairing.open_invitation(fresh.keyring.invitation)


def test_a_link_taken_back_opens_nothing(db):
    noa = pairing.make_invitation(person("noa").opened)
    secret = noa.keyring.invitation
    assert pairing.admits_new(secret)
    assert pairing.admit_new(secret)
    assert not pairing.admits_new(secret)
    pairing.take_back(noa)
    with pytest.raises(LinkGone):
        pairing.open_invitation(secret)


def test_one_is_in_one_couple_at_a_time(couple):
    noa, _ = couple
    robin = pairing.make_invitation(person("robin").opened)
    with pytest.raises(PairedAlready):
        pairing.accept_invitation(noa, robin.keyring.invitation)
    with pytest.raises(PairedAlready):
        pairing.make_invitation(noa)


def test_nobody_writes_in_anothers_name(couple):
    noa, sam = couple
    mallory = ours(sam)
    mallory._author = noa.id
    with pytest.raises(WouldNotOpen):
        mallory.add(Page(text="as if from noa"))
    assert [one.record.text for one in ours(noa).query(Page).items] == []


def test_only_its_author_deletes_leaving_a_mark(couple):
    noa, sam = couple
    page = ours(noa).add(Page(text="from noa"))
    with pytest.raises(ReadOnly):
        ours(sam).remove(ours(sam).get(Page, page.id))
    ours(noa).remove(page)
    assert ours(sam).query(Page).items == ()
    assert any(row.id == page.id for row in table.all_rows(ours(noa).id))


def test_who_left_writes_nothing_more_and_keeps_a_copy(couple):
    noa, sam = couple
    ours(sam).add(Page(text="from sam"))
    stale = ours(noa)
    left = departure.leave_space(noa, shared_space.partner_in(stale, noa.id, noa.keyring), keep=b"")
    assert left.keyring.ours() == ()
    with pytest.raises(EpochClosed):
        stale.add(Page(text="too late"))
    kept = [one.record for one in accounts.open_mine(left).all_of(departure.Kept).items]
    assert [one.by for one in kept if one.kind == 60_100] == ["Sam"]


def test_who_stays_sees_no_difference_and_writes_under_a_new_key(couple):
    noa, sam = couple
    old = ours(noa).add(Page(text="before"))
    departure.leave_space(noa, None, keep=b"")
    assert ours(sam).get(Page, old.id).record.text == "before"
    assert shared_space.partner_in(ours(sam), sam.id, sam.keyring).name == "Noa"
    with pytest.raises(EpochClosed):
        ours(sam).add(Page(text="after"))
    sam = pairing.catch_up(again(sam))
    new = ours(sam).add(Page(text="after"))
    assert {one.record.text for one in ours(sam).query(Page).items} == {"before", "after"}
    with pytest.raises(DidNotOpen):
        ours(noa).get(Page, new.id)


def test_who_left_cannot_add_to_the_past(couple):
    noa, sam = couple
    stale = ours(noa)
    departure.leave_space(noa, None, keep=b"")
    sam = pairing.catch_up(again(sam))
    row = stale._row(
        kind_of(Page),
        Page(text="put in afterwards"),
        b"z" * 16,
        revision=1,
        created=wall_clock.now(),
        changed=wall_clock.now(),
    )
    assert table.insert_row(stale.id, row)
    lot = ours(sam).query(Page)
    assert (lot.items, lot.unopened) == ((), 1)


def test_a_note_is_read_by_the_other_alone(couple):
    noa, sam = couple
    departure.leave_space(noa, None, keep=b"", note="Take care.")
    assert departure.read_farewell(ours(sam), sam.id) == "Take care."


def test_when_both_left_nothing_of_ours_is_there(couple):
    noa, sam = couple
    space = ours(noa).id
    departure.leave_space(noa, None, keep=b"")
    departure.leave_space(again(sam), None, keep=b"")
    assert table.all_rows(space) == []
    assert not Shared.objects.exists()
    assert Gone.objects.filter(id=space).exists()


def test_they_can_pair_again_and_with_somebody_else(couple):
    noa, sam = couple
    departure.leave_space(noa, None, keep=b"")
    departure.leave_space(again(sam), None, keep=b"")
    noa = pairing.make_invitation(again(noa))
    sam = pairing.accept_invitation(again(sam), noa.keyring.invitation)
    noa = pairing.catch_up(again(noa))
    ours(noa).add(Page(text="anew"))
    assert [one.record.text for one in ours(sam).query(Page).items] == ["anew"]


def test_deleting_leaves_ours_with_the_other(couple):
    noa, sam = couple
    page = ours(noa).add(Page(text="stays"))
    departure.delete_account(noa)
    assert ours(sam).get(Page, page.id).record.text == "stays"
    assert not Account.objects.filter(id=noa.id).exists()


def test_after_somebody_knew_it_a_fresh_link_is_needed(couple):
    noa, sam = couple
    before = ours(noa).add(Page(text="before"))
    noa = accounts.somebody_knew_it(
        noa, "quite another password", derivation.KDF, now=wall_clock.now(), before_change=pairing.close_epoch
    )
    assert noa.keyring.waits
    with pytest.raises(ReadOnly):
        ours(noa).add(Page(text="not yet"))
    with pytest.raises(EpochClosed):
        ours(sam).add(Page(text="not yet either"))
    noa = pairing.make_invitation(noa)
    sam = pairing.accept_invitation(again(sam), noa.keyring.invitation)
    noa = pairing.catch_up(again(noa))
    after = ours(noa).add(Page(text="after"))
    assert ours(sam).get(Page, after.id).record.text == "after"
    assert ours(sam).get(Page, before.id).record.text == "before"


class TestMeeting:
    def test_a_result_comes_when_both_lie_there_and_fits_both(self, couple):
        noa, sam = couple
        assert not meeting_place.find_meeting(noa, ours(noa), "test-both").lay(b"N")
        assert meeting_place.find_meeting(sam, ours(sam), "test-both").results == ()
        assert meeting_place.find_meeting(sam, ours(sam), "test-both").lay(b"S")
        made = [meeting_place.find_meeting(who, ours(who), "test-both").results for who in (noa, sam)]
        assert made[0][0].record.body == made[1][0].record.body
        assert set(made[0][0].record.body.split(b"|")) == {b"N", b"S"}

    def test_nothing_of_mine_is_in_ours_before(self, couple):
        noa, sam = couple
        before = table.all_rows(ours(sam).id)
        meeting_place.find_meeting(noa, ours(noa), "test-both").lay(b"a private number")
        assert table.all_rows(ours(sam).id) == before

    def test_it_is_laid_down_again_after_a_restart(self, couple):
        noa, sam = couple
        meeting_place.find_meeting(noa, ours(noa), "test-both").lay(b"N")
        meeting_place.PLACE.clear()
        assert not meeting_place.find_meeting(sam, ours(sam), "test-both").lay(b"S")
        meeting_place.lay_again(noa)
        assert len(meeting_place.find_meeting(sam, ours(sam), "test-both").results) == 1

    def test_what_was_taken_back_meets_nothing(self, couple):
        noa, sam = couple
        meeting_place.find_meeting(noa, ours(noa), "test-both").lay(b"N")
        meeting_place.find_meeting(noa, ours(noa), "test-both").take_back()
        assert not meeting_place.find_meeting(sam, ours(sam), "test-both").lay(b"S")
        assert accounts.open_mine(noa).query(OwnCopy).items == ()

    def test_a_forged_result_fits_nobody(self, couple):
        noa, sam = couple
        meeting_place.find_meeting(noa, ours(noa), "test-both").lay(b"N")
        (own,) = (one.record for one in accounts.open_mine(noa).query(OwnCopy).items)
        fake = new_copy("test-both", own.topic, b"guess")
        laid = [_laid(noa.id, own.copy, fake.key), _laid(sam.id, fake.copy, fake.key)]
        result = make_result(own.topic, *sorted(laid, key=lambda one: one.account), b"forged")
        ours(sam).put_result(result, result_id(result))
        assert meeting_place.find_meeting(noa, ours(noa), "test-both").results == ()


def _laid(account, copy, key):
    return Laid(account, copy, key, b"")
