"""Searching across one's rooms: mine and ours, by one page, at a bounded cost."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from bothand.domain.boundaries import SharedBoundary, Wording
from bothand.kit import registry
from bothand.rooms.goals.records import Goal
from bothand.rooms.journal.entries.records import Entry
from bothand.rooms.pairing.records import Thanks
from bothand.rooms.talks.topics.records import Topic

DAY = date(2026, 11, 20)


def look(who, term, status=200):
    answer = who.client.post(reverse("today_search"), {"term": term})
    assert answer.status_code == status
    return answer.content.decode()


def places(page):
    main = page[page.index("<main") : page.index("</main>")]
    return re.findall(r'<span><a href="([^"]+)"', main)


def test_it_finds_a_word_in_rooms_of_mine_and_of_ours(couple, clock):
    noa, sam = couple
    entry = noa.mine.add(Entry(day=DAY, text="Ines brought the VIOLA."))
    goal = noa.mine.add(Goal(text="Play the viola again", begun=DAY))
    topic = noa.ours.add(Topic(text="Where the viola may stand", since=DAY))
    sam.ours.add(Thanks(day=DAY, text="For carrying the viola"))
    sam.mine.add(Entry(day=DAY, text="That viola again"))
    assert set(places(look(noa, "víola"))) == {
        reverse("journal_entry", args=[entry.hex]),
        reverse("goals_show", args=[goal.hex]),
        reverse("talks_topic", args=[topic.hex]),
        reverse("pairing_thanks_month", args=[f"{DAY:%Y-%m}"]),
    }
    assert set(places(look(sam, "viola"))) & set(places(look(noa, "viola"))) == {
        reverse("talks_topic", args=[topic.hex]),
        reverse("pairing_thanks_month", args=[f"{DAY:%Y-%m}"]),
    }


def test_each_hit_says_its_room_its_day_and_who_can_open_it(couple, clock):
    noa, _sam = couple
    noa.mine.add(Goal(text="Play the viola again", begun=DAY))
    noa.ours.add(
        SharedBoundary(words=Wording(when="I practise viola,", will="shut the door"), since=DAY, versions=())
    )
    page = look(noa, "viola")
    assert "Goals, 24 November 2026" in page
    assert "Boundaries, 24 November 2026" in page
    main = page[page.index("<main") :]
    assert "#s-ours" in main
    assert "<mark>viola</mark>" in main


def test_every_place_it_leads_to_opens(couple, clock):
    noa, _sam = couple
    noa.mine.add(Entry(day=DAY, text="viola"))
    noa.mine.add(Goal(text="viola", begun=DAY))
    noa.ours.add(Thanks(day=DAY, text="viola"))
    found = places(look(noa, "viola"))
    assert len(found) == 3
    assert {noa.client.get(path).status_code for path in found} == {200}


def test_it_keeps_the_words_out_of_the_address_and_asks_for_some(noa, clock):
    assert noa.client.get(reverse("today_search") + "?term=viola").content.decode().count("viola") == 0
    assert "Type a word to look for." in look(noa, "", status=422)
    assert "nothing in it to search for" in look(noa, "\u200b", status=422)


def test_who_is_locked_is_asked_to_open_first(couple, clock):
    noa, _sam = couple
    noa.mine.add(Goal(text="Play the viola again", begun=DAY))
    noa.lock()
    assert "Play the viola" not in look(noa, "viola", status=403)


def test_one_alone_searches_what_is_theirs(noa, clock):
    noa.mine.add(Goal(text="Play the viola again", begun=DAY))
    assert len(places(look(noa, "viola"))) == 1


@pytest.mark.parametrize("count", [3, 90])
def test_it_asks_no_more_often_for_much_than_for_little(couple, clock, count, django_assert_max_num_queries):
    noa, _sam = couple
    for number in range(count):
        noa.mine.add(Entry(day=DAY - timedelta(days=number), text=f"viola {number}"))
    with django_assert_max_num_queries(20):
        assert len(places(look(noa, "viola"))) == min(count, 40)


def test_every_kind_it_looks_through_can_be_read_in_words():
    for room in registry.all_rooms():
        assert set(room.opens) <= set(room.readable)
    assert {"journal", "goals", "talks", "agreements", "boundaries", "pairing", "people", "mytime"} <= {
        room.name for room in registry.all_rooms() if room.opens
    }
