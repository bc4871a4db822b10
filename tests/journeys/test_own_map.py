"""From the first page to a map of one's own, in a real browser, on a real server with the real key derivation."""

import re
import secrets

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import PHONE, Hand, chromium, opened
from tests.serving import serving

pytestmark = pytest.mark.browser

LIMIT = 300
PIN = "318204"
QUESTIONS = 24 + 10


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("house") / "data", "--open") as house:
        yield house


@pytest.fixture(scope="module")
def browser():
    with chromium() as one:
        yield one


@pytest.fixture(params=["with script", "without script"])
def hand(request, browser, served):
    with opened(
        browser, served.url, viewport=PHONE, java_script_enabled=request.param == "with script"
    ) as window:
        yield Hand(window.new_page())


def begin(hand):
    """From the first page to *Today*."""
    hand.page.goto("/")
    hand.follow("Start, alone or with someone")
    hand.answer("What are you called here?", "wren" + secrets.token_hex(5))
    hand.questions += 1  # which password
    hand.press("Make it mine")
    hand.sees("Your recovery code")
    hand.questions += 1  # to read and write down
    hand.press("I have saved it")
    hand.answer("Six digits", PIN, secret=True)
    hand.press("Keep these digits")
    hand.sees("Where are you just now?")


def answer_the_page(hand, offset):
    """One of the five answers to each question of a page; how many there were."""
    groups = hand.page.locator("main form fieldset")
    count = groups.count()
    for number in range(count):
        hand.tap(groups.nth(number).locator("label").nth((number + offset) % 5))
        hand.questions += 1
    return count


def test_it_takes_less_than_five_minutes_from_the_first_page_to_the_own_map(hand):
    begin(hand)
    hand.press("To my map")
    answered = 0
    for number in range(3):
        expect(hand.page.get_by_text(f"Page {number + 1} of 4")).to_be_visible()
        answered += answer_the_page(hand, number)
        hand.press("Next")
    hand.sees("How much of this would you like?")
    answered += answer_the_page(hand, 3)
    hand.press("Save")
    expect(hand.page).to_have_url(re.compile("/checkin/map/"))
    expect(hand.page.get_by_role("img", name="Map of togetherness and selfhood")).to_be_visible()
    hand.sees("Here is your first dot.")
    hand.page.get_by_text("How sure is this?").click()
    expect(hand.page.get_by_role("row", name="Now")).to_be_visible()
    assert answered == QUESTIONS
    assert hand.seconds < LIMIT, hand.seconds


def test_the_map_can_be_left_and_gone_on_with_on_any_page(hand):
    begin(hand)
    hand.press("To my map")
    answer_the_page(hand, 1)
    hand.press("Next")
    hand.page.goto("/")
    hand.follow("Go on with it")
    hand.follow("Go on")
    expect(hand.page.get_by_text("Page 2 of 4")).to_be_visible()
    hand.page.go_back()
    hand.page.goto("/checkin/questions/")
    hand.follow("Go on")
    hand.press("Keep it and end here")
    hand.page.get_by_text("How sure is this?").click()
    expect(hand.page.get_by_text("with 8 answers of the last year.")).to_be_visible()


def test_what_did_not_come_up_can_be_said_with_the_keyboard_alone(hand):
    begin(hand)
    hand.press("To my map")
    hand.press("Next")
    hand.press("Next")
    asked = hand.page.get_by_role("group", name="The time I had to myself did me good.")
    answers = asked.get_by_role("radio")
    expect(answers).to_have_count(6)
    answers.first.focus()
    for _ in range(5):
        hand.page.keyboard.press("ArrowDown")
    expect(asked.get_by_label("It did not come up")).to_be_checked()
    hand.press("Keep it and end here")
    hand.page.goto("/checkin/past/")
    expect(hand.page.get_by_text("0 answers, 1 that did not come up")).to_be_visible()
