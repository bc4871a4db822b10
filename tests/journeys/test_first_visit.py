"""A new person's first visit and first return, in a real browser, on a real server with the real key derivation."""

import io
import secrets
import zipfile

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import DESK, PHONE, Hand, chromium, opened, skip_introduction, start_anew
from tests.serving import serving
from tests.traces import Traces, files

pytestmark = pytest.mark.browser

LIMIT = 300
PIN = "318204"
ANSWER = "I would see somebody curious, wearing vexillogram green."
CHANGED = "I would see somebody calm, keeping a quindolphin lamp lit."
WINDOWS = {
    f"{size} {'with' if script else 'without'} script": {
        "viewport": PHONE if size == "phone" else DESK,
        "java_script_enabled": script,
    }
    for size in ("phone", "desk")
    for script in (True, False)
}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("house") / "data", "--open") as house:
        yield house


@pytest.fixture(scope="module")
def browser():
    with chromium() as one:
        yield one


@pytest.fixture(params=WINDOWS)
def hand(request, browser, served):
    with opened(browser, served.url, **WINDOWS[request.param]) as window:
        yield Hand(window.new_page())


@pytest.fixture
def name():
    """A name nobody has in the house yet."""
    return "wren" + secrets.token_hex(5)


def begin(hand, name):
    """From the first page to *Today*; the password that was offered."""
    start_anew(hand)
    hand.answer("What would you like to be called?", name)
    password = hand.page.locator(".phrase").inner_text()
    hand.questions += 1  # which password
    hand.press("Create my account")
    hand.sees("Your recovery code")
    hand.questions += 1  # to read and write down
    hand.press("I’ve saved it")
    hand.answer("Six digits", PIN, secret=True)
    hand.press("Save the PIN")
    skip_introduction(hand)
    hand.sees(f", {name}.")
    hand.typed[password] = "the offered password"
    return password


def tap_today(hand):
    hand.choose("How do you feel about yourself?", "steady")
    hand.choose("How was it with the people near you?", "warm")
    hand.press("Save")
    expect(hand.page.get_by_text("Today is saved.")).to_be_visible()


def answer_the_guiding_question(hand):
    hand.follow("Today")
    hand.unfold("A question to begin with")
    hand.follow("Begin, six minutes")
    hand.sees("How do I see myself when nobody is looking?")
    hand.answer("Your words", ANSWER)
    hand.press("Save")
    expect(hand.page.get_by_text(ANSWER).first).to_be_visible()


def come_back(hand, name, password):
    hand.page.goto("/you/")
    hand.press("Sign out")
    hand.page.goto("/in/")
    hand.answer("Name", name)
    hand.answer("Password", password)
    hand.press("Sign in")
    hand.sees(f", {name}.")


def read_find_mark_change(hand):
    hand.page.goto("/journal/find/")
    hand.answer("A word, or a few in a row", "vexillogram")
    hand.press("Find")
    hand.sees("Found")
    hand.tap(hand.page.locator("ul.list a").first)
    expect(hand.page.get_by_text(ANSWER)).to_be_visible()
    hand.press("Mark")
    expect(hand.page.get_by_role("button", name="Unmark")).to_be_visible()
    hand.follow("Edit")
    hand.answer("Your words", CHANGED)
    hand.press("Save")
    expect(hand.page.get_by_text(CHANGED)).to_be_visible()
    hand.page.goto("/journal/kept/")
    expect(hand.page.get_by_text("quindolphin")).to_be_visible()


def lock_and_open(hand):
    hand.page.goto("/journal/")
    hand.press("Lock now")
    hand.page.goto("/journal/")
    hand.sees("Locked for now.")
    assert "quindolphin" not in hand.page.content()
    hand.answer("Your PIN", PIN, secret=True)
    hand.press("Open")
    expect(hand.page.get_by_text("quindolphin")).to_be_visible()


def take_a_copy(hand, password):
    hand.page.goto("/you/copy/")
    hand.answer("Your password", password)
    with hand.page.expect_download() as coming:
        hand.press("Make the file")
    with zipfile.ZipFile(io.BytesIO(coming.value.path().read_bytes())) as copy:
        assert copy.testzip() is None
        assert any(CHANGED.encode() in copy.read(name) for name in copy.namelist())


def delete_the_page(hand):
    hand.page.goto("/journal/kept/")
    hand.tap(hand.page.locator("ul.list a").first)
    hand.follow("Delete")
    hand.tap(hand.page.locator("main form button"))
    hand.page.goto("/journal/")
    hand.sees("Nothing written yet")


def delete_the_account(hand, name, password):
    hand.page.goto("/you/close/")
    hand.answer("Your password", password)
    hand.press("Delete everything")
    hand.page.wait_for_load_state()
    hand.page.goto("/in/")
    hand.answer("Name", name)
    hand.answer("Password", password)
    hand.press("Sign in")
    expect(hand.page.locator(".wrong").first).to_be_visible()


def found_on_disk(served, typed):
    traces = Traces(dict(typed))
    return [(path, found) for path, content in files(served.data) if (found := traces.inside(content))]


def test_it_takes_less_than_five_minutes_to_the_first_pulse_and_answer(hand, name):
    begin(hand, name)
    tap_today(hand)
    answer_the_guiding_question(hand)
    assert hand.seconds < LIMIT


def test_it_gives_back_what_was_written_until_it_is_deleted(hand, served, name):
    password = begin(hand, name)
    tap_today(hand)
    answer_the_guiding_question(hand)
    come_back(hand, name, password)
    # A new session has no PIN of its own yet.
    hand.page.goto("/you/digits/")
    hand.answer("Six digits", PIN, secret=True)
    hand.answer("Your password", password, secret=True)
    hand.press("Save the PIN")
    read_find_mark_change(hand)
    lock_and_open(hand)
    take_a_copy(hand, password)
    assert found_on_disk(served, hand.typed) == []
    delete_the_page(hand)
    delete_the_account(hand, name, password)
    assert found_on_disk(served, hand.typed) == []


def tab_to(page, wanted):
    """Press Tab until the wanted control has the focus. Fails after a round of the page."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"no way by Tab to {wanted}")


def by_key(page, name):
    tab_to(page, page.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")


def test_it_can_all_be_done_by_keyboard(browser, served):
    with opened(browser, served.url, viewport=DESK) as window:
        page = window.new_page()
        page.goto("/start/")
        tab_to(page, page.get_by_label("What would you like to be called?"))
        page.keyboard.type("keywarbler")
        by_key(page, "Create my account")
        page.get_by_role("heading", name="Your recovery code").wait_for()
        by_key(page, "I’ve saved it")
        page.get_by_role("heading", name="A quicker way back in?").wait_for()
        tab_to(page, page.get_by_label("Six digits"))
        page.keyboard.type(PIN)
        by_key(page, "Save the PIN")
        page.get_by_role("heading", name="Some things are yours alone.").wait_for()
        tab_to(page, page.get_by_role("link", name="Skip the introduction"))
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=", keywarbler.").wait_for()
        tab_to(page, page.locator("#id_self_feeling_0"))
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        expect(page.locator("#id_self_feeling_1")).to_be_checked()
        by_key(page, "Save")
        page.get_by_text("Today is saved.").wait_for()
