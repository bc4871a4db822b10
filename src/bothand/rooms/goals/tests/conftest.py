"""Goals as somebody would write them."""

import html
import re

import pytest

from bothand.vault.randomness import new_id


def text(answer) -> str:
    return html.unescape(re.sub(r"\s+", " ", answer.content.decode()))


def hidden(answer) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode())
    return {name: html.unescape(value) for name, value in found}


@pytest.fixture
def goal(clock):
    """Keep a goal through its form; gives its address."""

    def make(person, called="Sing again", why="", **support):
        answer = person.client.post("/goals/new/", {"id": new_id().hex(), "text": called, "why": why})
        assert answer.status_code == 302, answer.content.decode()
        if support:
            sent = person.client.post(f"{answer.url}support/", support)
            assert sent.status_code == 302, sent.content.decode()
        return answer.url

    return make


@pytest.fixture
def share():
    """Share a goal of mine after looking at it; gives the address under which the other finds it."""

    def make(person, where, **choice):
        looked = person.client.get(f"{where}copy/")
        if choice:
            looked = person.client.post(f"{where}copy/", {"do": "look"} | choice)
        assert "Exactly this" in text(looked)
        trace = re.search(r'name="trace" value="(\w+)"', looked.content.decode())[1]
        answer = person.client.post(f"{where}copy/", {"do": "share", "trace": trace} | choice)
        assert answer.status_code == 302, answer.content.decode()
        return re.findall(
            r'href="(/goals/with/\w+/)"', person.partner.client.get("/goals/").content.decode()
        )[-1]

    return make


@pytest.fixture
def offer():
    """Offer support with a goal of theirs."""

    def make(person, where, support="listen", words=""):
        return person.client.post(where, {"support": support, "words": words, "id": new_id().hex()})

    return make
