"""The three questions come before anything for two is suggested, can be skipped, and tell nobody else anything."""

import pytest
from django.urls import reverse

from bothand.domain.checkins import FearAnswers
from bothand.rooms.checkin.tests.answers import MAP, TODAY, first_visit, text

FEAR, WHY = reverse("checkin_fear"), reverse("today_why")
CARD = "Three questions, before anything for two"
OUTSIDE = "Help and safety, with people to talk to"
EVERY_WAY = ({"say_no": "3"}, {"say_no": "0", "disagree": "0", "at_home": "0"}, {"skip": "1"}, {})


def kept(person):
    return [one.record for one in person.mine.query(FearAnswers).items]


def test_today_asks_after_the_first_check_in_and_not_before(noa, clock):
    assert CARD not in text(noa, "/")
    first_visit(noa)
    assert CARD in text(noa, "/")
    assert "What happens at home" not in text(noa, "/"), (
        "the questions themselves stand on a page of their own"
    )


@pytest.mark.parametrize("given", EVERY_WAY)
def test_whatever_was_answered_it_leads_to_today(noa, clock, given):
    first_visit(noa)
    assert noa.client.post(FEAR, given).url == "/"
    assert CARD not in text(noa, "/")


def test_skipped_is_not_asked_so_nothing_for_two_is_suggested_and_the_reason_page_leads_back(couple, clock):
    noa, _ = couple
    noa.client.post(FEAR, {"say_no": "2", "skip": "1"})
    assert kept(noa) == [FearAnswers(day=TODAY)], "what was tapped before skipping is not kept"
    assert 'name="both"' not in text(noa, reverse("today_begin"))
    assert FEAR in text(noa, WHY)


def test_with_never_to_all_three_things_for_two_are_suggested(couple, clock):
    noa, _ = couple
    noa.client.post(FEAR, {"say_no": "0", "disagree": "0", "at_home": "0"})
    assert 'name="both"' in text(noa, reverse("today_begin"))
    assert FEAR not in text(noa, WHY)


def test_who_is_afraid_is_shown_people_outside_and_told_why(noa, clock):
    noa.client.post(FEAR, {"at_home": "1"})
    assert OUTSIDE in text(noa, "/")
    assert "You answered that you are at times afraid of what happens at home." in text(noa, WHY)


def test_who_was_not_asked_yet_is_told_nothing_of_fear(noa, clock):
    first_visit(noa)
    for page in (text(noa, "/"), text(noa, MAP), text(noa, WHY)):
        assert "at times afraid" not in page
        assert OUTSIDE not in page


def test_the_same_form_sent_twice_is_kept_once(noa, clock):
    for _ in range(2):
        noa.client.post(FEAR, {"disagree": "1"})
    assert len(kept(noa)) == 1


def test_the_row_s_id_says_nothing_of_the_answers(noa, sam, clock):
    for who in (noa, sam):
        who.client.post(FEAR, {"say_no": "1"})
    ids = {one.id for who in (noa, sam) for one in who.mine.query(FearAnswers).items}
    noa.mine.remove(noa.mine.query(FearAnswers).items[0])
    noa.client.post(FEAR, {"say_no": "1"})
    assert len(ids | {one.id for one in noa.mine.query(FearAnswers).items}) == 3
