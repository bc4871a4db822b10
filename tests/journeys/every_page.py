"""Every page of every room at its address, for whoever walks over them with a browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, Route
from tests.harness import Canary, named, one_for, page_cases, path_of, stage
from tests.journeys.walking import opened

from bothand.accounts import access
from bothand.kit.tests.cases import PageCase, Stage

NAMES = ("Noa", "Sam")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, to be shown as it was."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to look at. `cookie` is the session of who may, "" where nobody is signed in; `answer` is what is shown at
    its address where asking for it would not bring it.
    """

    name: str
    path: str
    cookie: str
    answer: Answer | None = None


def named_people(words: Callable[[str], str]) -> Callable[[str], str]:
    """The words, but people who come are called as people are."""
    names = iter(NAMES)
    return lambda field: next(names) if field == "shown name" else words(field)


def shown(
    before: Callable[[PageCase, Stage], object] = lambda case, on: None,
    words: Callable[[str], str] | None = None,
) -> list[Shown]:
    """All of them, their state made of `words`, `before` it anything else. Call it before a browser starts: its loop
    forbids the database.
    """
    words = words or Canary()
    found = []
    for case in page_cases():
        who = one_for(case, named_people(words))
        on = stage(who)
        before(case, on)
        path = path_of(case, on)
        cookie = "" if case.signed_out else who.client.cookies[access.COOKIE].value
        found.append(Shown(named(case), path, cookie))
    return found


@contextmanager
def window(browser: Browser, url: str, **options: object) -> Iterator[Callable[[Shown], Page]]:
    """One window in which any of them can be opened."""
    with opened(browser, url, **options) as context:
        tab = context.new_page()
        made: dict[str, Answer] = {}
        # Set once and for all pages: to set and take it away again for each now and then stops a page half way.
        tab.route(lambda address: address in made, lambda route: _as_answered(made[route.request.url], route))

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
            made.clear()
            if one.answer:
                made[url + one.path] = one.answer
            answer = tab.goto(one.path)
            assert answer is not None
            assert answer.status == (one.answer.status if one.answer else 200), (one.name, answer.status)
            # A page that makes something new stands at an address that names its form.
            assert re.sub(r"[?&]form=[0-9a-f]{32}", "", tab.url) == url + one.path, (one.name, tab.url)
            return tab

        yield show


def _as_answered(answer: Answer, route: Route) -> None:
    route.fulfill(status=answer.status, headers=answer.headers, body=answer.body)
