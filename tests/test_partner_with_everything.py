"""The partner with everything there is to have: their own password, the database, every file of the data folder.

They try each key they can come by, on each sealed thing of the other's, in each context it could have been sealed in.
They look whether the other is ready, and they make up results. What an operator who changes the program can do is
beyond this, as the README says.
"""

import itertools
from pathlib import Path

import msgspec
import pytest
from django.db import connection
from tests.harness import PIN, Canary, fill, newcomer
from tests.people import Person, QuickKdf, pair

from bothand.accounts import accounts, meeting_place, sessions, wall_clock
from bothand.accounts.models import Account, Session
from bothand.rooms.pairing.records import Thanks
from bothand.vault import envelope, randomness
from bothand.vault.context import Purpose, bind_context, fold_parts
from bothand.vault.errors import DidNotOpen, NewerVersion, WouldNotOpen
from bothand.vault.meeting_place import Laid, OwnCopy, Result, make_result, result_fits, result_id
from bothand.vault.models import Document
from bothand.vault.records import Shelf
from bothand.vault.seal import derive_key, open_sealed

USES = (
    "document", "index", "feed", "keyring", "label", "one", "two", "invitation", "invitation id", "meeting",
    *(f"envelope {purpose.name}" for purpose in Purpose),
)  # fmt: skip
SORT = "test-with-everything"
meeting_place.register_meeting(
    SORT, lambda first, second: first + second, lambda _sort, payload: bool(payload)
)


@pytest.fixture
def both(db) -> tuple[Person, Person]:
    """Noa, all of whose rooms are full and who has laid something down; Sam, who has everything."""
    words = Canary()
    noa, sam = newcomer(words), newcomer(words)
    pair(noa, sam)
    for who in (noa, sam):
        fill(who, words)
        who.reread()
    meeting_place.PLACE.clear()
    return noa, sam


def bytes_in(value: object) -> set[bytes]:
    """Every piece of bytes in something, however deep."""
    if isinstance(value, bytes):
        return {value}
    if isinstance(value, msgspec.Struct):
        return bytes_in(msgspec.structs.astuple(value))
    if isinstance(value, dict):
        return bytes_in(list(value.items()))
    if isinstance(value, list | tuple | set | frozenset):
        return set().union(*(bytes_in(one) for one in value)) if value else set()
    return set()


def keys_of(sam: Person) -> set[bytes]:
    """Every key that Sam holds, that lies in a file, or that follows from one of them by one use."""
    opened = accounts.sign_in(sam.login, sam.password, QuickKdf())
    stored = envelope.read_envelope(bytes(opened.account.by_password))
    found = {opened.account_key, sam.live.secret, b"", bytes(32)}
    found |= {QuickKdf().stretch(sam.password, stored.salt, stored.params)}
    found |= bytes_in(opened.keyring) | bytes_in(sam.live.one)
    found |= bytes_in([one.record for one in sam.ours.query().items])
    found |= bytes_in([one.record for one in sam.mine.query().items])
    folder = Path(connection.settings_dict["NAME"]).parent
    found |= {path.read_bytes() for path in folder.glob("*.key")}
    found |= {key + pepper for key in set(found) for pepper in (b"", sam.live.one.device_key)}
    found = {key for key in found if len(key) <= 96}
    return found | {derive_key(key, use) for key in found for use in USES}


def contexts(space: bytes, record: bytes, revisions: tuple[int, ...]) -> list[bytes]:
    """Every context something of these could have been bound to."""
    return [
        bind_context(purpose, space, epoch=epoch, record=record, revision=revision)
        for purpose, epoch, revision in itertools.product(Purpose, (0, 1, 2), revisions)
    ]


def opens(keys: set[bytes], sealed: bytes, bound: list[bytes]) -> bool:
    for key in keys:
        if len(key) != 32:
            continue
        for one in bound:
            try:
                open_sealed(key, one, sealed)
            except (DidNotOpen, NewerVersion):
                continue
            return True
    return False


def right_one(row: Document) -> list[bytes]:
    """The context of a document as the program would make it: no need to try a thousand wrong ones for each."""
    return [
        bind_context(
            Purpose.DOCUMENT, bytes(row.space), epoch=row.epoch, record=bytes(row.id), revision=row.revision
        )
    ]


def test_the_attack_works_where_it_should(both):
    """With the same keys, Sam's own pages and what is shared do open: the search is a real one."""
    noa, sam = both
    keys = keys_of(sam)
    for space in (sam.mine.id, noa.ours.id):
        rows = list(Document.objects.filter(space=space))
        assert rows
        assert all(opens(keys, bytes(row.sealed), right_one(row)) for row in rows)


def test_no_page_of_hers_opens(both):
    noa, sam = both
    keys = keys_of(sam)
    rows = list(Document.objects.filter(space=noa.mine.id))
    assert len(rows) > 10
    assert [bytes(row.id) for row in rows if opens(keys, bytes(row.sealed), right_one(row))] == []


def test_neither_her_keys_nor_her_envelopes_nor_her_sessions_open(both):
    noa, sam = both
    sessions.set_pin(noa.live, noa.opened, PIN, QuickKdf())
    keys = keys_of(sam)
    row = Account.objects.get(id=noa.opened.id)
    everywhere = contexts(noa.opened.id, bytes(16), (0, 1, row.keyring_revision))
    assert not opens(keys, bytes(row.keyring), everywhere)
    for stored in (bytes(row.by_password), bytes(row.by_code)):
        found = envelope.read_envelope(stored)
        bound = contexts(noa.opened.id, fold_parts(found.params.encode(), found.salt), (0, 1))
        assert not opens(keys, found.sealed, bound)
    session = Session.objects.get(key=noa.live.key)
    record = bytes(session.key)[:16]
    for stored in (session.one, session.two, session.label):
        assert not opens(keys, bytes(stored), contexts(noa.opened.id, record, (0, 1)))
    # The PIN's copy takes the device key, which lies in blob one of that device alone: six known digits do not do.
    with pytest.raises(DidNotOpen):
        envelope.open_envelope(
            QuickKdf(), Purpose.BY_PIN, noa.opened.id, PIN, bytes(session.pin), pepper=sam.live.one.device_key
        )


def test_his_password_opens_no_envelope_of_hers(both):
    noa, sam = both
    row = Account.objects.get(id=noa.opened.id)
    for purpose, stored in ((Purpose.BY_PASSWORD, row.by_password), (Purpose.BY_CODE, row.by_code)):
        for secret in (sam.password, sam.opened.keyring.recovery_code, PIN, noa.login):
            with pytest.raises(DidNotOpen):
                envelope.open_envelope(QuickKdf(), purpose, noa.opened.id, secret, bytes(stored))


def in_ours(sam: Person) -> list[tuple[object, ...]]:
    return sorted(
        (bytes(row.id), row.epoch, row.revision, bytes(row.shelf), bytes(row.sealed))
        for row in Document.objects.filter(space=sam.ours.id)
    )


def test_nothing_tells_that_she_is_ready(both):
    """What laying down adds to the database is one row of hers like others: same shelf, same size, no name."""
    noa, sam = both
    ours, files = (
        in_ours(sam),
        {path.name for path in Path(connection.settings_dict["NAME"]).parent.iterdir()},
    )
    before = {bytes(row.id) for row in Document.objects.filter(space=noa.mine.id)}
    standing = noa.mine._shelves(Shelf.STANDS, [""])
    accounts_before = list(Account.objects.values_list().order_by("id"))
    meeting_place.find_meeting(noa.opened, noa.ours, SORT).lay(b"her answer")
    assert in_ours(sam) == ours
    assert list(Account.objects.values_list().order_by("id")) == accounts_before
    assert {path.name for path in Path(connection.settings_dict["NAME"]).parent.iterdir()} == files
    (added,) = Document.objects.filter(space=noa.mine.id).exclude(id__in=before)
    like = [
        row
        for row in Document.objects.filter(space=noa.mine.id, id__in=before)
        if bytes(row.shelf) in standing
    ]
    assert bytes(added.shelf) in standing
    assert len(bytes(added.sealed)) in {len(bytes(row.sealed)) for row in like}
    assert not opens(keys_of(sam), bytes(added.sealed), right_one(added))
    # And what he sees of it through the program is nothing.
    his = meeting_place.find_meeting(sam.opened, sam.ours, SORT)
    assert (his.answer, his.results) == (None, ())


def test_no_result_of_his_own_making_is_taken_for_one(both):
    noa, sam = both
    hers = meeting_place.find_meeting(noa.opened, noa.ours, SORT)
    hers.lay(b"her answer")
    own = next(one.record for one in noa.mine.query(OwnCopy).items if one.record.sort == SORT)
    # He knows the topic, since it follows from the space; he is even told the id of her copy. He lacks her key.
    keys = sorted(key for key in keys_of(sam) if len(key) == 32)
    for key in (*keys[:200], own.copy * 2, own.topic * 2):
        first, second = sorted(
            (
                Laid(noa.opened.id, own.copy, key, b"made up"),
                Laid(sam.opened.id, randomness.new_id(), key, b"made up"),
            ),
            key=lambda laid: laid.account,
        )
        forged = make_result(own.topic, first, second, b"made up")
        assert not result_fits(forged, noa.opened.id, own)
    assert sam.ours.put_result(forged, result_id(forged))
    assert [one for one in noa.ours.query().items if isinstance(one.record, Result)]
    assert meeting_place.find_meeting(noa.opened, noa.ours, SORT).results == ()
    assert meeting_place.find_meeting(noa.opened, noa.ours, SORT).answer is not None


def test_an_old_result_does_not_pass_for_a_new_one(both):
    noa, sam = both
    meeting_place.find_meeting(noa.opened, noa.ours, SORT).lay(b"first")
    assert meeting_place.find_meeting(sam.opened, sam.ours, SORT).lay(b"first of his")
    old = meeting_place.find_meeting(noa.opened, noa.ours, SORT).results[0].record
    meeting_place.find_meeting(noa.opened, noa.ours, SORT).lay(b"second")
    asked = meeting_place.find_meeting(noa.opened, noa.ours, SORT)
    for changed in (
        msgspec.structs.replace(old, topic=asked.topic),
        msgspec.structs.replace(old, topic=asked.topic, copies=(asked.answer.record.copy, old.copies[1])),
        msgspec.structs.replace(old, topic=asked.topic, copies=(old.copies[0], asked.answer.record.copy)),
    ):
        sam.ours.put_result(changed, randomness.new_id())
    assert len(meeting_place.find_meeting(noa.opened, noa.ours, SORT).results) == 1


def test_he_cannot_put_her_name_under_a_page(both):
    noa, sam = both
    before = len(noa.ours.query().items)
    forged = sam.ours
    forged._author = noa.opened.id
    with pytest.raises(WouldNotOpen):
        # It is opened before it is written; not even he takes it for hers.
        forged.add(Thanks(day=wall_clock.today_in("UTC"), text="said by nobody"))
    # A program of his own need not look.
    forged._open = lambda _row: None
    forged.add(Thanks(day=wall_clock.today_in("UTC"), text="said by nobody"))
    found = noa.ours.query()
    assert len(found.items) == before
    assert found.unopened == 1
