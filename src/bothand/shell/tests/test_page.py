"""Every page gets the frame, and no more than its type says."""

from dataclasses import dataclass
from typing import ClassVar

from bothand.shell import navigation
from bothand.shell.page import Page, context_of, render


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain(Page):
    template: ClassVar[str] = "shell/base.html"


def test_it_gives_a_template_three_names_only(ask):
    assert set(context_of(ask(), Plain())) == {"page", "frame", "csrf_token"}


def test_it_names_language_direction_and_hue_on_the_page(ask):
    text = " ".join(render(ask(), Plain()).content.decode().split())
    assert '<html lang="en' in text
    assert 'data-me="moss" data-partner="stone"' in text
    assert ' dir="ltr"' in text


def test_it_shows_the_ways_out_only_after_sign_in(ask):
    assert "Quick exit" in render(ask(), Plain()).content.decode()


def test_it_marks_the_place_one_is_in(ask):
    room = navigation.Room(title="Notes", path="/journal/")
    navigation.set_places((navigation.Place(key="mine", title="Mine", path="/mine/", rooms=(room,)),))
    text = render(ask("/journal/"), Plain()).content.decode()
    assert '<a href="/journal/" aria-current="page">Notes</a>' in text
    assert '<a href="/mine/" aria-current="true">' in text
