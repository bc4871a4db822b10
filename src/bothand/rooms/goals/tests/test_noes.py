"""*I can't*, said to the support that somebody wants with a goal: one tap, no reason, and theirs to take back."""

import re

import pytest
from django.urls import reverse

from bothand.kit.asks import find_noes
from bothand.vault.records import Shelf

from .conftest import text


@pytest.fixture
def wished(couple, goal, share):
    """Noa's goal, with support that she wants: its address for Noa, and for Sam."""
    noa, _sam = couple
    where = goal(noa, "Sing again", wanted=["listen", "remind"], unwanted=["cheer"])
    return where, share(noa, where)


def decline(who, theirs, *, on="1"):
    hex_id = theirs.strip("/").rsplit("/", 1)[-1]
    return who.client.post(reverse("boundaries_no", args=[hex_id]), {"on": on})


def asked(who) -> str:
    return text(who.client.get(reverse("boundaries_asked")))


def test_it_is_asked_in_one_place_and_declined_in_one_tap(couple, wished):
    noa, sam = couple
    where, theirs = wished
    assert "Sing again" in asked(sam)
    assert "Listen, Remind me" in asked(sam)
    assert "Sing again" not in asked(noa)
    assert "can't" not in text(noa.client.get(where))
    answer = decline(sam, theirs)
    assert (answer.status_code, answer.url) == (302, theirs)
    assert "You said: I can't." in text(sam.client.get(theirs))
    assert "Offer it" not in text(sam.client.get(theirs))
    assert "Sam can't give this support. That needs no reason" in text(noa.client.get(where))
    assert "shared a goal with you" not in text(sam.client.get(reverse("today")))


def test_it_holds_whatever_is_wanted_later_until_it_is_taken_back(couple, wished, share):
    noa, sam = couple
    where, theirs = wished
    decline(sam, theirs)
    revision = re.search(
        r'name="revision" value="(\d+)"', noa.client.get(f"{where}support/").content.decode()
    )
    noa.client.post(f"{where}support/", {"wanted": ["room"], "revision": revision[1]})
    share(noa, where)
    assert "Sam can't give this support" in text(noa.client.get(where))
    decline(sam, theirs, on="0")
    assert "can't" not in text(noa.client.get(where))
    assert "Sing again" in asked(sam)


def test_who_offers_after_all_has_taken_it_back(couple, wished, offer):
    noa, sam = couple
    where, theirs = wished
    decline(sam, theirs)
    assert offer(sam, theirs, "remind").status_code == 302
    assert find_noes(noa.ours.query(shelf=Shelf.STANDS), sam.opened.id) == {}
    assert "can't" not in text(noa.client.get(where))
    assert "Nothing is asked of you here." in asked(sam)
    # What one offers is taken out where it stands; there is nothing more to decline.
    assert decline(sam, theirs).status_code == 404


def test_a_goal_that_wants_nothing_asks_nothing(couple, goal, share):
    noa, sam = couple
    theirs = share(noa, goal(noa, "Sing again", unwanted=["cheer"]))
    assert "Nothing is asked of you here." in asked(sam)
    assert "I can't" not in text(sam.client.get(theirs))
    assert decline(sam, theirs).status_code == 404
