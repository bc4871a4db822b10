"""What journeys share: one browser, contexts of a given size, and a hand that counts its taps."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright
from tests.people import Person

from bothand.accounts import access

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}
SMALL = {"width": 320, "height": 256}
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
SECONDS_A_TAP = 2
SECONDS_A_QUESTION = 5


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, asking nothing of any other machine."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, url: str, **options: object) -> Iterator[BrowserContext]:
    """A window of its own, without memory of any other."""
    context = browser.new_context(base_url=url, timezone_id="Europe/Vienna", **options)
    yield context
    context.close()


def come_in(window: BrowserContext, who: Person, url: str) -> Page:
    """A page in which somebody is signed in already."""
    window.add_cookies(
        [
            {
                "name": access.COOKIE, "value": who.client.cookies[access.COOKIE].value,
                "url": url.replace("http:", "https:"), "secure": True, "httpOnly": True, "sameSite": "Lax",
            }
        ]
    )  # fmt: skip
    return window.new_page()


@dataclass(slots=True)
class Hand:
    """Somebody in front of a page. Each control touched is a tap; each question read and answered is one too."""

    page: Page
    taps: int = 0
    questions: int = 0
    typed: dict[str, str] = field(default_factory=dict)

    @property
    def seconds(self) -> int:
        """How long all of it takes at the pace the project measures with."""
        return SECONDS_A_TAP * self.taps + SECONDS_A_QUESTION * self.questions

    def tap(self, what: Locator) -> None:
        what.click()
        self.taps += 1

    def press(self, name: str) -> None:
        """Tap a button by its words."""
        self.tap(self.page.get_by_role("button", name=name, exact=True))

    def follow(self, name: str) -> None:
        """Tap a link by its words."""
        self.tap(self.page.get_by_role("link", name=name, exact=True).first)

    def unfold(self, summary: str) -> None:
        """Tap the line that something is folded behind."""
        self.tap(self.page.locator("summary", has_text=summary).first)

    def answer(self, label: str, words: str, *, secret: bool = False) -> None:
        """Type into a field: a tap to get there, and a question to answer."""
        target = self.page.get_by_label(label, exact=True)
        self.tap(target)
        target.fill(words)
        self.questions += 1
        if not secret:
            self.typed[words] = label

    def choose(self, question: str, answer: str) -> None:
        """One of the pictures of a question."""
        group = self.page.get_by_role("group", name=question)
        self.tap(group.get_by_label(answer, exact=True))
        self.questions += 1

    def sees(self, heading: str) -> None:
        """Wait for a heading."""
        self.page.get_by_role("heading", name=heading).first.wait_for()


def start_anew(hand: Hand) -> None:
    """From the first page to the form of somebody new. Where somebody lives already, the first page is to sign in."""
    hand.page.goto("/")
    further = hand.page.get_by_role("link", name="Start, alone or with someone", exact=True)
    if further.count():
        hand.tap(further)
    hand.follow("Start")


def skip_introduction(hand: Hand) -> None:
    """Past the three screens that come after the PIN."""
    hand.sees("Some things are yours alone.")
    hand.follow("Skip the introduction")
