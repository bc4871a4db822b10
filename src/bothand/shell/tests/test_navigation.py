"""The places: only those that have rooms, and the one that one is in is marked."""

import pytest

from bothand.shell import navigation
from bothand.shell.navigation import Place, Room, Tab, nav_links, nav_places, room_tabs, set_places


@pytest.fixture(autouse=True)
def built():
    set_places(
        (
            Place(key="today", title="Today", path="/"),
            Place(
                key="mine",
                title="Mine",
                path="/mine/",
                rooms=(Room(title="Notes", path="/journal/"), Room(title="Days", path="/days/")),
            ),
            Place(key="ours", title="Ours", path="/ours/"),
            Place(key="more", title="More", path="/more/", rooms=(Room(title="Account", path="/you/"),)),
        )
    )


def marked(path, place="today"):
    shown = nav_links(path, place)
    found = {each.key: each.current for each in shown} | {
        room.path: room.current for each in shown for room in each.rooms
    }
    return {name: current for name, current in found.items() if current}


def test_it_leaves_out_a_place_without_rooms_but_not_today():
    assert [place.key for place in nav_places()] == ["today", "mine", "more"]


@pytest.mark.parametrize(
    ("path", "place", "expected"),
    [
        ("/", "today", {"today": "page"}),
        ("/mine/", "today", {"mine": "page"}),
        ("/journal/", "today", {"mine": "true", "/journal/": "page"}),
        ("/journal/new/", "mine", {"mine": "true", "/journal/": "true"}),
        ("/exit/about/", "more", {"more": "true"}),
        ("/nowhere/", "door", {}),
    ],
)
def test_it_marks_where_one_is(path, place, expected):
    assert marked(path, place) == expected


PATHS = {"all": "/journal/", "search": "/journal/find/", "ago": "/journal/ago/", "marked": "/journal/marked/"}


@pytest.fixture
def _journal(monkeypatch):
    monkeypatch.setattr(navigation, "reverse", PATHS.__getitem__)
    tabs = (
        Tab(title="Pages", url="all"),
        Tab(title="Search", url="search"),
        Tab(title="Shared", url="ago", two=True),
        Tab(title="Marked", url="marked", folded=True),
    )
    set_places(
        (
            Place(
                key="mine",
                title="Mine",
                path="/mine/",
                rooms=(Room(title="Journal", path="/journal/", tabs=tabs),),
            ),
        )
    )


def shown(path, *, two=True):
    tabs = room_tabs(path, two=two)
    return [(tab.title, tab.current) for tab in tabs.shown], [tab.title for tab in tabs.folded]


@pytest.mark.usefixtures("_journal")
def test_a_room_shows_its_tabs_and_marks_the_one_that_reaches_furthest():
    assert shown("/journal/") == ([("Pages", "page"), ("Search", ""), ("Shared", "")], ["Marked"])
    assert shown("/journal/new/")[0][0] == ("Pages", "true")
    assert shown("/journal/find/")[0][:2] == [("Pages", ""), ("Search", "page")]
    assert room_tabs("/lines/", two=True) is None


@pytest.mark.usefixtures("_journal")
def test_a_folded_tab_moves_into_sight_where_one_is_and_what_is_for_two_shows_to_two():
    assert shown(PATHS["marked"], two=False) == ([("Pages", ""), ("Search", ""), ("Marked", "page")], [])
