import pytest

from bothand.content.loader import ContentError, Fields, parse_toml, read_names, read_text, require_distinct


def test_it_takes_fields_once_and_refuses_the_rest():
    row = Fields("file: 1", {"id": "a", "other": 1})
    assert row.text("id") == "a"
    with pytest.raises(ContentError, match="file: 1: unknown fields other"):
        row.done()


@pytest.mark.parametrize(
    ("take", "value"),
    [
        ("text", 1),
        ("text", " "),
        ("flag", "yes"),
        ("number", "1"),
        ("number", True),
        ("texts", "one"),
        ("texts", [1]),
        ("rows", {}),
    ],
)
def test_it_refuses_a_field_of_another_type_and_names_it(take, value):
    with pytest.raises(ContentError, match="file: 1: key"):
        getattr(Fields("file: 1", {"key": value}), take)("key")


def test_it_refuses_a_missing_text_unless_a_default_is_given():
    assert Fields("f", {}).text("key", "") == ""
    with pytest.raises(ContentError, match="f: key"):
        Fields("f", {}).text("key")


def test_it_refuses_a_value_outside_a_closed_list():
    with pytest.raises(ContentError, match="expected one of solo, together"):
        Fields("f", {"key": "both"}).one_of("key", ("solo", "together"))


def test_it_refuses_an_entry_that_is_no_table():
    with pytest.raises(ContentError, match="expected a table"):
        Fields("f", [])


def test_it_names_the_line_of_bad_toml():
    with pytest.raises(ContentError, match=r"en/x\.toml.*line 1"):
        parse_toml("en/x.toml", "a = \n")


def test_it_names_a_missing_file_or_folder():
    with pytest.raises(ContentError, match=r"en/nothing\.toml"):
        read_text("en", "nothing.toml")
    with pytest.raises(ContentError, match="en/nothing"):
        read_names("en", "nothing", ".md")


def test_it_refuses_an_id_twice():
    with pytest.raises(ContentError, match="twice: a"):
        require_distinct("f", ["a", "b", "a"])
