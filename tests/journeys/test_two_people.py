"""Two people in two browsers on a real server: pair, share, reveal, thank, part quietly, and pair anew."""

import re
import secrets

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import PHONE, Hand, chromium, opened, skip_introduction, start_anew
from tests.serving import serving
from tests.traces import Traces, files

pytestmark = pytest.mark.browser

PIN = "318204"
WORDS = "The choir again, wearing brumolith blue."
THANKS = "For the choir, and the brumolith scarf"
TOO_LATE = "Written after, in quarnish ink."


@pytest.fixture(scope="module")
def browser():
    with chromium() as one:
        yield one


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def house(request, browser, tmp_path):
    """A server whose door is closed after the first account, and two phones."""
    with serving(tmp_path / "data") as served:
        size = {"viewport": PHONE, "java_script_enabled": request.param}
        with opened(browser, served.url, **size) as first, opened(browser, served.url, **size) as second:
            yield served, Hand(first.new_page()), Hand(second.new_page())


def begin(hand, name):
    """Sign up from where the page stands; the password that was offered."""
    hand.answer("What would you like to be called?", name)
    password = hand.page.locator(".phrase").inner_text()
    hand.press("Create my account")
    hand.press("I’ve saved it")
    hand.answer("Six digits", PIN, secret=True)
    hand.press("Save the PIN")
    hand.typed[password] = "the offered password"
    return password


def link_of(hand):
    hand.page.goto("/ours/")
    hand.follow("Make a link")
    hand.press("Make a link")
    hand.sees("Your link is ready")
    assert hand.page.locator("svg.qr").is_visible()
    return hand.page.get_by_label("Send this link to them only").input_value()


def keep_a_pulse(hand, other, level):
    hand.page.goto("/")
    hand.choose("How do you feel about yourself?", level)
    hand.choose(f"How was it between you and {other}?", "warm")
    hand.page.get_by_role("button", name="Save", exact=True).first.click()
    expect(hand.page.get_by_text("Today is saved.")).to_be_visible()


def pairs(noa, sam, names):
    """Sam has no account, and the door is closed: the link opens it, once. Sam's password."""
    link = link_of(noa)
    sam.page.goto("/start/")
    expect(sam.page.get_by_label("What would you like to be called?", exact=True)).to_have_count(0)
    sam.page.goto(link)
    sam.sees(f"{names[0]} has invited you.")
    assert link.rsplit("/", 2)[1] not in sam.page.url
    sam.follow("Accept the invitation")
    found = begin(sam, names[1])
    skip_introduction(sam)
    sam.sees(f"{names[0]} has invited you.")
    sam.press("Accept the invitation")
    sam.sees(f"What you and {names[0]} share")
    noa.page.goto("/ours/")
    noa.sees(f"What you and {names[1]} share")
    return found


def shares(noa, sam, names):
    """Noa writes for herself, looks at what Sam would see, and shares it."""
    noa.page.goto("/journal/new/")
    noa.answer("Your words", WORDS)
    noa.press("Save")
    noa.page.goto("/journal/")
    noa.tap(noa.page.locator("main ul.list a").first)
    noa.follow("Share a copy")
    noa.sees(f"This is all that {names[1]} would see")
    expect(noa.page.get_by_text(WORDS)).to_be_visible()
    expect(noa.page.get_by_text(f"You and {names[1]}", exact=True).first).to_be_visible()
    sam.page.goto("/ours/")
    sam.follow("Shared pages")
    sam.sees("No page is shared yet")
    noa.press("Share a copy")
    sam.page.reload()
    sam.tap(sam.page.locator("main ul.list a").first)
    expect(sam.page.get_by_text(WORDS)).to_be_visible()


def reveal(noa, sam, names):
    """Both show each other their days at once."""
    keep_a_pulse(noa, names[1], "shaky")
    keep_a_pulse(sam, names[0], "whole")
    for one in (noa, sam):
        one.page.goto("/ours/pages/")
        one.follow("Reveal together")
        one.follow("How our last four weeks were")
    noa.press("Select all")
    noa.press("Reveal together")
    noa.sees("Your part is ready")
    sam.page.reload()
    assert "shaky" not in sam.page.content()
    assert "Your part is ready" not in sam.page.content()
    sam.press("Select all")
    sam.press("Reveal together")
    sam.sees("Revealed on")
    expect(sam.page.get_by_role("cell", name="oneself shaky").first).to_be_visible()
    noa.page.reload()
    noa.sees("Revealed on")
    expect(noa.page.get_by_role("cell", name="oneself whole").first).to_be_visible()


def thanks(noa, sam, names):
    """From the first page of the one to that of the other."""
    sam.page.goto("/")
    sam.unfold("Thank ")
    sam.answer("What for?", THANKS)
    sam.press("Send thanks")
    noa.page.goto("/")
    expect(noa.page.get_by_text(f"{names[1]} thanked you").first).to_be_visible()


def parts_quietly(noa, sam, password):
    """Noa leaves. Sam's pages stay as they are, and Sam goes on writing."""
    sam.page.goto("/ours/lines/")
    before = bare(sam.page)
    noa.page.goto("/ours/close/")
    noa.answer("Your password", password, secret=True)
    noa.press("Leave")
    noa.sees("What you shared is still yours to read.")
    noa.unfold("Thanks")
    expect(noa.page.get_by_text(THANKS)).to_be_visible()
    sam.page.goto("/ours/lines/")
    assert bare(sam.page) == before
    sam.answer("What for?", TOO_LATE)
    sam.press("Send thanks")
    expect(sam.page.get_by_text(TOO_LATE)).to_be_visible()
    noa.page.goto("/ours/before/")
    assert "quarnish" not in noa.page.content()


def pair_anew(noa, sam, names, password):
    """Sam finds out by themselves, leaves too, and they begin once more, the other way round."""
    sam.page.goto("/ours/close/")
    sam.answer("Your password", password, secret=True)
    sam.press("Leave")
    sam.sees("What you shared is still yours to read.")
    noa.page.goto(link_of(sam))
    noa.press("Accept the invitation")
    noa.sees(f"What you and {names[1]} share")
    sam.page.goto("/ours/")
    sam.sees(f"What you and {names[0]} share")
    noa.page.goto("/ours/lines/")
    assert "quarnish" not in noa.page.content()


def test_two_pair_share_reveal_thank_part_and_pair_anew(house):
    served, noa, sam = house
    names = [f"Noa{secrets.token_hex(3)}", f"Sam{secrets.token_hex(3)}"]
    start_anew(noa)
    passwords = [begin(noa, names[0])]
    passwords.append(pairs(noa, sam, names))
    shares(noa, sam, names)
    reveal(noa, sam, names)
    thanks(noa, sam, names)
    parts_quietly(noa, sam, passwords[0])
    pair_anew(noa, sam, names, passwords[1])

    typed = {**noa.typed, **sam.typed}
    traces = Traces({words: label for words, label in typed.items() if len(words) > 9})
    found = {path: traces.inside(content) for path, content in files(served.data)}
    assert {path: what for path, what in found.items() if what} == {}


def bare(page):
    """A page without what is drawn anew each time."""
    return re.sub(r'value="[0-9A-Za-z]{32,}"', "", page.content())
