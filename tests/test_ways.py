"""Finding one's way: any room in two taps, the map in two, from everywhere; and the bar says where one is."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.urls import reverse
from tests.harness import Canary, named, one_for, page_cases, path_of, stage

import bothand
from bothand.kit import registry
from bothand.kit.tests.cases import PageCase

PLACES = {"mine": "place_mine", "ours": "pairing_ours", "more": "place_more"}
TEMPLATES = sorted(Path(bothand.__file__).parent.rglob("templates/**/*.html"))


def part_of(page: str, tag: str, mark: str = "") -> str:
    found = re.search(rf"<{tag}\b[^>]*{mark}.*?</{tag}>", page, re.DOTALL)
    return found.group() if found else ""


def links(text: str) -> set[str]:
    return set(re.findall(r'href="([^"#?]+)"', text))


def has_places(case: PageCase) -> bool:
    """Not so at the door, and on what is made for paper."""
    on_paper = "shell/print.html" in get_template(case.page.template).template.source
    return not case.signed_out and case.page.place != "door" and not on_paper


@pytest.mark.parametrize("case", [case for case in page_cases() if has_places(case)], ids=named)
def test_every_page_has_the_four_places_and_marks_where_one_is(case, db):
    who = one_for(case, Canary())
    page = who.client.get(path_of(case, stage(who))).content.decode()
    bar = part_of(page, "nav", 'class="nav"')
    assert {"/", *(reverse(name) for name in PLACES.values())} <= links(bar)
    assert "aria-current" in bar


@pytest.mark.parametrize("two", [False, True], ids=["alone", "two"])
def test_the_page_of_each_place_leads_to_every_room_of_it_and_mine_to_the_map(two, request):
    who = request.getfixturevalue("couple")[0] if two else request.getfixturevalue("noa")
    shown = {
        place: links(part_of(who.client.get(reverse(name)).content.decode(), "main"))
        for place, name in PLACES.items()
    }
    for room in registry.all_rooms():
        if room.listed and room.place in PLACES and (two or room.name != "pairing"):
            assert f"/{room.front or room.path}" in shown[room.place], room.name
    assert reverse("checkin_map") in shown["mine"]
    assert reverse("today_search") in who.client.get(reverse("place_mine")).content.decode()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_row_of_links_stands_at_the_foot(path):
    assert '<nav class="foot"' not in path.read_text(encoding="utf-8")
