"""How one would like it to be is said after the map, in a minute, and moves nothing but the ideal."""

from django.urls import reverse

from bothand.domain.checkins import MeasureState, read_rhythm
from bothand.relationship import FACETS
from bothand.rooms.checkin.export import export_answers
from bothand.rooms.checkin.tests.answers import ASPECTS, MAP, PAST, answer_all, in_step, sittings, text
from bothand.vault.randomness import new_id
from bothand.vault.records import Shelf

IDEALS = reverse("checkin_ideals")
NAMES = [one.name for one in FACETS]


def say(person, **wishes):
    return person.client.post(IDEALS, {"id": new_id().hex()} | wishes)


def test_the_first_map_and_the_first_aspects_lead_to_it(noa, clock):
    answer_all(noa)
    for page in (text(noa, MAP), text(noa, ASPECTS)):
        assert "Where would you like to be?" in page
        assert IDEALS in page
    assert say(noa, **dict.fromkeys(NAMES, "5")).url == MAP
    page = text(noa, MAP)
    assert "Your ideal stands exactly where you put it." in page
    assert "Another two minutes, in a week." in page
    assert in_step(noa)


def test_with_some_left_open_the_aspects_say_how_many_and_what_was_said_is_filled_in(noa, clock):
    answer_all(noa)
    say(noa, **dict.fromkeys(NAMES[:6], "4"))
    assert "You have said so for 6 of the ten. The other 4 take a minute." in text(noa, ASPECTS)
    assert text(noa, IDEALS).count(" checked>") == 6


def test_it_is_no_check_in_and_moves_no_day(noa, clock):
    say(noa, worth="5")
    assert read_rhythm(noa.mine.query(shelf=Shelf.STANDS).items).first is None
    assert "Where are you just now?" in text(noa, "/")
    answer_all(noa)
    assert sorted(one.sort for one in sittings(noa)) == ["first", "wished"]


def test_nothing_said_keeps_nothing_and_the_same_form_twice_is_kept_once(noa, clock):
    say(noa)
    assert sittings(noa) == []
    form = {"id": new_id().hex(), "own": "3"}
    for _ in range(2):
        noa.client.post(IDEALS, form)
    (kept,) = sittings(noa)
    assert dict(kept.ideals)["own"] == 3
    assert noa.mine.only(MeasureState).record.count == 1


def test_it_stands_among_past_answers_and_can_be_changed(noa, clock):
    answer_all(noa)
    say(noa, own="3")
    assert "How you would like it" in text(noa, PAST)
    wished = next(one for one in sittings(noa) if one.sort == "wished")
    assert ("I would like: Having things in my life that are just mine.", "some") in export_answers(
        wished
    ).pairs
