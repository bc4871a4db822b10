"""A heart back for a line of thanks: one tap, seen by who thanked, and never counted."""

import html
import re

from django.urls import reverse

from bothand.rooms.pairing.records import Heart, Thanks


def text(answer) -> str:
    return html.unescape(re.sub(r"\s+", " ", answer.content.decode()))


def thanked(noa, sam) -> str:
    """Noa's line for Sam, and where a heart for it goes."""
    noa.client.post(reverse("pairing_thanks"), {"text": "For the tea", "id": "ab" * 16})
    (line,) = sam.ours.query(Thanks, months=["2026-11"]).items
    return reverse("pairing_heart", args=[line.hex])


def test_a_heart_takes_one_tap_and_who_thanked_sees_it(couple, clock):
    noa, sam = couple
    path = thanked(noa, sam)
    assert path in text(sam.client.get(reverse("pairing_thanks")))
    answer = sam.client.post(path, {"on": "1"})
    assert "You sent Noa a heart back." in text(sam.client.get(answer.url))
    assert "Sam sent you a heart for your thanks." in text(noa.client.get("/"))
    assert "Sam sent you a heart back." in text(noa.client.get(reverse("pairing_thanks")))


def test_pressed_twice_it_is_one_and_it_can_be_taken_back_and_sent_again(couple, clock):
    noa, sam = couple
    path = thanked(noa, sam)
    for on, there in (("1", 1), ("1", 1), ("", 0), ("", 0), ("1", 1)):
        assert sam.client.post(path, {"on": on}).status_code == 302
        assert len(noa.ours.query(Heart, months=["2026-11"]).items) == there


def test_nobody_sends_a_heart_to_themselves(couple, clock):
    noa, sam = couple
    assert noa.client.post(thanked(noa, sam), {"on": "1"}).status_code == 404
