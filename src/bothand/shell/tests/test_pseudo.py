"""In the pseudo-language, whatever stands without brackets was not marked for translation."""

import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from tests import pseudo_language

from bothand.accounts.visitor import Visitor
from bothand.shell import carried_form, errors, parts
from bothand.shell.doors import UnlockPage
from bothand.shell.exit import ExitHelp
from bothand.shell.middleware import LanguageMiddleware
from bothand.shell.page import render

OURS = {"origin": "http://testserver"}
ALLOWED = frozenset({"Bothand", "T"})


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    pseudo_language.write(folder)
    return folder


@pytest.fixture
def spoken(settings, catalogue):
    settings.LOCALE_PATHS, settings.LANGUAGE_CODE, settings.LANGUAGES = [catalogue], "xx", [("xx", "Xx")]
    with translation.override("xx"):
        yield


def test_it_finds_messages_of_python_and_of_templates():
    found = {message for message, _ in pseudo_language.messages()}
    assert "There is nothing here." in found
    assert "Skip to the page" in found
    assert ("One thing needs another look", "%(n)s things need another look") in found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hello %(name)s", "%(name)s"),
        ("%d of %s", "%d"),
        ("{n} days", "{n}"),
        ('<a href="/x/">go</a>', '<a href="/x/">'),
        ("a &amp; b", "&amp;"),
        ("100 %%", "%%"),
    ],
)
def test_it_leaves_placeholders_and_tags_alone(text, kept):
    assert kept in pseudo_language.pseudo(text)


# Without what may begin a placeholder: one stays as it is, and is made no longer.
@given(
    st.text(st.characters(categories=["L", "Zs", "P"], exclude_characters="%{&"), min_size=1, max_size=200)
)
def test_it_makes_every_text_longer_by_a_third_and_puts_it_in_brackets(text):
    made = pseudo_language.pseudo(text)
    assert made.startswith("⟦")
    assert made.endswith("⟧")
    assert len(made) >= len(text) + 0.3 * len(text.strip())


def test_it_keeps_line_breaks_at_both_ends():
    assert re.fullmatch(r"\n⟦.*⟧\n", pseudo_language.pseudo("\nText\n"))


PAGES = {
    "unlock": lambda ask: render(ask("/"), UnlockPage(next="/")),
    "exit": lambda ask: render(ask("/exit/about/"), ExitHelp()),
    "carry": lambda ask: carried_form.carried_page(
        ask("/x/", {"t": "x"}, visitor=Visitor.nobody(), **OURS), "signed_out"
    ),
    "old form": lambda ask: carried_form.carried_page(ask("/x/", {"t": "x"}, **OURS), "csrf"),
    "missing": lambda ask: errors.not_found(ask("/x/")),
    "refused": lambda ask: errors.forbidden_page(ask("/x/")),
    "unread": lambda ask: errors.bad_request(ask("/x/")),
    "too much": lambda ask: errors.too_large(ask("/x/")),
    "too many": lambda ask: errors.too_many(ask("/x/"), 3),
    "closed": lambda ask: errors.did_not_open(ask("/x/")),
    "newer": lambda ask: errors.newer_page(ask("/x/")),
    "broken": lambda ask: errors.server_error(ask("/x/")),
    "sure": lambda ask: render(
        ask("/x/"),
        parts.ConfirmPage(
            title="T", lines=(), action="/x/", button="T", back="T", back_to="/", password=True
        ),
    ),
    "twice": lambda ask: render(
        ask("/x/"),
        parts.ConflictPage(
            pairs=(parts.Both(label="T", name="t", mine="1", theirs="2"),), action="/x/", back_to="/"
        ),
    ),
    "deleted": lambda ask: render(
        ask("/x/"), parts.ConflictPage(pairs=(), gone=True, action="/x/", back_to="/")
    ),
    "place": lambda ask: render(ask("/x/"), parts.PlacePage(title="T", rooms=())),
}


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("name", list(PAGES))
def test_it_leaves_no_text_unmarked_on_the_shells_pages(ask, name):
    text = PAGES[name](ask).content.decode()
    assert "⟦" in text
    assert pseudo_language.unmarked(text, ALLOWED) == []


@pytest.mark.usefixtures("spoken")
def test_it_is_spoken_through_the_middleware(ask):
    assert "⟦" in LanguageMiddleware(errors.not_found)(ask("/x/")).content.decode()


def test_it_finds_what_was_not_marked():
    page = '<p title="Loud">⟦Á~⟧</p><p>⟦Wíth <b>ín</b> ít ~⟧</p><p>Plain</p><script>no()</script><p>1, 2</p>'
    assert pseudo_language.unmarked(page) == ["Loud", "Plain"]
