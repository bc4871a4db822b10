"""Two people on two phones, one of them without scripts: they reach an agreement."""

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import PHONE, chromium, come_in, opened

from bothand.kit.meetings import decode_payload
from bothand.rooms.agreements.ratings.records import Answers
from bothand.vault.meeting_place import OwnCopy, Result

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEVER_SHOWN = ("bad for me", "rather bad", "rather good", "good for me", "most of all")
"""The words of private answers: on no page but one's own."""


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).first.click()


def sees(page, heading):
    page.get_by_role("heading", name=heading, exact=True).first.wait_for()


def say(page, gives, *, heard=""):
    follow(page, "Your words")
    page.get_by_label("it matters", exact=True).or_(page.get_by_label("somewhat", exact=True)).check()
    page.get_by_label("What would this give me?").fill(gives)
    if heard:
        page.get_by_label("What I understood of the other's words").fill(heard)
    press(page, "Save")


def add_way(page, question, way):
    follow(page, "Edit the options")
    section = page.locator("section", has=page.get_by_role("heading", name=question, exact=True))
    section.get_by_label("Another option").fill(way)
    section.get_by_label("Meant for the other").check()
    section.get_by_role("button", name="Add option").click()
    follow(page, "Done for now")


def mark_today(page):
    follow(page, "How it is now")
    for group in page.get_by_role("group").all():
        group.get_by_role("radio").first.check()
    press(page, "Yes, that is how it is")


def rate(page, weights, ratings):
    follow(page, "Answer on my own")
    sections = page.locator("section.card")
    for number, (weight, row) in enumerate(zip(weights, ratings, strict=True)):
        section = sections.nth(number)
        section.get_by_label(weight, exact=True).check()
        groups = section.locator("fieldset:not(details fieldset)")
        for place, word in enumerate(row):
            groups.nth(place + 1).get_by_label(word, exact=True).check()
    press(page, "Save my answers")


def before_the_numbers(noa, sam):
    noa.goto("/agreements/")
    follow(noa, "Find an agreement")
    follow(noa, "Our evenings at home")
    press(noa, "Begin")
    where = noa.url
    sam.goto(where)
    say(noa, "An evening that is mine.")
    sam.reload()
    sees(sam, "First, what it means to you")
    say(sam, "Supper with you.", heard="You want time for choir.")
    noa.reload()
    say(noa, "An evening that is mine.", heard="You want us at one table.")
    add_way(noa, "What about screens at supper?", "put away, but for music")
    sam.reload()
    add_way(sam, "How many evenings does each of us have to ourselves?", "two, one of them the same")
    mark_today(sam)
    noa.reload()
    mark_today(noa)
    sees(noa, "Now each of you answers alone")
    return where


def agree(noa, sam, where):
    rate(
        noa,
        ["most of all", "somewhat"],
        [
            ["bad for me", "rather good", "good for me", "rather good"],
            ["neither", "rather good", "rather bad", "good for me"],
        ],
    )
    sees(noa, "Your answers are in, and nobody sees them.")
    sam.goto(where)
    page = sam.content()
    assert not [word for word in NEVER_SHOWN if word in page]
    rate(
        sam,
        ["somewhat", "most of all"],
        [
            ["rather good", "neither", "rather bad", "good for me"],
            ["bad for me", "good for me", "neither", "rather good"],
        ],
    )
    sees(sam, "This could work for you both.")
    noa.reload()
    sees(noa, "This could work for you both.")
    press(noa, "I agree to this")
    expect(noa.get_by_text("You said yes.")).to_be_visible()
    sam.reload()
    assert "agreed" not in sam.locator("main").inner_text().lower()
    press(sam, "I agree to this")
    sees(sam, "You both agreed to this")
    noa.goto("/agreements/")
    follow(noa, "Our evenings at home")
    sees(noa, "You both agreed to this")


def test_two_phones_reach_an_agreement(two, live_server):
    one, other = two
    with chromium() as browser:
        script = {"viewport": PHONE}
        plain = {"viewport": PHONE, "java_script_enabled": False}
        with (
            opened(browser, live_server.url, **script) as mine,
            opened(browser, live_server.url, **plain) as yours,
        ):
            noa, sam = come_in(mine, one, live_server.url), come_in(yours, other, live_server.url)
            where = before_the_numbers(noa, sam)
            agree(noa, sam, where)
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
