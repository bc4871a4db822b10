"""Files written by hand: what is wrong is said, with its line."""

import pytest

from bothand.cli.files import FileProblem, parse_file, read_toml

TEXT = """name = "Alex"
no_agreement = 40
tags = [
  "one = 1",
  "two",
]

[weights]
home = 7   # of ten
"new car" = 2

[ratings.home]
city = 8

[[only_if]]
when = { home = "village", car = "one" }
bonus = 12

[[only_if]]
bonus = "much"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 1),
        (("tags",), 3),
        (("weights",), 8),
        (("weights", "home"), 9),
        (("weights", "new car"), 10),
        (("weights", "boat"), 8),
        (("ratings", "home", "village"), 12),
        (("ratings", "home", "city"), 13),
        (("only_if", 0, "when"), 16),
        (("only_if", 0, "when", "home"), 16),
        (("only_if", 1), 19),
        (("only_if", 1, "bonus"), 20),
        (("only_if", 1, "when"), 19),
        (("nothing",), 1),
    ],
)
def test_it_finds_the_line_of_a_value_or_of_the_table_that_lacks_it(path, line):
    assert parse_file("one.toml", TEXT).line(path) == line


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb = \n", "f.toml:2: Invalid value; expected TOML"),
        ("a = 1\na = 2\n", "f.toml:2: Cannot overwrite a value; expected TOML"),
        ("a = [1,\n", "f.toml:1: "),
        ("a = " + "9" * 5000, "f.toml: "),
        ("a = " + "[" * 5000, "f.toml"),
    ],
)
def test_it_says_where_a_file_stops_being_toml(text, message):
    with pytest.raises(FileProblem) as caught:
        parse_file("f.toml", text)
    assert caught.value.format_message().startswith(message)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "value", ["true", '"7"', "7.0", "11", "-1", "9" * 4000, "[7]", "{ a = 7 }", "2026-01-01"]
)
def test_it_refuses_what_is_no_whole_number_within_bounds(value):
    with pytest.raises(
        FileProblem, match=r"^f\.toml:2: w\.home is .*; expected a whole number from 0 to 10$"
    ):
        parse_file("f.toml", f"[w]\nhome = {value}\n").integer(("w", "home"), 0, 10)


def test_it_asks_for_what_is_missing():
    with pytest.raises(FileProblem, match=r"^f\.toml:1: w\.home is missing; expected a whole number"):
        parse_file("f.toml", "[w]\n").integer(("w", "home"), 0, 10)


def test_it_refuses_a_key_that_means_nothing():
    with pytest.raises(
        FileProblem, match=r'^f\.toml:2: "wieghts" is not known here; expected one of: name, weights$'
    ):
        parse_file("f.toml", 'name = "Alex"\n[wieghts]\n').known_keys((), ("name", "weights"))


@pytest.mark.parametrize("value", ['["a", 1]', '"a"', '["a", "a"]', '["a", ""]', '["a\\u0007"]'])
def test_it_refuses_what_is_no_list_of_different_texts(value):
    with pytest.raises(FileProblem, match=r"^f\.toml:1: options"):
        parse_file("f.toml", f"options = {value}").texts(("options",))


def test_it_refuses_a_choice_outside_the_options():
    with pytest.raises(FileProblem, match=r'feeling is "hate"; expected one of: like, dislike$'):
        parse_file("f.toml", 'feeling = "hate"').choice(("feeling",), ("like", "dislike"))


def test_it_refuses_what_is_neither_true_nor_false():
    with pytest.raises(FileProblem, match=r"cannot is a whole number; expected true or false$"):
        parse_file("f.toml", "cannot = 1").boolean(("cannot",), default=False)


def test_it_refuses_a_table_where_tables_are_expected_and_the_other_way_round():
    with pytest.raises(FileProblem, match=r"expected tables, each under \[\[only_if\]\]$"):
        parse_file("f.toml", "[only_if]\n").tables(("only_if",))
    with pytest.raises(FileProblem, match=r"expected a table \[weights\]$"):
        parse_file("f.toml", "weights = 3\n").table(("weights",))
    with pytest.raises(FileProblem, match=r"expected a table \[issues\]$"):
        parse_file("f.toml", "").table(("issues",), required=True)


def test_it_says_so_when_a_file_is_not_there_or_is_not_text(tmp_path):
    with pytest.raises(FileProblem, match="no such file or directory"):
        read_toml(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"a = 1\nb = '\xff'\n")
    with pytest.raises(FileProblem, match=r"bytes\.toml:2: this is not UTF-8 text"):
        read_toml(tmp_path / "bytes.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(FileProblem, match="too large"):
        read_toml(tmp_path / "large.toml")


def test_it_reads_a_file_with_a_byte_order_mark(tmp_path):
    (tmp_path / "bom.toml").write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert read_toml(tmp_path / "bom.toml").integer(("a",), 0, 9) == 1
