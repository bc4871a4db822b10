import datetime as dt
import tomllib

import pytest

from bothand.content.helplines import help_for, load_countries
from bothand.content.loader import ContentError, read_text


def own_file(tmp_path, text):
    path = tmp_path / "lines.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_it_gives_emergency_numbers_and_lines_of_a_country():
    found = help_for("US")
    assert found.name == "United States"
    assert [one.number for one in found.emergency] == ["911"]
    assert found.lines[0].number == "1-800-799-7233"
    assert found.lines[0].text == "START to 88788"


def test_it_says_how_to_call_where_one_cannot_speak():
    assert "55" in help_for("GB").emergency[0].note


def test_it_flags_every_line_without_a_date_of_checking():
    lines = [line for code, _ in load_countries() for line in help_for(code).lines]
    assert lines
    assert all(line.not_checked == (line.checked is None) for line in lines)
    assert all(line.source for line in lines)


def test_it_never_hands_out_a_line_that_has_to_be_checked_again():
    rows = tomllib.loads(read_text("data", "helplines.toml"))["line"]
    hidden = [(row["country"], row["name"]) for row in rows if row.get("recheck")]
    assert len(hidden) == 3
    for code, name in hidden:
        found = help_for(code)
        assert found is None or name not in [line.name for line in found.lines]


def test_it_lists_only_countries_for_which_it_has_something():
    codes = [code for code, _ in load_countries()]
    assert "NO" not in codes
    assert all(help_for(code) for code in codes)
    assert [name for _, name in load_countries()] == sorted(name for _, name in load_countries())
    assert not [code for code, name in load_countries() if code == name]


@pytest.mark.parametrize("code", ["XX", "", "de", "NO"])
def test_it_says_nothing_for_a_country_that_is_not_listed(code):
    assert help_for(code) is None


def test_a_country_may_have_lines_and_no_emergency_number_of_ours():
    assert help_for("BR").emergency == ()
    assert help_for("CA").lines == ()


def test_the_host_can_add_a_country_with_its_name(tmp_path):
    extra = own_file(
        tmp_path,
        '[names]\nCH = "Switzerland"\n[[emergency]]\ncountries = ["CH"]\nnumber = "117"\n'
        '[[line]]\ncountry = "CH"\nname = "Line"\nnumber = "1"\nsource = "host"\nchecked = "2026-11-01"\n',
    )
    found = help_for("CH", extra=extra)
    assert found.name == "Switzerland"
    assert found.emergency[0].number == "117"
    assert found.lines[0].checked == dt.date(2026, 11, 1)
    assert not found.lines[0].not_checked
    assert ("CH", "Switzerland") in load_countries(extra=extra)
    assert help_for("CH") is None


def test_the_host_s_line_takes_the_place_of_ours_and_comes_first(tmp_path):
    extra = own_file(
        tmp_path,
        '[[line]]\ncountry = "NO"\nname = "VO-linjen"\nnumber = "2"\nsource = "host"\nchecked = "2026-11-01"\n'
        '[[line]]\ncountry = "GB"\nname = "Local"\nnumber = "3"\nsource = "host"\n',
    )
    assert [line.number for line in help_for("NO", extra=extra).lines] == ["2"]
    lines = help_for("GB", extra=extra).lines
    assert lines[0].name == "Local"
    assert len(lines) == len(help_for("GB").lines) + 1


LINE = '[[line]]\ncountry = "GB"\nname = "Local"\nsource = "host"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LINE, "neither a number nor"),
        (LINE + 'number = "1"\nchecked = "yesterday"', "checked is a date"),
        (LINE + 'number = "1"\nprefix = "2"', "unknown field `prefix`"),
        ((LINE + 'number = "1"\n') * 2, "stand twice"),
        ('[[line]]\ncountry = "GB"\nname = "Local"\nnumber = "1"', "missing required field `source`"),
        ("[[line", r"lines\.toml"),
    ],
)
def test_it_refuses_a_file_of_the_host_that_is_not_as_described(tmp_path, text, said):
    with pytest.raises(ContentError, match=said):
        help_for("GB", extra=own_file(tmp_path, text))


def test_it_says_that_a_file_cannot_be_read_without_naming_the_folder(tmp_path):
    with pytest.raises(ContentError, match=r"^nothing\.toml: it can't be read$"):
        help_for("GB", extra=tmp_path / "nothing.toml")
