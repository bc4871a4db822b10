"""Own needs beside own answers: for their owner alone, and never in what is sealed for both or laid down to meet."""

import re

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.domain.needs import Need, Needs
from bothand.kit.meetings import decode_payload
from bothand.rooms.agreements.ratings.present import NAMED, compare_needs
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.tests.test_dials import bare, read
from bothand.rooms.agreements.tests.walks import begun, hidden, rate
from bothand.vault import table
from bothand.vault.meeting_place import OwnCopy

QUIET, MONEY = (
    Need(id=b"q" * 16, words="an evening without a plan", area="time"),
    Need(id=b"m" * 16, words="something put by", area="money"),
)
BAD_SECOND = [[2, 0, 4], [2, 3]]
SAID = "Earlier you wrote that you need “an evening without a plan”."


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def press(matter, client, act, way="0_1", need=QUIET, **typed):
    path = matter.path("rate")
    data = {"act": act, "need": need.id.hex(), "meeting": way, "round": "0"} | typed
    return client.post(path, data | {"frame": hidden(client, path, "frame")})


def marks(who):
    return {one.words: len(one.ways) for one in who.mine.only(Needs).record.held}


def test_needs_of_the_matter_s_part_of_life_stand_beside_the_answers_and_no_others(couple):
    noa, sam = couple
    noa.mine.add(Needs(held=(QUIET, MONEY)))
    about_time, of_none = begun(noa, sam, area="time"), begun(noa, sam, number="cd")
    page = read(about_time, noa.client, "rate")
    assert page.count(QUIET.words) == 2, "in the list, and where it can be marked"
    assert MONEY.words not in page
    assert "An option meets a need of mine" not in read(of_none, noa.client, "rate")


def test_a_way_is_marked_as_meeting_a_need_and_what_was_typed_stays(couple):
    noa, sam = couple
    noa.mine.add(Needs(held=(QUIET, MONEY)))
    matter = begun(noa, sam, area="time")
    for _ in range(2):
        page = press(matter, noa.client, "meets", rating0_1="3", weight0="4").content.decode()
    assert "You marked that this meets it: two each" in page
    assert re.search(r'name="rating0_1" value="3"[^>]* checked', page)
    assert marks(noa) == {QUIET.words: 1, MONEY.words: 0}
    press(matter, noa.client, "unmeets")
    assert marks(noa) == {QUIET.words: 0, MONEY.words: 0}
    assert "You marked that this meets it:" not in read(matter, noa.client, "rate")


def test_only_a_need_and_a_way_that_stand_there_can_be_marked(couple):
    noa, sam = couple
    noa.mine.add(Needs(held=(QUIET, MONEY)))
    matter = begun(noa, sam, area="time")
    press(matter, noa.client, "meets", need=MONEY)
    press(matter, noa.client, "meets", way="7_7")
    press(matter, noa.client, "meets", way="")
    assert marks(noa) == {QUIET.words: 0, MONEY.words: 0}


def test_a_low_answer_to_what_meets_a_need_is_said_and_another_is_not(couple):
    noa, sam = couple
    noa.mine.add(Needs(held=(QUIET,)))
    matter = begun(noa, sam, area="time")
    rate(matter, noa.client, BAD_SECOND)
    assert SAID not in read(matter, noa.client), "while nothing is marked there is nothing to hold against it"
    press(matter, noa.client, "meets")
    for name in ("found", "rate"):
        assert "You marked “two each” as meeting that, and here you answered that it is bad for you." in read(
            matter, noa.client, name
        )
    rate(matter, noa.client, [[2, 3, 4], [2, 3]])
    assert SAID not in read(matter, noa.client)
    rate(matter, noa.client, [[2, 3, 4], [2, 3]], never={0: 1})
    assert SAID in read(matter, noa.client)


def test_that_it_hardly_matters_is_held_against_needs_of_this_part_of_life():
    def given(*weights):
        return Answers(
            now=(0, 0), weights=weights, ratings=((0, 3), (2, 3)), never=(-1, -1), secret=b"s" * 32
        )

    assert compare_needs(given(1, 1), (QUIET,)) == f"{SAID} Here you answered that this hardly matters."
    assert compare_needs(given(1, 2), (QUIET,)) == ""
    assert compare_needs(given(1, 1), ()) == ""
    many = tuple(Need(id=bytes([n]), words=f"need {n}") for n in range(9))
    assert compare_needs(given(1, 1), many).count("“") == NAMED


def test_my_needs_and_marks_are_mine_alone(couple):
    noa, sam = couple
    matter = begun(noa, sam, area="time")
    before, rows = bare(matter, sam.client), table.all_rows(sam.ours.id)
    listed = sam.client.get(reverse("agreements_list")).content
    noa.mine.add(Needs(held=(QUIET, MONEY)))
    press(matter, noa.client, "meets")
    rate(matter, noa.client, BAD_SECOND, weights=[1, 1])
    told = read(matter, noa.client)
    assert told.count(SAID) == 2
    assert bare(matter, sam.client) == before
    assert re.sub(rb"[0-9a-zA-Z]{32,}", b"", sam.client.get(reverse("agreements_list")).content) == re.sub(
        rb"[0-9a-zA-Z]{32,}", b"", listed
    )
    assert table.all_rows(sam.ours.id) == rows
    (laid,) = (one.record.payload for one in noa.mine.query(OwnCopy).items)
    press(matter, noa.client, "unmeets")
    rate(matter, noa.client, BAD_SECOND, weights=[1, 1])
    (again,) = (one.record.payload for one in noa.mine.query(OwnCopy).items)
    assert again == laid, "a mark is no part of what is laid down to meet"
    assert QUIET.words.encode() not in laid
    assert decode_payload(laid, Answers).lines == ()
    press(matter, noa.client, "meets")
    rate(matter, sam.client, BAD_SECOND)
    for name in ("found", "rate", "matter"):
        page = read(matter, sam.client, name)
        assert QUIET.words not in page
        assert "Earlier you wrote that you need" not in page


def test_the_other_s_needs_are_not_mine(couple):
    noa, sam = couple
    sam.mine.add(Needs(held=(QUIET,)))
    matter = begun(noa, sam, area="time")
    press(matter, sam.client, "meets")
    rate(matter, noa.client, BAD_SECOND, weights=[1, 1])
    for name in ("found", "rate"):
        assert QUIET.words not in read(matter, noa.client, name)


def test_on_the_pages_is_nothing_of_needs_while_mine_is_locked(couple):
    noa, sam = couple
    matter = begun(noa, sam, area="time")
    noa.mine.add(Needs(held=(QUIET,)))
    noa.lock()
    for name in ("rate", "found", "matter"):
        assert QUIET.words not in noa.client.get(matter.path(name)).content.decode()
