"""The Back button, then *Save*, in a real browser: what was written stays one."""

import pytest
from tests.journeys.walking import PHONE, chromium, come_in, opened

from bothand.rooms.journal.entries.records import Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False])
def test_back_then_save_makes_no_second_note(two, live_server, script):
    noa, _sam = two
    with (
        chromium() as browser,
        opened(browser, live_server.url, viewport=PHONE, java_script_enabled=script) as window,
    ):
        page = come_in(window, noa, live_server.url)
        page.goto("/journal/")
        page.goto("/journal/new/")
        page.locator("textarea[name=text]").fill("The lake.")
        page.get_by_role("button", name="Save").click()
        page.wait_for_url("**/journal/*/")
        page.go_back()
        page.locator("textarea[name=text]").wait_for()
        assert "The lake." in page.locator("textarea[name=text]").input_value()
        page.locator("textarea[name=text]").fill("The lake, in rain.")
        page.locator("main form.card button.btn").first.click()
        page.wait_for_url("**/journal/*/")
    assert [one.record.text for one in noa.mine.all_of(Entry).items] == ["The lake, in rain."]
