"""The places of the house, set once at start by `web`, so that the shell need not know any room."""

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One line in the navigation: a room's name, its path, and a few words for its place's index page."""

    title: Words
    path: str
    about: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One of the five places: today, mine, ours, week, more. `key` names its picture in the sprite."""

    key: str
    title: Words
    path: str
    rooms: tuple[Room, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLink:
    """A room as one page sees it. `current` is the value of aria-current: "page", "true" or ""."""

    title: Words
    path: str
    about: Words
    current: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLink:
    """A place as one page sees it. `current` is the value of aria-current: "page", "true" or ""."""

    key: str
    title: Words
    path: str
    rooms: tuple[RoomLink, ...]
    current: str


_places: tuple[Place, ...] = ()


def set_places(places: tuple[Place, ...]) -> None:
    """Set the places, in the order they are shown in. A place without rooms is left out, except today."""
    global _places  # noqa: PLW0603  set once at start, by web alone
    _places = tuple(place for place in places if place.rooms or place.key == "today")


def nav_places() -> tuple[Place, ...]:
    return _places


def nav_links(path: str, place_key: str) -> tuple[PlaceLink, ...]:
    """The places as the page at `path` shows them.

    A room whose path the page lies under marks its place; where none does, the page's own `place_key` does.
    """
    seen = [(place, tuple(_room_link(room, path) for room in place.rooms)) for place in _places]
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


def _room_link(room: Room, path: str) -> RoomLink:
    current = ""
    if path == room.path:
        current = "page"
    elif room.path != "/" and path.startswith(room.path):
        current = "true"
    return RoomLink(title=room.title, path=room.path, about=room.about, current=current)
