"""What a request leaves in memory when it has been answered: nothing.

Circles stay until the collector comes by, which may take long; in them would be keys, and what somebody wrote.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from types import FrameType, TracebackType

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from tests.harness import Canary, fill, form_cases, made, named, one_for, page_cases, stage
from tests.people import ORIGIN, Person

FORMS = [case for case in form_cases() if not case.locked]


class Plain(Client):
    """Asks the same way, but keeps nothing of the answer: what the test client hangs on to one goes in circles."""

    def request(self, **more: object) -> HttpResponse:
        return self.handler(self._base_environ(**more))

    def send(self, path: str, data: dict[str, object]) -> HttpResponse:
        """Post a form as a browser does: in parts only where a file is among what it holds."""
        if any(hasattr(one, "read") for one in data.values()):
            return self.post(path, data, secure=True)
        return self.post(path, urlencode(data, doseq=True), "application/x-www-form-urlencoded", secure=True)


def plain(who: Person, *, signed_out: bool) -> Plain:
    client = Plain(**ORIGIN)
    if not signed_out:
        who.keep_up()
        client.cookies = who.client.cookies
    return client


@pytest.fixture(autouse=True)
def _only_what_is_new(settings) -> Iterator[None]:
    """The collector does not come by of itself, and looks at nothing that was there before."""
    settings.BOTHAND_OPEN = True
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def left(ask: Callable[[], HttpResponse]) -> Counter[type]:
    """The kinds of what was in circles after this, and how many of each."""
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        assert ask().status_code < 500
        gc.collect()
        return Counter(map(type, gc.garbage))
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


def telling(kinds: Iterable[type]) -> list[str]:
    """Those that hold what somebody wrote, a key, or the request.

    Besides them, circles hold what libraries find out about types once, and Django's errors, each of which lists itself.
    """
    return [
        one.__qualname__
        for one in kinds
        if one in (FrameType, TracebackType)
        or one.__module__.startswith(("bothand", "django.http", "django.core.handlers", "django.forms"))
    ]


@pytest.mark.parametrize("case", page_cases(), ids=named)
def test_nothing_of_a_page_stays(case, db):
    words = Canary()
    who = one_for(case, words)
    if not case.signed_out:
        fill(who, words)
    path = reverse(case.url, kwargs=case.prepare(stage(who))) + (f"?{case.query}" if case.query else "")
    client = plain(who, signed_out=case.signed_out)
    client.get(path, secure=True)
    assert not left(lambda: client.get(path, secure=True))


@pytest.mark.parametrize("case", FORMS, ids=named)
def test_nothing_of_a_form_stays(case, db):
    words = Canary()
    who = one_for(case, words)
    path, data = made(case, stage(who), words)
    client = plain(who, signed_out=case.signed_out)
    assert not telling(left(lambda: client.send(path, data)))


@pytest.mark.parametrize("case", [case for case in FORMS if case.form], ids=named)
def test_nothing_of_a_form_that_cannot_be_kept_stays(case, db):
    words = Canary()
    who = one_for(case, words)
    path, _ = made(case, stage(who), words)
    client = plain(who, signed_out=case.signed_out)
    client.send(path, {"text": "\0"})
    assert not telling(left(lambda: client.send(path, {"text": "\0"})))


@pytest.mark.parametrize("door", ["locked", "signed_out", "nowhere"])
def test_nothing_stays_of_what_met_a_closed_door(door, noa):
    client = plain(noa, signed_out=door == "signed_out")
    if door == "locked":
        noa.lock()
    path = reverse("inner_entry", kwargs={"hex_id": "0" * 32}) if door == "nowhere" else reverse("inner_new")

    def ask() -> HttpResponse:
        client.get(path, secure=True)
        return client.send(path, {"text": "words of mine"})

    ask()
    assert not telling(left(ask))
