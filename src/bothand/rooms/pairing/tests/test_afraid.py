from datetime import timedelta

import pytest
from django.urls import reverse

from bothand.accounts import wall_clock
from bothand.domain.checkins import FearAnswers


def page(who) -> str:
    return who.client.get(reverse("pairing_ours")).content.decode()


NOTE = "nothing for two is suggested to you"


def test_whoever_is_afraid_is_told_why_and_nobody_else(couple):
    noa, sam = couple
    before = page(sam)
    noa.mine.add(FearAnswers(day=wall_clock.today_in("UTC"), say_no=1, disagree=0))
    shown = page(noa)
    assert NOTE in shown
    assert "afraid to say no." in shown
    assert "afraid to disagree" not in shown
    assert reverse("safety_page") in shown
    assert NOTE not in before + page(sam)


@pytest.mark.parametrize("answers", [{}, {"say_no": 0, "disagree": 0, "at_home": 0}])
def test_never_and_skipped_say_nothing(couple, answers):
    noa, _sam = couple
    noa.mine.add(FearAnswers(day=wall_clock.today_in("UTC"), **answers))
    assert NOTE not in page(noa)


def test_it_ends_after_eight_weeks(couple):
    noa, _sam = couple
    noa.mine.add(FearAnswers(day=wall_clock.today_in("UTC") - timedelta(days=56), at_home=3))
    assert NOTE not in page(noa)


def test_locked_it_is_not_there(couple):
    noa, _sam = couple
    noa.mine.add(FearAnswers(day=wall_clock.today_in("UTC"), say_no=3))
    noa.lock()
    assert NOTE not in page(noa)


def test_the_room_stays_usable(couple):
    noa, _sam = couple
    noa.mine.add(FearAnswers(day=wall_clock.today_in("UTC"), say_no=3))
    answer = noa.client.post(reverse("pairing_thanks"), {"text": "For the tea", "id": "ab" * 16})
    assert answer.status_code == 302
