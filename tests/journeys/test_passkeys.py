"""Passkeys in a real browser, on a real server, with Chromium's own virtual authenticator."""

import secrets
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import expect
from tests.journeys.authenticators import add_passkey, begin, keep_passkeys, sign_out, type_name_and_password
from tests.journeys.walking import DESK, PHONE, Hand, chromium, opened
from tests.serving import free_port, serving

pytestmark = pytest.mark.browser

NEW = "a long password of my own"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("house") / "data", "--open") as house:
        yield house


@pytest.fixture(scope="module")
def address(served):
    """Browsers give passkeys to names, not to numbers."""
    return served.url.replace("127.0.0.1", "localhost")


@pytest.fixture(scope="module")
def browser():
    with chromium() as one:
        yield one


@pytest.fixture
def hand(browser, address):
    with opened(browser, address, viewport=PHONE) as window:
        yield Hand(window.new_page())


@pytest.fixture
def name():
    return "wren" + secrets.token_hex(5)


def test_it_signs_in_opens_mine_and_confirms(hand, name):
    keep_passkeys(hand.page, prf=True)
    password = begin(hand, name)
    add_passkey(hand, password)
    expect(hand.page.get_by_text("Your passkey is ready")).to_be_visible()
    expect(hand.page.get_by_text("Opens your own pages, since")).to_be_visible()
    sign_out(hand)
    hand.press("Sign in with a passkey")
    hand.sees(f", {name}.")
    hand.press("Lock now")
    hand.page.goto("/journal/")
    hand.sees("Locked for now.")
    hand.press("Open with a passkey")
    expect(hand.page.get_by_role("button", name="Lock now")).to_be_visible()
    hand.page.goto("/you/")
    hand.page.get_by_label("when I lock it").check(force=True)
    hand.press("Save with a passkey instead")
    expect(hand.page.get_by_text("Saved.", exact=True)).to_be_visible()
    expect(hand.page.get_by_label("when I lock it")).to_be_checked()


def test_a_page_that_locked_with_words_in_it_opens_by_it(hand, name):
    keep_passkeys(hand.page, prf=True)
    password = begin(hand, name)
    add_passkey(hand, password)
    hand.page.goto("/journal/new/")
    hand.answer("Your words", "Typed before it locked.")
    other = hand.page.context.new_page()
    other.goto("/journal/")
    other.get_by_role("button", name="Lock now").click()
    hand.sees("Locked for now.")
    hand.press("Open with a passkey")
    expect(hand.page.get_by_label("Your words", exact=True)).to_have_value("Typed before it locked.")
    hand.press("Save")
    expect(hand.page.get_by_text("Typed before it locked.").first).to_be_visible()


def test_without_prf_it_is_a_second_step_and_that_is_said(hand, name):
    keep_passkeys(hand.page, prf=False)
    password = begin(hand, name)
    add_passkey(hand, password)
    expect(hand.page.get_by_text("is a second step only")).to_be_visible()
    sign_out(hand)
    hand.press("Sign in with a passkey")
    expect(hand.page.get_by_text("That passkey opens nothing here")).to_be_visible()
    type_name_and_password(hand, name, password)
    hand.sees("One more step")
    hand.press("Use a passkey")
    hand.sees(f", {name}.")


def test_cancelled_nothing_happens_and_the_password_does(hand, name):
    keeper = keep_passkeys(hand.page, prf=True)
    password = begin(hand, name)
    keeper.knows_its_owner(yes=False)
    hand.page.goto("/you/touch/new/")
    hand.answer("What would you like to call it?", "My phone")
    hand.answer("Your password", password)
    hand.press("Go on")
    hand.press("Make the passkey")
    expect(hand.page.get_by_text("No passkey was saved here.")).to_be_visible()
    # One that saw a stranger too often takes nobody's finger for a while: here it is another device that says yes.
    keeper.take_away()
    keeper = keep_passkeys(hand.page, prf=True)
    hand.press("Make the passkey")
    hand.page.get_by_text("My phone").wait_for()
    sign_out(hand)
    keeper.knows_its_owner(yes=False)
    hand.press("Sign in with a passkey")
    expect(hand.page.get_by_text("No passkey was used.")).to_be_visible()
    type_name_and_password(hand, name, password)
    hand.sees(f", {name}.")


def test_a_copy_that_counts_less_is_refused_and_told(hand, name):
    keeper = keep_passkeys(hand.page, prf=False)
    password = begin(hand, name)
    add_passkey(hand, password)
    sign_out(hand)
    type_name_and_password(hand, name, password)
    hand.press("Use a passkey")
    hand.sees(f", {name}.")
    keeper.turn_back(0)
    sign_out(hand)
    type_name_and_password(hand, name, password)
    hand.press("Use a passkey")
    expect(hand.page.get_by_text("there may be two of it")).to_be_visible()


def test_after_somebody_knew_it_no_passkey_opens(hand, name):
    keeper = keep_passkeys(hand.page, prf=True)
    password = begin(hand, name)
    add_passkey(hand, password)
    hand.page.goto("/you/words/")
    hand.answer("Your password now", password)
    hand.page.get_by_label("Somebody knows it, or may know it").check(force=True)
    hand.page.get_by_label("Choose my own").check(force=True)
    hand.answer("Your own password", NEW)
    hand.answer("Type it again", NEW)
    hand.tap(hand.page.locator("main form button").first)
    hand.sees("Your recovery code")
    assert keeper.credentials, "the device still has its own"
    sign_out(hand)
    hand.press("Sign in with a passkey")
    expect(hand.page.get_by_text("That passkey opens nothing here")).to_be_visible()
    type_name_and_password(hand, name, NEW)
    hand.sees(f", {name}.")


class Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title>")

    def log_message(self, *_args):
        pass


@contextmanager
def another_address():
    """Another program on the same machine: another address under the same name, which a passkey does not tell apart."""
    server = HTTPServer(("127.0.0.1", free_port()), Elsewhere)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


LURE = """
async (question) => {
  const bytes = Uint8Array.from(question.match(/../g), (pair) => parseInt(pair, 16));
  const base64 = (buffer) => (buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))) : "");
  const found = await navigator.credentials.get({ publicKey: {
    challenge: bytes, rpId: "localhost", allowCredentials: [], userVerification: "required",
    extensions: { prf: { eval: { first: new TextEncoder().encode("bothand passkey 1") } } },
  } });
  return JSON.stringify({
    id: base64(found.rawId), client: base64(found.response.clientDataJSON),
    data: base64(found.response.authenticatorData), signature: base64(found.response.signature),
    prf: base64(found.getClientExtensionResults().prf.results.first),
  });
}
"""


def test_what_was_got_at_another_address_opens_nothing(hand, name):
    keep_passkeys(hand.page, prf=True)
    password = begin(hand, name)
    add_passkey(hand, password)
    sign_out(hand)
    question = hand.page.evaluate("async () => (await fetch('/touch/')).text()")
    with another_address() as elsewhere:
        hand.page.goto(elsewhere)
        answer = hand.page.evaluate(LURE, question)
    assert len(answer) > 400, "the device itself gives it, key and all"
    hand.page.goto("/in/")
    hand.page.locator("input[name=passkey]").evaluate(
        "(field, answer) => { field.value = answer; HTMLFormElement.prototype.submit.call(field.form); }",
        answer,
    )
    expect(hand.page.get_by_text("That passkey opens nothing here")).to_be_visible()


def test_without_script_nothing_of_it_shows(browser, address, name):
    with opened(browser, address, viewport=DESK, java_script_enabled=False) as window:
        hand = Hand(window.new_page())
        password = begin(hand, name)
        sign_out(hand)
        expect(hand.page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
        type_name_and_password(hand, name, password)
        hand.sees(f", {name}.")
        hand.page.goto("/you/touch/new/")
        expect(hand.page.get_by_text("This browser has no passkeys, or its scripts are off.")).to_be_visible()


def test_at_a_bare_number_none_are_offered(browser, served, name):
    with opened(browser, served.url, viewport=DESK) as window:
        hand = Hand(window.new_page())
        hand.page.goto("/in/")
        expect(hand.page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
        begin(hand, name)
        hand.page.goto("/you/touch/new/")
        expect(hand.page.get_by_text("for addresses with a name")).to_be_visible()
