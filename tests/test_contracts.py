"""A template sees what its page's type offers, and nothing else; no template lies about that no page uses."""

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.test.signals import template_rendered
from django.urls import reverse
from tests.harness import Canary, form_cases, named, one_for, page_cases, send, stage, visit
from tests.people import pair
from tests.template_contract import names_outside

from bothand.kit import registry
from bothand.shell.frame import Frame

ROOMS = Path(import_module("bothand.rooms").__file__).parent
PAGES = sorted(
    {page for room in registry.all_rooms() for page in registry.find_pages(room)},
    key=lambda page: page.__qualname__,
)
PARTS = sorted(
    {part for room in registry.all_rooms() for part in registry.find_parts(room)},
    key=lambda part: part.__qualname__,
)
CALLED = re.compile(r"""{%\s*(?:include|extends)\s+["']([^"']+)["']""")
SEEN = {"page", "frame", "csrf_token", "True", "False", "None"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_a_page_offers_every_name_its_template_uses(page):
    assert names_outside(page.template, page) == set()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_piece_of_today_offers_every_name_its_template_uses(part):
    assert names_outside(part.template, part, root="part") == set()


def test_every_page_is_reached_by_a_case_or_answers_a_form():
    reached = {case.page for case in page_cases()} | {case.shows for case in form_cases()}
    assert set(PAGES) - reached == set()


@pytest.fixture
def drawn():
    """What was rendered meanwhile: the template's name and every name in its context with its type."""
    found = []

    def note(template, context, **_others):
        found.append((template.name, {name: type(value) for name, value in context.flatten().items()}))

    template_rendered.connect(note)
    yield found
    template_rendered.disconnect(note)


@pytest.mark.parametrize("case", page_cases(), ids=named)
def test_a_rendered_page_sees_its_type_the_frame_and_no_more(case, noa, drawn, settings):
    settings.BOTHAND_OPEN = True
    answer = visit(case, noa)
    assert answer.status_code == 200, answer.headers
    seen = dict(drawn)[case.page.template]
    assert (set(seen) - {"csrf_token"}, seen["page"], seen["frame"]) == (
        SEEN - {"csrf_token"},
        case.page,
        Frame,
    )


@pytest.mark.parametrize("case", [case for case in form_cases() if case.shows], ids=named)
def test_a_page_that_answers_a_form_sees_its_type_the_frame_and_no_more(case, db, drawn):
    send(case, one_for(case, Canary()), Canary())
    seen = dict(drawn)[case.shows.template]
    assert (set(seen), seen["page"], seen["frame"]) == (SEEN, case.shows, Frame)


def test_pieces_of_today_see_their_type_the_frame_and_no_more(noa, sam, drawn):
    # Those for one alone first, then those for two.
    for case in sorted(page_cases(), key=lambda case: case.paired):
        if not case.signed_out:
            noa.client.get(reverse("today"))
            if case.paired and noa.partner is None:
                pair(noa, sam)
            case.prepare(stage(noa))
    noa.client.get(reverse("today"))
    pieces = {part.template: part for part in PARTS}
    seen = {
        (name, types["part"])
        for name, types in drawn
        if name in pieces and set(types) == SEEN - {"page"} | {"part"}
    }
    assert seen == set(pieces.items())


def test_no_template_lies_about_unused():
    files = {
        path.relative_to(folder).as_posix(): path
        for folder in ROOMS.glob("*/templates")
        for path in folder.rglob("*.html")
    }
    literals = {
        node.value
        for path in ROOMS.rglob("*.py")
        if "tests" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    waiting, used = [name for name in files if name in literals], set()
    while waiting:
        name = waiting.pop()
        if name not in used and name in files:
            used.add(name)
            waiting += CALLED.findall(files[name].read_text())
    assert set(files) - used == set()


@pytest.mark.parametrize(
    "room", [room for room in registry.all_rooms() if room.tabs], ids=lambda room: room.name
)
def test_a_room_shows_its_tabs_and_marks_the_one_that_one_is_on(room, couple):
    noa, _sam = couple
    page = noa.client.get(reverse(room.tabs[0].url)).content.decode()
    tabs = re.search(r'<nav class="tabs".*?</nav>', page, re.DOTALL)
    assert tabs
    assert f'href="{reverse(room.tabs[0].url)}" aria-current="page"' in tabs.group()
