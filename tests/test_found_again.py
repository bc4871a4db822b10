"""Nothing kept is out of sight: at whatever time by the machine's clock, in whatever zone, typed or brought in with a copy.

Random lives: somebody moves between zones, the clock is anywhere from 1970 to 2039, pages are written, and copies of pages
written elsewhere are brought in. Whatever was kept is listed where its room lists things, found by search, and exported.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

import msgspec
from django.urls import reverse
from django.utils.formats import date_format
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.harness import stage
from tests.people import Person, pair, person

from bothand.accounts import accounts, departure, wall_clock
from bothand.accounts.preferences import Settings
from bothand.content.items import find_item
from bothand.domain import standing
from bothand.domain.checkins import Answers
from bothand.rooms.account.takeout import export, store
from bothand.rooms.boundaries import demo
from bothand.rooms.boundaries.records import HONOURED, Note, Repair
from bothand.rooms.boundaries.tests import scenes
from bothand.rooms.mytime.weeks.rules import find_monday
from bothand.rooms.talks.conversation.records import Talk
from bothand.vault.randomness import new_id

RIGHT = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
ZONES = (
    "UTC",
    "Europe/Vienna",
    "America/Los_Angeles",
    "Pacific/Pago_Pago",
    "Pacific/Kiritimati",
    "Asia/Kolkata",
)
LISTS = {
    "entry": "journal_list",
    "note": "boundaries_notes",
    "thanks": "pairing_thanks",
    "page": "pairing_pages",
    "pulse": "checkin_pulses",
    "sitting": "checkin_past",
    "week": "mytime_weeks",
    "talk": "talks_past",
    "repair": "boundaries_repairs",
}
IN_OURS, WITHOUT_WORDS = ("thanks", "page", "talk", "repair"), ("pulse", "sitting")
ITEM = find_item("F6-01")
TAKEN = 302
FROM, TO = datetime(1970, 1, 1, tzinfo=UTC), datetime(2039, 12, 30, tzinfo=UTC)

moments = st.one_of(
    st.datetimes(FROM.replace(tzinfo=None), TO.replace(tzinfo=None), timezones=st.just(UTC)),
    # Around the ends of months, where a day is in one month here and in another there.
    st.builds(
        lambda year, month, hours: datetime(year, month, 1, tzinfo=UTC) + timedelta(hours=hours),
        st.integers(2020, 2027),
        st.integers(1, 12),
        st.integers(-26, 26),
    ),
    # Around the day on which it is looked for: what was kept somewhere else may be of a later day.
    st.builds(lambda hours: RIGHT + timedelta(hours=hours), st.integers(-40 * 24, 8 * 24)),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("entry", "note", "pulse", "sitting", "week"),
                *(f"brought {way}" for way in ("entry", "note", "pulse", "sitting", "week")),
                *("thanks", "shared page", "talk", "repair"),
            ]
        ),
        st.sampled_from(ZONES),
        moments,
    ),
    min_size=1,
    max_size=5,
)


Written = tuple[str, str] | None
"""How something that was written shows in its list, and in a copy; None where it was not kept."""


@dataclass(frozen=True)
class Kept:
    """Something that was kept: in which way, with which words, and how its list and a copy show it."""

    way: str
    words: str
    listed: str
    read: str


class Life:
    """Somebody who writes here and there, one of two, and a stranger from whom copies come."""

    def __init__(self, clock, number: int) -> None:
        self.clock = clock
        self.one = person(f"one{number}", since=RIGHT - timedelta(days=400))
        self.other = person(f"other{number}", since=RIGHT - timedelta(days=400))
        pair(self.one, self.other)
        self.elsewhere = person(f"elsewhere{number}")
        self.boundary = demo.add_copy(stage(self.one), new_id(), (scenes.HOME,), RIGHT.date())
        self.kept: list[Kept] = []

    def live(self, what: str, zone: str, moment: datetime) -> None:
        """Move to a zone, set the clock, and write."""
        self.clock.time = moment
        words = f"words{len(self.kept)}x{what.replace(' ', '')}"
        day = wall_clock.today_in(zone)
        who = self.elsewhere if what.startswith("brought") else self.one
        move(who, zone)
        way = what.removeprefix("brought ").removeprefix("shared ")
        written = getattr(self, f"write_{way}")(who, words, day)
        if written is None:
            return
        if what.startswith("brought"):
            brought = store.bring_in(self.one.mine, store.unpack_archive(copy_of(who)))
            if way == "week" and brought.kept_yours:
                # A Monday has one week: the one that is here stays, and whoever brings another is told so.
                return
        self.kept.append(Kept(way, words, *written))

    def list_address(self, way: str) -> str:
        """Where a room's list of something begins."""
        return reverse(LISTS[way], args=[self.boundary.hex] if way == "repair" else [])

    @staticmethod
    def write_entry(who: Person, words: str, _day: date) -> Written:
        sent = who.another_device().client.post("/journal/new/", {"id": new_id().hex(), "text": words})
        return (words, words) if sent.status_code == TAKEN else None

    @staticmethod
    def write_thanks(who: Person, words: str, _day: date) -> Written:
        sent = who.another_device().client.post(
            reverse("pairing_thanks"), {"id": new_id().hex(), "text": words}
        )
        return (words, words) if sent.status_code == TAKEN else None

    @staticmethod
    def write_page(who: Person, words: str, _day: date) -> Written:
        device = who.another_device().client
        sent = device.post("/journal/new/", {"id": new_id().hex(), "text": words})
        (hex_id,) = re.findall(r"[0-9a-f]{32}", sent.headers["Location"])
        shared = device.post(reverse("pairing_share", args=[hex_id]))
        return (words, words) if shared.status_code == TAKEN else None

    @staticmethod
    def write_note(who: Person, words: str, day: date) -> Written:
        who.mine.add(Note(day=day, boundary=new_id(), how=HONOURED, about="", words=words))
        return words, words

    @staticmethod
    def write_pulse(who: Person, _words: str, day: date) -> Written:
        sent = who.another_device().client.post(reverse("checkin_pulse"), {"self_feeling": "4"})
        # A day has one: it is listed by its day.
        return (f'value="{day.isoformat()}"', written_day(day)) if sent.status_code == TAKEN else None

    @staticmethod
    def write_sitting(who: Person, _words: str, day: date) -> Written:
        sitting = new_id()
        given = Answers(day=day, sort="weekly", given=((ITEM.id, 4),), alone=True)
        standing.add_answers(who.mine, given, sitting)
        return reverse("checkin_sitting", args=[sitting.hex()]), written_day(day)

    @staticmethod
    def write_week(who: Person, words: str, day: date) -> Written:
        sent = who.another_device().client.post(reverse("mytime_week"), {"had": "enough", "words": words})
        # A week has one, too: it is listed by its Monday.
        listed_by = f"of={find_monday(day).isoformat()}"
        return (listed_by, words) if sent.status_code == TAKEN else None

    def write_talk(self, who: Person, words: str, day: date) -> Written:
        people = (who.opened.id, self.other.opened.id)
        began = int(self.clock.time.timestamp())
        who.ours.add(
            Talk(day=day, text=words, way="plain", devices="two", first=people[0], people=people, began=began)
        )
        return words, words

    def write_repair(self, who: Person, words: str, day: date) -> Written:
        who.ours.add(Repair(day=day, boundary=self.boundary.id, words=words))
        return words, words


def written_day(day: date) -> str:
    """A day as an export heads it."""
    return date_format(day, "j F Y")


def move(who: Person, zone: str) -> None:
    """Live in another zone from now on."""
    old = who.mine.only(Settings)
    who.mine.replace(old, msgspec.structs.replace(old.record, zone=zone))
    who.reread()


def copy_of(who: Person) -> bytes:
    """A copy, as somebody takes it along."""
    shared = () if who.ours is None else departure.read_copies(who.ours, who.opened.id, None)
    return export.write_archive(who.mine, accounts.settings_of(who.opened), wall_clock.now(), shared)


def listed(who: Person, start: str) -> str:
    """All that a list shows, from its first page on, along its own links."""
    shown, seen, queue = "", set(), [start]
    while queue:
        where = queue.pop()
        if where in seen:
            continue
        seen.add(where)
        text = who.client.get(where).content.decode()
        shown += text
        queue += [link for link in re.findall(r'href="([^"#]+)"', text) if link.startswith(start)]
        # A shared page is listed by its title: its words stand where the list leads.
        queue = [
            link for link in queue if re.search(r"/in/|page=|to=|/\d{4}-\d\d/$|/pages/[0-9a-f]{32}/$", link)
        ]
    return shown


NUMBERS = count(1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lived=steps, last=st.sampled_from(ZONES))
def test_what_was_kept_is_listed_found_and_exported(db, clock, lived, last):
    clock.time = RIGHT
    life = Life(clock, next(NUMBERS))
    for what, zone, moment in lived:
        life.live(what, zone, moment)
    clock.time = RIGHT
    move(life.one, last)
    who = life.one.another_device()
    ways = {kept.way for kept in life.kept}
    lists = {way: listed(who, life.list_address(way)) for way in ways}
    read = text_of_copy(who)
    theirs = {
        way: listed(life.other.another_device(), life.list_address(way)) for way in ways.intersection(IN_OURS)
    }
    for kept in life.kept:
        assert kept.listed in lists[kept.way]
        assert kept.read in read
        if kept.way in IN_OURS:
            assert kept.listed in theirs[kept.way]
        if kept.way not in WITHOUT_WORDS:
            assert kept.words in found(who, kept.words)
    # All of it in a copy, brought in where nothing was.
    life.elsewhere = person(f"anew{next(NUMBERS)}")
    store.bring_in(life.elsewhere.mine, store.unpack_archive(copy_of(who)))
    anew = {way: listed(life.elsewhere.another_device(), life.list_address(way)) for way in ways - {*IN_OURS}}
    for kept in life.kept:
        if kept.way not in IN_OURS:
            assert kept.listed in anew[kept.way]


def test_what_was_written_west_of_utc_as_the_clock_began_is_brought_in(db, clock):
    life = Life(clock, next(NUMBERS))
    life.live("brought entry", "Pacific/Pago_Pago", FROM)
    clock.time = RIGHT
    assert life.kept[0].words in listed(life.one.another_device(), reverse("journal_list"))


def test_what_was_never_written_is_not_found(db):
    assert "never written" not in found(person("ada"), "never written")


def found(who: Person, words: str) -> str:
    """What search finds, without the marks around what was looked for."""
    text = who.client.post(reverse("today_search"), {"term": words}).content.decode()
    # What was typed stands in the form, too.
    return re.sub(r"<input[^>]*>|</?mark>", "", text)


def text_of_copy(who: Person) -> str:
    with zipfile.ZipFile(io.BytesIO(copy_of(who))) as archive:
        return archive.read(export.READ).decode()
