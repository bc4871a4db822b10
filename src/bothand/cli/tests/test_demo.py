"""The demo: two people who can sign in, a year that holds together, the same each time, and no real folder touched."""

import os
import re
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from importlib.machinery import ModuleSpec
from types import ModuleType

import msgspec
import pytest
from django.urls import reverse
from tests.crashing import database_at
from tests.people import browser
from tests.words import FIRST_PAGES, MOST, count_words

from bothand.accounts import accounts, derivation, pairing, shared_space, wall_clock
from bothand.accounts.account_log import AccountLog
from bothand.accounts.visits import Standing, VisitNote
from bothand.cli import demo as command
from bothand.cli.demo import household, story
from bothand.cli.demo.household import moved_clock
from bothand.cli.demo.simulation import Life
from bothand.cli.folder import DataFolder
from bothand.cli.refusal import Refusal
from bothand.domain import measurement
from bothand.domain.agreements import Agreement, Ended
from bothand.domain.boundaries import SharedBoundary
from bothand.domain.checkins import Answers, MeasureState
from bothand.domain.times import Weekly
from bothand.engines.measure import Item
from bothand.kit import registry
from bothand.rooms.boundaries.records import CROSSED, HONOURED, Note
from bothand.rooms.checkin.pulse.records import Pulse
from bothand.rooms.journal.entries.records import Entry, Ids
from bothand.rooms.pairing.records import Thanks
from bothand.rooms.people.records import SharedPerson
from bothand.rooms.people.twins.records import Alike
from bothand.rooms.talks.conversation.records import Turn
from bothand.rooms.today.plan import store as plans
from bothand.shell.demo import is_demo, is_whole, mark_demo
from bothand.vault.kdf import Argon2idKdf
from bothand.vault.meeting_place import OwnCopy, Result
from bothand.vault.ours import Member
from bothand.vault.records import Dated

TODAY = date(2026, 11, 24)


def made_in(path):
    """A demo's folder, made as the command does."""
    folder = DataFolder(path)
    folder.path.mkdir(mode=0o700)
    mask, data = os.umask(0o077), os.environ.get("BOTHAND_DATA", "")
    try:
        assert command.make_demo(folder, fresh=False, today=TODAY)
    finally:
        os.umask(mask)
        os.environ["BOTHAND_DATA"] = data
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return made_in(tmp_path_factory.mktemp("demo") / "data")


@contextmanager
def inside(folder, settings, blocker):
    """In the demo's own database, with its own secret for names and the real key derivation."""
    settings.BOTHAND_NAMES_KEY = folder.names_secret.read_bytes()
    derivation.KDF = Argon2idKdf()  # put back by the fixture that made it quick
    with blocker.unblock(), database_at(folder.database):
        yield


@pytest.fixture
def two(folder, settings, django_db_blocker, clock):
    """The two, opened by what is printed, on the day on which the demo was made."""
    with inside(folder, settings, django_db_blocker):
        yield [accounts.sign_in(one.login, one.password, derivation.KDF) for one in story.load_people()]


def of_kind(opened, kind):
    return [one.record for one in accounts.open_mine(opened).query().items if isinstance(one.record, kind)]


def test_both_sign_in_with_what_is_printed_and_find_their_year(two):
    for one, other in zip(story.load_people(), reversed(story.load_people()), strict=True):
        client = browser()
        answer = client.post(reverse("sign_in"), {"name": one.login, "password": one.password})
        assert answer.status_code == 302
        today = client.get("/").content.decode()
        assert f"Good evening, {one.name}." in today
        assert other.name in today
        for name in (
            "journal_list",
            "checkin_pulses",
            "checkin_map",
            "today_plan",
            "today_past",
            "today_things",
            "pairing_ours",
        ):
            page = client.get(reverse(name))
            assert page.status_code == 200, name
            assert b"left as it was" not in page.content


def test_its_first_pages_are_read_in_five_seconds(two):
    for one in story.load_people():
        client = browser()
        client.post(reverse("sign_in"), {"name": one.login, "password": one.password})
        for name in FIRST_PAGES:
            page = client.get(reverse(name)).content.decode()
            assert count_words(page) <= MOST, (one.name, name)


def test_a_year_lies_behind_each(two):
    for person, opened in zip(story.load_people(), two, strict=True):
        pulses, sittings = of_kind(opened, Pulse), of_kind(opened, Answers)
        assert len(pulses) > 220
        assert TODAY - timedelta(days=4) <= max(pulse.day for pulse in pulses) < TODAY
        assert len([one for one in sittings if one.sort != "plan"]) == story.WEEKS
        assert len(of_kind(opened, Entry)) == len(person.pages())
        past = [one.record for one in plans.find_past_plans(accounts.open_mine(opened)).items]
        assert len(past) == len([plan for plan in person.plan if plan.until])
        assert all(one.helped and one.change for one in past)


def test_what_was_written_is_from_the_day_it_tells_of(two):
    for opened in two:
        for one in accounts.open_mine(opened).query().items:
            if isinstance(one.record, Entry | Pulse):
                assert one.created.date() == one.record.day


def test_where_they_stand_is_the_same_computed_again_from_their_history(two):
    for opened in two:
        space = accounts.open_mine(opened)
        history = [
            measurement.Sitting(one.id, one.record)
            for one in space.query().items
            if isinstance(one.record, Answers)
        ]
        assert measurement.fold_history(history) == space.only(MeasureState).record


def test_they_are_a_couple_and_see_each_other_s_thanks(two):
    assert pairing.catch_up(two[0]) is two[0]
    for opened in two:
        ours = shared_space.open_ours(opened.id, opened.keyring, accounts.open_mine(opened))
        kinds = [type(each.record) for each in ours.query().items]
        assert kinds.count(Member) == 2
        assert kinds.count(Thanks) == len(story.load_two().thanks)


COPY = re.compile(rb'"copy":"[^"]*"')
"""Where a copy lies follows from drawn keys."""


def records(folder, settings, blocker):
    with inside(folder, settings, blocker):
        return sorted(
            (
                one.created,
                one.changed,
                type(one.record).__name__,
                COPY.sub(b"", msgspec.json.encode(one.record)),
            )
            for person in story.load_people()
            for one in accounts.open_mine(accounts.sign_in(person.login, person.password, derivation.KDF))
            .query()
            .items
            # What lists ids differs: ids are drawn, what is computed of people and laid down to meet is under drawn keys, and
            # visits were others.
            if not isinstance(one.record, Ids | Alike | OwnCopy | Standing | VisitNote | AccountLog)
        )


def test_the_same_day_gives_the_same_year_also_when_it_is_made_anew(
    folder, tmp_path, settings, django_db_blocker, clock
):
    other = made_in(tmp_path / "data")
    assert is_whole(other.database)
    assert other.database.stat().st_mode & 0o077 == 0
    found = [records(each, settings, django_db_blocker) for each in (folder, other)]
    assert found[0] == found[1]
    # What was cut short is made anew.
    mark_demo(other.database, whole=False)
    assert is_demo(other.database)
    assert command.make_demo(other, fresh=False, today=TODAY)
    assert is_whole(other.database)


def test_what_is_there_whole_is_not_made_again(folder):
    kept = folder.database.read_bytes()
    assert not command.make_demo(folder, fresh=False)
    assert folder.database.read_bytes() == kept


def test_time_goes_on_as_before_once_it_is_made(clock):
    with moved_clock(TODAY) as moved:
        moved.to(date(2026, 1, 2), "03:04")
        assert wall_clock.now() == datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    assert wall_clock.now() == clock.time


def test_two_lives_with_one_seed_are_alike_and_of_two_people_they_are_not():
    item = Item("x", "open", 1)

    def lived(number):
        life = Life(number, (3.0,) * 10, (4.0,) * 10, 0.3)
        said = []
        for _ in range(30):
            life.week()
            said += [life.day(), life.answer(item, 0)]
        return said

    assert lived(0) == lived(0) != lived(1)


def test_a_room_may_add_a_part_of_its_own(monkeypatch):
    heard = []
    part = ModuleType("bothand.rooms.journal.demo")
    part.__spec__ = ModuleSpec(part.__name__, None)
    part.put = lambda one, other: heard.append((one, other))
    monkeypatch.setitem(sys.modules, part.__name__, part)
    journal = next(room for room in registry.all_rooms() if room.name == "journal")
    monkeypatch.setattr(registry, "all_rooms", lambda: (journal,))
    household._fill_rooms("noa", "sam")
    assert heard == [("noa", "sam")]


# The command


def test_a_folder_with_anybody_s_data_is_refused_and_left_as_it_is(home):
    before = home.folder.database.read_bytes()
    with pytest.raises(Refusal, match="no demo's"):
        command.make_demo(home.folder, fresh=True)
    assert home.folder.database.read_bytes() == before


def test_a_folder_in_which_a_restore_was_cut_short_is_refused(tmp_path):
    folder = DataFolder(tmp_path)
    folder.unfinished.touch()
    with pytest.raises(Refusal, match="no demo's"):
        command.make_demo(folder, fresh=True)
    assert not folder.database.exists()


def test_by_itself_it_never_takes_the_folder_of_real_data(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("BOTHAND_DATA", str(tmp_path / "real"))
    assert command.demo_folder() == tmp_path / "bothand-demo"
    (default,) = (option.default for option in command.demo.params if option.name == "data")
    assert default is command.demo_folder
    assert all(option.envvar is None for option in command.demo.params)


def test_it_prints_how_to_sign_in(capsys):
    command._show_people(made=True)
    said = capsys.readouterr().out
    for one in story.load_people():
        assert one.login in said
        assert one.password in said


def test_every_room_that_two_share_has_something_of_both(two):
    ours = shared_space.open_ours(two[0].id, two[0].keyring, accounts.open_mine(two[0]))
    held = {}
    for one in ours.query().items:
        held.setdefault(type(one.record), []).append(one)
    for kind in (SharedBoundary, SharedPerson, Turn, Thanks, Weekly):
        assert {one.author for one in held[kind]} == {one.id for one in two}, kind
    agreed = [one.record for one in held[Agreement]]
    assert [len(one.versions) for one in agreed if one.title == "Money of one's own"] == [2]
    assert sum(not one.agreed for one in agreed) == 1
    assert len(held[Ended]) == 1
    assert len(held[Result]) > 2
    assert {one.how for opened in two for one in of_kind(opened, Note)} == {HONOURED, CROSSED}


def test_nothing_in_it_is_from_a_day_that_has_not_come(two):
    for opened in two:
        mine = accounts.open_mine(opened)
        ours = shared_space.open_ours(opened.id, opened.keyring, mine)
        for one in (*mine.query().items, *ours.query().items):
            assert one.created.date() < TODAY or isinstance(one.record, VisitNote | Standing | AccountLog)
            assert not isinstance(one.record, Dated) or one.record.day <= TODAY
