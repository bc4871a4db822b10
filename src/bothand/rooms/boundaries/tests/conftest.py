"""Writing, showing and answering as somebody would, through the forms."""

import html
import re
from dataclasses import dataclass
from datetime import date

import pytest
from django.urls import reverse

from bothand.domain.boundaries import Boundary, SharedBoundary
from bothand.vault.randomness import new_id

TODAY = date(2026, 11, 24)
PATIENCE = "my patience"
WORDS = {
    "when": "I come home from work,",
    "will": "take half an hour alone.",
    "firmness": "line",
    "area": "time",
    "wish": "Please keep your news until then.",
}


def hidden(answer):
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode())
    data = {}
    for name, value in found:
        data.setdefault(name, []).append(html.unescape(value))
    return data


def shared(who, kind=SharedBoundary):
    return [one for one in who.ours.query().items if isinstance(one.record, kind)]


@dataclass
class Doing:
    """What somebody does in this room."""

    def write(self, who, **words):
        """Keep a new boundary; its id in hex."""
        answer = who.client.post(reverse("boundaries_new"), {"id": new_id().hex(), **WORDS, **words})
        assert answer.status_code == 302, answer.content.decode()
        return answer.url.strip("/").rsplit("/", 1)[-1]

    def revision(self, who, own):
        return who.mine.get(Boundary, bytes.fromhex(own)).revision

    def show(self, who, own):
        """Show it; the copy's id in hex."""
        before = {one.id for one in who.ours.query(SharedBoundary).items}
        path = reverse("boundaries_share", args=[own])
        answer = who.client.post(path, {"revision": self.revision(who, own)})
        assert answer.status_code == 302, answer.content.decode()
        mine = [one for one in who.ours.query(SharedBoundary).items if one.author == who.opened.id]
        fresh = [one for one in mine if one.id not in before]
        return max(fresh or mine, key=lambda one: (one.changed, one.revision)).hex

    def change(self, who, own, **words):
        data = {"revision": self.revision(who, own), "id": new_id().hex(), **WORDS, **words}
        answer = who.client.post(reverse("boundaries_edit", args=[own]), data)
        assert answer.status_code == 302, answer.content.decode()

    def mark(self, who, own, how="crossed", words=""):
        data = {"id": new_id().hex(), "how": how, "words": words}
        return who.client.post(reverse("boundaries_note_add", args=[own]), data)

    def answer(self, who, copy, revision=0, **words):
        return who.client.post(reverse("boundaries_answer", args=[copy]), {"revision": revision, **words})

    def no(self, who, copy, on="1"):
        return who.client.post(reverse("boundaries_no", args=[copy]), {"on": on})

    def page(self, who, name, *args):
        """A page's text, tags and all, with spaces as one."""
        answer = who.client.get(reverse(name, args=args))
        assert answer.status_code == 200, answer.status_code
        return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def do(clock):
    return Doing()


@pytest.fixture
def shown(couple, do):
    """Noa shows Sam a boundary: both people, its id in *mine*, its copy's id."""
    noa, sam = couple
    own = do.write(noa, protects=PATIENCE)
    return noa, sam, own, do.show(noa, own)
