"""The rooms there are: those named in the settings, each with its manifest in `room.py`."""

from functools import cache
from importlib import import_module
from typing import TypeVar

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from bothand.kit import reveal
from bothand.kit.manifest import Part, PlaceName, Room
from bothand.kit.reveal import Reveal
from bothand.kit.search import Searched
from bothand.shell import navigation
from bothand.shell.endings import Ending
from bothand.shell.page import Page, declared_types
from bothand.vault.records import Record

T = TypeVar("T")

_PLACES: tuple[PlaceName, ...] = ("today", "mine", "ours", "week", "more")


@cache
def all_rooms() -> tuple[Room, ...]:
    """Every room, in the order of the settings. Raises ImportError for a room without a manifest."""
    found = []
    for name in settings.BOTHAND_ROOMS:
        room: Room = import_module(f"bothand.rooms.{name}.room").ROOM
        found.append(room)
    return tuple(found)


def urlpatterns() -> list[URLPattern | URLResolver]:
    """The urls of all rooms, each under its neutral path. Names begin with the room's, as a test checks."""
    at_root = [path("", include(found)) for room in all_rooms() if (found := _root_urls(room))]
    return [*at_root, *(path(room.path, include(_urls(room))) for room in all_rooms())]


def _urls(room: Room) -> str | list[URLPattern]:
    return room.urls if isinstance(room.urls, str) else list(room.urls)


def _root_urls(room: Room) -> list[URLPattern]:
    module = import_module(room.urls) if isinstance(room.urls, str) else None
    return getattr(module, "root_urlpatterns", [])


def find_pages(room: Room) -> tuple[type[Page], ...]:
    """The types of a room's pages, as they are declared."""
    return _declared_in(room, Page)


def find_parts(room: Room) -> tuple[type[Part], ...]:
    """The types of the pieces that a room puts on *Today*, as they are declared."""
    return _declared_in(room, Part)


def _declared_in(room: Room, parent: type[T]) -> tuple[type[T], ...]:
    # The views import every page, and the manifest what it puts on *Today*.
    if isinstance(room.urls, str):
        import_module(room.urls)
    return declared_types(parent, f"bothand.rooms.{room.name}")


def all_reveals() -> dict[str, Reveal]:
    """What can be revealed together, by name."""
    return {one.name: one for room in all_rooms() for one in room.reveals}


def all_endings() -> dict[str, Ending]:
    """How acts end, by the name of the url they are sent to."""
    return {name: ending for room in all_rooms() for name, ending in room.endings.items()}


def list_searched() -> dict[type[Record], Searched]:
    """What the search over all rooms looks through."""
    return {
        kind: Searched(room=room.title, read=room.readable[kind], find_path=find_path)
        for room in all_rooms()
        for kind, find_path in room.opens.items()
    }


def set_meetings() -> None:
    """Tell the meeting place what comes of two answers to each reveal."""
    reveal.register_reveals(all_reveals().values())


def set_places() -> None:
    """Tell the shell which places there are."""
    titles = {"today": _("Today"), "mine": _("Mine"), "ours": _("Ours"), "week": _("Week"), "more": _("More")}
    navigation.set_places(
        tuple(
            navigation.Place(
                key=place,
                title=titles[place],
                path="/" if place == "today" else f"/{place}/",
                rooms=tuple(
                    navigation.Room(
                        title=room.title,
                        path=f"/{room.front or room.path}",
                        below=f"/{room.path}",
                        about=room.about,
                        picture=room.picture,
                        tabs=tuple(
                            navigation.Tab(title=tab.title, url=tab.url, two=tab.two, folded=tab.folded)
                            for tab in room.tabs
                        ),
                    )
                    for room in all_rooms()
                    if room.place == place and room.listed and place != "today"
                ),
            )
            for place in _PLACES
        )
    )
