"""Two people and a third, two devices each, doing all that can be done in any order, against a model of a few lines.

Everything goes through the real pages, on a database in a file, with the real `backup` and `restore`. After each step
every person sees what the model says, on each device, and nothing else; no row anywhere fails to open.
"""

import copy
import re
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.crashing import database_at, touch_all
from tests.people import Clock, QuickKdf, browser

from bothand.accounts import accounts, activity, derivation, meeting_place, shared_space, throttle, wall_clock
from bothand.accounts.login_name import sealed_name
from bothand.accounts.models import Account, Session
from bothand.cli.backup import backup
from bothand.cli.restore import restore
from bothand.vault import erasure
from bothand.vault.models import Document, Shared

NAMES = ("noa", "sam", "robin")
REVEAL = "/ours/open/days/"
who = st.integers(0, len(NAMES) - 1)
device = st.integers(0, 1)


@dataclass
class Together:
    """What two hold together, as the model sees it. `laid` says who has something ready to be revealed."""

    thanks: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    laid: set[int] = field(default_factory=set)
    revealed: int = 0
    holders: set[int] = field(default_factory=set)
    # Who made new keys and waits for a fresh link to be opened.
    waiting: set[int] = field(default_factory=set)


@dataclass
class One:
    """A person, as the model sees them. Devices: None where nobody is signed in, else whether *mine* is open."""

    password: str = ""
    here: bool = False
    deleted: bool = False
    mine: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    with_: Together | None = None
    link: str = ""
    devices: list[bool | None] = field(default_factory=lambda: [None, None])


@dataclass
class Model:
    """All of it, so that a backup can hold a copy."""

    people: list[One] = field(default_factory=lambda: [One() for _ in NAMES])
    written: int = 0


class TogetherMachine(RuleBasedStateMachine):
    """See the head of this file."""

    base: ClassVar[Path]

    ended: ClassVar[int] = 0
    """How many examples were run to their end."""

    def __init__(self) -> None:
        super().__init__()
        self.model, self.saved = Model(), None
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.data = folder / "data"
        self.data.mkdir(mode=0o700)
        for name in ("names.key", "server.key"):
            source = Path(settings.DATABASES["default"]["NAME"]).parent / name
            if source.exists():
                shutil.copyfile(source, self.data / name)
        self.database, self.backup = self.data / "bothand.sqlite3", folder / "kept.backup"
        shutil.copyfile(self.base, self.database)
        patch = self.stack.enter_context(pytest.MonkeyPatch.context())
        self.clock = Clock()
        patch.setattr(wall_clock, "CLOCK", lambda: self.clock.time)
        patch.setattr(wall_clock, "TICKS", lambda: self.clock.ticks)
        patch.setattr(derivation, "KDF", QuickKdf())
        patch.setattr(erasure, "_PAUSE", 0.001)
        patch.setattr(settings, "BOTHAND_OPEN", True)
        self.stack.enter_context(database_at(self.database))
        self.browsers: list[list[Client]] = [[browser(), browser()] for _ in NAMES]
        meeting_place.PLACE.clear()
        activity.clear_activity()
        throttle.forget_all()

    def teardown(self) -> None:
        """Nothing of an example goes over into the next."""
        self.stack.close()
        TogetherMachine.ended += 1

    # What one person does

    @initialize(first=st.booleans())
    def two_are_here(self, first: bool) -> None:
        """Most of what there is to see takes two."""
        for number in (0, 1) if first else (1, 0):
            self.sign_up(number)
        self.pairs_at_once(0, 1)

    @rule(number=who)
    def sign_up(self, number: int) -> None:
        """A new account, on the first device."""
        one = self.model.people[number]
        if one.here:
            return
        fresh = One(password=self.word("password of many words"), here=True, deleted=False)
        fresh.devices[0] = True
        self.browsers[number] = [browser(), browser()]
        answer = self.browsers[number][0].post(
            "/start/",
            {"name": NAMES[number], "which": "own", "new_password": fresh.password,
             "again_password": fresh.password, "zone": "UTC"},
        )  # fmt: skip
        assert answer.status_code == 302, text(answer)
        self.browsers[number][0].post("/start/code/")
        self.model.people[number] = fresh
        for back in range(2):
            day = self.clock.time.date() - timedelta(days=back)
            answer = self.browsers[number][0].post(
                "/checkin/today/", {"day": day.isoformat(), "self_feeling": "4"}
            )
            assert answer.status_code == 302, text(answer)

    @rule(number=who, at=device)
    def sign_in(self, number: int, at: int) -> None:
        one = self.model.people[number]
        if not one.here or one.devices[at] is not None:
            return
        answer = self.browsers[number][at].post("/in/", {"name": NAMES[number], "password": one.password})
        assert answer.status_code == 302, text(answer)
        one.devices[at] = True
        self.came_by(number)

    @rule(number=who, at=device)
    def lock(self, number: int, at: int) -> None:
        one = self.model.people[number]
        if one.devices[at]:
            self.browsers[number][at].post("/lock/")
            one.devices[at] = False

    @rule(number=who, at=device)
    def unlock(self, number: int, at: int) -> None:
        one = self.model.people[number]
        if one.devices[at] is False:
            answer = self.browsers[number][at].post("/open/", {"password": one.password, "next": "/"})
            assert answer.status_code == 302, text(answer)
            one.devices[at] = True
            self.came_by(number)

    @rule(number=who, at=device)
    def write(self, number: int, at: int) -> None:
        """A page of the journal; locked, it is asked for the key and not kept."""
        one, words = self.model.people[number], self.word("page")
        if one.devices[at] is None:
            return
        answer = self.browsers[number][at].post("/journal/new/", {"text": words, "id": self.sign()})
        assert answer.status_code == (302 if one.devices[at] else 403), text(answer)
        if one.devices[at]:
            one.mine.append(words)

    # What two do

    def pairs_at_once(self, number: int, other: int) -> None:
        """One invites and the other opens it."""
        self.invite(number, 0)
        self.open_link(other, 0, number)

    @rule(number=who, at=device)
    def invite(self, number: int, at: int) -> None:
        """A link, where one is alone or has new keys."""
        one = self.model.people[number]
        if not one.devices[at]:
            return
        self.came_by(number)
        together = one.with_
        answer = self.browsers[number][at].post(reverse("pairing_invite"))
        assert answer.status_code == 302
        if together is None or number in together.waiting:
            shown = text(self.browsers[number][at].get(reverse("pairing_invite")))
            one.link = re.search(r"https://testserver(/with/[\w-]{22}/)<", shown)[1]

    @rule(number=who, at=device, by=who)
    def open_link(self, number: int, at: int, by: int) -> None:
        """Somebody opens the last link that somebody made."""
        one, inviter = self.model.people[number], self.model.people[by]
        if not one.devices[at] or not inviter.link:
            return
        self.came_by(number)
        client = self.browsers[number][at]
        client.get(inviter.link)
        answer = client.post("/with/")
        fresh = inviter.with_ is not None and by in inviter.with_.waiting
        if number == by:
            assert answer.status_code in {200, 409}
        elif fresh and one.with_ is inviter.with_:
            assert answer.status_code == 302, text(answer)
            one.with_.waiting.clear()
            inviter.link = one.link = ""
        elif not fresh and one.with_ is None and inviter.with_ is None:
            assert answer.status_code == 302, text(answer)
            inviter.with_ = one.with_ = Together(holders={number, by})
            inviter.link = one.link = ""
        else:
            assert answer.status_code in {200, 409}, text(answer)

    @rule(number=who, at=device)
    def thank(self, number: int, at: int) -> None:
        """A line of thanks: kept where both can write, given back where one can't."""
        one, words = self.model.people[number], self.word("thanks")
        if one.devices[at] is None:
            return
        if one.devices[at]:
            self.came_by(number)
        answer = self.browsers[number][at].post(reverse("pairing_thanks"), {"text": words, "id": self.sign()})
        together = one.with_
        if not one.devices[at]:
            assert answer.status_code == 403
        elif together is None or together.waiting:
            assert answer.status_code == 409, text(answer)
            assert words in text(answer)
        else:
            assert answer.status_code == 302, text(answer)
            together.thanks.append(words)

    @rule(number=who, at=device)
    def share(self, number: int, at: int) -> None:
        """A copy of the newest page of one's own."""
        one = self.model.people[number]
        together = one.with_
        if not one.devices[at] or together is None or together.waiting:
            return
        words, client = self.word("shared"), self.browsers[number][at]
        self.came_by(number)
        sign = self.sign()
        client.post("/journal/new/", {"text": words, "id": sign})
        one.mine.append(words)
        answer = client.post(reverse("pairing_share", args=[sign]))
        assert answer.status_code == 302, text(answer)
        together.pages.append(words)

    @rule(number=who, at=device)
    def reveal(self, number: int, at: int) -> None:
        """Lay down the days; when both lie there, both are shown to both."""
        one = self.model.people[number]
        together = one.with_
        if not one.devices[at] or together is None or together.waiting:
            return
        self.came_by(number)
        keys = [(self.clock.time.date() - timedelta(days=back)).isoformat() for back in range(2)]
        answer = self.browsers[number][at].post(REVEAL, {"keys": keys})
        assert answer.status_code == 302, text(answer)
        together.laid.add(number)
        if together.laid == together.holders and len(together.laid) == 2:
            together.laid.clear()
            together.revealed += 1

    @rule(number=who, at=device)
    def take_back(self, number: int, at: int) -> None:
        one = self.model.people[number]
        if one.devices[at] and one.with_ is not None:
            self.browsers[number][at].post(reverse("pairing_reveal_off", args=["days"]))
            one.with_.laid.discard(number)

    @rule(number=who, at=device, telling=st.booleans())
    def leave(self, number: int, at: int, telling: bool) -> None:
        """Quietly, or with a note."""
        one = self.model.people[number]
        together = one.with_
        if not one.devices[at] or together is None:
            return
        self.came_by(number)
        data = {"how": "telling", "note": self.word("note")} if telling else {"how": "quiet"}
        answer = self.browsers[number][at].post(reverse("pairing_leave"), data | {"password": one.password})
        if telling and together.waiting:
            # What can only be read takes no note; quietly one can always go.
            assert answer.status_code == 409, text(answer)
            answer = self.browsers[number][at].post(
                reverse("pairing_leave"), {"how": "quiet", "password": one.password}
            )
        assert answer.status_code == 302, text(answer)
        one.kept += [*together.thanks, *together.pages]
        self.is_gone_from(number, together)
        one.devices[1 - at] = None

    @rule(number=who, at=device)
    def somebody_knew_it(self, number: int, at: int) -> None:
        """New keys, new password; every other device is signed out, and ours waits for a fresh link."""
        one = self.model.people[number]
        if not one.devices[at]:
            return
        self.came_by(number)
        fresh = self.word("new password of many words")
        answer = self.browsers[number][at].post(
            "/you/words/",
            {"password": one.password, "which": "own", "new_password": fresh, "again_password": fresh,
             "way": "known"},
        )  # fmt: skip
        assert answer.status_code == 302, text(answer)
        one.password, one.link = fresh, ""
        one.devices[1 - at] = None
        if one.with_ is not None:
            one.with_.waiting.add(number)

    @rule(number=who, at=device)
    def delete(self, number: int, at: int) -> None:
        one = self.model.people[number]
        if not one.devices[at]:
            return
        answer = self.browsers[number][at].post("/you/close/", {"password": one.password})
        assert answer.status_code == 200, text(answer)
        if one.with_ is not None:
            self.is_gone_from(number, one.with_)
        self.model.people[number] = One(deleted=True)

    # What whoever runs the machine does

    @rule()
    def back_up(self) -> None:
        answer = CliRunner().invoke(backup, [str(self.backup), "--data", str(self.data)])
        assert answer.exit_code == 0, answer.output
        self.saved = copy.deepcopy(self.model)

    @precondition(lambda self: self.saved is not None)
    @rule()
    def bring_back(self) -> None:
        """Everything as on that day, but who was deleted since; everybody signs in again, links are gone."""
        connection.close()
        answer = CliRunner().invoke(restore, [str(self.backup), "--data", str(self.data), "--force"])
        assert answer.exit_code == 0, answer.output
        now, self.model = self.model, copy.deepcopy(self.saved)
        meeting_place.PLACE.clear()
        activity.clear_activity()
        self.browsers = [[browser(), browser()] for _ in NAMES]
        for number, one in enumerate(self.model.people):
            one.devices, one.link = [None, None], ""
            if one.here and not self.still(number, now):
                if one.with_ is not None:
                    one.with_.holders.discard(number)
                    one.with_.laid.discard(number)
                self.model.people[number] = One(deleted=True)
        self.model.written = now.written

    def still(self, number: int, now: Model) -> bool:
        """Whether the account in the backup was not deleted since."""
        return Account.objects.filter(login=sealed_name(NAMES[number])).exists()

    @rule(minutes=st.integers(1, 40))
    def time_goes_by(self, minutes: int) -> None:
        """Devices that nobody touches close by themselves."""
        self.clock.minutes(minutes)
        # Every device is touched just before it is used, so that the model need not keep minutes.
        touch_all()

    # What must be so

    @invariant()
    def each_sees_what_is_theirs(self) -> None:
        """On every device: all of it, and nothing else."""
        touch_all()
        for number, one in enumerate(self.model.people):
            for at, state in enumerate(one.devices):
                if state is not None:
                    self.looks(number, at, one, unlocked=bool(state))

    def looks(self, number: int, at: int, one: One, *, unlocked: bool) -> None:
        client = self.browsers[number][at]
        notes = client.get("/journal/")
        assert notes.status_code == (200 if unlocked else 403)
        if unlocked:
            assert words_in(notes, "page", "shared") == set(one.mine[-20:]) or len(one.mine) > 20
            kept = client.get(reverse("pairing_kept"))
            assert words_in(kept, "thanks", "shared") == set(one.kept) or len(one.kept) > 12
            self.came_by(number)
        else:
            assert words_in(notes, "page", "shared", "thanks") == set()
        if unlocked:
            together = one.with_
            lines = client.get(reverse("pairing_thanks"))
            assert lines.status_code == (404 if together is None else 200), text(lines)
            if together is not None:
                assert words_in(lines, "thanks") == set(together.thanks)
                shown = client.get(REVEAL)
                assert text(shown).count("Revealed on") == min(together.revealed, 3)
                assert ("Your part is ready" in text(shown)) == (number in together.laid)

    @invariant()
    def everything_opens_for_its_owner(self) -> None:
        """No page of anybody's fails to open; nothing lies there that is nobody's."""
        spaces = set()
        for number, one in enumerate(self.model.people):
            row = Account.objects.filter(login=sealed_name(NAMES[number])).first()
            assert (row is not None) == one.here
            if row is None:
                continue
            opened = accounts.by_password(row, one.password, QuickKdf())
            assert accounts.open_mine(opened).query().unopened == 0
            ours = shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))
            if ours is not None:
                spaces.add(ours.id)
                assert self.unopened(ours, one) == 0
            spaces.add(accounts.open_mine(opened).id)
        assert {bytes(row.space) for row in Document.objects.all()} <= spaces
        assert {bytes(row.id) for row in Shared.objects.all()} <= spaces
        assert all(Account.objects.filter(id=row.account).exists() for row in Session.objects.all())

    def unopened(self, ours: Any, one: One) -> int:
        """Rows of *ours* that do not open, where they should: who has not come by yet lacks the other's newest key."""
        if one.with_ is None or one.with_.waiting or one.devices == [None, None]:
            return 0
        return int(ours.query().unopened)

    # Helpers

    def came_by(self, number: int) -> None:
        """The first page of *ours* finds who came by a link meanwhile."""
        for at, state in enumerate(self.model.people[number].devices):
            if state:
                self.browsers[number][at].get(reverse("pairing_ours"))

    def is_gone_from(self, number: int, together: Together) -> None:
        together.holders.discard(number)
        together.laid.discard(number)
        together.waiting.clear()
        one = self.model.people[number]
        one.with_, one.link = None, ""

    def word(self, kind: str) -> str:
        self.model.written += 1
        return f"{kind} {self.model.written:06} of {kind}"

    def sign(self) -> str:
        self.model.written += 1
        return f"{self.model.written:032x}"


def text(answer: Any) -> str:
    """The page itself, without the frame around it."""
    return answer.content.decode().partition("<main")[2]


def words_in(answer: Any, *kinds: str) -> set[str]:
    """The words of the model that a page shows."""
    return {found for kind in kinds for found in re.findall(rf"{kind} \d{{6}} of {kind}", text(answer))}


def prepared(folder: Path) -> None:
    """The empty database that each example begins with."""
    TogetherMachine.base = folder / "base.sqlite3"
    with database_at(TogetherMachine.base):
        call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
