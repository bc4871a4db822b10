"""The places: only those that have rooms, and the one that one is in is marked."""

import pytest

from bothand.shell.navigation import Place, Room, nav_links, nav_places, set_places


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
