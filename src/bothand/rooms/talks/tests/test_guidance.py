"""What one can do alone, and one page on paper."""

import pytest
from django.urls import reverse

from bothand.rooms.talks.tests.acts import asks, sets_aside


@pytest.mark.parametrize("name", ["talks_invite", "talks_begin", "talks_answer", "talks_past"])
def test_one_alone_is_told_kindly_what_can_be_done(alone, name):
    page = alone.page(name)
    assert "This part takes two." in page
    assert "set a topic aside, and find words for it" in page


def test_what_one_alone_typed_comes_back_and_can_be_parked(alone, clock):
    answer = asks(alone, clock)
    assert answer.status_code == 409
    assert "An hour." in answer.content.decode()
    assert 'name="handed_text"' in answer.content.decode()


def test_practice_keeps_nothing(alone):
    before = len(alone.who.mine.query().items)
    answer = alone.post("talks_practice", back="You were tired.", which="O07")
    assert "You were tired." in answer.content.decode()
    assert len(alone.who.mine.query().items) == before


def test_the_page_for_a_counsellor_holds_what_was_chosen_and_is_kept_nowhere(both):
    noa, _sam = both
    first, second = sets_aside(noa), sets_aside(noa, text="Money")
    before = len(noa.who.mine.query().items)
    page = noa.post(
        "talks_paper", text="We stopped talking.", hope="To listen.", topics=[first]
    ).content.decode()
    assert "We stopped talking." in page
    assert "Phones in the evening" in page
    assert "Money" not in page
    assert second
    assert len(noa.who.mine.query().items) == before


def test_help_from_outside_names_its_sources_and_the_quiet_page_first(alone):
    page = alone.page("talks_help")
    assert page.index(reverse("safety_page")) < page.index("When it may help")
    assert "Roddy" in page
    assert "Carrère and Gottman, 1999" in alone.page("talks_guide")
