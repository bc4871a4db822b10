"""The three small scripts, in a real browser: quick exit, the lock, the time zone."""

import shutil
from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.template import engines
from playwright.sync_api import sync_playwright

from bothand.accounts.visitor import Visitor
from bothand.shell import doors
from bothand.shell import page as pages
from bothand.shell.page import Page, render
from bothand.shell.static_files import packaged_files

pytestmark = pytest.mark.browser

KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SITE = "http://localhost:9000"
ELSEWHERE = "https://elsewhere.example/"
FORM = """{% extends "shell/base.html" %}{% load shell static %}{% block head %}<script src="{% static 'shell/zone.js' %}" defer></script>{% endblock %}
{% block main %}<h1>Words of mine</h1><form method="post" action="/journal/">{% guard %}<a href="/leaf/">Help and safety</a><textarea id="text" name="text"></textarea>
<select id="zone" data-zone><option value="UTC">UTC</option><option value="Europe/Vienna">Vienna</option></select></form>{% endblock %}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing(Page):
    template: ClassVar[str] = "writing.html"


class House:
    """Answers as the server would, from what a test says of the session."""

    def __init__(self, answers):
        self.answers = answers
        self.state = "open"
        self.posts = []
        self.no_page = False

    def serve(self, route):
        request = route.request
        path = request.url.removeprefix(SITE).partition("?")[0]
        if path.startswith("/s/"):
            served = {file.served: file.path for file in packaged_files().values()}
            file = served[path.removeprefix("/s/")]
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
            return
        if request.method == "POST":
            self.posts.append((path, request.post_data or ""))
            if path == "/exit/":
                self.state = "out"
            if path == "/open/" and "pin=123456" in self.posts[-1][1] and self.state == "locked":
                self.state = "open"
        if self.state == "silent":
            route.abort()
        elif path == ELSEWHERE and self.no_page:
            route.fulfill(status=204)
        elif path in ("/exit/", ELSEWHERE):
            route.fulfill(body="<!doctype html><title>.</title>", content_type="text/html")
        else:
            route.fulfill(body=self.answers[self.state], content_type="text/html")


@pytest.fixture
def house(house, ask, visitor, monkeypatch):
    found = type("Found", (), {"template": engines["django"].from_string(FORM).template})
    real = pages.get_template
    monkeypatch.setattr(pages, "get_template", lambda name: found if name == "writing.html" else real(name))
    locked = Visitor(signed_in=True, account=visitor.account, has_pin=True, settings=visitor.settings)
    other = Visitor(signed_in=True, unlocked=True, account=b"b" * 16, settings=visitor.settings)
    text = {
        "open": render(ask("/journal/"), Writing()),
        "locked": render(ask("/", visitor=locked), doors.UnlockPage(next="/")),
        "out": render(ask("/", visitor=Visitor.nobody()), doors.UnlockPage(next="/")),
        "other": render(ask("/journal/", visitor=other), Writing()),
    }
    return House({state: response.content.decode() for state, response in text.items()})


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=found, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium, house):
    context = chromium.new_context(timezone_id="Europe/Vienna")
    tab = context.new_page()
    tab.route("**/*", house.serve)
    # The page's time stands still unless a test lets it run, however slow the machine is.
    tab.clock.install(time=0)
    tab.clock.pause_at(100)
    tab.goto(f"{SITE}/journal/")
    yield tab
    context.unroute_all(behavior="ignoreErrors")
    tab.unroute_all(behavior="ignoreErrors")
    context.close()


def words(tab):
    return tab.locator("body").inner_text()


def left(tab):
    tab.wait_for_url(ELSEWHERE)


def shift(tab, times, pause=100):
    for _ in range(times):
        tab.keyboard.press("Shift")
        tab.clock.run_for(pause)


def test_it_blanks_ends_the_session_and_leaves_no_page_to_go_back_to(tab, house):
    before = tab.evaluate("history.length")
    tab.get_by_role("button", name="Quick exit").click()
    left(tab)
    assert [path for path, _ in house.posts] == ["/exit/"]
    assert "csrfmiddlewaretoken=" in house.posts[0][1]
    assert tab.evaluate("history.length") == before


def test_it_leaves_after_shift_three_times(tab, house):
    shift(tab, 3)
    left(tab)
    assert house.state == "out"


def test_it_starts_the_time_again_at_each_press(tab, house):
    shift(tab, 3, pause=800)
    left(tab)
    assert [path for path, _body in house.posts] == ["/exit/"]


def test_it_forgets_a_press_that_is_long_ago(tab, house):
    shift(tab, 2)
    tab.clock.run_for(1000)
    shift(tab, 2)
    assert house.posts == []


def test_it_does_not_count_shift_with_another_key(tab, house):
    tab.locator("#text").focus()
    for letter in "ABCDE":
        tab.keyboard.press(f"Shift+{letter}")
    assert house.posts == []
    assert tab.locator("#text").input_value() == "ABCDE"


def test_it_is_blank_even_while_no_other_page_comes(tab, house):
    house.no_page = True
    tab.get_by_role("button", name="Quick exit").click()
    tab.locator("main").wait_for(state="hidden")
    assert tab.title() == ""
    assert house.state == "out"


def test_it_closes_an_open_page_of_mine_at_lock_time(tab, house):
    tab.locator("#text").fill("half a sentence")
    tab.clock.run_for(15 * 60 * 1000 - 1000)
    assert "Words of mine" in words(tab)
    tab.clock.run_for(1001)
    assert "Words of mine" not in words(tab)
    assert "half a sentence" not in tab.content()
    assert "Locked for now." in words(tab)
    assert tab.get_by_role("button", name="Quick exit").is_visible()


def close(tab, house, state="locked"):
    tab.locator("#text").fill("half a sentence")
    house.state = state
    tab.clock.run_for(15 * 60 * 1000)


def test_it_gives_back_what_was_typed_to_who_knows_the_pin(tab, house):
    close(tab, house)
    tab.get_by_label("Your PIN").fill("123456")
    tab.get_by_role("button", name="Open", exact=True).click()
    tab.get_by_role("heading", name="Words of mine").wait_for()
    assert tab.locator("#text").input_value() == "half a sentence"


def test_it_stays_closed_to_who_does_not(tab, house):
    close(tab, house)
    tab.get_by_label("Your PIN").fill("000000")
    tab.get_by_role("button", name="Open", exact=True).click()
    tab.get_by_text("That didn't unlock it.").wait_for()
    assert "half a sentence" not in tab.content()


def test_it_stays_closed_to_another_account(tab, house):
    close(tab, house, "other")
    tab.get_by_label("Your PIN").fill("123456")
    tab.get_by_role("button", name="Open", exact=True).click()
    tab.get_by_text("That didn't unlock it.").wait_for()
    assert "half a sentence" not in tab.content()


def test_it_says_when_the_session_has_ended_and_opens_after_a_new_one(tab, house):
    close(tab, house, "out")
    tab.get_by_role("button", name="Open", exact=True).click()
    tab.get_by_text("You are signed out now.").wait_for()
    house.state = "open"
    tab.get_by_role("button", name="Open", exact=True).click()
    tab.get_by_role("heading", name="Words of mine").wait_for()
    assert tab.locator("#text").input_value() == "half a sentence"


def test_it_says_when_no_answer_comes(tab, house):
    close(tab, house, "silent")
    tab.get_by_role("button", name="Open", exact=True).click()
    told = tab.get_by_text("No answer came.")
    told.wait_for()
    assert told.is_visible()


def test_it_closes_again_at_the_next_lock_time(tab, house):
    close(tab, house)
    tab.get_by_label("Your PIN").fill("123456")
    tab.get_by_role("button", name="Open", exact=True).click()
    tab.get_by_role("heading", name="Words of mine").wait_for()
    tab.clock.run_for(15 * 60 * 1000)
    assert "Locked for now." in words(tab)


def test_it_closes_the_other_windows_when_one_is_locked(tab, house):
    second = tab.context.new_page()
    second.route("**/*", house.serve)
    second.goto(f"{SITE}/journal/")
    second.get_by_role("button", name="Lock now").click()
    told = tab.get_by_text("Locked for now.")
    told.wait_for()
    assert told.is_visible()
    second.unroute_all(behavior="ignoreErrors")


def test_it_opens_help_as_the_answer_to_a_form(tab, house):
    tab.get_by_role("link", name="Help and safety").click()
    tab.wait_for_url(f"{SITE}/leaf/")
    assert [path for path, _ in house.posts] == ["/leaf/"]


def test_it_offers_the_browsers_own_time_zone(tab):
    assert tab.locator("#zone").input_value() == "Europe/Vienna"


def test_it_raises_no_error_and_breaks_no_policy(chromium, house):
    context = chromium.new_context()
    tab = context.new_page()
    told = []
    tab.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.route("**/*", house.serve)
    tab.route(
        "**/app.webmanifest", lambda route: route.fulfill(body="{}", content_type="application/manifest+json")
    )
    tab.goto(f"{SITE}/journal/")
    seen = list(told)
    tab.unroute_all(behavior="ignoreErrors")
    context.close()
    assert seen == []
