"""The page of a copy: whatever was kept reads in words, by month, in its owner's time zone, and shows no id and no key."""

import html
import io
import re
import zipfile
from datetime import UTC, date, datetime
from importlib import import_module

import msgspec
import pytest
from django.urls import reverse
from django.utils import translation
from tests import pseudo_language
from tests.harness import Canary, one_for, stage
from tests.people import Person

from bothand.accounts import accounts, wall_clock
from bothand.accounts.departure import Farewell, Kept, read_copies
from bothand.content.feelings import load_feelings
from bothand.domain.agreements import TakenBack
from bothand.kit import registry
from bothand.kit.chronicle import read_kept
from bothand.rooms.account.takeout import export
from bothand.rooms.journal.entries.records import Entry, Favourites
from bothand.rooms.mytime.times.records import PutAway
from bothand.rooms.pairing.records import Heart
from bothand.rooms.talks.conversation.records import Talk, Turn
from bothand.rooms.talks.invitations.records import Checklist, Invitation, Table
from bothand.vault.body import Opened
from bothand.vault.records import Record

ROOMS = registry.all_rooms()
HEX = re.compile(r"[0-9a-f]{16,}")
KEY = re.compile(r"[a-z_]{2,18}|[A-Z]{1,2}\d{1,3}")
"""How the program names things; no word that is typed here is so short."""
WORDS = {word.id for family in load_feelings() for word in family.words} | {"rest"}
"""What stands for itself: words for feelings, which are texts and in no other language yet, and one that a case types."""
TEXTS = re.compile(r"<(?:h3|dt|dd)[^>]*>(.*?)</(?:h3|dt|dd)>", re.DOTALL)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    pseudo_language.write(folder)
    return folder


@pytest.fixture(autouse=True)
def _addresses():
    # With the addresses each room says what comes of what two lay down.
    assert reverse("today")


@pytest.fixture
def spoken(settings, catalogue):
    """A language in which every word of the house is changed, so that a key is no word."""
    settings.LOCALE_PATHS, settings.LANGUAGE_CODE, settings.LANGUAGES = [catalogue], "xx", [("xx", "Xx")]
    with translation.override("xx"):
        yield


def documents_of(who: Person) -> tuple[Opened[Record], ...]:
    shared = read_copies(who.ours, who.opened.id, None) if who.ours else ()
    return (*who.mine.query().items, *shared)


def write_page(who: Person, **chosen: str) -> str:
    shared = read_copies(who.ours, who.opened.id, None) if who.ours else ()
    settings = msgspec.structs.replace(accounts.settings_of(who.opened), **chosen)
    packed = export.write_archive(who.mine, settings, wall_clock.now(), shared)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(export.READ).decode()


def show_texts(page: str) -> set[str]:
    """Headings, labels and words of a page, without tags."""
    return {html.unescape(re.sub(r"<[^>]+>", "", text)).strip() for text in TEXTS.findall(page)}


def list_keys(value: object) -> set[str]:
    """Every text in a record that looks as the program names things."""
    if isinstance(value, str):
        return {value} if KEY.fullmatch(value) else set()
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return set().union(*map(list_keys, value))
    return set()


def unwrap(record: Record) -> Record:
    return read_kept(record)[0] if isinstance(record, Kept) else record


UNMADE: dict[str, tuple[Record, ...]] = {
    "mytime": (PutAway(entries=(b"a" * 16,)),),
    "pairing": (Farewell(note="I wish you well."), Heart(day=date(2026, 11, 2), thanks=b"a" * 16)),
    "agreements": (TakenBack(day=date(2026, 11, 2), version=b"a" * 16),),
    "talks": (
        Checklist(day=date(2026, 11, 2), topic="The spare room", ticks=("rested",), afraid="A silence."),
    ),
}
"""Kinds of a room that no case's state holds."""


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_each_kind_of_a_room_reads_in_words(room, spoken, db):
    cases = import_module(f"bothand.rooms.{room.name}.tests.cases")
    met = set()
    for case in {case.prepare: case for case in (*cases.PAGES, *cases.FORMS) if not case.signed_out}.values():
        who = one_for(case, Canary())
        case.prepare(stage(who))
        for record in UNMADE.get(room.name, ()):
            who.mine.add(record)
        who.keep_up()
        documents = documents_of(who)
        records = [unwrap(one.record) for one in documents]
        met |= {type(one.record) for one in documents} | set(map(type, records))
        page = write_page(who)
        assert not HEX.search(page[page.index("<body") :])
        keys = set().union(*(list_keys(msgspec.to_builtins(record)) for record in records))
        assert keys & show_texts(page) <= WORDS
    assert met >= set(room.kinds) - {Kept}


def test_it_goes_by_month_in_its_owner_s_time_zone(noa, clock):
    clock.time = datetime(2026, 10, 31, 20, 30, tzinfo=UTC)
    noa.mine.add(Entry(day=date(2026, 11, 1), text="Written by the sea", at="09:30"))
    noa.mine.add(Entry(day=date(2025, 5, 2), text="A year before", at="09:30"))
    noa.mine.add(Table(invite=Invitation(id=b"a" * 16, text="Supper", when=int(clock.time.timestamp()))))
    page = write_page(noa, zone="Pacific/Auckland")
    contents = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', page[: page.index("<main")])
    assert contents == [("now", "What stands now"), ("m2025-05", "May"), ("m2026-11", "November")]
    assert all(f'id="{anchor}"' in page for anchor, _ in contents)
    chapters = re.split(r"<h2 id=", page)[1:]
    assert ["Written by the sea" in chapter for chapter in chapters] == [False, False, True]
    assert "1 November 2026, 09:30" in chapters[0]
    assert "31 October" not in page


def test_a_talk_reads_in_its_order_within_itself(couple, clock):
    noa, sam = couple
    day = date(2026, 11, 24)
    talk = noa.ours.add(
        Talk(day=day, text="Supper", way="turns", devices="two", first=noa.opened.id, people=(noa.opened.id, sam.opened.id), began=0)
    )  # fmt: skip
    for who, words in ((noa, "First words"), (sam, "Second words"), (noa, "Third words")):
        clock.minutes(2)
        who.ours.add(Turn(day=day, talk=talk.id, act="say", step=0, text=words))
        clock.minutes(2)
        noa.mine.add(Entry(day=day, text=f"Between {words}", at="19:00"))
    page = write_page(noa)
    (article,) = [one for one in page.split("<article")[1:] if "A talk on 24 November 2026" in one]
    places = [article.index(words) for words in ("First words", "Second words", "Third words")]
    assert places == sorted(places)
    assert "Between" not in article


def test_what_is_marked_is_named_by_its_heading_and_leads_there(noa):
    entry = noa.mine.add(Entry(day=date(2026, 11, 3), text="Worth finding again", at="09:30"))
    noa.mine.add(Favourites(entries=(entry.id,)))
    page = write_page(noa)
    ((place, heading),) = re.findall(r'<dd dir="auto"><a href="#(n\d+)">([^<]+)</a></dd>', page)
    assert heading == "Tuesday, 3 November 2026, 09:30"
    assert f'id="{place}"' in page


def test_it_is_one_file_for_years_on_paper_and_in_the_dark(noa):
    page = write_page(noa)
    assert not re.search(r"<(?:script|link|img|iframe)|https?:|url\(|@import", page)
    assert "@media print" in page
    assert "prefers-color-scheme:dark" in page
    assert 'content="width=device-width' in page
