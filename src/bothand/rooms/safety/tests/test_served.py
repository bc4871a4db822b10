"""*Help and safety* as a real server gives it: nothing on disk, nothing in the log, nothing sent, with and without script."""

import os
import shutil
import signal
from contextlib import suppress

import pytest
from playwright.sync_api import Error, sync_playwright
from tests.serving import serving

LEAF = "/leaf/"
ELSEWHERE = "https://www.wikipedia.org/"
NOWHERE = "chrome-error://chromewebdata/"
"""Where quick exit arrives without a network."""
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home") / "data") as server:
        yield server


@pytest.fixture(scope="module")
def chromium():
    """As people have it: with its back-forward cache, which Playwright turns off otherwise."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=found,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


def on_disk(folder):
    """Every file with its bytes and the time of its last change."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_visit_changes_no_byte_on_disk_and_writes_no_line(tmp_path):
    with serving(tmp_path / "data") as server:
        before = on_disk(server.data)
        server.get(LEAF)
        answers = [server.get(LEAF, b"") for _ in range(3)]
        after = on_disk(server.data)
        server.process.terminate()
        said = server.process.stdout.read()
    assert [status for status, _, _ in answers] == [200, 200, 200]
    assert len({body for _, body, _ in answers}) == 1
    assert after == before
    assert "bothand.sqlite3" in before
    assert "leaf" not in said
    assert "GET" not in said
    assert "POST" not in said


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def leaf(request, chromium, served):
    context = chromium.new_context(java_script_enabled=request.param, viewport={"width": 320, "height": 640})
    tab = context.new_page()
    tab.route(
        f"{ELSEWHERE}**",
        lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"),
    )
    tab.goto(served.url + LEAF)
    tab.get_by_role("button", name="Open it").click()
    tab.get_by_role("heading", name="Help and safety").wait_for()
    yield tab
    context.close()


def test_opening_everything_sends_nothing_and_keeps_nothing(leaf):
    # The icon comes late, as on every page.
    leaf.wait_for_load_state("networkidle")
    sent = []
    leaf.on("request", lambda request: sent.append(request.url))
    leaf.get_by_text("Choose your country").click()
    for summary in leaf.locator("summary").all():
        if summary.is_visible() and summary.inner_text() != "Choose your country":
            summary.click()
    assert leaf.get_by_text("0800 222 555").is_visible()
    assert leaf.get_by_text("You weigh each word before you say it.").is_visible()
    assert leaf.locator("details:not([open])").count() == 0
    assert sent == []
    assert leaf.context.cookies() == []
    assert leaf.url.endswith(LEAF)


def test_coming_back_finds_it_closed_again(leaf):
    leaf.get_by_text("Are you afraid to say no").click()
    leaf.goto(leaf.url)
    leaf.get_by_role("button", name="Open it").click()
    leaf.get_by_role("heading", name="Help and safety").wait_for()
    assert leaf.locator("details[open]").count() == 0


def test_it_fits_the_smallest_screen_with_everything_open(leaf):
    leaf.get_by_text("Choose your country").click()
    for summary in leaf.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    box = leaf.locator("html").bounding_box()
    widest = max(
        each["x"] + each["width"]
        for each in (one.bounding_box() for one in leaf.locator("main *").all())
        if each
    )
    assert widest <= box["width"] == 320


def test_the_way_out_is_in_view_everywhere_and_leads_elsewhere(leaf):
    leaf.keyboard.press("End")
    way = leaf.get_by_role("button", name="Quick exit")
    assert way.is_visible()
    assert way.bounding_box()["y"] < 640
    way.click()
    leaf.wait_for_url(f"{ELSEWHERE}**")


def test_shift_three_times_leaves_too(chromium, served):
    context = chromium.new_context()
    tab = context.new_page()
    tab.route(
        f"{ELSEWHERE}**",
        lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"),
    )
    tab.goto(served.url + "/in/")
    tab.goto(served.url + LEAF)
    for _ in range(3):
        tab.keyboard.press("Shift")
    tab.wait_for_url(f"{ELSEWHERE}**")
    tab.go_back()
    assert tab.url.endswith("/in/")
    context.close()


def test_with_a_script_it_leaves_while_the_server_says_nothing(chromium, tmp_path):
    """The other site is gone to first; the end of the session is sent beside it, and may take what it takes."""
    with serving(tmp_path / "data") as server:
        context = chromium.new_context()
        tab = context.new_page()
        tab.route(
            f"{ELSEWHERE}**",
            lambda route: route.fulfill(body="<title>Elsewhere</title>", content_type="text/html"),
        )
        tab.goto(server.url + LEAF)
        for process in server.processes():
            os.kill(process, signal.SIGSTOP)
        try:
            tab.get_by_role("button", name="Quick exit").click()
            tab.wait_for_url(f"{ELSEWHERE}**")
            assert tab.title() == "Elsewhere"
        finally:
            for process in server.processes():
                os.kill(process, signal.SIGCONT)
        context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("away", [False, True], ids=["read last", "read before"])
def test_back_after_quick_exit_never_shows_what_was_read(chromium, served, script, away):
    # No route is set here: where requests are intercepted, Chromium asks again for what it has not kept.
    context = chromium.new_context(java_script_enabled=script)
    tab = context.new_page()
    tab.goto(served.url + "/in/")
    tab.get_by_role("link", name="Help and safety").click()
    tab.get_by_role("button", name="Open it").click()
    tab.get_by_role("heading", name="Help and safety").wait_for()
    if away:
        tab.get_by_role("link", name="Back to the first page").click()
        tab.goto(served.url + LEAF)
    tab.get_by_role("button", name="Quick exit").click()
    wait_until(tab, lambda: tab.url == NOWHERE)
    tab.wait_for_timeout(500)
    seen = [back(tab) for _ in range(6)]
    context.close()
    assert any("Sign in" in text for text in seen), "it went all the way back"
    assert [text for text in seen if "Help and safety, for you alone" in text or "afraid" in text] == []


def wait_until(tab, happened):
    """Wait for what the browser does by itself."""
    for _ in range(100):
        if happened():
            return
        tab.wait_for_timeout(100)
    pytest.fail("it did not happen")


def back(tab):
    """One step back, however it ends, and what can be read there."""
    with suppress(Error):
        tab.go_back(timeout=3000)
    tab.wait_for_timeout(300)
    return tab.locator("html").inner_text()
