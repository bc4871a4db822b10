"""Wherever a page shows what one of the two is called, the name cannot turn the line it stands in.

Both are called by names that are written from the right. In text each stands inside `<bdi>`, or alone in something with a
direction of its own; where no element can stand, in an attribute or a title, signs of Unicode hold it apart.
"""

import re
from datetime import date
from html.parser import HTMLParser

import msgspec
import pytest
from tests.harness import Canary, form_cases, named, page_cases, path_of, send, stage
from tests.markup import VOID
from tests.people import Person, Secure
from tests.residents import Lasting, fresh, lasting, resident

from bothand.accounts import accounts, pairing
from bothand.accounts.person_name import FSI, PDI
from bothand.accounts.preferences import Settings
from bothand.rooms.people.records import Person as Friend
from bothand.rooms.people.store import add_person

__all__ = ["lasting"]

MINE, THEIRS = "נעמה", "סמיר"
NAME = re.compile(f"{MINE}|{THEIRS}")
HELD = re.compile(f"{FSI}({MINE}|{THEIRS}){PDI}")
PAGES = [case for case in page_cases() if not case.signed_out]
ANSWERS = [case for case in form_cases() if case.shows and not case.signed_out]


@pytest.fixture(scope="module")
def two(lasting: Lasting) -> Person:
    """One of two, with something in every room."""
    with lasting():
        who = resident(paired=True)
        rename(who, MINE)
        rename(who.partner, THEIRS)
        who.reread()
        return who


def rename(who: Person, name: str) -> None:
    mine = accounts.open_mine(who.opened)
    old = mine.only(Settings)
    mine.replace(old, msgspec.structs.replace(old.record, name=name))
    who.reread()
    pairing.introduce_key(who.opened)
    who.reread()


class Raw(Secure):
    """Reads pages as they are."""

    reads_names = False


def read(case, two: Person) -> str:
    who = fresh(two)
    if case in ANSWERS:
        raw = Raw(**who.client.defaults)
        raw.cookies, who.client = who.client.cookies, raw
        return send(case, who, Canary()).response.content.decode()
    path = path_of(case, stage(who))
    raw = Raw(**who.client.defaults)
    raw.cookies = who.client.cookies
    return raw.get(path).content.decode()


class Names(HTMLParser):
    """Collects what stands around a name that could turn its line."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.loose: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append((tag, "dir" in facts))
        # What stands in a field was typed there, and a field is a line of its own.
        facts.pop("value", None)
        self.loose += [f"<{tag} {name}={value!r}>" for name, value in facts.items() if is_loose(value)]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, directed = self.open[-1] if self.open else ("", False)
        # A text of a picture is a line of its own.
        alone = (directed or tag == "text") and NAME.fullmatch(data.strip())
        if is_loose(data) and tag not in {"bdi", "textarea"} and not alone:
            self.loose.append(f"<{tag}> {data.strip()}")


def is_loose(text: str) -> bool:
    return NAME.search(HELD.sub("", text)) is not None


def loose_names(source: str) -> list[str]:
    return Names(source).loose


@pytest.mark.parametrize("case", [*PAGES, *ANSWERS], ids=named)
def test_no_name_turns_its_line(case, two, db):
    assert loose_names(read(case, two)) == []


FRIEND = "דוד"


@pytest.fixture
def befriended(couple) -> Person:
    """Somebody who keeps a page about a person whose name is written from the right."""
    noa, _ = couple
    add_person(noa.mine, Friend(id=b"f" * 16, name=FRIEND, group="friend", met=(date(2026, 11, 1),)))
    return noa


@pytest.mark.parametrize(
    "path",
    [
        "",
        "all/",
        f"{b'f'.hex() * 16}/",
        *(f"{b'f'.hex() * 16}/{act}/" for act in ("edit", "delete")),
    ],
)
def test_neither_does_the_name_of_somebody_who_is_not_here(path, befriended, monkeypatch):
    monkeypatch.setattr(f"{__name__}.NAME", re.compile(FRIEND))
    monkeypatch.setattr(f"{__name__}.HELD", re.compile(f"{FSI}{FRIEND}{PDI}"))
    raw = Raw(**befriended.client.defaults)
    raw.cookies = befriended.client.cookies
    page = raw.get(f"/people/{path}").content.decode()
    assert FRIEND in page
    assert loose_names(page) == []


def test_the_walk_sees_names(two, db):
    """Else it would say of every page that all is well."""
    pages = [read(case, two) for case in PAGES if case.paired]
    assert sum(THEIRS in page for page in pages) > 20
    assert sum(MINE in page for page in pages) > 3


def test_a_loose_name_is_found():
    assert loose_names(f"<p>With {THEIRS} since May</p>")
    assert loose_names(f"<p><b>{THEIRS}</b> and <bdi>{MINE}</bdi></p>")
    assert loose_names(f'<p title="Of {THEIRS}">May</p>')
    assert not loose_names(f"<p>With <bdi>{THEIRS}</bdi> since May</p><p dir='auto'>{MINE}</p>")
    assert not loose_names(f'<p title="Of {FSI}{THEIRS}{PDI}">{FSI}{MINE}{PDI} wrote</p>')
