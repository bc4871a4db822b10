"""Two people on two phones, one of them without scripts, divide the work of their home."""

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import PHONE, chromium, come_in, opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).first.click()


def sees(page, heading):
    page.get_by_role("heading", name=heading, exact=True).first.wait_for()


def share_the_work(noa, sam):
    noa.goto("/agreements/")
    follow(noa, "To Housework")
    follow(noa, "Choose tasks")
    for name in ("Cook dinner", "Iron", "Vacuum", "Pay bills"):
        noa.get_by_label(name, exact=True).check()
    press(noa, "Add these")
    follow(noa, "Cook dinner")
    noa.get_by_label("Noticing, planning and doing may go to different people").check()
    press(noa, "Save")
    expect(noa.get_by_text("may be split")).to_be_visible()
    follow(noa, "Say who does what")
    for select in noa.locator("select").all():
        select.select_option("me")
    press(noa, "Save")
    press(noa, "Yes, that is how it is")
    sam.goto("/agreements/")
    follow(sam, "To Housework")
    press(sam, "Yes, that is how it is")
    follow(sam, "Answer on my own")
    sam.get_by_role("group", name="Cook dinner").get_by_label("like it", exact=True).check()
    sam.get_by_role("group", name="Iron").get_by_label("can't do it", exact=True).check()
    press(sam, "Save my answers")
    noa.reload()
    follow(noa, "Answer on my own")
    noa.get_by_role("group", name="Cook dinner").get_by_label("don't like it", exact=True).check()
    press(noa, "Save my answers")
    sees(noa, "A fair share of the housework")
    expect(noa.get_by_text("Sam can't")).not_to_have_count(0)
    noa.locator("li", has_text="Vacuum").get_by_role("button").first.click()
    expect(noa.get_by_text("“Vacuum” changed hands.")).to_be_visible()
    part = noa.locator("li", has_text="Cook dinner").filter(has_text="planning")
    part.get_by_role("button").click()
    expect(noa.get_by_text("“Cook dinner” (planning) changed hands.")).to_be_visible()
    expect(noa.get_by_text("“Cook dinner”: ")).to_be_visible()
    press(noa, "Suggest this one")
    where = noa.url
    sam.goto(where)
    expect(sam.get_by_text(" plans, ")).to_be_visible()
    press(sam, "I agree to this")
    sees(sam, "You both agreed to this")
    noa.reload()
    sees(noa, "You both agreed to this")


def test_two_phones_share_the_work(two, live_server):
    one, other = two
    with chromium() as browser:
        script = {"viewport": PHONE}
        plain = {"viewport": PHONE, "java_script_enabled": False}
        with (
            opened(browser, live_server.url, **script) as mine,
            opened(browser, live_server.url, **plain) as yours,
        ):
            noa, sam = come_in(mine, one, live_server.url), come_in(yours, other, live_server.url)
            share_the_work(noa, sam)
