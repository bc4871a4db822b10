"""Nothing kept is out of sight: at whatever time by the machine's clock, in whatever zone, typed or brought in with a copy.

Random lives: somebody moves between zones, the clock is anywhere from 1970 to 2039, pages are written, and copies of pages
written elsewhere are brought in. Whatever was kept is listed where its room lists things, found by search, and exported.
"""

import io
import re
import zipfile
from datetime import UTC, datetime, timedelta
from itertools import count

import msgspec
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.people import Person, pair, person

from bothand.accounts import accounts, departure, wall_clock
from bothand.accounts.preferences import Settings
from bothand.rooms.account.takeout import export, store
from bothand.rooms.boundaries.records import HONOURED, Note
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
}
IN_OURS, SEARCHED = ("thanks", "page"), ("entry", "page")
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
)
steps = st.lists(
    st.tuples(
        st.sampled_from(["entry", "brought entry", "note", "brought note", "thanks", "shared page"]),
        st.sampled_from(ZONES),
        moments,
    ),
    min_size=1,
    max_size=5,
)


class Life:
    """Somebody who writes here and there, one of two, and a stranger from whom copies come."""

    def __init__(self, clock, number: int) -> None:
        self.clock = clock
        self.one = person(f"one{number}", since=RIGHT - timedelta(days=400))
        self.other = person(f"other{number}", since=RIGHT - timedelta(days=400))
        pair(self.one, self.other)
        self.elsewhere = person(f"elsewhere{number}")
        self.kept: list[tuple[str, str]] = []

    def live(self, what: str, zone: str, moment: datetime) -> None:
        """Move to a zone, set the clock, and write."""
        self.clock.time = moment
        words = f"words{len(self.kept)}x{what.replace(' ', '')}"
        who = self.elsewhere if what.startswith("brought") else self.one
        move(who, zone)
        way = what.removeprefix("brought ").removeprefix("shared ")
        if not getattr(self, f"write_{way}")(who, words, zone):
            return
        if what.startswith("brought"):
            store.bring_in(self.one.mine, store.unpack_archive(copy_of(who)))
        self.kept.append((way, words))

    @staticmethod
    def write_entry(who: Person, words: str, _zone: str) -> bool:
        sent = who.another_device().client.post("/journal/new/", {"id": new_id().hex(), "text": words})
        return bool(sent.status_code == TAKEN)

    @staticmethod
    def write_thanks(who: Person, words: str, _zone: str) -> bool:
        sent = who.another_device().client.post(
            reverse("pairing_thanks"), {"id": new_id().hex(), "text": words}
        )
        return bool(sent.status_code == TAKEN)

    @staticmethod
    def write_page(who: Person, words: str, _zone: str) -> bool:
        device = who.another_device().client
        sent = device.post("/journal/new/", {"id": new_id().hex(), "text": words})
        (hex_id,) = re.findall(r"[0-9a-f]{32}", sent.headers["Location"])
        return bool(device.post(reverse("pairing_share", args=[hex_id])).status_code == TAKEN)

    @staticmethod
    def write_note(who: Person, words: str, zone: str) -> bool:
        day = wall_clock.today_in(zone)
        who.mine.add(Note(day=day, boundary=new_id(), how=HONOURED, about="", words=words))
        return True


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
        queue = [link for link in queue if re.search(r"/in/|page=|/pages/[0-9a-f]{32}/$", link)]
    return shown


NUMBERS = count(1)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lived=steps, last=st.sampled_from(ZONES))
def test_what_was_kept_is_listed_found_and_exported(db, clock, lived, last):
    clock.time = RIGHT
    life = Life(clock, next(NUMBERS))
    for what, zone, moment in lived:
        life.live(what, zone, moment)
    clock.time = RIGHT
    move(life.one, last)
    who = life.one.another_device()
    lists = {way: listed(who, reverse(url)) for way, url in LISTS.items()}
    read = text_of_copy(who)
    theirs = {way: listed(life.other.another_device(), reverse(LISTS[way])) for way in IN_OURS}
    for way, words in life.kept:
        assert words in lists[way]
        assert words in read
        if way in IN_OURS:
            assert words in theirs[way]
        if way in SEARCHED:
            assert words in found(who, words)


def test_what_was_written_west_of_utc_as_the_clock_began_is_brought_in(db, clock):
    life = Life(clock, next(NUMBERS))
    life.live("brought entry", "Pacific/Pago_Pago", FROM)
    clock.time = RIGHT
    assert life.kept[0][1] in listed(life.one.another_device(), reverse("journal_list"))


def test_what_was_never_written_is_not_found(db):
    assert "never written" not in found(person("ada"), "never written")


def found(who: Person, words: str) -> str:
    """What search finds, without the marks around what was looked for."""
    text = who.client.post(reverse("journal_search"), {"term": words}).content.decode()
    # What was typed stands in the form, too.
    return re.sub(r"<input[^>]*>|</?mark>", "", text)


def text_of_copy(who: Person) -> str:
    with zipfile.ZipFile(io.BytesIO(copy_of(who))) as archive:
        return archive.read(export.READ).decode()
