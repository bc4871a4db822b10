"""What docs/install.md says of a proxy in front, tried with a real Caddy, where there is one."""

import shutil

import pytest
from playwright.sync_api import sync_playwright
from tests.journeys.walking import FLAGS, PHONE, Hand, skip_introduction, start_anew
from tests.proxies import BLOCK, CADDY, NAME, behind_caddy

from bothand.accounts import access

needs_caddy = pytest.mark.skipif(CADDY is None, reason="There is no Caddy here to try it with.")


def test_the_page_has_a_whole_caddyfile():
    assert BLOCK.split() == [NAME, "{", "reverse_proxy", "127.0.0.1:8000", "}"]


@pytest.fixture(scope="module")
def front(tmp_path_factory):
    with behind_caddy(tmp_path_factory.mktemp("front") / "data") as found:
        yield found


@needs_caddy
def test_it_answers_by_that_name_and_asks_browsers_to_come_by_tls(front):
    answer = front.ask("/in/")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert answer.headers["Cache-Control"] == "no-store"


@needs_caddy
def test_a_browsers_own_word_about_tls_is_not_handed_on(front):
    answer = front.ask("/in/", X_Forwarded_Proto="http", X_Forwarded_For="203.0.113.9")
    assert "Strict-Transport-Security" in answer.headers


@needs_caddy
@pytest.mark.browser
def test_somebody_signs_up_and_leaves_through_it_and_nothing_is_logged(front):
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = [*FLAGS, f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        context = browser.new_context(base_url=front.url, viewport=PHONE, ignore_https_errors=True)
        hand = Hand(context.new_page())
        start_anew(hand)
        hand.answer("What would you like to be called?", "Wren")
        hand.press("Create my account")
        hand.sees("Your recovery code")
        hand.press("I’ve saved it")
        hand.press("Not now")
        skip_introduction(hand)
        hand.sees(", Wren.")
        (cookie,) = [each for each in context.cookies() if each["name"] == access.COOKIE]
        assert cookie["secure"]
        answer = front.ask(
            "/exit/",
            method="POST",
            Cookie=f"{access.COOKIE}={cookie['value']}",
            Origin=front.url,
            Sec_Fetch_Site="same-origin",
        )
        assert answer.headers["Clear-Site-Data"] == '"*"'
        assert answer.headers["Refresh"].startswith("0; url=")
        hand.page.goto("/journal/")
        assert "/in/" in hand.page.url
        browser.close()
    said = front.log.read_text()
    assert "handled request" not in said
    assert "/start/" not in said
