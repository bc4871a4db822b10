"""Every page in a real browser: axe in light and dark, 320 x 256, the focus in view, targets large enough."""

from importlib import import_module
from importlib.resources import files

import pytest
from tests.journeys.every_page import shown, window
from tests.journeys.odd_pages import odd_pages
from tests.journeys.walking import DESK, PHONE, SMALL, chromium

from bothand.shell import page as pages_of_shell
from bothand.shell.doors import CarryPage
from bothand.shell.exit import ExitHelp
from bothand.shell.parts import PlacePage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    # Each walks over all pages, some of them four times: minutes on a quiet machine.
    pytest.mark.timeout(1500),
]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(result =>
    result.violations.flatMap(one => one.nodes.map(node => one.id + " " + node.html.slice(0, 160))))"""
TOO_WIDE = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
# What has the focus must be what is seen at its middle; a label may stand for its field. Where the focus is larger
# than the window, the middle of what shows of it counts.
HIDDEN = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const seen = document.elementFromPoint(x, y);
    const label = one.closest("label") || (one.labels && one.labels[0]);
    const fine = seen && (one.contains(seen) || seen.contains(one) || (label && label.contains(seen)));
    return {fine: Boolean(fine), what: one.outerHTML.slice(0, 120), above: seen ? seen.outerHTML.slice(0, 80) : "none"};
}"""
# A link within a line of words may be as high as the line (WCAG 2.2, 2.5.8); anything else is 44 px both ways.
TOO_SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].flatMap(one => {
    if (one.type === "hidden" || !one.checkVisibility({visibilityProperty: true, opacityProperty: false})) return [];
    if (one.classList.contains("skip")) return [];
    const label = one.closest("label");
    const box = (label || one).getBoundingClientRect();
    if (!box.width || !box.height || box.bottom < 0) return [];
    const inline = one.tagName === "A" && getComputedStyle(one).display === "inline" && one.parentElement.matches("p, dd, span");
    const least = inline ? 0 : 43.5;
    return box.width < least || box.height < least
        ? [`${Math.round(box.width)}x${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`] : [];
})"""


@pytest.fixture(autouse=True)
def _open_to_all(settings):
    settings.BOTHAND_OPEN = True


def walk(url, check, **options):
    """What `check` found wrong, by page."""
    pages = [*shown(), *odd_pages()]
    with chromium() as browser, window(browser, url, **options) as show:
        found = {one.name: check(show(one)) for one in pages}
    return {name: wrong for name, wrong in found.items() if wrong}


def by_axe(page):
    page.evaluate(AXE)
    return page.evaluate(RUN_AXE, TAGS)


def hidden_focus(page):
    """Controls that have the focus, all the way through by Tab, and cannot be seen."""
    wrong, seen = [], set()
    for _ in range(120):
        page.keyboard.press("Tab")
        now = page.evaluate(HIDDEN)
        if now is None or now["what"] in seen:
            break
        seen.add(now["what"])
        if not now["fine"]:
            wrong.append(f"{now['what']} under {now['above']}")
    return wrong


def small_screen(page):
    wide = page.evaluate(TOO_WIDE)
    return [*([f"{wide} px too wide"] if wide > 0 else []), *hidden_focus(page)]


def by_axe_everywhere(page):
    """On phone and desk, in light and dark: the page is opened once, since to make and open it takes the longest."""
    page.evaluate(AXE)
    wrong = []
    for name, size in {"phone": PHONE, "desk": DESK}.items():
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            wrong += [f"{name} {scheme}: {each}" for each in page.evaluate(RUN_AXE, TAGS)]
    return wrong


def test_axe_finds_nothing_on_phone_and_desk_in_light_and_dark(live_server):
    # The page's own policy stays as served; only what is injected here passes it by.
    found = walk(live_server.url, by_axe_everywhere, bypass_csp=True, reduced_motion="reduce")
    assert found == {}


def _kinds_of(kind):
    return {kind, *(each for below in kind.__subclasses__() for each in _kinds_of(below))}


def test_every_page_of_the_shell_is_among_the_odd_ones(monkeypatch):
    seen = []
    context_of = pages_of_shell.context_of
    monkeypatch.setattr(
        pages_of_shell, "context_of", lambda request, one: seen.append(one) or context_of(request, one)
    )
    made = odd_pages()
    of_shell = {
        kind
        for kind in _kinds_of(pages_of_shell.Page)
        # A dataclass with slots is made anew; the one it was made from lingers among the subclasses.
        if kind.__module__.startswith("bothand.shell.")
        and hasattr(kind, "template")
        and getattr(import_module(kind.__module__), kind.__name__) is kind
    }
    # Those two have addresses of their own.
    assert of_shell - {PlacePage, ExitHelp} <= {type(one) for one in seen}
    assert {(one.reason, one.ask) for one in seen if isinstance(one, CarryPage)} == {
        ("locked", "unlock"),
        ("signed_out", "password"),
        ("csrf", "nothing"),
        ("csrf", "send"),
    }
    assert len({one.name for one in made}) == len(made)


def test_nothing_scrolls_sideways_or_hides_the_focus_at_four_hundred_per_cent(live_server):
    assert walk(live_server.url, small_screen, viewport=SMALL) == {}


def test_a_finger_can_meet_everything_on_a_phone(live_server):
    assert walk(live_server.url, lambda page: page.evaluate(TOO_SMALL), viewport=PHONE) == {}


FAULTY = """<!doctype html><html lang=en><title>x</title><body style="margin:0"><main><h1>x</h1>
<button style="width:20px;height:20px">a</button><p style="color:#bbb;background:#fff">pale words</p>
<input style="width:900px"><div style="position:fixed;inset:0;background:#fff"></div></main>"""


def test_the_checks_see_a_fault_where_there_is_one():
    with chromium() as browser:
        page = browser.new_page(viewport=SMALL)
        page.set_content(FAULTY)
        assert {"color-contrast", "label"} <= {line.split()[0] for line in by_axe(page)}
        wide, *hidden = small_screen(page)
        assert "too wide" in wide
        assert len(hidden) == 2
        assert "20x20" in page.evaluate(TOO_SMALL)[0]
