"""Pulling the plug: whatever changes more than one thing leaves the old or the new behind, and each of them whole.

A forked child does it on a copy of a file database and is killed at each statement SQLite sees, COMMIT included. The
parent opens what is left, with the old secrets and the new. What was answered is never lost.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.management import call_command
from tests.crashing import NEVER, Dice, copied, database_at, look, run, touch_all
from tests.harness import PIN, fill, form_cases, made, named, plain_words, stage
from tests.people import Clock, Person, QuickKdf, browser, person

from bothand.accounts import accounts, departure, derivation, pairing, sessions, wall_clock
from bothand.accounts.models import Account
from bothand.accounts.preferences import Settings
from bothand.kit.tests.cases import FormCase
from bothand.vault import randomness

MOST_STATEMENTS = 210
"""The thorough password change has most: it seals each of some 65 documents anew, in two statements, and has some 50 around."""
NEW = "another long password, for later"


@dataclass
class Home:
    """A database file with two people who are a couple in it, a stranger, and one who was invited."""

    path: Path
    who: Person
    partner: Person
    source: Person
    link: bytes
    passwords: list[str] = field(default_factory=list)

    def read(self, one: Person) -> accounts.Opened:
        """Somebody's account as it lies there now."""
        return accounts.by_key(Account.objects.get(id=one.opened.id), one.opened.account_key)


@pytest.fixture(scope="module")
def home(django_db_blocker, tmp_path_factory) -> Iterator[Home]:
    path = tmp_path_factory.mktemp("crash") / "home.sqlite3"
    clock = Clock()
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(derivation, "KDF", QuickKdf())
        patch.setattr(wall_clock, "CLOCK", lambda: clock.time)
        patch.setattr(wall_clock, "TICKS", lambda: clock.ticks)
        patch.setattr(randomness, "SOURCE", Dice("home"))
        with database_at(path):
            call_command("migrate", verbosity=0)
            people = [
                person(name, chosen=Settings(name=name.title(), zone="UTC"))
                for name in ("noa", "sam", "robin")
            ]
            who, partner, source = people
            for one in (who, source):
                fill(one, plain_words())
            sessions.set_pin(who.live, who.opened, PIN, derivation.KDF)
            link = pairing.make_invitation(who.opened).keyring.invitation
            pairing.accept_invitation(partner.opened, link)
            built = Home(path, who, partner, source, link, [who.password, NEW])
            who.opened = pairing.catch_up(built.read(who))
            partner.opened = built.read(partner)
            who.partner, partner.partner = partner, who
            built.link = pairing.make_invitation(built.read(source)).keyring.invitation
            source.opened = built.read(source)
        yield built


@pytest.fixture
def fixed(clock, monkeypatch, settings, django_db_blocker) -> Iterator[None]:
    settings.BOTHAND_OPEN = True
    monkeypatch.setattr(randomness, "SOURCE", Dice("state"))
    with django_db_blocker.unblock():
        yield


def words(name: str) -> str:
    return NEW if "password" in name else f"{name} typed before the plug was pulled"


def by_form(case: FormCase, home: Home) -> Callable[[], None]:
    """Make the form's state in the database at hand; what the child is to do then."""
    touch_all()
    on = stage(home.who, copy_of=home.source)
    path, data = made(case, on, words)
    data["mark"] = ""
    client = browser() if case.signed_out else home.who.client
    if case.locked:
        home.who.lock()

    def act() -> None:
        response = client.post(path, data)
        assert response.status_code < 400 or case.shows, response.content.decode()

    return act


def outcomes(home: Home, prepare: Callable[[Home], Callable[[], None]]) -> int:
    """Kill at each statement in turn; look at each of the states that were left. How many there were."""
    base = copied(home.path, "base.sqlite3")
    with database_at(base):
        act = prepare(home)
    code = home.who.opened.keyring.recovery_code

    def seen(path: Path) -> object:
        return look(path, home.passwords, [code])

    old, ended = seen(base), copied(base, "ended.sqlite3")
    done, statements = run(act, ended, until=NEVER)
    assert done
    assert 0 < statements < MOST_STATEMENTS
    new = seen(ended)
    for number in range(1, statements + 1):
        left = copied(base, "left.sqlite3")
        done, begun = run(act, left, until=number)
        assert (done, begun) == (False, number - 1), "it did not go the same way twice"
        state = seen(left)
        assert state in (old, new), f"neither old nor new, killed at statement {number} of {statements}"
        with database_at(left):
            touch_all()
            live = sessions.load_session(home.who.client.cookies["__Host-bothand"].value)
            assert live is None or live.one.device_key == home.who.live.one.device_key
    return statements


# *Help and safety* asks the database nothing, so there is nothing to cut off.
@pytest.mark.parametrize("case", [case for case in form_cases() if case.url != "safety_page"], ids=named)
def test_a_form_that_is_cut_off_leaves_old_or_new(case, home, fixed):
    assert outcomes(home, lambda home: by_form(case, home)) > 0


OPERATIONS: dict[str, Callable[[Home], object]] = {
    "inviting": lambda home: pairing.make_invitation(home.read(home.source)),
    "taking a link back": lambda home: pairing.take_back(home.read(home.source)),
    "somebody knew it": lambda home: accounts.somebody_knew_it(
        home.read(home.who), NEW, QuickKdf(), now=wall_clock.now()
    ),
    "leaving quietly": lambda home: departure.leave_space(home.read(home.who), None, keep=home.who.live.key),
    "leaving with a note": lambda home: departure.leave_space(
        home.read(home.who), None, keep=home.who.live.key, note="Take care."
    ),
    "deleting": lambda home: departure.delete_account(home.read(home.who)),
    "ending other sessions": lambda home: accounts.end_other_sessions(
        home.read(home.who), keep=home.who.live.key
    ),
}


@pytest.mark.parametrize("act", OPERATIONS.values(), ids=OPERATIONS)
def test_what_two_do_leaves_old_or_new(act, home, fixed):
    assert outcomes(home, lambda home: lambda: act(home)) > 1


def test_a_link_that_is_opened_is_opened_whole(home, fixed):
    newcomer = []

    def prepare(home: Home) -> Callable[[], None]:
        newcomer.append(person("kim", chosen=Settings(name="Kim", zone="UTC")))
        return lambda: pairing.accept_invitation(home.read(newcomer[0]), home.link)

    assert outcomes(home, prepare) > 1


def test_a_child_that_is_not_killed_in_time_is_noticed(home, fixed):
    """The test of the test: two changes without a transaction around them leave a state that is neither."""

    def prepare(home: Home) -> Callable[[], None]:
        def act() -> None:
            accounts.change_password(home.read(home.who), NEW, QuickKdf())
            accounts.end_other_sessions(home.read(home.who), keep=None)

        return act

    with pytest.raises(AssertionError, match="neither old nor new"):
        outcomes(home, prepare)


def test_nothing_of_the_children_is_left(home):
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
