from datetime import date, timedelta

import msgspec
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothand.vault import body, keyring, table
from bothand.vault.errors import Conflict, DidNotOpen, Missing, NewerVersion
from bothand.vault.months import FIRST_YEAR, LAST_YEAR, months_between
from bothand.vault.records import Dated, Record, Shelf, all_kinds, kind, kind_of
from bothand.vault.rotation import reseal_space
from bothand.vault.space import Space

from .conftest import ACCOUNT, NOW, SINCE, AlsoWritten, Daily, Derived, Single, Standing, Written

TODAY = NOW.date()


def rows(space):
    return table.all_rows(space.id)


def test_it_gives_back_what_was_put_in(space):
    put = space.add(Standing(text="a word"))
    found = space.get(Standing, put.id)
    assert (found.record.text, found.revision, found.author) == ("a word", 1, ACCOUNT)
    assert found.created == found.changed == NOW


def test_what_it_opened_once_it_opens_again_only_when_the_row_is_another(space, monkeypatch):
    put = space.add(Standing(text="a word"))
    kept = space.get(Standing, put.id)
    opened = []
    raw = space.raw
    monkeypatch.setattr(space, "raw", lambda row: opened.append(row.id) or raw(row))
    assert space.get(Standing, put.id) is kept is space.query(Standing).items[0]
    assert not opened
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(length(sealed)) WHERE id = %s", [put.id])
    with pytest.raises(DidNotOpen):
        space.get(Standing, put.id)
    assert opened == [put.id]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=3000))
def test_it_keeps_any_text(space, text):
    put = space.add(Standing(text=text))
    assert space.get(Standing, put.id).record.text == text


def test_it_tells_another_kind_from_nothing(space):
    put = space.add(Standing(text="a"))
    with pytest.raises(Missing):
        space.get(Single, put.id)
    with pytest.raises(Missing):
        space.get(Standing, b"x" * 16)


def test_it_has_one_row_a_day(space):
    put = space.add(Daily(day=TODAY, text="a"))
    assert space.find_day(Daily, TODAY) == put
    assert space.find_day(Daily, TODAY - timedelta(days=1)) is None
    with pytest.raises(Conflict) as caught:
        space.add(Daily(day=TODAY, text="b"))
    assert (caught.value.mine.text, caught.value.theirs.record.text) == ("b", "a")


def test_it_finds_the_rows_of_some_days_and_opens_no_others(space, monkeypatch):
    first = space.add(Daily(day=TODAY, text="a"))
    second = space.add(Daily(day=TODAY - timedelta(days=2), text="b"))
    space.add(Daily(day=TODAY - timedelta(days=9), text="c"))
    space.add(Written(day=TODAY, text="d"))
    opened = []
    monkeypatch.setattr(space, "_open", lambda row, real=space._open: opened.append(row) or real(row))
    found = space.on_days(Daily, [TODAY - timedelta(days=number) for number in range(3)])
    assert {one.id for one in found.items} == {first.id, second.id}
    assert len(opened) == 2


def test_it_has_one_row_for_what_is_one_in_all(space):
    space.add(Single(text="a"))
    assert space.only(Single).record.text == "a"
    with pytest.raises(Conflict):
        space.add(Single(text="b"))


def test_it_takes_a_form_sent_twice_for_one(space):
    first = space.add(Written(day=TODAY, text="a"), b"f" * 16)
    again = space.add(Written(day=TODAY, text="a"), b"f" * 16)
    assert again == first
    assert len(rows(space)) == 1


def test_it_keeps_both_when_two_wrote(space):
    old = space.add(Standing(text="a"))
    new = space.replace(old, Standing(text="b"))
    assert (new.revision, new.created) == (2, old.created)
    with pytest.raises(Conflict) as caught:
        space.replace(old, Standing(text="c"))
    assert caught.value.mine.text == "c"
    assert caught.value.theirs.record.text == "b"
    with pytest.raises(Conflict):
        space.remove(old)
    space.remove(new)
    with pytest.raises(Conflict) as gone:
        space.replace(new, Standing(text="d"))
    assert gone.value.theirs is None
    space.remove(new)
    assert rows(space) == []


def test_it_reads_by_month(space):
    days = [date(2026, 11, 24), date(2026, 11, 1), date(2026, 10, 31), date(2025, 11, 24)]
    for day in days:
        space.add(Written(day=day, text=day.isoformat()))
    found = space.query(Written, months=["2026-11"])
    assert sorted(one.record.day for one in found.items) == sorted(days[:2])
    assert space.months_beside(Shelf.WRITTEN) == ("", "2026-11", "2026-10")
    assert space.months_beside(Shelf.WRITTEN, "2026-10") == ("2026-11", "2026-10", "2025-11")
    assert space.months_beside(Shelf.WRITTEN, "2025-11") == ("2026-10", "2025-11", "")
    assert space.months_beside(Shelf.ACCUMULATES) == ("", "", "")


def test_it_reads_two_kinds_of_one_shelf_at_once(space, django_assert_num_queries):
    space.add(Written(day=TODAY, text="a"))
    space.add(AlsoWritten(day=TODAY, text="b"))
    with django_assert_num_queries(3):
        by_month = space.query(Written, AlsoWritten, months=["2026-11"])
        all_there_is = space.all_of(Written, AlsoWritten)
    assert {one.record.text for one in by_month.items} == {"a", "b"}
    assert {one.record.text for one in all_there_is.items} == {"a", "b"}
    assert [one.record.text for one in space.query(Written, months=["2026-11"]).items] == ["a"]


def test_it_moves_what_changes_its_month(space):
    old = space.add(Written(day=date(2026, 11, 1), text="a"))
    space.replace(old, Written(day=date(2026, 10, 31), text="a"))
    assert space.months_beside(Shelf.WRITTEN) == ("", "2026-10", "")


def test_it_asks_the_database_once_whatever_there_is(space, django_assert_num_queries):
    for number in range(30):
        space.add(Standing(text=str(number)))
        space.add(Daily(day=TODAY - timedelta(days=number), text=str(number)))
    with django_assert_num_queries(1):
        assert len(space.query(Standing).items) == 30
    with django_assert_num_queries(1):
        assert (
            len(
                space.query(
                    shelf=Shelf.ACCUMULATES, months=months_between(TODAY - timedelta(days=29), TODAY)
                ).items
            )
            == 30
        )
    with django_assert_num_queries(1):
        space.months_beside(Shelf.ACCUMULATES)


def test_it_counts_what_did_not_open_and_leaves_it(space):
    space.add(Standing(text="a"))
    broken = space.add(Standing(text="b"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = %s WHERE id = %s", [b"\x01junk", broken.id])
    lot = space.query(Standing)
    assert (len(lot.items), lot.unopened) == (1, 1)
    with pytest.raises(DidNotOpen):
        space.get(Standing, broken.id)
    with pytest.raises(DidNotOpen):
        space.add(Standing(text="c"), broken.id)
    assert {row.sealed for row in rows(space)} >= {b"\x01junk"}


def test_it_opens_no_row_that_was_moved(space, ring):
    one = space.add(Standing(text="a"))
    space.replace(one, Standing(text="b"))
    other = space.add(Standing(text="c"))
    with connection.cursor() as cursor:
        for change, values in (("revision = revision + 1", []), ("epoch = 2", []), ("id = %s", [b"y" * 16])):
            with transaction.atomic():
                cursor.execute(f"UPDATE vault_document SET {change} WHERE id = %s", [*values, other.id])
                lot = space.query(Standing)
                assert (len(lot.items), lot.unopened) == (1, 1)
                transaction.set_rollback(True)


def test_it_lets_no_other_space_in(space):
    put = space.add(Standing(text="a"))
    stranger = Space(keyring.new_keyring(SINCE).mine(), author=b"r" * 16, since=SINCE, clock=lambda: NOW)
    with pytest.raises(Missing):
        stranger.get(Standing, put.id)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET space = %s WHERE id = %s", [stranger.id, put.id])
    with pytest.raises(DidNotOpen):
        stranger.get(Standing, put.id)


def test_it_reads_what_a_newer_program_wrote_and_never_writes_over_it(space, monkeypatch):
    old = space.add(Standing(text="a"))
    newer = type(old.kind)(**{**{name: getattr(old.kind, name) for name in old.kind.__slots__}, "version": 9})
    monkeypatch.setattr("bothand.vault.space.kind_of", lambda _type: newer)
    put = space.add(Standing(text="from the future"))
    monkeypatch.undo()
    found = space.get(Standing, put.id)
    assert found.newer
    with pytest.raises(NewerVersion):
        space.replace(found, Standing(text="over it"))


def test_it_shows_nothing_beside_sizes(space):
    space.add(Written(day=TODAY, text="a word that nobody else may read"))
    (row,) = rows(space)
    assert len(row.sealed) % 1024 < 200
    assert b"nobody" not in row.sealed
    assert len(row.shelf) == 8


def test_what_was_computed_is_put_over_what_lies_there_though_it_does_not_open(space):
    space.derive(Derived(total=1))
    space.derive(Derived(total=2))
    assert (space.only(Derived).revision, space.only(Derived).record.total) == (2, 2)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = %s", [b"\x01junk"])
    with pytest.raises(DidNotOpen):
        space.only(Derived)
    space.derive(Derived(total=3))
    assert space.only(Derived).record == Derived(total=3)
    assert len(rows(space)) == 1
    assert space.query(shelf=Shelf.STANDS).items == ()


def test_what_a_newer_program_computed_stays(space, monkeypatch):
    space.derive(Derived(total=1))
    there = space.only(Derived).kind
    newer = type(there)(**{**{name: getattr(there, name) for name in there.__slots__}, "version": 9})
    monkeypatch.setattr("bothand.vault.space.kind_of", lambda _type: newer)
    space.derive(Derived(total=2))
    monkeypatch.undo()
    with pytest.raises(NewerVersion):
        space.derive(Derived(total=3))


def test_it_seals_everything_anew_under_new_keys(space, ring):
    space.add(Standing(text="a"))
    space.add(Daily(day=TODAY, text="b"))
    old = space.add(Written(day=TODAY, text="c"))
    fresh_ring = keyring.with_new_keys(ring, TODAY)
    fresh = Space(fresh_ring.mine(), author=ACCOUNT, since=SINCE, clock=lambda: NOW)
    before = {row.sealed for row in rows(space)}
    reseal_space(space, fresh)
    assert not before & {row.sealed for row in rows(space)}
    assert fresh.find_day(Daily, TODAY).record.text == "b"
    assert fresh.get(Written, old.id).created == NOW
    assert space.query(Standing).unopened == 1 or space.query(Standing).items == ()
    with pytest.raises(DidNotOpen):
        space.get(Written, old.id)


def test_it_puts_an_export_in_with_its_dates(space):
    then = NOW - timedelta(days=400)
    assert space.restore_into(
        Written(day=then.date(), text="a"), record_id=b"i" * 16, created=then, changed=then
    )
    assert space.get(Written, b"i" * 16).created == then
    assert not space.restore_into(
        Written(day=TODAY, text="b"), record_id=b"i" * 16, created=then, changed=then
    )
    assert space.peek(Written(day=TODAY, text="b"), b"i" * 16).record.text == "a"


def test_it_gives_no_number_twice():
    with pytest.raises(ValueError, match="already"):

        @kind(60_001, shelf=Shelf.STANDS)
        class Another(Record, frozen=True, kw_only=True):
            pass

    with pytest.raises(ValueError, match="has one"):

        @kind(60_099, shelf=Shelf.WRITTEN)
        class Undated(Record, frozen=True, kw_only=True):
            pass

    with pytest.raises(ValueError, match="has no day"):

        @kind(60_098, shelf=Shelf.STANDS)
        class StandingDay(Dated, frozen=True, kw_only=True):
            pass

    assert kind_of(Standing).number in {one.number for one in all_kinds()}


@pytest.mark.parametrize(
    "raw", [b"", b"\x90", msgspec.msgpack.encode([60_001, 1]), msgspec.msgpack.encode({"a": 1})]
)
def test_it_refuses_a_body_that_is_none(raw):
    with pytest.raises(DidNotOpen):
        body.decode_body(raw, record_id=b"i" * 16, revision=1, epoch=1)


def test_it_takes_an_unknown_kind_for_a_newer_programs():
    raw = msgspec.msgpack.encode(body.Body(65_000, 1, b"", 0, 0, False, b"\x80"))
    with pytest.raises(NewerVersion):
        body.decode_body(raw, record_id=b"i" * 16, revision=1, epoch=1)


def test_it_counts_months():
    assert months_between(SINCE, SINCE) == ["2024-11"]
    assert len(months_between(SINCE, date(2034, 10, 1))) == 120


def test_it_has_a_table_without_rowid(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'vault_document'")
        (sql,) = cursor.fetchone()
        assert "WITHOUT ROWID" in sql
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE sql LIKE '%%AUTOINCREMENT%%' AND name NOT LIKE 'django_%%'"
        )
        assert cursor.fetchall() == []


class NoMore(msgspec.Struct, frozen=True):
    """Nothing of what a record has."""


def test_the_one_of_a_kind_is_read_as_far_as_a_shape_names_it_and_not_when_it_does_not_open(space):
    assert space.parts(Single, NoMore) is None
    put = space.add(Single(text="a word"))
    assert space.parts(Single, NoMore, NoMore) == [NoMore(), NoMore()]
    with pytest.raises(DidNotOpen):
        body.decode_parts(space.raw(table.find_row(space.id, [put.id]))[0], kind_of(Standing), (NoMore,))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(length(sealed)) WHERE id = %s", [put.id])
    with pytest.raises(DidNotOpen):
        space.parts(Single, NoMore)


ANY_DAY = st.one_of(
    st.dates(SINCE, TODAY),
    st.dates(date(1970, 1, 1), date(2039, 12, 31)),
    st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(ANY_DAY, max_size=6), others=st.lists(ANY_DAY, max_size=3, unique=True), wanted=ANY_DAY)
def test_whatever_day_it_was_written_on_its_month_is_found_and_so_is_it(space, days, others, wanted):
    table.delete_space(space.id)
    for day in days:
        space.add(Written(day=day, text=day.isoformat()))
    for day in others:
        space.add(Daily(day=day, text=day.isoformat()))
    space.add(Standing(text="beside"))
    months = sorted({f"{day:%Y-%m}" for day in days})
    assert space.find_months(Shelf.WRITTEN) == months
    assert space.find_months(Shelf.ACCUMULATES) == sorted({f"{day:%Y-%m}" for day in others})
    assert sorted(one.record.day for one in space.all_of(Written).items) == sorted(days)
    wish = f"{wanted:%Y-%m}"
    found = space.months_beside(Shelf.WRITTEN, wish)
    after, before = [one for one in months if one > wish], [one for one in months if one < wish]
    assert found == ((after or [""])[0], wish, (before or [""])[-1])
