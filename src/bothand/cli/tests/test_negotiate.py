"""`bothand negotiate` on files: its JSON for ever the same shape, its page readable, its complaints precise."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from bothand.cli import negotiate as module
from bothand.cli.negotiate import negotiate as command

FIXTURES = Path(__file__).parent / "fixtures" / "negotiate"
SCHEMA = json.loads((Path(module.__file__).parent / "schemas" / "negotiate.schema.json").read_text())

DEAL = '[issues]\nhome = ["city", "village"]\ncar = ["none", "one", "two"]\n'
ALEX = """name = "Alex"
no_agreement = 40
[weights]
home = 7
[ratings.home]
city = 8
village = 3
[ratings.car]
none = 2
one = 9
two = 5
[never]
car = ["two"]
[[only_if]]
when = { home = "village", car = "one" }
bonus = 12
"""
SAM = """name = "Sam"
[ratings]
home = { city = 4, village = 9 }
car = { none = 1, one = 7, two = 10 }
"""


def run(*files, options=()):
    return CliRunner().invoke(command, [*map(str, files), *options])


def run_texts(tmp_path, deal=DEAL, one=ALEX, two=SAM, options=()):
    paths = []
    for name, text in (("deal.toml", deal), ("one.toml", one), ("two.toml", two)):
        (tmp_path / name).write_text(text)
        paths.append(tmp_path / name)
    return run(*paths, options=options)


@pytest.mark.parametrize(("second", "expected"), [("two", "agreement"), ("apart", "no_agreement")])
def test_it_prints_the_json_it_always_printed(second, expected):
    done = run(FIXTURES / "deal.toml", FIXTURES / "one.toml", FIXTURES / f"{second}.toml", options=["--json"])
    assert done.exit_code == 0
    document = json.loads(done.output)
    assert document == json.loads((FIXTURES / f"{expected}.json").read_text())
    jsonschema.validate(document, SCHEMA)


def test_its_fixture_holds_what_counting_by_hand_gives():
    document = json.loads((FIXTURES / "agreement.json").read_text())
    assert document["leximin"] == {
        "outcome": {"home": "village", "car": "one", "Sunday mornings": "hike"},
        # 7*3 + 3*6 + 4*9 + 12, and 6*9 + 5*7 + 1*3 - 4
        "worth": [87, 88],
    }
    assert document["range"] == {"Alex": [56, 119], "Sam": [32, 99]}
    assert json.loads((FIXTURES / "no_agreement.json").read_text())["open_again"] == [["car"]]


def test_it_lists_the_frontier_with_the_first_worth_rising(tmp_path):
    document = json.loads(run_texts(tmp_path, options=["--json"]).output)
    firsts = [package["worth"][0] for package in document["frontier"]]
    assert firsts == sorted(set(firsts))
    assert document["leximin"] in document["frontier"]


def test_it_takes_weights_and_no_agreement_as_1_and_0_where_they_are_left_out(tmp_path):
    document = json.loads(run_texts(tmp_path, one=SAM.replace("Sam", "Alex"), options=["--json"]).output)
    assert document["leximin"]["worth"] == [19, 19]
    assert document["runner_up"] is None


def test_it_says_in_words_what_fulfils_both_and_why():
    page = run(FIXTURES / "deal.toml", FIXTURES / "one.toml", FIXTURES / "two.toml").output
    assert page.startswith("This is what fulfils both best\n  home: village")
    assert "The rule (leximin)" in page
    assert "For Sam, from Sam's answers alone" in page
    assert 'car: one. "none" would count 9 more.' in page
    assert "Its runner-up" in page
    assert "\x1b" not in page


def test_it_shows_each_range_beside_no_agreement():
    page = run(FIXTURES / "deal.toml", FIXTURES / "one.toml", FIXTURES / "two.toml").output
    assert ["Alex", "56", "119", "40", "87"] in [line.split() for line in page.splitlines()]


def test_it_says_so_when_there_is_no_common_ground():
    page = run(FIXTURES / "deal.toml", FIXTURES / "one.toml", FIXTURES / "apart.toml").output
    assert page.startswith("There is no common ground yet")
    assert "would make an agreement possible:\n  car" in page


def test_it_says_so_when_opening_options_would_not_help(tmp_path):
    page = run_texts(tmp_path, two="no_agreement = 900\n" + SAM).output
    assert "Opening options again would not be enough." in page


def test_it_says_so_when_one_rules_out_most_options(tmp_path):
    closed = SAM + '[never]\nhome = ["city"]\ncar = ["none", "two"]\n'
    assert "There was little to choose from." in run_texts(tmp_path, two=closed).output


def test_it_prints_names_as_they_are_written(tmp_path):
    texts = [
        text.replace('"village"', "village").replace("village", '"[red]village[/red]"')
        for text in (DEAL, ALEX, SAM)
    ]
    assert "home: [red]village[/red]" in run_texts(tmp_path, *texts).output


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"deal": "[issues]\n"}, "deal.toml:1: there are 0 issues; expected 1 to 100"),
        ({"deal": ""}, "deal.toml:1: issues is missing; expected a table [issues]"),
        (
            {"deal": DEAL + 'dog = ["yes", "yes"]'},
            'deal.toml:4: issues.dog names "yes" twice; expected each once',
        ),
        ({"deal": DEAL + "dog = []"}, "deal.toml:4: dog has 0 options; expected 1 to 100"),
        (
            {"deal": DEAL + "dog = 3"},
            'deal.toml:4: issues.dog is a whole number; expected a list of texts, as ["a", "b"]',
        ),
        ({"deal": DEAL + "dog = ["}, "deal.toml:4: Invalid value; expected TOML"),
        (
            {"one": ALEX.replace("7", "11")},
            "one.toml:4: weights.home is 11; expected a whole number from 0 to 10",
        ),
        (
            {"one": ALEX.replace("= 8", "= 8.5")},
            "one.toml:6: ratings.home.city is a number with a point; expected a whole",
        ),
        (
            {"one": ALEX.replace("= 8", "= true")},
            "one.toml:6: ratings.home.city is true or false; expected a whole",
        ),
        (
            {"one": ALEX.replace("city = 8\n", "")},
            "one.toml:5: ratings.home.city is missing; expected a whole number",
        ),
        (
            {"one": ALEX.replace("city", "town")},
            'one.toml:6: "town" is not known here; expected one of: city, village',
        ),
        (
            {"one": ALEX.replace('["two"]', '["three"]')},
            'one.toml:13: there is no option "three" of car; expected one of: none',
        ),
        (
            {"one": ALEX.replace("[never]", "[nevers]")},
            'one.toml:12: "nevers" is not known here; expected one of: name',
        ),
        (
            {"one": ALEX.replace(', car = "one"', "")},
            "one.toml:15: `when` names 1 issues; expected two different issues",
        ),
        (
            {"one": ALEX.replace('car = "one"', 'car = "ten"')},
            'one.toml:15: only_if (number 1).when.car is "ten"; expected one of',
        ),
        (
            {"one": ALEX.replace("bonus = 12", "")},
            "one.toml:14: only_if (number 1).bonus is missing; expected a whole number",
        ),
        ({"one": ALEX.replace("40", '"40"')}, "one.toml:2: no_agreement is a text; expected a whole number"),
        (
            {"one": ALEX.replace('name = "Alex"', "")},
            "one.toml:1: name is missing; expected a text in quotes",
        ),
        (
            {"two": SAM.replace("Sam", "Alex")},
            'two.toml:1: both people are named "Alex"; expected two different names',
        ),
        (
            {"two": SAM + "[weights]\nboat = 3\n"},
            'two.toml:6: "boat" is not known here; expected one of: home, car',
        ),
    ],
)
def test_it_says_what_is_wrong_where_and_what_is_expected(tmp_path, change, complaint):
    done = run_texts(tmp_path, **change)
    assert done.exit_code == 2
    assert done.output.count("\n") == 1
    assert done.output.startswith(f"{tmp_path}/{complaint}")


def test_it_says_so_when_a_file_is_not_there(tmp_path):
    done = run(tmp_path / "none.toml", FIXTURES / "one.toml", FIXTURES / "two.toml")
    assert (done.exit_code, "no such file" in done.output) == (2, True)


def test_it_says_so_when_a_deal_is_too_tangled(tmp_path):
    issues = "".join(f"i{n} = {json.dumps([f'o{m}' for m in range(10)])}\n" for n in range(10))
    ratings = "".join(f"[ratings.i{n}]\n" + "".join(f"o{m} = {m}\n" for m in range(10)) for n in range(10))
    pairs = "".join(
        f'[[only_if]]\nwhen = {{ i{m} = "o1", i{n} = "o2" }}\nbonus = 1\n'
        for n in range(10)
        for m in range(n)
    )
    done = run_texts(
        tmp_path, f"[issues]\n{issues}", f'name = "A"\n{ratings}{pairs}', f'name = "B"\n{ratings}'
    )
    assert done.exit_code == 2
    assert "too tangled" in done.output


def test_it_shows_the_files_in_its_help():
    page = CliRunner().invoke(command, ["--help"]).output
    assert 'home = ["city", "village"]' in page
