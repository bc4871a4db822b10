"""A former partner who runs the server, and an operator without a key: which key is written with, and who may join.

Noa has left, and still has the old key of *ours*, her signing key, the database and the folder. Sam stays. Nothing that
she writes into a clear row may have Sam write under a key that she knows.
"""

from datetime import date, timedelta

import msgspec
import pytest
from django.urls import reverse
from tests.people import Person, browser
from tests.tampering import put_back, rows_of, run_sql

from bothand.accounts import accounts, departure, derivation, pairing, shared_space, visits, wall_clock
from bothand.accounts import link as links
from bothand.accounts.errors import StrangeLink, WrongLink
from bothand.accounts.models import Account, Invitation
from bothand.rooms.pairing.records import Thanks
from bothand.vault import invitation, table
from bothand.vault.context import Purpose, bind_context
from bothand.vault.errors import DidNotOpen, EpochClosed
from bothand.vault.invitation import Fresh, Invited
from bothand.vault.keyring import SpaceKey
from bothand.vault.models import Shared
from bothand.vault.ours import Ours
from bothand.vault.randomness import random_bytes
from bothand.vault.records import kind_of
from bothand.vault.seal import derive_key, open_sealed
from bothand.vault.signature import VerifyKey, public_key

CLEAR = {
    "the epoch set back": "UPDATE vault_shared SET epoch = 1",
    "and nobody gone": "UPDATE vault_shared SET epoch = 1, holders = 2",
    "the epoch set ahead": "UPDATE vault_shared SET epoch = 9",
    "somebody waits": "UPDATE vault_shared SET waits = 1, epoch = 1",
    "each row of an older epoch": "UPDATE vault_document SET epoch = 1",
}


def opened(who: Person) -> accounts.Opened:
    return accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key)


def ours_of(now: accounts.Opened) -> Ours:
    found = shared_space.open_ours(now.id, now.keyring, accounts.open_mine(now))
    assert found is not None
    return found


def thank(who: Person, words: str) -> int:
    who.client.post(reverse("unlock"), {"password": who.password})
    return who.client.post(
        reverse("pairing_thanks"), {"text": words, "id": random_bytes(16).hex()}
    ).status_code


def open_with(key: SpaceKey, row: dict[str, object]) -> bool:
    bound = bind_context(
        Purpose.DOCUMENT, row["space"], epoch=row["epoch"], record=row["id"], revision=row["revision"]
    )
    try:
        open_sealed(derive_key(key.key, "document"), bound, row["sealed"])
    except DidNotOpen:
        return False
    return True


@pytest.fixture
def left(couple) -> tuple[SpaceKey, Person]:
    """The key that Noa left with, and Sam, who has not come by since."""
    noa, sam = couple
    reverse("today")
    key = opened(noa).keyring.ours()[-1]
    departure.leave_space(opened(noa), None, keep=b"")
    return key, sam


@pytest.mark.parametrize("statement", CLEAR.values(), ids=CLEAR)
@pytest.mark.parametrize("first", [False, True], ids=["before he writes", "after he wrote"])
def test_no_clear_row_makes_him_write_under_the_old_key(left, statement, first):
    key, sam = left
    if first:
        assert thank(sam, "Under a new key already") == 302
    before = {row["id"]: row for row in rows_of("vault_document", space=key.space)}
    run_sql(statement)
    thank(sam, "Not for her")
    fresh = [row for row in rows_of("vault_document", space=key.space) if before.get(row["id"]) != row]
    moved = [row for row in fresh if row["id"] not in before or row["sealed"] != before[row["id"]]["sealed"]]
    assert not any(open_with(key, row) for row in moved)


def test_the_newest_epoch_of_the_keyring_only_grows(left):
    key, sam = left
    epochs = [key.epoch]
    for statement in CLEAR.values():
        run_sql(statement)
        thank(sam, "Again")
        epochs.append(opened(sam).keyring.ours()[-1].epoch)
    assert epochs == sorted(epochs)
    assert epochs[-1] > key.epoch


def forged_by(key: SpaceKey, noa: accounts.Opened, words: str) -> table.Row:
    """A page of Noa's under the old key, as of a time when it still held."""
    space = Ours(
        [key],
        author=noa.id,
        since=date(2026, 1, 1),
        clock=wall_clock.now,
        signing=noa.keyring.signing[-1].key,
        verify=noa.keyring.verify_keys(noa.id),
        listed=dict,
    )
    # A program of her own need not look whether what she writes opens.
    space._open = lambda _row: None
    now = wall_clock.now()
    return space._row(
        kind_of(Thanks),
        Thanks(day=now.date(), text=words),
        random_bytes(16),
        revision=1,
        created=now,
        changed=now,
    )


def test_what_is_put_in_after_a_visit_that_saw_her_leave_is_not_listed(couple):
    noa, sam = couple
    key, her = opened(noa).keyring.ours()[-1], opened(noa)
    departure.leave_space(opened(noa), None, keep=b"")
    assert sam.client.post(reverse("unlock"), {"password": sam.password}).status_code == 302
    assert table.insert_row(key.space, forged_by(key, her, "Put in afterwards"))
    # He only reads, for as long as he likes, on any number of days; then he writes.
    sam.client.post(reverse("unlock"), {"password": sam.password})
    assert thank(sam, "His own") == 302
    assert thanks_of(sam) == ["His own"]


def thanks_of(who: Person) -> list[str]:
    return [one.record.text for one in ours_of(opened(who)).query().items if isinstance(one.record, Thanks)]


def test_her_farewell_is_believed_though_the_clear_row_says_nothing_of_it(couple):
    noa, sam = couple
    kept = rows_of("vault_shared")
    departure.leave_space(opened(noa), None, keep=b"")
    put_back("vault_shared", {"id": kept[0]["id"]}, kept)
    with pytest.raises(EpochClosed):
        ours_of(opened(sam)).add(Thanks(day=date(2026, 11, 24), text="too early"))
    assert pairing.catch_up(opened(sam)).keyring.ours()[-1].epoch == 2


def test_what_she_took_away_of_her_farewell_is_told(couple):
    noa, sam = couple
    space = sam.ours.id
    before = rows_of("vault_document", space=space)
    departure.leave_space(opened(noa), None, keep=b"")
    sam.client.post(reverse("unlock"), {"password": sam.password})
    put_back("vault_document", {"space": space}, before)
    sam.client.post(reverse("unlock"), {"password": sam.password})
    note = visits.find_note(accounts.open_mine(opened(sam)).query(visits.VisitNote).items)
    assert note.taken == 1
    assert "taken away or put back" in sam.client.get(reverse("today")).content.decode()


# New keys, and links


def knew_it(who: Person) -> accounts.Opened:
    return accounts.somebody_knew_it(
        opened(who),
        "quite another password",
        derivation.KDF,
        now=wall_clock.now(),
        before_change=pairing.close_epoch,
    )


def test_after_new_keys_nothing_is_written_under_the_old_one_whatever_the_clear_row_says(couple):
    noa, sam = couple
    kept = rows_of("vault_shared")
    knew_it(noa)
    put_back("vault_shared", {"id": kept[0]["id"]}, kept)
    with pytest.raises(EpochClosed):
        ours_of(pairing.catch_up(opened(sam))).add(Thanks(day=date(2026, 11, 24), text="under a known key"))


def test_that_a_fresh_link_was_opened_is_not_read_from_a_clear_row(couple):
    noa, _ = couple
    fresh = pairing.make_invitation(knew_it(noa))
    Shared.objects.update(waits=False)
    assert pairing.catch_up(fresh).keyring.waits


def plant_link(invited: Invited, signing: bytes) -> bytes:
    """An invitation with keys of one's own, as anybody with the database can put it in."""
    secret = invitation.new_secret()
    Invitation(
        id=invitation.row_id(secret),
        sealed=invitation.close_invitation(secret, invited, signing),
        ends_on=wall_clock.now().date() + timedelta(days=5),
    ).save(force_insert=True)
    return secret


@pytest.fixture
def planted(couple) -> dict[str, Invited]:
    """Fresh links for Sam that Noa did not make, by who made them."""
    noa, _ = couple
    signing = STRANGER
    key = VerifyKey(noa.opened.id, public_key(signing), "2026-01-01")
    old = noa.opened.keyring.ours()[-1]
    space = SpaceKey(old.space, old.epoch + 1, random_bytes(32), "ours")
    bare = msgspec.structs.replace(space, key=b"")
    said = Invited(space=bare, inviter=key, since="2026-01-01", name="Noa", hue="clay", under=old.epoch)
    other = msgspec.structs.replace(old, key=random_bytes(32))
    hers = noa.opened.keyring.signing[-1].key

    def sealed(under: SpaceKey, fresh: Fresh, *keys: bytes) -> Invited:
        return msgspec.structs.replace(said, fresh=invitation.close_fresh(under, fresh, keys))

    fresh = Fresh(space, key)
    elsewhere = Fresh(msgspec.structs.replace(space, space=random_bytes(16)), key)
    return {
        "no key at all": sealed(other, fresh, signing),
        "the key of ours and no pinned key": sealed(old, fresh, signing),
        "a pinned key and not that of ours": sealed(other, fresh, hers),
        "another space": sealed(old, elsewhere, hers),
        "in her own name": sealed(
            old, Fresh(space, VerifyKey(random_bytes(16), public_key(signing), "2026-01-01")), signing, hers
        ),
        "an epoch never held": msgspec.structs.replace(
            sealed(old, fresh, hers), under=7
        ),
        "its key in the open": msgspec.structs.replace(said, space=space, fresh=b"\1"),
    }  # fmt: skip


STRANGER = random_bytes(32)
MAKERS = (
    "no key at all",
    "the key of ours and no pinned key",
    "a pinned key and not that of ours",
    "another space",
    "in her own name",
    "an epoch never held",
    "its key in the open",
)


@pytest.mark.parametrize("maker", MAKERS)
def test_a_fresh_link_of_a_stranger_s_making_is_refused_and_told(couple, planted, maker):
    _, sam = couple
    secret = plant_link(planted[maker], STRANGER)
    before = rows_of("accounts_account"), rows_of("vault_document")
    sam.client.get(reverse("pairing_link", args=[links.write_link(secret)]))
    answer = sam.client.post(reverse("pairing_join"))
    assert answer.status_code == 409
    assert "wasn’t made with your partner" in answer.content.decode()
    assert (rows_of("accounts_account"), rows_of("vault_document")) == before
    with pytest.raises(StrangeLink):
        pairing.accept_invitation(opened(sam), secret)


def test_a_fresh_link_does_not_lead_back_to_an_epoch_that_is_over(couple):
    noa, sam = couple
    now = noa.opened
    old = now.keyring.ours()[-1]
    key = VerifyKey(now.id, public_key(now.keyring.signing[-1].key), now.keyring.signing[-1].since)
    fresh = invitation.close_fresh(old, Fresh(old, key), [now.keyring.signing[-1].key])
    invited = Invited(
        space=msgspec.structs.replace(old, key=b""), inviter=key, since="2026-01-01", name="Noa", hue="clay",
        fresh=fresh, under=old.epoch,
    )  # fmt: skip
    with pytest.raises(WrongLink):
        pairing.accept_invitation(opened(sam), plant_link(invited, now.keyring.signing[-1].key))


def test_the_link_itself_tells_no_key_to_whoever_reads_the_row_and_the_message(couple):
    noa, _ = couple
    fresh = pairing.make_invitation(knew_it(noa))
    invited = pairing.open_invitation(fresh.keyring.invitation)
    assert invited.space.key == b""
    assert fresh.keyring.ours()[-1].key not in msgspec.msgpack.encode(invited)
    assert (
        browser().get(reverse("pairing_link", args=[links.write_link(fresh.keyring.invitation)])).status_code
        == 302
    )
