"""The places of the house, set once at start by `web`, so that the shell need not know any room."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One page of a room. `two` is for two alone; `folded` stands under *More*."""

    title: Words
    url: str
    two: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One line in the navigation: a room's name, its path, a few words for its place's index page, and its tabs.

    `below` is where its pages lie, "" for below its path.
    """

    title: Words
    path: str
    below: str = ""
    about: Words = ""
    picture: str = ""
    tabs: tuple[Tab, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One of the five places: today, mine, ours, week, more. `key` names its picture in the sprite."""

    key: str
    title: Words
    path: str
    rooms: tuple[Room, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TabLink:
    """A tab as one page sees it. `current` is the value of aria-current: "page", "true" or ""."""

    title: Words
    path: str
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabs:
    """The tabs of the room that a page lies in: those in sight, and those under *More*."""

    title: Words
    shown: tuple[TabLink, ...]
    folded: tuple[TabLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLink:
    """A room as one page sees it. `current` is the value of aria-current: "page", "true" or ""."""

    title: Words
    path: str
    about: Words
    current: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """A place as one page sees it. `current` is the value of aria-current: "page", "true" or ""."""

    key: str
    title: Words
    path: str
    rooms: tuple[RoomLink, ...]
    current: str


def _nothing_new(_request: HttpRequest) -> bool:
    return False


_has_news: Callable[[HttpRequest], bool] = _nothing_new
_places: tuple[Place, ...] = ()
_paths: Final[dict[str, str]] = {}
"""Where each tab leads, by the name of its url: looked up once, since every page asks for all of them."""


def set_places(places: tuple[Place, ...]) -> None:
    """Set the places, in the order they are shown in. A place without rooms is left out, except today."""
    global _places  # noqa: PLW0603  set once at start, by web alone
    _paths.clear()
    _places = tuple(place for place in places if place.rooms or place.key == "today")


def set_news(look: Callable[[HttpRequest], bool]) -> None:
    """Say how a page learns whether something is new between two; `look` is asked for the unlocked alone."""
    global _has_news  # noqa: PLW0603  set once at start, by web alone
    _has_news = look


def has_news(request: HttpRequest) -> bool:
    """Whether something of the other's was on no page yet."""
    return _has_news(request)


def nav_places() -> tuple[Place, ...]:
    return _places


def nav_links(path: str, place_key: str) -> tuple[PlaceLink, ...]:
    """The places as the page at `path` shows them.

    A room whose path the page lies under marks its place; where none does, the page's own `place_key` does.
    """
    seen = [(place, tuple(_room_link(room, path, place) for room in place.rooms)) for place in _places]
    lies_under = {place.key for place, rooms in seen if any(room.current for room in rooms)}
    told = lies_under or any(path == place.path for place in _places)
    shown = []
    for place, rooms in seen:
        here = place.key in lies_under if told else place.key == place_key
        current = "page" if path == place.path else "true" if here else ""
        shown.append(
            PlaceLink(key=place.key, title=place.title, path=place.path, rooms=rooms, current=current)
        )
    return tuple(shown)


def room_tabs(path: str, *, two: bool) -> Tabs | None:
    """The tabs of the room that the page at `path` lies in; None where it has none.

    The one whose path reaches furthest is the current one. From under *More* it moves into sight.
    """
    found: tuple[int, Room, tuple[tuple[Tab, str], ...]] | None = None
    for place in _places:
        for room in place.rooms:
            tabs = tuple((tab, _path_of(tab)) for tab in room.tabs if two or not tab.two)
            reach = max((len(at) for _tab, at in tabs if path.startswith(at)), default=0)
            if reach > (found[0] if found else 0):
                found = reach, room, tabs
    if found is None:
        return None
    reach, room, tabs = found
    links = [(tab, _tab_link(tab, at, path, reach)) for tab, at in tabs]
    return Tabs(
        title=room.title,
        shown=tuple(link for tab, link in links if link.current or not tab.folded),
        folded=tuple(link for tab, link in links if tab.folded and not link.current),
    )


def _path_of(tab: Tab) -> str:
    if tab.url not in _paths:
        _paths[tab.url] = reverse(tab.url)
    return _paths[tab.url]


def _tab_link(tab: Tab, at: str, path: str, reach: int) -> TabLink:
    current = "page" if path == at else "true" if path.startswith(at) and len(at) == reach else ""
    return TabLink(title=tab.title, path=at, current=current)


def _room_link(room: Room, path: str, place: Place) -> RoomLink:
    current = ""
    if path == room.path:
        current = "page"
    elif path != place.path and path.startswith(room.below or room.path):
        current = "true"
    return RoomLink(title=room.title, path=room.path, about=room.about, current=current, picture=room.picture)
