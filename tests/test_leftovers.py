"""What a request leaves in memory when it has been answered: nothing.

Circles stay until the collector comes by, which may take long; in them would be keys, and what somebody wrote.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from types import FrameType, TracebackType

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from tests.harness import Canary, form_cases, made, named, one_for, page_cases, path_of, stage
from tests.people import ORIGIN, Person, Secure
from tests.residents import Lasting, fresh, lasting, resident

__all__ = ["lasting"]

FORMS = form_cases()


class Plain(Secure):
    """Asks the same way, but keeps nothing of the answer: what the test client hangs on to one goes in circles."""

    def request(self, **more: object) -> HttpResponse:
        return self.handler(self._base_environ(**more))

    def send(self, path: str, data: dict[str, object]) -> HttpResponse:
        """Post a form as a browser does: in parts only where a file is among what it holds."""
        if any(hasattr(one, "read") for one in data.values()):
            return self.post(path, data)
        return self.post(path, urlencode(data, doseq=True), "application/x-www-form-urlencoded")


def plain(who: Person, *, signed_out: bool, locked: bool = False) -> Plain:
    client = Plain(**ORIGIN)
    who.keep_up()
    if locked:
        who.lock()
    if not signed_out:
        client.cookies = who.client.cookies
    return client


@pytest.fixture(scope="module")
def _collector_waits() -> Iterator[None]:
    """The collector does not come by of itself."""
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _only_what_is_new(settings, _collector_waits) -> None:
    """What was there before is not looked at, now or by the tests after: else each would walk over the whole house."""
    settings.BOTHAND_OPEN = True
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module")
def residents(lasting: Lasting) -> dict[bool, Person]:
    """Somebody alone, and one of two, with something in every room."""
    with lasting():
        return {paired: resident(paired=paired) for paired in (False, True)}


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
def test_nothing_of_a_page_stays(case, residents, db):
    who = one_for(case, Canary()) if case.signed_out else fresh(residents[case.paired])
    path = path_of(case, stage(who))
    client = plain(who, signed_out=case.signed_out)
    client.get(path)
    assert not left(lambda: client.get(path))


@pytest.mark.parametrize("case", FORMS, ids=named)
def test_nothing_of_a_form_stays(case, db):
    words = Canary()
    who = one_for(case, words)
    path, data = made(case, stage(who), words)
    client = plain(who, signed_out=case.signed_out, locked=case.locked)
    assert not telling(left(lambda: client.send(path, data)))


@pytest.mark.parametrize("case", [case for case in FORMS if case.form], ids=named)
def test_nothing_of_a_form_that_cannot_be_kept_stays(case, db):
    words = Canary()
    who = one_for(case, words)
    path, _ = made(case, stage(who), words)
    client = plain(who, signed_out=case.signed_out, locked=case.locked)
    client.send(path, {"text": "\0"})
    assert not telling(left(lambda: client.send(path, {"text": "\0"})))


@pytest.mark.parametrize("door", ["locked", "signed_out", "nowhere"])
def test_nothing_stays_of_what_met_a_closed_door(door, noa):
    client = plain(noa, signed_out=door == "signed_out", locked=door == "locked")
    path = (
        reverse("journal_entry", kwargs={"hex_id": "0" * 32}) if door == "nowhere" else reverse("journal_new")
    )

    def ask() -> HttpResponse:
        client.get(path)
        return client.send(path, {"text": "words of mine"})

    ask()
    assert not telling(left(ask))
