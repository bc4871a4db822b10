"""The partner who runs the server: Sam, with his own password, the database, the folder, and as many restarts as he likes.

Each test is an attack. Noa goes about her evening: she answers, signs in, unlocks. What Sam must not learn is whether she
is ready, what she answered, and in which order she would put things.
"""

import sqlite3
from contextlib import closing
from datetime import date

import msgspec
import pytest
from django.core.management import call_command
from django.urls import reverse
from tests.crashing import database_at
from tests.people import Person, person
from tests.tampering import literal, restart_server, rows_of, run_sql

from bothand.accounts import accounts, activity, meeting_place, sessions, shared_space, visits
from bothand.accounts.models import Account, Session
from bothand.kit.meetings import encode_payload
from bothand.kit.reveal import Laid, encode_answer
from bothand.kit.yeses import YES
from bothand.rooms.agreements.packages.records import ViewWish
from bothand.rooms.agreements.ratings.records import RATE, VIEW, Answers
from bothand.rooms.housework.divisions.records import Feelings, feelings_sort
from bothand.rooms.housework.records import Household, home_digest
from bothand.rooms.housework.records import Task as Chore
from bothand.vault.meeting_place import OwnCopy, Result, new_copy, topic_of
from bothand.vault.models import Document

SORT = "test-at-the-machine"
ORDER = b"tea, coffee, water"
meeting_place.register_meeting(
    SORT, lambda first, second: first + b"|" + second, lambda _sort, payload: bool(payload)
)


@pytest.fixture
def both(couple) -> tuple[Person, Person]:
    reverse("today")
    meeting_place.PLACE.clear()
    return couple


def opened(who: Person) -> accounts.Opened:
    """Somebody as their next visit reads them."""
    return accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key)


def sign_in(who: Person) -> tuple[int, str, bytes]:
    """Sign in on a browser that was here before; what it is told."""
    answer = who.another_device().client.post(
        reverse("sign_in"), {"name": who.login, "password": who.password}
    )
    return answer.status_code, answer.headers.get("Location", ""), answer.content


def lay(who: Person, payload: bytes, sort: str = SORT) -> bool:
    now = opened(who)
    ours = shared_space.open_ours(now.id, now.keyring, accounts.open_mine(now))
    return meeting_place.find_meeting(now, ours, sort).lay(payload)


def results(who: Person) -> list[Result]:
    return [one.record for one in who.ours.query(Result).items]


def copies(who: Person) -> list[OwnCopy]:
    return [one.record for one in accounts.open_mine(opened(who)).query(OwnCopy).items]


# Whether she is ready


HOME = Household(tasks=(Chore(name="windows", minutes=50, times=100),))
GOOD = Answers(now=(0,), weights=(1,), ratings=((0, 4),), never=(-1,), secret=b"s" * 32)
PAYLOADS = {
    f"{RATE}{'ab' * 16}:{'cd' * 16}": (
        encode_payload(GOOD),
        [
            b"\xc1",
            encode_payload(msgspec.structs.replace(GOOD, weights=(9,))),
            encode_payload(msgspec.structs.replace(GOOD, ratings=((0, 77),))),
            encode_payload(msgspec.structs.replace(GOOD, now=(5,))),
            encode_payload(msgspec.structs.replace(GOOD, only_if=(((0, 0), (0, 9), 3),))),
            encode_payload(msgspec.structs.replace(GOOD, lines=((8, 8),))),
        ],
    ),
    f"{VIEW}{'ab' * 16}:{'cd' * 16}": (
        encode_payload(ViewWish(want="all", answers=encode_payload(GOOD), made_of=(b"", b""))),
        [b"", encode_payload(ViewWish(want="all", answers=b"\xc1", made_of=()))],
    ),
    feelings_sort(home_digest(HOME)): (
        encode_payload(Feelings(work=HOME, feelings=("like",))),
        [
            b"nothing",
            encode_payload(Feelings(work=HOME, feelings=())),
            encode_payload(Feelings(work=msgspec.structs.replace(HOME, share=-7), feelings=("like",))),
            encode_payload(
                Feelings(
                    work=Household(tasks=(Chore(name="", minutes=-1, times=10**12),)), feelings=("cannot",)
                )
            ),
        ],
    ),
    f"{YES}{'ab' * 16}:{'cd' * 16}": (b"yes", [b"no", b""]),
    "reveal:dials": (
        encode_answer(Laid(date(2026, 11, 24), ())),
        [b"\xc1", b""],
    ),
}
ODD = [(sort, good, bad) for sort, (good, many) in PAYLOADS.items() for bad in many]


def plant(who: Person, sort: str, payload: bytes) -> None:
    """A copy as no page would lay it down, put into one's own *mine* with one's own key."""
    own = new_copy(sort, topic_of(who.ours.id, sort, 0), payload)
    accounts.open_mine(opened(who)).add(own)


@pytest.mark.parametrize(
    ("sort", "good", "bad"), ODD, ids=[f"{sort[:14]} {bad[:12]!r}" for sort, _, bad in ODD]
)
def test_a_malformed_copy_of_his_own_tells_him_nothing(both, sort, good, bad):
    noa, sam = both
    plant(sam, sort, bad)
    before = sign_in(sam)
    lay(noa, good, sort)
    assert sign_in(sam)[:2] == before[:2] == (302, before[1])
    assert results(sam) == []


@pytest.mark.parametrize("epoch", [0, 2, 7])
def test_another_epoch_in_the_clear_row_tells_him_nothing(both, epoch):
    noa, sam = both
    lay(sam, b"his")
    restart_server()
    run_sql("UPDATE vault_shared SET epoch = %s", epoch)
    before = sign_in(sam)
    restart_server()
    run_sql("UPDATE vault_shared SET epoch = 1")
    lay(noa, ORDER)
    run_sql("UPDATE vault_shared SET epoch = %s", epoch)
    assert sign_in(sam)[:2] == before[:2] == (302, before[1])
    assert results(sam) == []
    # Nothing is lost but time.
    run_sql("UPDATE vault_shared SET epoch = 1")
    sign_in(sam)
    assert len(results(noa)) == 1


def test_a_failing_combination_tells_him_nothing(both, monkeypatch):
    noa, sam = both

    def fail(_first: bytes, _second: bytes) -> bytes:
        raise KeyError

    meeting_place.register_meeting(f"{SORT}-fails:", fail, lambda _sort, _payload: True)
    sort = f"{SORT}-fails:one"
    lay(sam, b"his", sort)
    before = sign_in(sam)
    lay(noa, b"hers", sort)
    assert sign_in(sam)[:2] == before[:2]
    monkeypatch.delitem(meeting_place._sorts, f"{SORT}-fails:")


def test_a_visit_writes_the_same_rows_whether_she_waits_or_not(both):
    noa, _ = both

    def written_by_a_visit() -> list[tuple[int, int]]:
        before = {row["id"]: row["revision"] for row in rows_of("vault_document", space=noa.mine.id)}
        sign_in(noa)
        now = rows_of("vault_document", space=noa.mine.id)
        return sorted(
            (len(row["sealed"]), row["shelf"]) for row in now if before.get(row["id"]) != row["revision"]
        )

    sign_in(noa)
    idle = written_by_a_visit()
    lay(noa, ORDER)
    restart_server()
    assert written_by_a_visit() == idle
    assert len(idle) == 2


# What she answered, and in which order


TAKEN = "CREATE TABLE taken (id BLOB, sealed BLOB)"
TRIGGERS = {
    "swallowed": "BEFORE INSERT ON vault_document WHEN NEW.space = {ours} BEGIN "
    "INSERT INTO taken VALUES (NEW.id, NEW.sealed); SELECT RAISE(IGNORE); END",
    "taken out again": "AFTER INSERT ON vault_document WHEN NEW.space = {ours} BEGIN "
    "INSERT INTO taken VALUES (NEW.id, NEW.sealed); DELETE FROM vault_document WHERE id = NEW.id; END",
    "refused": "BEFORE INSERT ON vault_document WHEN NEW.space = {ours} BEGIN "
    "INSERT INTO taken VALUES (NEW.id, NEW.sealed); SELECT RAISE(FAIL, 'no'); END",
    "her mark undone": "AFTER UPDATE ON vault_document WHEN NEW.space = {hers} BEGIN "
    "UPDATE vault_document SET revision = OLD.revision, sealed = OLD.sealed WHERE id = OLD.id; END",
    "her mark swallowed": "BEFORE UPDATE ON vault_document WHEN NEW.space = {hers} BEGIN "
    "SELECT RAISE(IGNORE); END",
}


@pytest.mark.parametrize("trigger", TRIGGERS.values(), ids=TRIGGERS)
def test_eight_rounds_with_a_trigger_give_him_nothing(both, trigger):
    noa, sam = both
    lay(noa, ORDER)
    run_sql(TAKEN)
    run_sql("CREATE TRIGGER quiet " + trigger.format(ours=literal(sam.ours.id), hers=literal(noa.mine.id)))
    for number in range(8):
        lay(sam, b"round %d" % number)
        assert results(sam) == []
        restart_server()
        sign_in(noa)
    assert rows_of("taken") == []


def test_taking_each_result_away_gives_him_no_second_one(both):
    """No trigger, only a hand: he reads the result, deletes its row, changes his answer, and starts the server anew."""
    noa, sam = both
    lay(noa, ORDER)
    seen = set()
    for number in range(10):
        lay(sam, b"round %d" % number)
        seen |= {one.body for one in results(sam)}
        for row in Document.objects.filter(space=sam.ours.id):
            if bytes(row.id) in {one.id for one in sam.ours.query(Result).items}:
                run_sql("DELETE FROM vault_document WHERE id = %s", bytes(row.id))
        restart_server()
        sign_in(noa)
    assert len(seen) == 1


def test_within_one_process_the_same_result_comes_again(both):
    noa, sam = both
    lay(noa, ORDER)
    lay(sam, b"first")
    (made,) = results(sam)
    (row,) = sam.ours.query(Result).items
    run_sql("DELETE FROM vault_document WHERE id = %s", row.id)
    lay(sam, b"second")
    assert results(sam) == []
    sign_in(noa)
    assert results(sam) in ([], [made])


def test_the_process_keeps_a_used_copy_whatever_is_put_back(both):
    noa, sam = both
    lay(noa, ORDER)
    before = rows_of("vault_document", space=noa.mine.id)
    lay(sam, b"first")
    ids = {one.id for one in sam.ours.query(Result).items}
    for row_id in ids:
        run_sql("DELETE FROM vault_document WHERE id = %s", row_id)
    for row in before:
        run_sql(
            "UPDATE vault_document SET revision = %s, sealed = %s WHERE space = %s AND id = %s",
            row["revision"], row["sealed"], row["space"], row["id"],
        )  # fmt: skip
    lay(sam, b"second")
    sign_in(noa)
    assert all(b"second" not in one.body for one in results(sam))


# What its owner is told


def today_of(who: Person) -> str:
    device = who.another_device()
    device.client.post(reverse("sign_in"), {"name": who.login, "password": who.password})
    return device.client.get(reverse("today")).content.decode()


def test_a_copy_is_laid_down_again_a_few_times_and_then_she_is_told(both):
    noa, sam = both
    lay(noa, ORDER)
    (own,) = copies(noa)
    for _ in range(visits.MOST_TIMES):
        restart_server()
        sign_in(noa)
        assert meeting_place.PLACE.holds(noa.ours.id, own.topic, noa.opened.id, own.copy)
    restart_server()
    told = today_of(noa)
    assert not meeting_place.PLACE.holds(noa.ours.id, own.topic, noa.opened.id, own.copy)
    assert "nothing came of it" in told
    lay(sam, b"his")
    assert results(sam) == []


def test_she_is_told_when_a_result_was_taken_away(both):
    noa, sam = both
    lay(noa, ORDER)
    lay(sam, b"his")
    assert "is not there" not in today_of(noa)
    run_sql("DELETE FROM vault_document WHERE id = %s", sam.ours.query(Result).items[0].id)
    restart_server()
    told = today_of(noa)
    assert "is not there" in told
    assert "taken away or put back" in told


# When she was here


def test_each_beat_changes_the_file_alike_whether_somebody_was_here_or_not(
    tmp_path, django_db_blocker, clock
):
    path = tmp_path / "home.sqlite3"
    with django_db_blocker.unblock(), database_at(path):
        call_command("migrate", verbosity=0)
        who = person("noa")
        with closing(sqlite3.connect(path)) as outside:

            def beat() -> tuple[bool, int]:
                """Whether the file changed, and by how many pages its log grew."""
                version, log = (
                    outside.execute("PRAGMA data_version").fetchone(),
                    path.with_name(path.name + "-wal"),
                )
                before = log.stat().st_size
                sessions.sweep_sessions()
                return outside.execute(
                    "PRAGMA data_version"
                ).fetchone() != version, log.stat().st_size - before

            activity.touch_session(who.live.key, 15)
            sessions.sweep_sessions()
            quiet = [beat() for _ in range(3)]
            clock.minutes(15)
            locking = beat()
            assert Session.objects.get().two is None
            assert {changed for changed, _ in quiet} == {True}
            assert locking[0] is True
            assert [beat() for _ in range(3)] == quiet
