"""The first pages as a phone and a desk show them: what is reached when, and nothing behind the two ways out."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.journeys.walking import DESK, PHONE, chromium, come_in, opened

from bothand.accounts import wall_clock
from bothand.domain.times import Block
from bothand.rooms.pairing.records import Thanks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = {"width": 320, "height": 568}
PAGES = ("today", "place_mine", "pairing_ours", "place_more", "checkin_map", "journal_list", "talks_list")
# Words whose place on the screen meets that of the two ways out.
BEHIND = """() => {
    const ways = [...document.querySelectorAll(".top .ways > button")].map(one => one.getBoundingClientRect());
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const range = document.createRange(), found = [];
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
        range.selectNodeContents(node);
        const meets = box => ways.some(way =>
            box.left < way.right && box.right > way.left && box.top < way.bottom && box.bottom > way.top);
        if ([...range.getClientRects()].some(meets)) found.push(node.data.trim());
    }
    return found;
}"""
VEIL = """() => { scrollTo(0, 200); return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
    done([scrollY, getComputedStyle(document.querySelector(".top"), "::before").opacity])))); }"""


def fill(noa, sam):
    today = wall_clock.today_in("Europe/Vienna")
    for words in ("For the soup", "For the walk", "For asking", "For the quiet"):
        sam.ours.add(Thanks(day=today, text=words))
    noa.ours.add(
        Block(day=today + timedelta(days=1), start=19 * 60, end=21 * 60, word="choir in the old school")
    )


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["390", "320"])
def test_no_words_stand_or_slide_behind_the_two_ways_out(two, live_server, size):
    fill(*two)
    with chromium() as browser, opened(browser, live_server.url, viewport=size) as window:
        page = come_in(window, two[0], live_server.url)
        for name in PAGES:
            page.goto(reverse(name))
            assert page.evaluate(BEHIND) == [], name
            scrolled, veil = page.evaluate(VEIL)
            assert scrolled == 0 or veil == "1", name


def test_the_pulse_is_reached_within_the_second_screen_of_a_phone(two, live_server):
    fill(*two)
    with chromium() as browser, opened(browser, live_server.url, viewport=PHONE) as window:
        page = come_in(window, two[0], live_server.url)
        page.goto("/")
        top = page.get_by_role("group", name="How do you feel about yourself?").bounding_box()["y"]
        assert top + 100 < 2 * PHONE["height"]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_own_time_that_is_announced_prints_as_a_line_and_not_as_a_column(two, live_server, size):
    fill(*two)
    with chromium() as browser, opened(browser, live_server.url, viewport=size) as window:
        page = come_in(window, two[0], live_server.url)
        page.goto("/")
        page.locator("summary", has_text="Time of your own").click()
        box = page.locator("li > span", has_text="choir in the old school").bounding_box()
        assert box["width"] > 200
        assert box["height"] < 90
