"""Two people on two phones, one of them without scripts, come to an agreement: in few taps, and each knows whose turn it is."""

import pytest
from tests.journeys.counting import CountedHand, Counts
from tests.journeys.walking import PHONE, chromium, come_in, opened

from bothand.kit.meetings import decode_payload
from bothand.rooms.agreements.ratings.records import Answers
from bothand.vault.meeting_place import OwnCopy, Result

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_TAPS, MOST_FIELDS = 40, 6
ALONE = "each of you, on your own"
NOA_RATES = (
    ("most of all", "badly", "very well", "well", "all right"),
    ("somewhat", "all right", "well", "very well", "not well"),
)
SAM_RATES = (
    ("somewhat", "well", "all right", "badly", "very well"),
    ("a lot", "badly", "well", "very well", "not well"),
)
NEVER_SHOWN = ("hardly", "most of all", "not well")
"""Words of private answers: on no page of both."""


def begin(noa: CountedHand) -> str:
    """Noa begins from a starter and says what it is about. Where it is."""
    noa.page.goto("/agreements/new/")
    noa.follow("Screens at supper and at night")
    noa.press("Begin")
    noa.sees("How much does it matter to you?")
    noa.sees_turn(f"Step 1 of 6: Why it matters · {ALONE}")
    noa.press("very much")
    noa.fill("What would this give me?", "An hour in which we look at each other.")
    noa.press("Next")
    noa.sees("Your part is done.")
    noa.sees_turn("your part is done")
    return noa.page.url


def say_back_and_mark(hand: CountedHand, heard: str, idea: str) -> None:
    """Say back what the other told, offer an option, and say how it is now."""
    hand.fill("What I understood of the other's words", heard)
    hand.press("Next")
    hand.sees_turn("Step 3 of 6: Ideas")
    hand.press(idea)
    hand.sees_turn("Step 4 of 6: How it is now")
    for number in (1, 2):
        hand.reads(f"Question {number} of 2")
        hand.press("as each likes")


def rate(hand: CountedHand, rates: tuple[tuple[str, ...], ...]) -> None:
    """Answer alone, a tap for each."""
    words = [word for question in rates for word in question]
    for number, word in enumerate(words, start=1):
        hand.reads(f"{number} of {len(words)}")
        hand.sees_turn(f"Step 5 of 6: What suits you · {ALONE}")
        hand.press(word)


def come_back(hand: CountedHand, title: str) -> None:
    """From the room to where one was, in one tap."""
    hand.page.goto("/agreements/")
    hand.follow(title)


def agree(noa: CountedHand, sam: CountedHand) -> None:
    """Both see what suits them both, say yes, and then it is over."""
    title = "Screens at supper and at night"
    for hand in (sam, noa):
        hand.sees("This could work for you both.")
        hand.sees_turn("Step 6 of 6: Result · both of you, when you like")
    noa.press("I agree to this")
    sam.page.reload()
    assert "agreed" not in sam.page.locator("main").inner_text().lower()
    sam.press("I agree to this")
    sam.sees("You both agreed to this")
    noa.page.goto("/agreements/")
    assert noa.page.get_by_role("heading", name="You are working on").count() == 0
    noa.page.get_by_role("link", name=title).first.click()
    noa.sees("You both agreed to this")


def test_counted_two_phones_come_to_an_agreement(two, live_server, counts: Counts):
    one, other = two
    title = "Screens at supper and at night"
    with (
        chromium() as browser,
        opened(browser, live_server.url, viewport=PHONE) as mine,
        opened(browser, live_server.url, viewport=PHONE, java_script_enabled=False) as yours,
    ):
        noa = CountedHand(come_in(mine, one, live_server.url))
        sam = CountedHand(come_in(yours, other, live_server.url))
        where = begin(noa)
        come_back(sam, title)
        sam.press("somewhat")
        sam.fill("What would this give me?", "Ten minutes to switch off after work.")
        sam.press("Next")
        say_back_and_mark(sam, "You want us to talk over supper.", "away while we eat")
        sam.sees("Your part is done.")
        come_back(noa, title)
        say_back_and_mark(noa, "You need a moment alone first.", "music and nothing else")
        rate(noa, NOA_RATES)
        noa.sees("Your part is done.")
        noa.sees_turn(f"Step 5 of 6: What suits you · {ALONE}")
        come_back(sam, title)
        sam.sees_turn(f"Step 5 of 6: What suits you · {ALONE}")
        everything = sam.page.request.get(f"{where}?all=1").text()
        assert not [word for word in NEVER_SHOWN if word in everything]
        rate(sam, SAM_RATES)
        come_back(noa, title)
        agree(noa, sam)
    row = counts.note("An agreement", noa, sam, most_taps=MOST_TAPS, most_fields=MOST_FIELDS)
    assert (row.taps <= MOST_TAPS, row.fields <= MOST_FIELDS) == (True, True), row
    ratings: list[Answers] = [
        decode_payload(each.record.payload, Answers)
        for who in two
        for each in who.mine.query(OwnCopy).items
        if each.record.sort.startswith("agreements-rate:")
    ]
    assert len(ratings) == 2
    for result in one.ours.query(Result).items:
        for answers in ratings:
            assert answers.secret not in result.record.body
            assert bytes(answers.ratings[0]) not in result.record.body
