"""Every page of every room at its address, for whoever walks over them with a browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Browser, Page
from tests.harness import Canary, named, one_for, page_cases, stage
from tests.journeys.walking import opened

from bothand.couples import access
from bothand.rooms.kit.cases import PageCase, Stage

NAMES = ("Noa", "Sam")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to look at. `cookie` is the session of who may, "" where nobody is signed in."""

    name: str
    path: str
    cookie: str


def shown(before: Callable[[PageCase, Stage], object] = lambda case, on: None) -> list[Shown]:
    """All of them, their state made, `before` it anything else. Call it before a browser starts: its loop forbids
    the database.
    """
    words: Callable[[str], str] = Canary()
    found = []
    for case in page_cases():
        names = iter(NAMES)
        who = one_for(case, lambda field, names=names: next(names) if field == "shown name" else words(field))
        on = stage(who)
        before(case, on)
        kwargs = case.prepare(on)
        cookie = "" if case.signed_out else who.client.cookies[access.COOKIE].value
        path = reverse(case.url, kwargs=kwargs) + (f"?{case.query}" if case.query else "")
        found.append(Shown(named(case), path, cookie))
    return found


@contextmanager
def window(browser: Browser, url: str, **options: object) -> Iterator[Callable[[Shown], Page]]:
    """One window in which any of them can be opened."""
    with opened(browser, url, **options) as context:
        tab = context.new_page()

        def show(one: Shown) -> Page:
            context.clear_cookies()
            if one.cookie:
                context.add_cookies(
                    [
                        {
                            "name": access.COOKIE, "value": one.cookie, "url": url.replace("http:", "https:"),
                            "secure": True, "httpOnly": True, "sameSite": "Lax",
                        }
                    ]
                )  # fmt: skip
            answer = tab.goto(one.path)
            assert answer is not None
            assert answer.status == 200, (one.name, answer.status)
            assert tab.url == url + one.path, (one.name, tab.url)
            return tab

        yield show
