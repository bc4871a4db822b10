"""Wishes for the week: one press from an interest, kept by its own, and one press on to time of one's own."""

import re

import pytest
from django.urls import reverse

from bothand.domain.times import Block
from bothand.domain.wishes import Wish
from bothand.rooms.mytime.interests.records import Interest
from bothand.rooms.mytime.tests.test_interests import of, text
from bothand.vault.randomness import new_id

TYPED = {"words": "The choir", "sort": "interest", "hours": "1.5", "times": "2", "part": "evening", "of": ""}


def keep(who, **more):
    return who.client.post(reverse("mytime_wish_new"), {"id": new_id().hex(), **TYPED, **more})


def test_an_interest_becomes_a_wish_in_one_press_and_is_kept_by_its_own_only(noa, clock):
    there = noa.mine.add(Interest(words="The choir"))
    page = noa.client.get(reverse("mytime_edit", args=[there.hex])).content.decode()
    form = re.search(rf'action="{reverse("mytime_wish_new")}">(.*?)</form>', page, re.DOTALL)[1]
    handed = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    draft = noa.client.post(reverse("mytime_wish_new"), handed)
    assert 'value="The choir"' in text(draft)
    assert of(noa.mine, Wish) == []
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', draft.content.decode()))
    assert noa.client.post(reverse("mytime_wish_new"), TYPED | hidden).status_code == 302
    (wish,) = of(noa.mine, Wish)
    assert wish.record == Wish(
        words="The choir", sort="interest", minutes=90, times=2, part="evening", interest=there.id
    )


def test_the_list_says_that_the_plan_comes_later_and_leads_to_time_of_one_s_own(noa, clock):
    keep(noa)
    page = text(noa.client.get(reverse("mytime_wishes")))
    assert "Bothand does not plan weeks yet." in page
    assert "something I love, 1.5 hours, twice a week, evening" in page
    (wish,) = of(noa.mine, Wish)
    taking = text(noa.client.post(reverse("mytime_take"), {"handed_text": "The choir", "wish": wish.hex}))
    assert 'value="18:00"' in taking
    assert 'value="19:30"' in taking
    assert 'value="The choir"' in taking
    assert of(noa.mine, Block) == []


def test_time_for_two_is_said_and_not_announced_alone(noa, clock):
    keep(noa, sort="together", times="7", part="")
    page = text(noa.client.get(reverse("mytime_wishes")))
    assert "time for us two, 1.5 hours, every day" in page
    assert "Take time for it" not in page
    assert "Set it aside as something to talk about" in page


@pytest.mark.parametrize("hours", ["", "0", "0:04", "24.1", "some"])
def test_a_length_that_fits_no_day_comes_back_with_the_words(noa, clock, hours):
    answer = keep(noa, hours=hours)
    assert answer.status_code == 422
    assert "The choir" in text(answer)
    assert of(noa.mine, Wish) == []


def test_it_is_changed_in_two_windows_and_taken_away(noa, clock):
    keep(noa)
    (wish,) = of(noa.mine, Wish)
    where = reverse("mytime_wish", args=[wish.hex])
    assert noa.client.post(where, TYPED | {"revision": "1", "times": "3"}).status_code == 302
    both = noa.client.post(where, TYPED | {"revision": "1", "times": "4"})
    assert both.status_code == 409
    assert "three times a week" in text(both)
    assert "four times a week" in text(both)
    gone = reverse("mytime_wish_delete", args=[wish.hex])
    assert "Delete this wish?" in text(noa.client.get(gone))
    assert noa.client.post(gone, {"revision": "2"}).status_code == 302
    assert of(noa.mine, Wish) == []


def test_the_other_sees_nothing_of_it(couple, clock):
    noa, sam = couple
    keep(noa, words="Away from everything", of="zz")
    for name in ("mytime_own", "mytime_wishes", "today", "boundaries_asked"):
        assert "Away from everything" not in text(sam.client.get(reverse(name)))
