"""Lists by month, marks, a year ago, finding words again."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bothand.rooms.journal import export
from bothand.rooms.journal.entries.records import Entry, Favourites
from bothand.rooms.journal.entries.store import write_entry
from bothand.vault.randomness import new_id

LIST, FIND, KEPT, AGO = "/journal/", "/journal/find/", "/journal/kept/", "/journal/ago/"


@pytest.fixture
def entry(noa, clock):
    """Put in a page, of today or of the day given as year, month, day."""

    def make(text, *day):
        return write_entry(noa.mine, Entry(day=date(*day) if day else clock.time.date(), text=text), new_id())

    return make


def page(person, where, data=None):
    answer = person.client.get(where) if data is None else person.client.post(where, data)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(person, where):
    with CaptureQueriesContext(connection) as seen:
        page(person, where)
    return len(seen)


def found(person, term):
    return page(person, FIND, {"term": term})


def test_nothing_yet_teaches(noa, clock):
    assert "A line about today" in page(noa, LIST)
    assert "Each page has a button that marks it." in page(noa, KEPT)
    assert "What you write this week will appear here in a year, with the week before and after." in page(
        noa, AGO
    )


def test_the_newest_month_with_something_in_it_comes_first_and_months_in_between_are_passed_over(
    noa, clock, entry
):
    clock.on(year=2027, month=6)
    noa = noa.another_device()
    entry("words of March", 2027, 3, 9)
    entry("words of December", 2026, 12, 9)
    newest = page(noa, LIST)
    assert "words of March" in newest
    assert "words of December" not in newest
    assert "/journal/in/2026-12/" in newest
    assert "/journal/in/2027-03/" in page(noa, "/journal/in/2026-12/")


def test_a_month_without_anything_says_so(noa, clock):
    assert "Nothing in this month" in page(noa, "/journal/in/2026-11/")


@pytest.mark.parametrize("odd", ["2026-13", "2026-1", "march", "2026-11-01", "0000-01"])
def test_a_month_that_is_none_leads_where_nothing_is(noa, clock, odd):
    assert noa.client.get(f"/journal/in/{odd}/").status_code == 404


@pytest.mark.parametrize("odd", ["x", "0" * 31, "G" * 32, "0" * 32])
def test_a_page_that_is_none_leads_where_nothing_is(noa, clock, odd):
    assert noa.client.get(f"/journal/{odd}/").status_code == 404


def test_a_list_needs_no_query_for_each_page(noa, clock, entry):
    entry("one")
    few = queries(noa, LIST)
    for number in range(30):
        entry(f"more {number}")
    assert queries(noa, LIST) == few


def test_marked_pages_are_found_again_the_last_marked_first(noa, clock, entry):
    pages = [entry(f"words {number}", 2026, 1 + number % 9, 3) for number in range(25)]
    for one in pages:
        noa.client.post(f"/journal/{one.hex}/keep/", {"on": "1"})
    first = page(noa, KEPT)
    assert first.index("words 24") < first.index("words 23")
    assert "words 4<" not in first
    assert "words 4" in page(noa, KEPT + "?page=2")
    assert queries(noa, KEPT) <= 6


def test_a_mark_is_put_once_and_taken_away(noa, clock, entry):
    one = entry("words")
    for _ in range(2):
        noa.client.post(f"/journal/{one.hex}/keep/", {"on": "1"})
    assert noa.mine.only(Favourites).record.entries == (one.id,)
    assert "Unmark" in page(noa, f"/journal/{one.hex}/")
    noa.client.post(f"/journal/{one.hex}/keep/", {"on": "0"})
    assert noa.mine.only(Favourites).record.entries == ()


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "9" * 30, "²"])
def test_an_odd_page_number_gives_a_page(noa, clock, number):
    assert noa.client.get(KEPT, {"page": number}).status_code == 200


def test_a_year_ago_means_a_week_to_either_side(noa, clock, entry):
    entry("too early", 2025, 11, 16)
    entry("a week before", 2025, 11, 17)
    entry("a week after", 2025, 12, 1)
    entry("too late", 2025, 12, 2)
    shown = page(noa, AGO)
    assert "a week before" in shown
    assert "a week after" in shown
    assert "too " not in shown


def test_words_are_found_in_all_pages_newest_first_and_marked(noa, clock, entry):
    entry("Older: the Choir sang.", 2026, 1, 5)
    entry("Newer: choir again.", 2026, 11, 5)
    entry("Rain.", 2026, 11, 6)
    shown = found(noa, "CHOIR")
    assert shown.index("Newer") < shown.index("Older")
    assert "<mark>Choir</mark>" in shown
    assert "Rain." not in shown


def test_what_was_looked_for_is_never_read_as_html(noa, clock, entry):
    entry("a <b>bold</b> word")
    shown = found(noa, "<b>bold")
    assert "<mark>&lt;b&gt;bold</mark>" in shown


def test_what_is_not_there_is_said(noa, clock, entry):
    entry("Rain.")
    assert "Nothing in your journal matches that." in found(noa, "choir")


@pytest.mark.parametrize("term", ["", "   ", "\u200b\u200d", "\0"])
def test_nothing_to_look_for_is_said(noa, clock, term):
    answer = noa.client.post(FIND, {"term": term})
    assert answer.status_code == 422


def test_only_the_newest_are_shown_where_there_are_many(noa, clock, entry):
    for number in range(52):
        entry(f"choir {number}", 2026, 1, 1 + number % 28)
    assert "There are older ones too" in found(noa, "choir")


def test_what_is_looked_for_stands_in_no_address(noa, clock):
    assert "choir" not in page(noa, FIND + "?term=choir").split("<main")[1]


def test_pages_that_did_not_open_are_said_and_the_others_are_shown(noa, clock, entry):
    one, _ = entry("broken"), entry("whole")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE vault_document SET sealed = zeroblob(1024) WHERE id = %s", [one.id])
    for where, data in ((LIST, None), (FIND, {"term": "whole"})):
        shown = page(noa, where, data)
        assert "One page did not open. It was left as it is." in shown
        assert "whole" in shown


def test_a_page_reads_well_in_an_export():
    shown = export.readable_entry(Entry(day=date(2026, 11, 24), at="21:04", prompt_id="J08", text="Kites."))
    assert shown.heading == "Tuesday, 24 November 2026, 21:04"
    assert shown.pairs[0][1].startswith("What did you love to do at twelve?")
    assert shown.pairs[1] == ("Your words", "Kites.")


def test_an_import_puts_both_lists_of_marks_together():
    a, b, c = (bytes([n]) * 16 for n in range(3))
    assert export.merge_ids(Favourites(entries=(a, b)), Favourites(entries=(c, b))) == Favourites(
        entries=(a, b, c)
    )


def test_every_letter_of_a_long_history_is_searched(noa, clock, entry):
    for number in range(60):
        noa.mine.add(
            Entry(day=date(2026, 11, 24) - timedelta(days=40 * number), text=f"page {number} kestrel")
        )
    assert "page 49 " in found(noa, "kestrel")
