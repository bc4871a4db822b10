"""Two people share eight tasks of a home on two phones, with and without script, and know at each step whose turn it is."""

import re

import pytest
from playwright.sync_api import expect
from tests.journeys.counting import CountedHand, Counts
from tests.journeys.walking import PHONE, chromium, come_in, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_TAPS, MOST_FIELDS = 40, 0
OWNERS = ("me", "Sam", "me", "me", "both", "Sam", "Sam", "me")
NOA = (
    "don't like it",
    "like it",
    "don't mind",
    "don't like it",
    "like it",
    "don't mind",
    "don't like it",
    "like it",
)
SAM = (
    "like it",
    "don't mind",
    "like it",
    "don't mind",
    "don't like it",
    "can't do it",
    "don't mind",
    "don't like it",
)
ALONE = "each of you, on your own"
EITHER = "both of you"


def minutes(hand: CountedHand) -> list[str]:
    """What stands beside the bars."""
    return hand.page.locator(".bars .num").all_inner_texts()


def say_who_does_what(hand: CountedHand) -> None:
    """One tap a task; the bars grow with each."""
    rows = hand.page.locator("#board .card > form > .task-row")
    expect(rows).to_have_count(len(OWNERS))
    before = minutes(hand)
    for number, owner in enumerate(OWNERS):
        button = rows.nth(number).get_by_role("button", name=owner, exact=True).first
        hand.tap(button)
        expect(button).to_have_attribute("aria-pressed", "true")
        assert minutes(hand) != before
        before = minutes(hand)


def feel(hand: CountedHand, feelings: tuple[str, ...]) -> None:
    """One tap a task, whatever one feels; then keep it."""
    rows = hand.page.locator(".task-row")
    expect(rows).to_have_count(len(feelings))
    for number, feeling in enumerate(feelings):
        hand.tap(rows.nth(number).locator("label", has_text=re.compile(f"^{feeling}$")))
    hand.press("Save my answers")


@pytest.mark.parametrize(
    "scripts", [(True, False), (False, True)], ids=["noa-with-script", "sam-with-script"]
)
def test_counted_two_phones_share_eight_tasks(two, live_server, counts: Counts, scripts):
    with chromium() as browser:
        ways = [{"viewport": PHONE, "java_script_enabled": script} for script in scripts]
        with (
            opened(browser, live_server.url, **ways[0]) as mine,
            opened(browser, live_server.url, **ways[1]) as yours,
        ):
            noa, sam = (
                CountedHand(come_in(window, who, live_server.url))
                for window, who in zip((mine, yours), two, strict=True)
            )
            share_the_work(noa, sam)
    row = counts.note("Housework", noa, sam, most_taps=MOST_TAPS, most_fields=MOST_FIELDS)
    assert row.taps <= MOST_TAPS
    assert row.fields <= MOST_FIELDS


def share_the_work(noa: CountedHand, sam: CountedHand) -> None:
    noa.page.goto("/housework/")
    noa.sees_turn(EITHER)
    noa.follow("Choose tasks")
    noa.press("Add these")
    say_who_does_what(noa)
    noa.press("Yes, that is how it is")
    noa.sees("You confirmed it.")
    noa.sees_turn("your part is done")
    sam.page.goto("/housework/")
    sam.sees_turn(EITHER)
    sam.press("Yes, that is how it is")
    sam.sees_turn(ALONE)
    feel(sam, SAM)
    sam.sees("Your part is done.")
    sam.sees_turn(ALONE)
    noa.page.goto("/housework/")
    noa.sees_turn(ALONE)
    noa.follow("Answer on my own")
    noa.sees("Which of it do you like?")
    noa.sees_turn(ALONE)
    feel(noa, NOA)
    noa.sees("it would be")
    noa.sees_turn(EITHER)
    try_by_hand(noa)
    noa.press("Suggest this to Sam")
    noa.page.wait_for_url("**/agreements/**")
    sam.page.goto(noa.page.url)
    sam.press("I agree to this")
    sam.sees("You both agreed to this")
    noa.page.goto("/housework/")
    noa.sees_turn("All steps are done.")
    noa.page.goto("/housework/list/")
    expect(noa.page.get_by_text("As you agreed on")).to_be_visible()
    expect(noa.page.get_by_role("row", name="Cook dinner")).to_have_count(1)


def try_by_hand(hand: CountedHand) -> None:
    """A swap moves the bars. Looking at one is nothing that has to be done, so its taps are not counted."""
    page = hand.page
    page.get_by_text("Swap by hand").click()
    before = minutes(hand)
    row = page.get_by_role("group", name="Vacuum")
    side = row.locator('[aria-pressed="false"]')
    name = side.inner_text()
    side.click()
    expect(row.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", "true")
    assert minutes(hand) != before
    page.goto("/housework/divisions/")
