"""Whatever one does for oneself, the other's pages are the same to the byte.

Two runs start from one copied folder, with the same clock and the same dice. In one of them Noa acts: she answers,
drafts, lays down, reads *Help and safety*, leaves quietly, deletes. Sam has laid down nothing. Then every page of Sam's is
looked at, unlocked and locked: status, headers, body and the texts of the SQL must not differ.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.crashing import Dice, copied, database_at, touch_all
from tests.harness import form_cases, made, named, page_cases, plain_words, stage
from tests.people import Clock, Person, QuickKdf, browser, pair, person

from bothand.accounts import access, departure, derivation, looks, meeting_place, sessions, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.preferences import Settings
from bothand.kit import registry
from bothand.vault import randomness

Seen = tuple[str, int, list[Any], bytes, list[str]]


@dataclass
class Home:
    """A database with Noa and Sam in it, who are a couple; what Noa may send, and what Sam may look at."""

    path: Path
    noa: Person
    sam: Person
    sent: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def home(django_db_blocker, tmp_path_factory) -> Iterator[Home]:
    path = tmp_path_factory.mktemp("equal") / "home.sqlite3"
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        still(patch, "home")
        with database_at(path):
            call_command("migrate", verbosity=0)
            noa, sam = (
                person(name, chosen=Settings(name=name.title(), zone="UTC")) for name in ("noa", "sam")
            )
            pair(noa, sam)
            built = Home(path, noa, sam)
            for case in page_cases():
                if not case.signed_out:
                    where = reverse(case.url, kwargs=case.prepare(stage(sam)))
                    built.pages.append(where + (f"?{case.query}" if case.query else ""))
            for case in form_cases():
                if case.hidden and not (case.signed_out or case.ends or case.locked):
                    built.sent[named(case)] = made(case, stage(noa), plain_words())
            meeting_place.PLACE.clear()
            built.cookies = {who.login: who.client.cookies[access.COOKIE].value for who in (noa, sam)}
        yield built


def still(patch: pytest.MonkeyPatch, seed: str) -> None:
    """The same clock and the same dice, whenever it is called with the same seed."""
    clock, count = Clock(), iter(range(1 << 30))
    patch.setattr(derivation, "KDF", QuickKdf())
    patch.setattr(wall_clock, "CLOCK", lambda: clock.time)
    patch.setattr(wall_clock, "TICKS", lambda: clock.ticks)
    patch.setattr(randomness, "SOURCE", Dice(seed))
    patch.setattr("django.middleware.csrf._get_new_csrf_string", lambda: f"{next(count):032}")


def seen_by_sam(home: Home, act: Callable[[Home], object]) -> list[Seen]:
    """Sam's pages after Noa has acted, unlocked and then locked."""
    with pytest.MonkeyPatch.context() as patch, database_at(copied(home.path, "run.sqlite3")):
        still(patch, "noa")
        meeting_place.PLACE.clear()
        looks.forget_looks()
        for who in (home.noa, home.sam):
            who.client.cookies = SimpleCookie({access.COOKIE: home.cookies[who.login]})
        touch_all()
        act(home)
        # What Noa did has thrown other dice; from here on both runs throw the same.
        still(patch, "sam")
        touch_all()
        open_pages = [look(home, path) for path in home.pages]
        sessions.lock_session(home.sam.live)
        return [*open_pages, *(look(home, path) for path in home.pages)]


def look(home: Home, path: str) -> Seen:
    with CaptureQueriesContext(connection) as queries:
        answer = home.sam.client.get(path)
    texts = [without_values(query["sql"]) for query in queries.captured_queries]
    return path, answer.status_code, sorted(answer.headers.items()), answer.content, texts


def without_values(sql: str) -> str:
    """The text of a statement as the database is given it: values go beside it."""
    return (
        sql.split("-- ", maxsplit=1)[0] if "x'" not in sql else "".join(part for part in sql.split("'")[::2])
    )


@pytest.fixture(scope="module")
def nothing_done(home, django_db_blocker) -> list[Seen]:
    with django_db_blocker.unblock():
        return seen_by_sam(home, lambda _home: None)


REFUSED = {"account_codes_on-NewCodesPage"}
"""What is sent with something wrong in it."""


def sending(names: list[str]) -> Callable[[Home], None]:
    def act(home: Home) -> None:
        for name in names:
            path, data = home.sent[name]
            answer = home.noa.client.post(path, data)
            # A wrong code of an app is refused, which must not show either.
            assert answer.status_code in {200, 302, 303, 409} or name in REFUSED, (name, answer.status_code)

    return act


def looking(home: Home) -> None:
    """Noa walks through the whole house, *Help and safety* too."""
    for address in (*home.pages, reverse("safety_page")):
        home.noa.client.get(address)


def locking(home: Home) -> None:
    home.noa.client.post(reverse("lock"))


def of_room(name: str) -> list[str]:
    from importlib import import_module

    cases = import_module(f"bothand.rooms.{name}.tests.cases")
    return [
        named(case)
        for case in cases.FORMS
        if case.hidden and not (case.signed_out or case.ends or case.locked)
    ]


@pytest.mark.parametrize("room", [room.name for room in registry.all_rooms() if of_room(room.name)])
def test_nothing_shows_of_what_somebody_keeps_to_themselves(room, home, nothing_done, django_db_blocker):
    with django_db_blocker.unblock():
        assert_same(seen_by_sam(home, sending(of_room(room))), nothing_done)


def reread(who: Person) -> Opened:
    """Her account as it stands: forms before this may have written her keyring."""
    who.reread()
    return who.opened


ACTS: dict[str, Callable[[Home], object]] = {
    "walking through the house": looking,
    "locking": locking,
    "reading *Help and safety* signed out": lambda _home: browser().get(reverse("safety_page")),
    "leaving quietly": lambda home: departure.leave_space(reread(home.noa), None, keep=home.noa.live.key),
    "deleting": lambda home: departure.delete_account(reread(home.noa)),
    "signing in on another device": lambda home: home.noa.another_device(),
    "quick exit": lambda home: home.noa.client.post(reverse("exit")),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_shows_of_what_somebody_does_for_themselves(act, home, nothing_done, django_db_blocker):
    with django_db_blocker.unblock():
        assert_same(seen_by_sam(home, act), nothing_done)


def test_the_comparison_sees_what_is_meant_to_be_seen(home, nothing_done, django_db_blocker):
    def thank(home: Home) -> None:
        home.noa.client.post(reverse("pairing_thanks"), {"text": "For the tea", "id": "ab" * 16})

    with django_db_blocker.unblock():
        assert seen_by_sam(home, thank) != nothing_done


def assert_same(after: list[Seen], before: list[Seen]) -> None:
    assert len(after) == len(before) > 0
    for new, old in zip(after, before, strict=True):
        assert new[:3] == old[:3]
        assert new[3] == old[3], (new[0], differing(new[3].decode(), old[3].decode()))
        assert new[4] == old[4], new[0]


def differing(new: str, old: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in zip(new.splitlines(), old.splitlines(), strict=False) if a != b][:5]
