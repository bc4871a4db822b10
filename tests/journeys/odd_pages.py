"""The pages one meets when something is in the way: closed, carried along, written twice, broken. No address leads to
most of them, so each is made once and shown in a browser as it was answered.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from tests.harness import Canary, form_cases, named, newcomer, one_for, send
from tests.journeys.every_page import Answer, Shown, named_people
from tests.people import Person, browser

from bothand.accounts import access
from bothand.accounts.errors import Alone
from bothand.accounts.models import Session
from bothand.accounts.partner import Partner
from bothand.accounts.preferences import Settings
from bothand.accounts.visitor import Visitor
from bothand.shell import errors, parts
from bothand.shell import page as pages_of_shell
from bothand.shell.page import Page, Space, render
from bothand.shell.process import Place, Process, Step
from bothand.shell.process_page import Course, PartDonePage, present_course
from bothand.vault.errors import Missing

WORDS = "I walked the long way home, alone, and was not in a hurry."
OTHER_WORDS = "I walked the long way home."
NOA = Visitor(
    signed_in=True,
    unlocked=True,
    account=b"a" * 16,
    has_pin=True,
    settings=Settings(name="Noa", zone="Europe/Vienna"),
    partner=Partner(account=b"b" * 16, name="Sam", hue="clay"),
)


def odd_pages() -> list[Shown]:
    """All of them. Call it before a browser starts: its loop forbids the database."""
    return [*_written_twice(), *_closed(), *_carried(), *_told(), *_broken(), *_asked()]


def _shown(name: str, path: str, response: HttpResponse, who: Person | None = None) -> Shown:
    cookie = who.client.cookies[access.COOKIE].value if who else ""
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return Shown(name, path, cookie, Answer(response.status_code, headers, response.content))


def _somebody() -> Person:
    return newcomer(named_people(Canary()))


def _written_twice() -> Iterator[Shown]:
    """Every form that is answered by a page of its own: two windows, and what is left after the last button."""
    for case in form_cases():
        if case.shows:
            who = one_for(case, named_people(Canary()))
            sent = send(case, who, lambda _field: WORDS)
            gone = access.COOKIE not in who.client.cookies or not who.client.cookies[access.COOKIE].value
            yield _shown(named(case), sent.path, sent.response, None if gone else who)


def _closed() -> Iterator[Shown]:
    who = _somebody()
    who.lock()
    yield _shown("unlock", "/", who.client.get("/"), who)
    yield _shown("unlock-wrong", "/open/", who.client.post("/open/", {"pin": "999999"}), who)
    for _ in range(4):
        gone = who.client.post("/open/", {"pin": "999999"})
    yield _shown("unlock-without-pin", "/open/", gone, who)


def _carried() -> Iterator[Shown]:
    path, typed = reverse("journal_new"), {"text": WORDS}
    locked, ended, strict = _somebody(), _somebody(), _somebody()
    locked.lock()
    page = locked.client.post(path, typed)
    yield _shown("carry-locked", path, page, locked)
    again = {"carry_path": path, "carry.text": WORDS, "pin": "999999"}
    yield _shown("carry-wrong", "/again/", locked.client.post("/again/", again), locked)
    file = {"file": SimpleUploadedFile("copy.zip", b"words")}
    yield _shown("carry-file", "/you/bring/", locked.client.post("/you/bring/", file), locked)
    Session.objects.filter(key=ended.live.key).delete()
    yield _shown("carry-signed-out", path, ended.client.post(path, typed))
    strict.client.handler.enforce_csrf_checks = True
    yield _shown("carry-old-form", path, strict.client.post(path, typed), strict)
    nobody = browser()
    nobody.handler.enforce_csrf_checks = True
    yield _shown("carry-sign-in", "/in/", nobody.post("/in/", {"name": "Noa", "password": "x"}))


def _told() -> Iterator[Shown]:
    """Forms that are sent back with what is still open, and the door that stays shut."""
    who = _somebody()
    own = {"which": "own", "new_password": "too short", "again_password": "too short"}
    forms = {
        "/you/": {"name": "", "hue": "moss", "zone": "Europe/Vienna", "lock_after": "0"},
        "/you/words/": {"password": "not the password", "way": "plain", **own},
        "/you/digits/": {"pin": "111111", "password": "not the password"},
        "/you/bring/": {"password": "not the password"},
        "/you/close/": {"password": "not the password"},
    }
    for path, data in forms.items():
        response = who.client.post(path, data)
        assert response.status_code in {403, 422}
        yield _shown(f"told-{path.strip('/').replace('/', '-')}", path, response, who)
    for path in ("/in/", "/start/", "/back/"):
        yield _shown(f"told-{path.strip('/')}", path, browser().post(path, own))


BROKEN: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "unread": errors.bad_request,
    "forbidden": errors.forbidden_page,
    "missing": errors.not_found,
    "too-large": lambda request: errors.bad_request(request, RequestDataTooBig()),
    "too-many": lambda request: errors.too_many(request, 30),
    "did-not-open": errors.did_not_open,
    "newer": errors.newer_page,
    "broken": errors.server_error,
}


def _request(path: str, visitor: Visitor, **typed: str) -> HttpRequest:
    request = RequestFactory().post(path, typed) if typed else RequestFactory().get(path)
    request.visitor = visitor  # type: ignore[attr-defined]  # the middleware's own
    return request


def _broken() -> Iterator[Shown]:
    for name, answer in BROKEN.items():
        path = f"/nowhere/{name}/"
        yield _shown(f"error-{name}", path, answer(_request(path, NOA)))
    for name, rescued in {
        "alone": errors.alone(_request("/nowhere/", NOA, text=WORDS), Alone()),
        "changed": errors.changed_page(_request("/nowhere/", NOA, text=WORDS)),
        "gone": errors.not_found(_request("/nowhere/", NOA, text=WORDS), Missing()),
        "read-only": errors.read_only(_request("/nowhere/", NOA, text=WORDS)),
    }.items():
        yield _shown(f"rescued-{name}", f"/nowhere/{name}/", rescued)
    yield _shown("error-missing-signed-out", "/nowhere/", errors.not_found(_request("/nowhere/", Visitor())))


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfTwo(parts.ConflictPage):
    """As rooms for two have it."""

    space: ClassVar[Space] = "ours"
    place: ClassVar[pages_of_shell.Place] = "ours"


def _course() -> Course:
    """Something in two steps, of which the first is done."""
    steps = (
        Step[bool](key="say", title="Say it", done=lambda said: said),
        Step[bool](key="see", title="See it", about="You both see it.", ready=bool, done=lambda _said: False),
    )
    waiting = Place(steps[0], 0, waits=True)
    return present_course(Process(steps), waiting, title="Our evenings", partner="Sam")


def _asked() -> Iterator[Shown]:
    """The shell's own pages for rooms to fill in, in each of their forms."""
    both = parts.Both(label="Your words", name="text", mine=WORDS, theirs=OTHER_WORDS)
    revision = (parts.Hidden(name="revision", value="2"),)
    pages: dict[str, Page] = {
        "conflict": parts.ConflictPage(pairs=(both,), hidden=revision, action="/nowhere/", back_to="/"),
        "conflict-of-two": _OfTwo(pairs=(both,), action="/nowhere/", back_to="/", by="Sam"),
        "conflict-gone": parts.ConflictPage(pairs=(both,), action="/nowhere/", back_to="/", gone=True),
        "confirm": parts.ConfirmPage(
            title="Take this page away?",
            lines=("It is gone at once, and nobody can bring it back.",),
            action="/nowhere/",
            button="Remove",
            back="Keep it",
            back_to="/",
            care=True,
            password=True,
            wrong="That is not your password. Capitals and spaces count.",
        ),
        "part-done": PartDonePage(course=_course(), change="/nowhere/"),
        "part-done-shown": PartDonePage(course=_course(), shows="Your words are there to be read."),
    }
    for name, page in pages.items():
        path = f"/nowhere/{name}/"
        yield _shown(f"shell-{name}", path, render(_request(path, NOA), page, status=409))
