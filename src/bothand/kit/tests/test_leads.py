"""A step of the guide leads where a room says, and nowhere while no room does."""

from dataclasses import replace

import pytest
from django.urls import reverse

from bothand.kit import leads, registry


def test_a_practice_leads_to_the_room_that_carries_it_out():
    found = leads.to_practice("P1")
    assert found is not None
    assert found.path == reverse("journal_list")


def test_the_practices_there_are_have_a_room_each():
    assert "P1" in leads.practice_leads()
    assert all(leads.to_practice(key) for key in leads.practice_leads())


def test_a_step_leads_where_a_room_says_it_does(monkeypatch):
    journal = next(room for room in registry.all_rooms() if room.name == "journal")
    monkeypatch.setattr(registry, "all_rooms", lambda: (replace(journal, leads={"map": "journal_search"}),))
    assert leads.to_step("map") == reverse("journal_search")
    assert leads.to_step("check_in") == ""
    assert leads.to_practice("P7") is None


def test_every_step_that_a_room_claims_begins_at_one_of_its_own_addresses():
    for room in registry.all_rooms():
        for name in room.leads.values():
            assert reverse(name).startswith(f"/{room.path}")


def test_no_such_practice_is_no_such_practice():
    with pytest.raises(KeyError):
        leads.to_practice("P9")
