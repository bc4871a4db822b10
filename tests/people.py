"""People for tests: somebody signed in, as the server would see them. The key derivation is quick here and only here."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from bothand.accounts import (
    access,
    accounts,
    activity,
    derivation,
    looks,
    meeting_place,
    pairing,
    peopled,
    sessions,
    shared_space,
    throttle,
    untold_events,
    wall_clock,
)
from bothand.accounts.accounts import Opened
from bothand.accounts.models import Account
from bothand.accounts.preferences import Settings
from bothand.domain.checkins import FearAnswers
from bothand.vault import erasure
from bothand.vault.kdf import KdfParams, normalize_secret
from bothand.vault.ours import Ours
from bothand.vault.space import Space

QUICK = KdfParams(8, 1, 1)
PASSWORD = "a long password for tests"
ORIGIN = {"HTTP_ORIGIN": "https://testserver", "HTTP_SEC_FETCH_SITE": "same-origin"}


@dataclass(frozen=True, slots=True)
class QuickKdf:
    """One hash instead of 64 MiB. Its parameters lie below the floor, so that the real one refuses what it made."""

    params: KdfParams = QUICK

    def stretch(self, secret: str, salt: bytes, params: KdfParams) -> bytes:
        return hashlib.sha256(normalize_secret(secret) + salt + params.encode()).digest()


@dataclass(slots=True)
class Person:
    """Somebody with an account, signed in on one device."""

    login: str
    opened: Opened
    client: Client
    live: sessions.Live = field(repr=False)
    password: str = PASSWORD
    partner: "Person | None" = field(default=None, repr=False)

    @property
    def mine(self) -> Space:
        return accounts.open_mine(self.opened)

    @property
    def ours(self) -> Ours | None:
        """The space of both as this person opens it, or None for one alone."""
        return shared_space.open_ours(self.opened.id, self.opened.keyring, self.mine)

    def reread(self) -> None:
        """Take the account as it lies in the database now, and tell this device of it."""
        self.opened = accounts.by_key(Account.objects.get(id=self.opened.id), self.opened.account_key)
        self.live = sessions.open_again(self.live, self.opened)

    def keep_up(self) -> None:
        """Take the session as the browser has it now: whatever took the password again went on in a new one."""
        cookie = self.client.cookies.get(access.COOKIE)
        self.live = (cookie is not None and sessions.load_session(cookie.value)) or self.live

    def lock(self) -> None:
        self.keep_up()
        sessions.lock_session(self.live)

    def answer_never(self, day: date) -> None:
        """Say *never* to the three questions about fear: from then on things for two may be suggested."""
        self.mine.add(FearAnswers(day=day, say_no=0, disagree=0, at_home=0))

    def another_device(self) -> "Person":
        """The same person, signed in on a second device."""
        device = _device(self.login, self.opened, self.password)
        device.partner = self.partner
        return device

    def comes_again(self) -> "Person":
        """The same person at their next unlocked visit, as signing in or unlocking begins it."""
        self.reread()
        device = self.another_device()
        meeting_place.lay_again(device.opened)
        return device


def pair(one: Person, other: Person) -> None:
    """Make them a couple: `one` invites, `other` opens the link, `one` comes by again."""
    for who in (one, other):
        who.reread()
    link = pairing.make_invitation(one.opened).keyring.invitation
    pairing.accept_invitation(other.opened, link)
    one.reread()
    pairing.catch_up(one.opened)
    for who in (one, other):
        who.reread()
    one.partner, other.partner = other, one


def person(
    login: str,
    *,
    chosen: Settings | None = None,
    password: str = PASSWORD,
    since: datetime | None = None,
) -> Person:
    """Make an account and sign it in."""
    settings = chosen or Settings(name=login.title(), zone="Europe/Vienna")
    # Here for twelve years, so that tests may write into any of them.
    long_ago = since or wall_clock.now() - timedelta(days=12 * 366)
    opened = accounts.sign_up(login, password, settings, derivation.KDF, anybody=True, now=long_ago)
    return _device(login, opened, password)


def browser() -> Client:
    """A browser that sends what browsers send with a form; CSRF is checked where a test asks for it."""
    return Secure(**ORIGIN)


class Secure(Client):
    """Django's client, always over TLS, as cookies demand. It reads names without the marks around them."""

    reads_names = True

    def generic(self, *args, **kwargs):
        kwargs["secure"] = True
        response = super().generic(*args, **kwargs)
        if self.reads_names and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = re.sub(rb"</?bdi>", b"", response.content)
        return response


def _device(login: str, opened: Opened, password: str) -> Person:
    client = browser()
    cookie, live = sessions.begin_session(opened, agent="Firefox/128 Android")
    client.cookies[access.COOKIE] = cookie
    activity.allow_once(live.key, "code")
    return Person(login, opened, client, live, password)


class Clock:
    """A clock that tests set by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
        self.ticks = 1000.0

    def on(self, **kwargs: int) -> None:
        """Move to another point of the same day, or to another day, by `datetime.replace`."""
        self.time = self.time.replace(**kwargs)

    def minutes(self, count: float) -> None:
        """Let time pass."""
        self.time += timedelta(minutes=count)
        self.ticks += count * 60


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derivation, "KDF", QuickKdf())
    monkeypatch.setattr(erasure, "_PAUSE", 0.001)
    throttle.forget_all()
    untold_events.forget_events()
    activity.clear_activity()
    looks.forget_looks()
    peopled.unmark_people()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A fixed time: Tuesday, 24 November 2026, half past six in the evening, UTC."""
    own = Clock()
    monkeypatch.setattr(wall_clock, "CLOCK", lambda: own.time)
    monkeypatch.setattr(wall_clock, "TICKS", lambda: own.ticks)
    return own


@pytest.fixture(autouse=True)
def _clock_first(request: pytest.FixtureRequest) -> None:
    """Where a test stops the clock, it stands still before anybody signs up: else they do so on the day of the run."""
    if "clock" in request.fixturenames:
        request.getfixturevalue("clock")


@pytest.fixture
def noa(db) -> Person:
    """Somebody with a place of their own."""
    return person("noa")


@pytest.fixture
def sam(db) -> Person:
    """Somebody else."""
    return person("sam", chosen=Settings(name="Sam", hue="clay", zone="Europe/Vienna"))


@pytest.fixture
def couple(noa, sam) -> tuple[Person, Person]:
    """Noa and Sam, who are a couple."""
    pair(noa, sam)
    return noa, sam


@pytest.fixture
def robin(db) -> Person:
    """A stranger."""
    return person("robin", chosen=Settings(name="Robin", hue="sky"))


@pytest.fixture
def anyone(db) -> Client:
    """A browser in which nobody is signed in."""
    return browser()
