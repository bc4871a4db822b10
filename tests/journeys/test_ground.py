"""Two people on two phones, one of them without scripts, find out for themselves and show each other at once."""

import pytest
from playwright.sync_api import expect
from tests.journeys.walking import PHONE, chromium, come_in, opened

from bothand.accounts import wall_clock
from bothand.domain.dials import AREAS
from bothand.rooms.ground.records import Value, Values

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def pick(page, *cards, own):
    page.goto("/ground/values/")
    page.get_by_text("Write your own").click()
    page.get_by_label("Values of your own, one a line").fill(own)
    left = set(cards)
    while left:
        for name in sorted(left):
            box = page.get_by_role("checkbox", name=name)
            if box.count():
                box.check()
                left.remove(name)
        if left:
            press(page, "Next four cards")
    press(page, "Save")


def turn(page, area, now, wish):
    page.goto(f"/ground/dials/?at={AREAS.index(area.lower())}")
    card = page.locator("form.card", has=page.get_by_role("heading", name=area, exact=True))
    card.get_by_role("group", name="As it is").get_by_label(now, exact=True).check()
    card.get_by_role("group", name="As you would like it").get_by_label(wish, exact=True).check()
    press(page, "Save")


def lay_down(page, name, *kept_back):
    page.goto(f"/ours/open/{name}/")
    for box in page.get_by_role("checkbox").all():
        box.check()
    for words in kept_back:
        page.get_by_role("checkbox", name=words).uncheck()
    press(page, "Reveal together")


def test_they_show_their_ground_see_where_they_meet_and_hand_a_difference_on(two, live_server):
    noa, sam = two
    for one in two:
        one.answer_never(wall_clock.today_in("Europe/Vienna"))
    with (
        chromium() as browser,
        opened(browser, live_server.url, viewport=PHONE) as first,
        opened(browser, live_server.url, viewport=PHONE, java_script_enabled=False) as second,
    ):
        hers, his = come_in(first, noa, live_server.url), come_in(second, sam, live_server.url)
        pick(hers, "Honesty", "Trust", "Freedom", own="Quiet mornings")
        press(hers, "Move Trust up")
        press(hers, "Save this order")
        expect(hers.get_by_text("Trust, Honesty, Freedom, and 1 more")).to_be_visible()
        pick(his, "Trust", "Safety", own="quiet mornings")
        press(his, "Save this order")

        # Hers lies there, and his pages read as before.
        his.goto("/ground/comparison/values/")
        before = his.locator("main").inner_text()
        lay_down(hers, "values", "Freedom")
        expect(hers.get_by_role("heading", name="Your part is ready")).to_be_visible()
        his.reload()
        assert his.locator("main").inner_text() == before
        lay_down(his, "values")

        for page, mine in ((hers, "Honesty"), (his, "Safety")):
            page.goto("/ground/comparison/values/")
            expect(page.get_by_role("heading", name="2 things matter to you both.")).to_be_visible()
            circles = page.locator("figure.reveal").text_content()
            assert all(words in circles for words in ("Trust", mine))
            assert circles.index("Trust") < circles.lower().index("quiet mornings") < circles.index(mine)
            assert "Freedom" not in page.content()
        his.goto("/")
        expect(his.get_by_role("link", name="What matters most to each of us")).to_be_visible()

        turn(hers, "Money", "own", "own")
        turn(his, "Money", "half and half", "shared")
        turn(hers, "Intimacy", "own", "shared")
        turn(his, "Intimacy", "own", "own")
        lay_down(hers, "dials")
        lay_down(his, "dials")
        for page in (hers, his):
            page.goto("/ground/comparison/dials/")
            # What differs most has the one way on. Money may become an agreement; intimacy, only a talk.
            way = page.locator(
                "form.card", has=page.get_by_role("heading", name="Money is where you differ most")
            )
            expect(way.get_by_role("button", name="Look for an agreement about it")).to_have_count(1)
            expect(page.get_by_role("button", name="Set it aside as something to talk about")).to_have_count(
                1
            )
        press(his, "Set it aside as something to talk about")
        expect(his.locator("[name=text]")).to_have_value(
            "Money: how much is each one's own, and how much is shared?"
        )


def test_an_order_is_made_by_dragging_where_there_is_a_script(noa, live_server):
    noa.mine.add(Values(ranked=(Value("V01"), Value("V02"), Value(words="Bread"))))
    with chromium() as browser, opened(browser, live_server.url) as page:
        hers = come_in(page, noa, live_server.url)
        hers.goto("/ground/values/order/")
        rows = hers.locator("[data-rank] > li")
        rows.nth(2).drag_to(rows.nth(0), target_position={"x": 20, "y": 3})
        expect(rows.nth(0)).to_contain_text("Bread")
        press(hers, "Save this order")
        expect(hers.get_by_text("Bread, Honesty, Trust")).to_be_visible()
