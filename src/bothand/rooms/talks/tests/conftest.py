"""What the tests of *talks* share: two who talk, and what they do."""

import re
from dataclasses import dataclass

import pytest
from django.urls import reverse

from bothand.accounts.access import Pair
from bothand.accounts.partner import Partner
from bothand.rooms.talks.conversation import store


@dataclass
class Talker:
    """One of two, at a device of theirs."""

    who: object

    @property
    def pair(self) -> Pair:
        other = self.who.partner
        return Pair(
            self.who.ours,
            self.who.opened.id,
            Partner(account=other.opened.id, name=other.login.title(), hue="clay"),
        )

    def get(self, name, *args, data=None, **more):
        return self.who.client.get(reverse(name, args=args), data, **more)

    def post(self, name, *args, **data):
        return self.who.client.post(reverse(name, args=args), data)

    def page(self, name, *args, **more) -> str:
        return self.get(name, *args, **more).content.decode()

    def again(self) -> "Talker":
        """The same, on a device that was unlocked just now."""
        return Talker(self.who.another_device())

    def heap(self, talk):
        return store.read_transcript(self.pair.ours, self.pair.me, bytes.fromhex(talk))

    def act(self, talk, act, text="", **more):
        """Press a button of a talk as its page stands now."""
        page = self.page("talks_talk", talk)
        hidden = dict(re.findall(r'name="(about|number)" value="([^"]*)"', page))
        return self.post("talks_talk", talk, act=f"{act}:0", text=text, back="30", **hidden, **more)

    def begins(self, **more) -> str:
        data = {
            "text": "Phones in the evening", "way": "turns", "devices": "two", "first": "mine", "minutes": "0",
        } | more  # fmt: skip
        answer = self.post("talks_begin", **data)
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"].split("/")[-2]


@pytest.fixture
def both(couple, clock) -> tuple[Talker, Talker]:
    """Noa and Sam."""
    noa, sam = couple
    return Talker(noa), Talker(sam)


@pytest.fixture
def alone(noa, clock) -> Talker:
    """Noa, alone."""
    return Talker(noa)
