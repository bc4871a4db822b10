"""Whatever a translator or a host writes into a file, it is read or it is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.content.ground import Dials, Reliance
from bothand.content.helplines import help_for
from bothand.content.items import Bank, load_bank
from bothand.content.loader import ContentError, find_languages, parse_toml
from bothand.content.partner_name import with_name
from bothand.content.safety import QuietPage
from bothand.content.sessions import parse_session


def refusal(read):
    """The sentence of a refusal, empty if there was none. Any other error fails the test."""
    try:
        read()
    except ContentError as error:
        return str(error)
    return ""


@given(st.text(max_size=200), st.sampled_from([Bank, QuietPage, Dials, Reliance]))
def test_it_reads_a_file_or_refuses_it(text, kind):
    said = refusal(lambda: parse_toml("f", text, kind))
    assert said == "" or said.startswith("f: ")


@given(st.text(max_size=200))
def test_it_reads_a_session_or_refuses_it(text):
    with pytest.raises(ContentError):
        parse_session("f", "+++\n" + text + "\n+++\n" + text)


@given(st.text(max_size=200))
def test_it_reads_a_host_s_file_or_refuses_it(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("host") / "lines.toml"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    said = refusal(lambda: help_for("GB", extra=path))
    assert said == "" or said.startswith("lines.toml")


@given(st.text(max_size=40))
def test_a_name_is_a_name_whatever_it_is(name):
    assert with_name("I told {name}.", name) == "I told " + name + "."


def test_every_language_has_a_whole_bank_with_the_ids_of_the_english_one():
    english = [(one.id, one.key, one.marks, one.presupposes is None) for one in load_bank().items]
    for language in find_languages():
        assert [
            (one.id, one.key, one.marks, one.presupposes is None) for one in load_bank(language).items
        ] == english
