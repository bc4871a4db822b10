"""What is set once at start is still said in each visitor's own language: the places, and the rooms in them."""

import re

import pytest
from django.urls import get_resolver
from django.utils import translation
from tests import pseudo_language

from bothand.kit import registry
from bothand.shell import navigation

OPEN = "\u27e6"


@pytest.fixture
def spoken(settings, tmp_path):
    """A house that was started in English, and now speaks the pseudo-language."""
    with translation.override("en"):
        # The addresses are read now; the first of them would set the places in the middle of a request.
        assert get_resolver().url_patterns
        registry.set_places()
    pseudo_language.write(tmp_path)
    settings.LOCALE_PATHS, settings.LANGUAGE_CODE, settings.LANGUAGES = [tmp_path], "xx", [("xx", "Xx")]


def said():
    places = navigation.nav_places()
    rooms = [room for place in places for room in place.rooms]
    words = [*(one.title for one in (*places, *rooms)), *(room.about for room in rooms if room.about)]
    return [str(one) for one in words]


@pytest.mark.usefixtures("spoken")
def test_the_places_are_said_in_the_language_of_the_moment():
    with translation.override("xx"):
        assert [words for words in said() if not words.startswith(OPEN)] == []
    with translation.override("en"):
        assert [words for words in said() if OPEN in words] == []


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("path", ["/", "/mine/", "/more/"])
def test_a_page_says_them_in_its_visitors_language(noa, path):
    page = noa.client.get(path).content.decode()
    bars = re.findall(r"<nav.*?</nav>", page, re.DOTALL)
    assert OPEN in bars[0]
    assert [words for bar in bars for words in pseudo_language.unmarked(bar)] == []
