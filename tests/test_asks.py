"""One tap for *no*: whatever a room says is asked can be answered with no, in one press, and that can be taken back."""

import html
import re

import pytest
from django.urls import reverse
from tests import harness
from tests.people import Person

from bothand.accounts import wall_clock
from bothand.kit import registry
from bothand.kit.asks import Ask, Asking, find_noes
from bothand.vault.records import Shelf

ASKING = [room.name for room in registry.all_rooms() if room.asks]


def asked_of(who: Person, name: str) -> dict[bytes, Ask]:
    """What one room says is asked of somebody, answered with no or not."""
    room = next(one for one in registry.all_rooms() if one.name == name)
    looked = Asking(
        lot=who.ours.query(shelf=Shelf.STANDS),
        by=who.partner.opened.id,
        of=who.opened.id,
        ours=who.ours,
        mine=who.mine,
        today=wall_clock.today_in("Europe/Vienna"),
    )
    return {one.id: one for one in room.asks(looked)}


def shown(who: Person) -> str:
    answer = who.client.get(reverse("boundaries_asked"))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def own_no(page: str, label: str) -> tuple[str, dict[str, str]]:
    """The form of a page that has a button called so: where it goes, and what pressing it sends."""
    for action, inside in re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', page, re.DOTALL):
        button = re.search(rf"<button([^>]*)>\s*{re.escape(label)}", inside)
        if button:
            hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', inside)
            named = re.findall(r'name="([^"]+)" value="([^"]*)"', button[1])
            return action, dict([*hidden, *named])
    raise AssertionError(f"no button {label!r}")


@pytest.fixture
def asked(couple, request, clock):
    """Two, after everything that a room's cases build was built: what it asks of the first."""
    one, other = couple
    staged = {
        case.prepare for case in harness.page_cases() if case.paired and case.url.startswith(request.param)
    }
    for who in (one, other):
        for prepare in sorted(filter(None, staged), key=lambda each: each.__name__):
            prepare(harness.stage(who))
    found = asked_of(one, request.param)
    assert found, "a room that asks has a case in which something is asked"
    return one, other, found, request.param


@pytest.mark.parametrize("asked", ASKING, indirect=True)
def test_everything_asked_takes_one_press_to_answer_with_no(asked):
    one, other, found, room = asked
    page = shown(one)
    for ask in found.values():
        assert one.client.get(ask.path).status_code == 200
        if ask.there:
            action, data = own_no(html.unescape(one.client.get(ask.path).content.decode()), str(ask.there))
            assert one.client.post(action, data).status_code == 302
            assert len(asked_of(one, room)) < len(found)
            continue
        path = reverse("boundaries_no", args=[ask.id.hex()])
        if ask.id not in find_noes(one.ours.query(shelf=Shelf.STANDS), one.opened.id):
            assert path in page
            assert one.client.post(path, {"on": "1", "from": "asked"}).url == reverse("boundaries_asked")
        assert "You said: I can't" in html.unescape(one.client.get(ask.path).content.decode())
        assert ask.id in find_noes(other.ours.query(shelf=Shelf.STANDS), one.opened.id)
    left = [ask for ask in asked_of(one, room).values() if ask.there]
    assert left == [] or room == "talks"
    for ask in found.values():
        if not ask.there:
            one.client.post(reverse("boundaries_no", args=[ask.id.hex()]), {})
    assert find_noes(other.ours.query(shelf=Shelf.STANDS), one.opened.id) == {}


@pytest.mark.parametrize("asked", ASKING, indirect=True)
def test_what_is_asked_of_one_is_on_no_page_of_who_asks(asked):
    _one, other, found, room = asked
    assert not found.keys() & asked_of(other, room).keys()
