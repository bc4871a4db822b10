import re

import pytest
from django.urls import reverse
from tests.harness import stage

from bothand.accounts import meeting_place
from bothand.rooms.housework.tests import scenes
from bothand.rooms.housework.tests.test_divisions import feel, page, said_alike


@pytest.fixture(autouse=True)
def _empty_place():
    meeting_place.PLACE.clear()


def agree(noa, sam):
    """A division that both said yes to: Noa had all of it until then."""
    _home, ids, of = said_alike(noa, sam)
    feel(noa, ids, of, ["dislike", "like", "neutral", "neutral"])
    feel(sam, ids, of, ["like", "dislike", "neutral", "neutral"])
    owners = re.search(r'name="owners" value="([01]+)"', page(noa, "housework_divisions"))[1]
    where = noa.client.post(reverse("housework_divisions"), {"owners": owners, "act": "suggest"})["Location"]
    version = re.search(r'name="version" value="(\w+)"', sam.client.get(where).content.decode())[1]
    assert "you can read here what it changed for you" in page(noa, "housework_giving")
    sam.client.post(f"{where}yes/", {"act": "yes", "version": version})


def test_each_reads_what_a_division_changed_by_their_own_answers(couple):
    noa, sam = couple
    agree(noa, sam)
    mine, theirs = page(noa, "housework_giving"), page(sam, "housework_giving")
    assert "By your own answers, it is lighter for you." in mine
    assert "By your own answers, it is heavier for you." in theirs
    assert "0 min a week before" in theirs
    assert "0 min a week before" not in mine


def test_the_harness_reaches_it_with_something_to_read(couple):
    scenes.settled(stage(couple[0]))
    assert "Your agreements, and what they gave you" in page(couple[0], "housework_giving")


def test_it_is_closed_while_mine_is_locked(couple):
    noa, sam = couple
    agree(noa, sam)
    noa.lock()
    assert "lighter for you" not in noa.client.get(reverse("housework_giving")).content.decode()
