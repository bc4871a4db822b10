"""Own lines beside the questions: they take away what involves their owner, and nobody else reads which."""

import re

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.accounts.couple_actions import copy_place
from bothand.domain.boundaries import Boundary, Ref, SharedBoundary, Wording
from bothand.kit.meetings import decode_payload
from bothand.rooms.agreements.ratings.records import Answers
from bothand.rooms.agreements.tests.walks import begun, hidden, mark, rate
from bothand.vault.meeting_place import OwnCopy

WORDS = Wording(when="After nine", will="I read, alone", firmness="line")


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def line(who, *, shown=True, words=WORDS):
    kept = who.mine.add(Boundary(words=words, since=who.mine.since))
    if shown:
        copy = SharedBoundary(
            words=words, since=who.mine.since, versions=(Ref(id=kept.id, digest=b"d" * 16),)
        )
        who.ours.add(copy, copy_place(who.opened.keyring, kept.id))
    return kept


def page(matter, client):
    return re.sub(r"\s+", " ", client.get(matter.path("rate")).content.decode())


def draw(matter, client, there, way, act="line"):
    data = {
        "act": act,
        "line": there.hex,
        "way": way,
        "frame": hidden(client, matter.path("rate"), "frame"),
        "round": "0",
    }
    return client.post(matter.path("rate"), data)


def laid(who):
    return [decode_payload(one.record.payload, Answers) for one in who.mine.query(OwnCopy).items]


def test_a_line_that_was_shown_takes_a_way_away_and_its_owner_sees_where(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    there = line(noa)
    before = page(matter, sam.client)
    assert draw(matter, matter.noa, there, "0_2").status_code == 200
    said = page(matter, matter.noa)
    assert "Your boundary “After nine: I read, alone” rules out: three each" in said
    rate(matter, matter.noa, [[0, 3, 1], [2, 3]])
    assert laid(noa)[0].lines == ((0, 2),)
    assert re.sub(r"\w{32,}", "", page(matter, sam.client)) == re.sub(r"\w{32,}", "", before)
    draw(matter, matter.noa, there, "0_2", act="unline")
    assert "takes away: three each" not in page(matter, matter.noa)


def test_typed_answers_stay_while_a_line_is_drawn(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    there = line(noa)
    data = {
        "act": "line",
        "line": there.hex,
        "way": "0_2",
        "frame": "",
        "round": "0",
        "rating0_1": "3",
        "weight0": "4",
    }
    said = matter.noa.post(matter.path("rate"), data).content.decode()
    assert re.search(r'name="rating0_1" value="3"[^>]* checked', said)
    assert re.search(r'name="weight0" value="4"[^>]* checked', said)


@pytest.mark.parametrize("shown", [True, False])
def test_a_line_that_was_never_shown_counts_for_nothing_here(shown, couple):
    noa, sam = couple
    matter = begun(noa, sam)
    there = line(noa, shown=shown)
    draw(matter, matter.noa, there, "0_2")
    rate(matter, matter.noa, [[0, 3, 1], [2, 3]])
    assert laid(noa)[0].lines == (((0, 2),) if shown else ())
    assert ("A boundary of mine rules out an option" in page(matter, matter.noa)) == shown


def test_a_flexible_one_is_no_line(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    there = line(noa, words=Wording(when="x", will="y", firmness="flexible"))
    draw(matter, matter.noa, there, "0_2")
    rate(matter, matter.noa, [[0, 3, 1], [2, 3]])
    assert laid(noa)[0].lines == ()


def test_what_is_the_other_s_alone_is_out_of_its_reach(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    sam.client.post(
        matter.path("options"),
        {"act": "option", "of": "Evenings of our own", "option": "four for Sam", "who": "me"},
    )
    mark(matter, {0: 0, 1: 0})
    there = line(noa)
    draw(matter, matter.noa, there, "0_3")
    said = page(matter, matter.noa)
    assert "takes away: four for Sam" not in said
    assert '<option value="0_3">' not in said


def test_how_it_is_now_cannot_be_taken_away(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    there = line(noa)
    draw(matter, matter.noa, there, "0_0")
    rate(matter, matter.noa, [[0, 3, 1], [2, 3]])
    assert laid(noa)[0].lines == ()


def test_what_i_said_earlier_is_said_to_me_alone(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    draw(matter, matter.noa, line(noa), "0_2")
    rate(matter, matter.noa, [[0, 3, 4], [2, 3]])
    for name in ("rate", "found"):
        assert "Your boundary says" in matter.noa.get(matter.path(name)).content.decode()
        assert "Your boundary says" not in matter.sam.get(matter.path(name)).content.decode()
    assert "Your boundary says" not in matter.noa.get(reverse("agreements_list")).content.decode()


def test_very_much_before_and_hardly_now_is_said(couple):
    noa, sam = couple
    matter = begun(noa, sam)
    path = matter.path("words")
    data = {"talked": "on", "serious": "a lot", "revision": hidden(matter.noa, path, "revision")}
    assert matter.noa.post(path, data).status_code == 302
    rate(matter, matter.noa, [[2, 3, 4], [2, 3]], weights=[1, 1])
    assert "matters very much to you" in matter.noa.get(matter.path("found")).content.decode()
