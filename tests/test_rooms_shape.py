"""Every room has the same shape, so that whatever walks over rooms finds each of them whole (docs/add-a-room.md)."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from django import forms
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.harness import path_of
from tests.harness import stage as stage_for
from tests.people import Person, pair

from bothand.kit import registry
from bothand.kit.manifest import Part, Room
from bothand.kit.tests.cases import FormCase, PageCase, Stage
from bothand.shell.page import Page
from bothand.vault.records import all_kinds, kind_of

FILES = ("room.py", "tests/cases.py", "urls.py", "pages.py")
NAMED_OTHERWISE = {"today", "account"}
"""The first page, the index pages and the door belong to the whole house and are named after what they are."""

SHARED = ("bothand.shell.", "bothand.kit.")
LEFT_OUT = (forms.HiddenInput, forms.PasswordInput, forms.FileInput)
ROOMS = registry.all_rooms()
each_room = pytest.mark.parametrize("room", ROOMS, ids=[room.name for room in ROOMS])


def folder(room: Room) -> Path:
    return Path(import_module(f"bothand.rooms.{room.name}").__file__).parent


def cases(room: Room) -> ModuleType:
    return import_module(f"bothand.rooms.{room.name}.tests.cases")


def is_plain(room: Room) -> bool:
    """Whether a room has one plain document and nothing else: its pages, addresses and tests are the kit's."""
    return not isinstance(room.urls, str)


def page_cases(room: Room) -> tuple[PageCase, ...]:
    return tuple(cases(room).PAGES)


def form_cases(room: Room) -> tuple[FormCase, ...]:
    return tuple(cases(room).FORMS)


def patterns(room: Room) -> Iterator[URLPattern]:
    urls = import_module(room.urls) if isinstance(room.urls, str) else None
    listed = room.urls if urls is None else [*urls.urlpatterns, *getattr(urls, "root_urlpatterns", [])]
    for entry in listed:
        assert isinstance(entry, URLPattern), "a room's urls are a flat list"
        yield entry


def names(room: Room) -> list[str]:
    return [str(entry.name) for entry in patterns(room)]


def modules(room: Room) -> list[ModuleType]:
    """Every module of the room except its tests."""
    root = import_module(f"bothand.rooms.{room.name}")
    below = pkgutil.walk_packages(root.__path__, f"{root.__name__}.")
    return [root, *(import_module(info.name) for info in below if ".tests" not in info.name)]


def own_classes(room: Room, parent: type) -> set[type]:
    return {
        value
        for module in modules(room)
        for _, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, parent)
        and value is not parent
        and value.__module__.startswith(f"bothand.rooms.{room.name}.")
    }


def leaves(entries: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from leaves(entry.url_patterns)
        else:
            yield entry


@each_room
def test_it_has_the_files_that_a_room_has(room):
    if is_plain(room):
        assert (folder(room) / "tests" / "cases.py").is_file()
        return
    missing = [name for name in FILES if not (folder(room) / name).is_file()]
    assert not missing
    assert [*folder(room).rglob("views.py"), *folder(room).rglob("views/__init__.py")], (
        "a room or its slices have views"
    )
    assert list((folder(room) / "tests").glob("test_*.py")), "a room has tests beside it"
    assert (folder(room) / "templates" / room.name).is_dir()


@each_room
def test_it_says_all_of_itself_in_its_manifest(room):
    assert room.name == folder(room).name
    assert str(room.title).strip()
    assert str(room.about).strip()
    assert room.path == "" or (room.path.endswith("/") and not room.path.startswith("/"))
    assert is_plain(room) or room.urls == f"bothand.rooms.{room.name}.urls"
    assert is_plain(room) or registry.find_pages(room)
    assert (room.today is not None) == bool(registry.find_parts(room))


def test_rooms_hang_at_paths_of_their_own():
    paths = [room.path for room in ROOMS]
    assert len(paths) == len(set(paths))


@each_room
def test_every_page_and_piece_is_declared(room):
    shown = {kind for kind in own_classes(room, Page) | own_classes(room, Part) if hasattr(kind, "template")}
    assert shown == {*registry.find_pages(room), *registry.find_parts(room)}


@each_room
def test_its_urls_have_names_that_begin_with_its_own(room):
    assert len(names(room)) == len(set(names(room)))
    if room.name not in NAMED_OTHERWISE:
        assert [name for name in names(room) if not name.startswith(f"{room.name}_")] == []


def test_no_name_of_a_url_is_given_twice():
    given = [str(entry.name) for entry in leaves(get_resolver().url_patterns) if entry.name]
    assert sorted(given) == sorted(set(given))


@each_room
def test_each_of_its_urls_has_a_case(room):
    reached = {case.url for case in (*page_cases(room), *form_cases(room))}
    # Addresses that have no page of their own, since all they do is lead on.
    reached |= set(getattr(cases(room), "LEADS_ON", ()))
    assert set(names(room)) - reached == set()
    assert reached - set(names(room)) == set()


@each_room
def test_each_page_of_a_case_is_registered(room):
    shells = {case.page for case in page_cases(room) if case.page.__module__.startswith(SHARED)}
    assert {case.page for case in page_cases(room)} - set(registry.find_pages(room)) - shells == set()


@each_room
def test_each_of_its_pages_is_shown_by_a_case(room):
    shown = {case.page for case in page_cases(room)} | {case.shows for case in form_cases(room)}
    assert set(registry.find_pages(room)) - shown == set()


@each_room
def test_each_of_its_forms_has_a_case(room):
    fed = {case.form for case in form_cases(room)}
    parents = {parent for form in own_classes(room, forms.BaseForm) for parent in form.__mro__[1:]}
    assert own_classes(room, forms.BaseForm) - fed - parents == set()


@each_room
def test_its_kinds_are_registered_once_and_can_be_read_in_an_export(room):
    others = {kind for other in ROOMS if other is not room for kind in other.kinds}
    assert not others & set(room.kinds)
    assert set(room.kinds) <= {entry.type for entry in all_kinds()}
    assert set(room.readable) == set(room.kinds)


@each_room
def test_it_says_what_an_import_does_with_kinds_of_which_there_is_one(room):
    assert set(room.merge) == {kind for kind in room.kinds if kind_of(kind).one_in_all}


def test_every_kind_of_the_rooms_belongs_to_one():
    own = {entry.type for entry in all_kinds() if entry.type.__module__.startswith("bothand.rooms.")}
    assert own - {kind for room in ROOMS for kind in room.kinds} == set()


FORM_CASES = [(room, case) for room in ROOMS for case in form_cases(room) if case.form is not None]


@pytest.mark.parametrize(
    ("room", "case"), FORM_CASES, ids=[f"{case.url}-{case.form.__name__}" for _, case in FORM_CASES]
)
def test_a_form_s_case_feeds_each_of_its_text_fields(room, case, couple_to_be):
    fed = case.data(stage_of(case, *couple_to_be), lambda field: f"word-for-{field}")
    assert {name for name in text_fields(case.form) if not fed.get(name)} == set()


OPEN_TO_ALL = {"account", "safety"}
"""The door, and the page that must open to anybody: their own tests and the table of actors say to whom and how."""

OWN = [
    (room, case)
    for room in ROOMS
    if room.name not in OPEN_TO_ALL
    for case in page_cases(room)
    if not case.signed_out
]


@pytest.mark.parametrize(("room", "case"), OWN, ids=[case.url for _, case in OWN])
def test_a_page_s_case_leads_to_its_page(room, case, couple_to_be, monkeypatch):
    shown = watch_pages(monkeypatch)
    where = path_of(case, stage_of(case, *couple_to_be))
    assert couple_to_be[0].client.get(where).status_code == 200
    assert shown == [case.page]


OWN_FORMS = [(room, case) for room in ROOMS if room.name not in OPEN_TO_ALL for case in form_cases(room)]


@pytest.mark.parametrize(("room", "case"), OWN_FORMS, ids=[case.url for _, case in OWN_FORMS])
def test_a_form_s_case_is_taken(room, case, couple_to_be, monkeypatch):
    stage = stage_of(case, *couple_to_be)
    kwargs = case.prepare(stage)
    shown = watch_pages(monkeypatch)
    answer = couple_to_be[0].client.post(
        reverse(case.url, kwargs=kwargs), case.data(stage, lambda field: f"a {field}")
    )
    assert answer.status_code in ({409} if case.shows else {200, 302, 303})
    assert case.shows is None or shown == [case.shows]
    assert 'class="care"' not in answer.content.decode()


@pytest.mark.parametrize(("room", "case"), OWN, ids=[case.url for _, case in OWN])
def test_nobody_gets_in_who_is_not_signed_in(room, case, couple_to_be):
    kwargs = case.prepare(stage_of(case, *couple_to_be))
    assert Client().get(reverse(case.url, kwargs=kwargs), secure=True).status_code == 302


@pytest.fixture
def couple_to_be(noa, sam, clock) -> tuple[Person, Person]:
    return noa, sam


def stage_of(case: PageCase | FormCase, one: Person, other: Person) -> Stage:
    if case.paired:
        pair(one, other)
    return stage_for(one)


def text_fields(form: type[forms.BaseForm]) -> set[str]:
    return {
        name
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field.widget, LEFT_OUT)
    }


def watch_pages(monkeypatch) -> list[type[Page]]:
    """The types of the pages that are rendered from now on."""
    from bothand.shell import page as pages

    shown: list[type[Page]] = []
    real = pages.context_of

    def context_of(request, page):
        shown.append(type(page))
        return real(request, page)

    monkeypatch.setattr(pages, "context_of", context_of)
    return shown
