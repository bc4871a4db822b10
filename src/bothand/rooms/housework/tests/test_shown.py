"""Reasons name one's own feelings, and the other's only where they chose to show them."""

import re

import pytest
from django.urls import reverse

from bothand.accounts import meeting_place
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.housework.divisions.labels import say_move
from bothand.rooms.housework.divisions.records import FEELINGS, Feelings, Shared
from bothand.rooms.housework.divisions.rules import combine_feelings, read_shown
from bothand.rooms.housework.records import Household, Task
from bothand.rooms.housework.tests.test_divisions import page, said_alike
from bothand.vault.meeting_place import Result

HOME = Household(
    tasks=tuple(Task(name=f"task {at}", minutes=30, times=100, done_by="one") for at in range(4))
)
MINE = ("like", "dislike", "cannot", "neutral")


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def answer(who, ids, of, feelings, *, shows: bool) -> None:
    data = {f"feel-{one}": feeling for one, feeling in zip(ids, feelings, strict=True)}
    if shows:
        data["shows"] = "likes"
    who.client.post(reverse("housework_feelings"), {"of": of, **data})


def share(*both: Feelings) -> Shared:
    return decode_payload(combine_feelings(*map(encode_payload, both)), Shared)


def test_what_somebody_shows_is_their_likes_and_dislikes_and_no_more():
    shared = share(
        Feelings(work=HOME, feelings=MINE, shows="likes"), Feelings(work=HOME, feelings=("like",) * 4)
    )
    assert read_shown(shared, 0, 4) == ("like", "dislike", "neutral", "neutral")
    assert read_shown(shared, 1, 4) == ("neutral",) * 4


def test_showing_nothing_cannot_be_told_from_minding_nothing():
    easy = Feelings(work=HOME, feelings=("neutral",) * 4)
    shows, hides = (
        share(Feelings(work=HOME, feelings=("neutral",) * 4, **more), easy)
        for more in ({"shows": "likes"}, {})
    )
    assert encode_payload(shows) == encode_payload(hides)


def test_the_other_reads_what_i_show_and_i_read_nothing_of_theirs(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    answer(noa, ids, of, ["dislike", "dislike", "dislike", "dislike"], shows=True)
    answer(sam, ids, of, ["like", "like", "like", "like"], shows=False)
    theirs, mine = page(sam, "housework_divisions"), page(noa, "housework_divisions")
    assert re.search(r"because you like it and .{0,20}Noa.{0,20} doesn", theirs)
    assert "because you don&#x27;t like it" in mine
    assert "likes it" not in mine


def test_nothing_is_shown_that_was_not_ticked(couple):
    noa, sam = couple
    _home, ids, of = said_alike(noa, sam)
    answer(noa, ids, of, ["dislike"] * 4, shows=False)
    answer(sam, ids, of, ["neutral"] * 4, shows=False)
    (result,) = sam.ours.query(Result).items
    assert b"dislike" not in result.record.body
    assert "like it" not in re.sub(r"Swap by hand.*", "", page(sam, "housework_divisions"))


def test_each_pair_of_feelings_has_a_sentence_of_its_own_each_way():
    sentences = {
        say_move(to_me=to_me, mine=mine, shown=shown, name="Sam")
        for to_me in (True, False)
        for mine in FEELINGS[:3]
        for shown in FEELINGS[:3]
    }
    assert len(sentences) == 18
