"""Two people in two browsers set, answer, decline, cross and repair a limit; each sees only what they should."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.walking import PHONE, Hand, chromium, opened
from tests.people import Person, pair, person

from bothand.accounts import access, departure
from bothand.accounts.preferences import Settings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHEN, WILL = "I come home from work,", "take half an hour alone."
WISH = "Please keep your news until I come out."
SENTENCE = "When I come home from work, I will take half an hour alone."
ANSWER, MENDED = "You come out rested.", "I knocked, and I am sorry."
NOTE, PLEA = "Three knocks in ten minutes.", "A quiet evening would help me now."
SECOND = "When I am angry, I will sleep in the other room."


def visiting(browser: Browser, url: str, cookie: str, *, script: bool) -> Iterator[Hand]:
    """Somebody's own browser, signed in."""
    with opened(browser, url, viewport=PHONE, java_script_enabled=script) as window:
        window.add_cookies(
            [
                {
                    "name": access.COOKIE, "value": cookie, "url": url.replace("http:", "https:"),
                    "secure": True, "httpOnly": True, "sameSite": "Lax",
                }
            ]
        )  # fmt: skip
        yield Hand(window.new_page())


@contextmanager
def two_browsers(url: str, cookies: list[str], *, script: bool) -> Iterator[list[Hand]]:
    with chromium() as browser, ExitStack() as stack:
        enter = contextmanager(visiting)
        yield [stack.enter_context(enter(browser, url, one, script=script)) for one in cookies]


def cookie_of(who: Person) -> str:
    return who.client.cookies[access.COOKIE].value


def writes(hand: Hand) -> None:
    hand.page.goto("/lines/")
    hand.follow("Write a boundary")
    hand.answer("When …", WHEN)
    hand.answer("I will …", WILL)
    hand.tap(hand.page.get_by_role("group", name="How firm is it?").get_by_text("Firm", exact=True))
    hand.choose("What is it about?", "time")
    hand.answer("A wish to Sam, if you have one", WISH)
    hand.press("Save")
    hand.sees("This is where you stand.")


def shows(hand: Hand) -> None:
    hand.follow("See what Sam would see")
    hand.sees("What Sam will see")
    says(hand.page, SENTENCE, WISH)
    hand.press("Share with Sam")
    hand.sees("Sam can open a copy")


def says(page: Page, *texts: str) -> None:
    for text in texts:
        expect(page.get_by_text(text).first).to_be_visible()


def holds_nothing_of(page: Page, *texts: str) -> bool:
    content = page.content()
    found = [text for text in texts if text in content]
    assert found == []
    return not found


def finds(hand: Hand) -> None:
    """What came is on the first page."""
    hand.page.goto("/")
    hand.follow("Noa shared a boundary about time.")
    hand.sees("Where Noa stands")
    says(hand.page, SENTENCE, WISH, "It decides nothing about what you do")


def answers_and_declines(hand: Hand) -> None:
    hand.press("I can't")
    hand.sees("You said: I can't.")
    hand.follow("Answer in your own words")
    hand.answer("What I think it gives you", ANSWER)
    hand.press("Share it")
    says(hand.page, ANSWER)
    hand.sees("You said: I can't.")


def reads_the_answer(hand: Hand) -> None:
    hand.page.goto("/")
    hand.follow("Sam wrote to your boundary.")
    says(hand.page, ANSWER, "Sam can't do what it asks.")
    hand.page.goto("/lines/")
    hand.tap(hand.page.get_by_role("link", name=SENTENCE))
    says(hand.page, ANSWER, "A no to a wish does not count here.")


def notes_a_crossing(hand: Hand) -> None:
    hand.choose("How did it go?", "Crossed")
    hand.answer("A few words, if you like", NOTE)
    hand.press("Note how it went")
    says(hand.page, NOTE)


def asks_for_repair(hand: Hand) -> None:
    hand.follow("Say what would help")
    hand.answer("What you want to say", PLEA)
    hand.press("Look at it first")
    hand.sees("What Sam will see")
    hand.press("Share with Sam")
    hand.sees("Repair")


def mends(hand: Hand) -> None:
    hand.page.reload()
    says(hand.page, PLEA)
    holds_nothing_of(hand.page, NOTE, "Crossed")
    hand.follow("Repair something")
    hand.answer("What you want to say", MENDED)
    hand.press("Look at it first")
    hand.press("Share with Noa")
    says(hand.page, MENDED)


def is_limited(hand: Hand) -> None:
    hand.press("This limits me")
    hand.sees("A boundary leaves you free. Control does not.")
    says(hand.page, SENTENCE)
    expect(hand.page.get_by_role("link", name="Help and safety: people you can call")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_two_set_answer_decline_cross_and_repair_a_limit(script, noa, sam, robin, live_server):
    pair(noa, sam)
    cookies = [cookie_of(one) for one in (noa, sam, robin)]
    with two_browsers(live_server.url, cookies, script=script) as (of_noa, of_sam, of_robin):
        writes(of_noa)
        of_sam.page.goto("/lines/both/")
        holds_nothing_of(of_sam.page, WILL, WISH)
        shows(of_noa)
        finds(of_sam)
        where = of_sam.page.url
        answers_and_declines(of_sam)
        reads_the_answer(of_noa)
        notes_a_crossing(of_noa)
        asks_for_repair(of_noa)
        mends(of_sam)
        of_noa.page.reload()
        says(of_noa.page, MENDED)
        is_limited(of_sam)
        for path in ("/", "/lines/", "/lines/both/", where, "/lines/weight/"):
            of_noa.page.goto(path)
            holds_nothing_of(of_noa.page, "What you said limits you")
            of_robin.page.goto(path)
            holds_nothing_of(of_robin.page, WILL, WISH, ANSWER, MENDED, NOTE, PLEA)
        of_robin.page.goto(where)
        of_robin.sees("There is nothing here.")
        # Another wording stays a draft until it is shown.
        of_noa.page.goto("/lines/")
        of_noa.tap(of_noa.page.get_by_role("link", name=SENTENCE))
        of_noa.follow("Change the wording")
        of_noa.answer("When …", "I am angry,")
        of_noa.answer("I will …", "sleep in the other room.")
        of_noa.press("Save")
        of_sam.page.goto(where)
        says(of_sam.page, SENTENCE)
        of_noa.follow("See what Sam would see")
        of_noa.press("Share with Sam")
        of_sam.page.goto(where)
        says(of_sam.page, SECOND)
        of_sam.follow("Earlier wordings")
        says(of_sam.page, SECOND, SENTENCE)
        # Locked, what is shown can be read, and nothing of mine is there.
        of_noa.press("Lock now")
        of_noa.page.goto(where)
        says(of_noa.page, SECOND, ANSWER)
        holds_nothing_of(of_noa.page, NOTE)
        of_noa.page.goto("/lines/")
        of_noa.sees("Locked for now.")
        assert holds_nothing_of(of_noa.page, WILL, NOTE)


def test_who_has_left_finds_what_takes_two_closed(noa, sam, live_server):
    pair(noa, sam)
    departure.leave_space(sam.opened, None, keep=sam.live.key)
    sam.reread()
    with two_browsers(live_server.url, [cookie_of(noa), cookie_of(sam)], script=True) as (of_noa, of_sam):
        writes(of_noa)
        shows(of_noa)
        of_noa.follow("Look at the copy")
        where = of_noa.page.url
        of_sam.page.goto("/lines/both/")
        of_sam.sees("This part takes two.")
        of_sam.page.goto(where)
        of_sam.sees("There is nothing here.")
        assert holds_nothing_of(of_sam.page, WILL)


def test_one_alone_has_all_but_the_showing(db, live_server):
    wren = person("wren", chosen=Settings(name="Wren", zone="Europe/Vienna"))
    with two_browsers(live_server.url, [cookie_of(wren)], script=False) as (hand,):
        hand.page.goto("/lines/")
        hand.follow("See examples first")
        hand.follow("Use these words")
        hand.press("Save")
        hand.sees("This is where you stand.")
        hand.follow("Rehearse it")
        hand.answer("How you could say it", "I am going out for ten minutes.")
        hand.press("Save")
        says(hand.page, "I am going out for ten minutes.")
        hand.choose("How did it go?", "Honoured")
        hand.press("Note how it went")
        says(hand.page, "Honoured")
        hand.choose("When do you want to look at it again?", "In a month")
        hand.press("Set the day")
        expect(hand.page.get_by_text("You wanted to look at it again on").first).to_be_visible()
