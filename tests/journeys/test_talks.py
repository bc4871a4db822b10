"""Two people hold a talk on two phones: one with scripts, which learns of news by itself, and one without."""

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import PHONE, chromium, come_in, opened

from bothand.rooms.talks.conversation.records import Close, Turn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HALF = "Half a sentence that must not be lost"


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def types(page, words):
    page.locator("#id_text").fill(words)


def begins(page):
    page.goto("/talks/")
    page.get_by_role("link", name="Begin one now", exact=True).click()
    page.get_by_label("What is it about?").fill("Phones in the evening")
    press(page, "Begin")
    page.get_by_role("heading", name="You speak. One thing at a time.").wait_for()
    return page.url


def first_turn(noa, sam):
    """Noa speaks. Sam, without scripts, looks for it by a button and keeps what was typed."""
    types(sam, HALF)
    types(noa, "I miss our suppers.")
    press(noa, "Say it")
    press(sam, "Check for new words")
    expect(sam.get_by_text("I miss our suppers.")).to_be_visible()
    expect(sam.locator("#id_text")).to_have_value(HALF)
    types(sam, "You miss the suppers.")
    # Noa types while the answer arrives by itself: what stands in the field stays, and so does the caret.
    types(noa, HALF)
    noa.locator("#id_text").focus()
    press(sam, "Say it back")
    expect(noa.get_by_role("heading", name="Is that what you meant?")).to_be_visible(timeout=8000)
    expect(noa.locator("#id_text")).to_have_value(HALF)
    assert noa.evaluate("document.activeElement.id") == "id_text"
    types(noa, "")
    press(noa, "Yes, that is it")

    # While nothing happens, nothing is sent and nothing on the page changes.
    with noa.expect_response(lambda answer: answer.status == 304, timeout=8000):
        pass
    expect(noa.get_by_text("You miss the suppers.")).to_be_visible()


def second_turn(noa, sam):
    """They have swapped."""
    press(sam, "Check for new words")
    types(sam, "I come home empty.")
    press(sam, "Say it")
    expect(noa.get_by_text("I come home empty.")).to_be_visible(timeout=8000)
    types(noa, "You come home with nothing left.")
    press(noa, "Say it back")
    press(sam, "Check for new words")
    press(sam, "Yes, that is it")


def both_at_once(noa, sam):
    """Both write at once: Noa has the floor, and what Sam wrote waits."""
    expect(noa.get_by_role("heading", name="You speak. One thing at a time.")).to_be_visible(timeout=8000)
    types(noa, "Could we put them in the hall?")
    types(sam, "I also miss the music.")
    press(noa, "Say it")
    press(sam, "Save it for your turn")
    expect(sam.get_by_text("Could we put them in the hall?")).to_be_visible()
    expect(noa.get_by_text("I also miss the music.")).to_be_visible(timeout=8000)


def a_pause(noa, sam):
    """A pause, while Noa is typing."""
    types(noa, HALF)
    sam.get_by_text("A break, at any time").click()
    sam.get_by_label("We go on").select_option("60")
    press(sam, "Pause")
    expect(noa.get_by_role("heading", name="You have paused, and go on")).to_be_visible(timeout=8000)
    expect(noa.locator("#id_text")).to_have_value(HALF)
    press(sam, "Go on")
    expect(noa.get_by_role("heading", name="Sam says back what you said.")).to_be_visible(timeout=8000)
    expect(noa.locator("#id_text")).to_have_value(HALF)


def an_outcome(noa, sam):
    """An outcome, while Noa is still typing; her words can be parked."""
    press(sam, "Close the talk")
    sam.get_by_label("I understand more than before").check()
    sam.get_by_label("What I take with me").fill("Phones go to the hall.")
    press(sam, "Close it here")
    sam.get_by_role("heading", name="How was it for you?").wait_for()
    expect(noa.get_by_role("heading", name="This talk is closed.")).to_be_visible(timeout=8000)
    expect(noa.get_by_text("Phones go to the hall.")).to_be_visible()
    expect(noa.locator("#id_text")).to_have_value(HALF)
    press(noa, "Set these words aside, for yourself")
    expect(noa.get_by_text(HALF)).to_be_visible()


def test_a_talk_with_three_turns_a_pause_and_an_outcome_while_both_type(live_server, two):
    noa_one, sam_one = two
    with (
        chromium() as browser,
        opened(browser, live_server.url, viewport=PHONE) as first,
        opened(browser, live_server.url, viewport=PHONE, java_script_enabled=False) as second,
    ):
        noa = come_in(first, noa_one, live_server.url)
        sam = come_in(second, sam_one, live_server.url)
        talk = begins(noa)
        sam.goto("/talks/")
        sam.get_by_role("link", name="To the talk", exact=True).click()
        assert sam.url.split("#")[0] == talk.split("#")[0]
        first_turn(noa, sam)
        second_turn(noa, sam)
        both_at_once(noa, sam)
        a_pause(noa, sam)
        an_outcome(noa, sam)
    turns = [one.record for one in noa_one.ours.query().items if isinstance(one.record, Turn)]
    assert {one.act for one in turns} == {"say", "back", "yes", "pause", "on"}
    assert [one.record.text for one in sam_one.ours.query().items if isinstance(one.record, Close)] == [
        "Phones go to the hall."
    ]
    assert HALF not in str(turns)
