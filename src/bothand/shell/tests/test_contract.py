"""The walk finds every name that a page's type does not offer."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import pytest
from django.template import engines
from django.template.loader import get_template
from tests import template_contract
from tests.template_contract import names_outside

from bothand.shell.doors import CarryPage, UnlockPage
from bothand.shell.errors import ErrorPage
from bothand.shell.exit import ExitHelp
from bothand.shell.page import Page
from bothand.shell.parts import ConfirmPage, ConflictPage, PlacePage


@dataclass(frozen=True, slots=True)
class Entry:
    text: str
    day: date | None

    @property
    def short(self) -> str:
        return self.text[:10]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes(Page):
    template: ClassVar[str] = "notes.html"
    entries: tuple[Entry, ...]
    first: Entry | None = None
    pairs: tuple[tuple[str, Entry], ...] = ()


@pytest.fixture
def walk(monkeypatch):
    """Walk a template given as text."""

    def outside(text, **others):
        class Loaded:
            def __init__(self, source):
                self.template = engines["django"].from_string(source).template

        texts = {"notes.html": text, **others}
        monkeypatch.setattr(
            template_contract,
            "get_template",
            lambda name: Loaded(texts[name]) if name in texts else get_template(name),
        )
        return names_outside("notes.html", Notes)

    return outside


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.tab }}{{ frame.name }}{% csrf_token %}{{ csrf_token }}",
        "{% for entry in page.entries %}{{ forloop.counter }}{{ entry.text }}{{ entry.short|upper }}{{ entry.day.year }}{% endfor %}",
        "{% for word, entry in page.pairs %}{{ word }}{{ entry.text }}{% endfor %}",
        "{% with one=page.first %}{{ one.text }}{% endwith %}",
        "{% load i18n %}{% blocktranslate with name=frame.name %}Hello {{ name }}{% endblocktranslate %}",
        "{% load i18n %}{% blocktranslate count n=page.entries|length %}One{% plural %}{{ n }}{% endblocktranslate %}",
        "{% url 'today' as home %}{{ home }}",
        "{% if page.entries and not page.first or True %}x{% endif %}",
        "{% load partials %}{% partialdef row %}{{ entry.text }}{% endpartialdef %}{% for entry in page.entries %}{% partial row %}{% endfor %}",
    ],
)
def test_it_is_content_with(walk, text):
    assert walk(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{{ settings }}", "settings"),
        ("{{ page.titel }}", "page.titel"),
        ("{{ frame.password }}", "frame.password"),
        ("{% for entry in page.entries %}{{ entry.titel }}{% endfor %}", "entry.titel"),
        ("{% for word, entry in page.pairs %}{{ entry.titel }}{% endfor %}", "entry.titel"),
        ("{% for entry in page.entries %}{% endfor %}{{ entry.text }}", "entry.text"),
        ("{{ forloop.counter }}", "forloop.counter"),
        ("{% with one=page.first %}{{ one.titel }}{% endwith %}", "one.titel"),
        ("{% if page.entries and user.name %}x{% endif %}", "user.name"),
        ("{% if page.first %}{% else %}{{ other }}{% endif %}", "other"),
        ("{{ page.tab|default:request.path }}", "request.path"),
        ("{% load i18n %}{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}", "name"),
        ("{% load shell %}{% who page.nobody %}", "page.nobody"),
        ("{% url 'today' id %}", "id"),
        ("{% load partials %}{% partialdef row inline %}{{ entry.text }}{% endpartialdef %}", "entry.text"),
        ("{% include page.tab %}", "include page.tab"),
    ],
)
def test_it_finds(walk, text, name):
    assert walk(text) == {name}


def test_it_goes_through_what_is_extended_and_included(walk):
    found = walk(
        "{% extends 'above.html' %}{% block main %}{% include 'row.html' with entry=page.first only %}{% endblock %}",
        **{
            "above.html": "{{ above }}{% block main %}{% endblock %}",
            "row.html": "{{ entry.text }}{{ page.tab }}",
        },
    )
    assert found == {"above", "page.tab"}


@pytest.mark.parametrize(
    "page_type", [Page, UnlockPage, CarryPage, ErrorPage, ExitHelp, ConfirmPage, ConflictPage, PlacePage]
)
def test_it_holds_for_the_shells_own_pages(page_type):
    assert names_outside(getattr(page_type, "template", "shell/base.html"), page_type) == set()
