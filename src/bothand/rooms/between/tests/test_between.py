"""The list on *Today*, the dot, the page, and what clears them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bothand.accounts import looks, pairing, visits
from bothand.domain.boundaries import SharedBoundary, Wording
from bothand.domain.times import Block
from bothand.vault import table

DOT = ", something new"
TAKES = "Sam takes time: Tuesday 24 November, 18:00 to 20:00"
WISHED = "Sam shared a wish."


def page(who, name: str = "today", *args: str) -> str:
    answer = who.client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def takes_time(who, day) -> None:
    who.ours.add(Block(day=day, start=1080, end=1200, word=""))


def wishes(who, day, words: str = "Knock first.") -> None:
    who.ours.add(SharedBoundary(words=Wording(wish=words), since=day, versions=()))


@pytest.fixture
def today(clock):
    return clock.time.date()


def test_what_the_other_did_stands_on_today_with_its_day_and_no_hour(couple, today):
    noa, sam = couple
    takes_time(sam, today)
    shown = page(noa)
    assert TAKES in shown
    assert 'id="between">Between you' in shown
    assert re.search(TAKES + r"</a> <br><span class=\"quiet small\">Today</span>", shown)
    assert "Between you" not in page(sam)


def test_it_goes_on_the_next_unlocked_day_after_it_was_looked_at(couple, clock, today):
    noa, sam = couple
    noa = noa.comes_again()
    takes_time(sam, today)
    clock.minutes(1)
    assert f"{TAKES}</a>" in page(noa)
    assert f"{TAKES}</a>" in page(noa), "it stays for the day"
    clock.minutes(24 * 60)
    assert f"{TAKES}</a>" not in page(noa.comes_again())
    assert f"{TAKES}</a>" in page(noa, "between_list"), "the page keeps it"


def test_what_was_never_looked_at_waits_for_the_day_on_which_it_is(couple, clock, today):
    noa, sam = couple
    noa = noa.comes_again()
    takes_time(sam, today)
    for _ in range(3):
        clock.minutes(24 * 60)
        noa = noa.comes_again()
    assert f"{TAKES}</a>" in page(noa)


def test_a_program_that_was_started_anew_takes_the_last_visit_for_a_look(couple, clock, today):
    noa, sam = couple
    takes_time(sam, today)
    clock.minutes(1)
    noa = noa.comes_again()
    looks.forget_looks()
    clock.minutes(24 * 60)
    noa = noa.comes_again()
    assert f"{TAKES}</a>" not in page(noa)


def test_the_page_clears_the_list_at_once_but_not_what_waits(couple, today, clock):
    noa, sam = couple
    takes_time(sam, today)
    wishes(sam, today)
    clock.minutes(1)
    assert page(noa, "between_list").count(WISHED) == 1
    after = page(noa)
    assert WISHED in after
    assert f"{TAKES}</a>" not in after


def test_the_dot_is_there_until_it_was_looked_at_and_says_so_in_words(couple, today):
    noa, sam = couple
    page(noa)
    assert DOT not in page(noa, "place_more")
    takes_time(sam, today)
    for _ in range(2):
        assert DOT in page(noa, "place_more")
        assert DOT in page(noa, "goals_list")
    assert DOT not in page(noa), "there it stands itself"
    assert DOT not in page(noa, "place_more")
    assert DOT not in page(sam, "place_more")


def test_what_one_does_oneself_makes_no_dot(couple, today):
    noa, _sam = couple
    page(noa)
    takes_time(noa, today)
    assert DOT not in page(noa, "place_more")


def test_more_than_three_lines_are_not_looked_at_before_the_page_was(couple, today, clock):
    noa, sam = couple
    for number in range(4):
        wishes(sam, today, f"Wish {number}")
        sam.ours.add(Block(day=today, start=60 * number, end=1200, word=""))
    shown = page(noa)
    assert shown.count('<span class="quiet small">Today</span>') == 3
    assert "Everything between you" in shown
    assert DOT in page(noa, "place_more")
    page(noa, "between_list")
    assert DOT not in page(noa, "place_more")


@pytest.mark.parametrize("name", ["today", "between_list"])
def test_locked_there_is_neither_list_nor_dot(couple, today, name):
    noa, sam = couple
    wishes(sam, today)
    noa.lock()
    answer = noa.client.get(reverse(name))
    assert answer.status_code == 403
    for shown in (answer.content.decode(), page(noa, "place_more"), page(noa, "pairing_ours")):
        assert WISHED not in shown
        assert DOT not in shown


def test_somebody_alone_has_none_of_it(noa):
    assert "Between you" not in page(noa)
    assert DOT not in page(noa)
    assert noa.client.get(reverse("between_list")).status_code in {200, 404}


def test_looking_writes_nothing(couple, today):
    noa, sam = couple
    takes_time(sam, today)
    before = [table.all_rows(who.id) for who in (noa.mine, noa.ours)]
    for name in ("today", "between_list", "place_more"):
        page(noa, name)
    assert [table.all_rows(who.id) for who in (noa.mine, noa.ours)] == before


def test_every_visit_writes_the_mark_alike_whether_anything_was_new_or_not(couple, clock, today):
    noa, sam = couple
    sizes = []
    for news in (False, False, True, False):
        if news:
            takes_time(sam, today)
        clock.minutes(24 * 60)
        noa = noa.comes_again()
        page(noa)
        place = noa.mine.only(visits.VisitNote).id
        row = table.find_row(noa.mine.id, [place])
        sizes.append((row.revision, len(row.sealed)))
    revisions = [revision for revision, _size in sizes]
    assert revisions == list(range(revisions[0], revisions[0] + 4))
    assert len({size for _revision, size in sizes}) == 1


def test_the_dot_costs_one_query_while_nothing_changed(couple, today):
    noa, sam = couple
    wishes(sam, today)
    page(noa, "place_more")
    with CaptureQueriesContext(connection) as queries:
        page(noa, "place_more")
    assert len([one for one in queries if "vault_document" in one["sql"]]) == 1


def test_the_other_s_row_that_was_put_back_as_it_was_is_read_anew(couple, today, clock):
    noa, sam = couple
    wish = sam.ours.add(SharedBoundary(words=Wording(wish="Knock."), since=today, versions=()))
    page(noa)
    clock.minutes(1)
    sam.ours.replace(wish, SharedBoundary(words=Wording(will="rest."), since=today, versions=()))
    assert "Sam shared a boundary." in page(noa)


def test_a_month_that_is_over_is_read_on_the_page(couple, clock, today):
    noa, sam = couple
    wishes(sam, today)
    clock.minutes(40 * 24 * 60)
    noa = noa.comes_again()
    assert WISHED in page(noa, "between_list"), "it waits still"
    assert WISHED in page(noa, "between_month", "2026-11")
    assert "in November 2026" in page(noa, "between_month", "2026-11")


def test_who_invited_reads_that_the_other_joined(noa, sam, clock):
    link = pairing.make_invitation(noa.opened).keyring.invitation
    clock.minutes(1)
    pairing.accept_invitation(sam.opened, link)
    noa.reread()
    pairing.catch_up(noa.opened)
    for who in (noa, sam):
        who.reread()
    assert "Sam joined you here." in page(noa)
    assert "joined you" not in page(sam)
