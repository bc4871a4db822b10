"""Whatever a translator or a host writes into a file, it is read or it is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothand.content.helplines import help_for
from bothand.content.items import load_bank
from bothand.content.loader import ContentError, Fields, find_languages
from bothand.content.partner_name import with_name
from bothand.content.sessions import parse_session

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
TAKES = ("text", "flag", "number", "texts", "rows", "table")


def refusal(read):
    """The sentence of a refusal, empty if there was none. Any other error fails the test."""
    try:
        read()
    except ContentError as error:
        return str(error)
    return ""


@given(VALUES, st.sampled_from(TAKES))
def test_it_reads_a_field_or_refuses_it(value, take):
    said = refusal(lambda: getattr(Fields("f", {"key": value}), take)("key"))
    assert said == "" or said.startswith("f: key")


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
    english = [(one.id, one.key, one.marks) for one in load_bank().items]
    for language in find_languages():
        assert [(one.id, one.key, one.marks) for one in load_bank(language).items] == english
