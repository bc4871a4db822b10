"""*I can't*, said to what collides with time of one's own: the time stands either way."""

import re

import pytest
from django.urls import reverse

from bothand.rooms.mytime.tests.test_interests import line, of, own, said, say, take, text
from bothand.rooms.mytime.times.records import CANT, COLLIDES, TAKES, Line

__all__ = ["said"]


def asked(who) -> str:
    return text(who.client.get(reverse("boundaries_asked")))


def bare(who) -> str:
    return re.sub(r'value="[^"]*"', "", own(who))


def cannot(who, there, *, on="1"):
    return who.client.post(reverse("mytime_cannot", args=[there.hex]), {"on": on})


@pytest.fixture
def collides(couple, said):
    """Sam says what Noa's evening collides with."""
    _noa, sam = couple
    line(sam, said, COLLIDES, "My mother comes at seven.")
    (there,) = of(sam.ours, Line)
    return there


def test_a_time_asks_nothing_and_what_it_collides_with_can_be_declined(couple, said):
    noa, sam = couple
    assert "Nothing is asked of you here." in asked(sam)
    line(sam, said, TAKES, "I cook.")
    assert "Nothing is asked of you here." in asked(noa)
    line(sam, said, COLLIDES, "My mother comes at seven.")
    assert "My mother comes at seven." in asked(noa)
    assert "I can't move it" in asked(noa)
    assert "My mother" not in asked(sam)


def test_the_other_sees_it_and_that_the_time_stands(couple, said, collides):
    noa, sam = couple
    before = bare(sam)
    assert "can't" not in before
    assert cannot(noa, collides).status_code == 302
    assert "You said: I can't. Your time stays as it is." in own(noa)
    assert "Noa can't move it. The time stays as it is." in own(sam)
    path = reverse("mytime_line", args=[said.hex])
    assert "You could plan around it" in text(sam.client.get(path))
    assert "Nothing is asked of you here." in asked(noa)
    cannot(noa, collides)
    assert len(of(noa.ours, Line)) == 2
    cannot(noa, collides, on="0")
    assert bare(sam) == before
    assert "I can't move it" in own(noa)


def test_words_of_that_line_may_change_and_the_no_holds(couple, said, collides):
    noa, sam = couple
    cannot(noa, collides)
    line(sam, said, COLLIDES, "She comes at eight.")
    assert "Noa can't move it" in own(sam)
    assert "Nothing is asked of you here." in asked(noa)


def test_nobody_says_it_in_the_other_s_place_or_to_anything_else(couple, said, collides):
    noa, sam = couple
    assert cannot(sam, collides).status_code == 404
    sam.ours.add(Line(day=said.record.day, about=collides.id, sort=CANT, words=""))
    assert "You said: I can't" not in own(noa)
    assert "can't move it. The time" not in own(sam)
    line(sam, said, TAKES, "I cook.")
    (takes,) = [one for one in of(sam.ours, Line) if one.record.sort == TAKES]
    assert cannot(noa, takes).status_code == 404


def test_what_was_put_away_is_asked_no_more_and_the_other_is_not_told(couple, said, collides):
    noa, sam = couple
    before = bare(sam)
    noa.client.post(reverse("mytime_away", args=[collides.hex]))
    assert "Nothing is asked of you here." in asked(noa)
    assert bare(sam) == before


def test_a_time_of_every_week_that_began_long_ago_has_its_lines_asked_too(couple, clock):
    noa, sam = couple
    taken = take(noa, often="every", day="2026-09-03")
    say(noa, taken)
    (copy,) = of(noa.ours, type(taken.record))
    line(sam, copy, COLLIDES, "The course is on Thursdays.")
    assert "The course is on Thursdays." in asked(noa)
