"""`bothand share` on files: its JSON is a stable contract, its page is for people, its complaints name a line."""

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from bothand.cli.share import share

HERE = Path(__file__).parent
FILES = [str(HERE / "fixtures" / "share" / name) for name in ("tasks.toml", "one.toml", "two.toml")]
SCHEMA = json.loads((HERE.parent / "schemas" / "share.schema.json").read_text())

TASKS = """
[tasks."cook dinner"]
minutes = 40
times = 7
today = "Alex"
[tasks."wash up"]
minutes = 20
times = 7
"""
ONE = """
name = "Alex"
[tasks."cook dinner"]
burden = 12
"""
TWO = """
name = "Sam"
[tasks."wash up"]
feeling = "like"
"""


def run(*arguments):
    return CliRunner().invoke(share, list(arguments), catch_exceptions=False)


@pytest.fixture
def written(tmp_path):
    def write(tasks=TASKS, one=ONE, two=TWO, *options):
        paths = []
        for name, text in (("TASKS.toml", tasks), ("ONE.toml", one), ("TWO.toml", two)):
            (tmp_path / name).write_text(text)
            paths.append(str(tmp_path / name))
        return run(*paths, *options)

    return write


def as_json(result):
    assert result.exit_code == 0, result.output
    found = json.loads(result.output)
    jsonschema.validate(found, SCHEMA)
    return found


def test_it_prints_the_json_of_the_contract():
    found = as_json(run(*FILES, "--json"))
    assert found == json.loads((HERE / "fixtures" / "share" / "divided.json").read_text())


def test_its_keys_stand_in_the_order_of_the_contract():
    found = as_json(run(*FILES, "--json"))
    assert list(found) == ["version", "divisions", "frontier"]
    assert [division["rule"] for division in found["divisions"]] == [
        "equal_minutes",
        "leximin",
        "fewest_changes",
    ]
    assert list(found["divisions"][0]) == [
        "rule",
        "tasks",
        "burden",
        "minutes",
        "efficient",
        "ef1",
        "changes",
    ]


def test_the_fewest_changes_are_never_more_than_those_of_equal_minutes_with_the_same_minutes_apart():
    equal, _, fewest = as_json(run(*FILES, "--json"))["divisions"]
    assert fewest["changes"] <= equal["changes"]
    assert abs(equal["minutes"]["Alex"] - equal["minutes"]["Sam"]) == abs(
        fewest["minutes"]["Alex"] - fewest["minutes"]["Sam"]
    )


def test_a_burden_counts_as_given_and_a_feeling_as_weight_times_minutes(written):
    found = as_json(written(TASKS, ONE, TWO, "--json"))
    assert found["frontier"] == [[0, 560 + 140], [12, 140], [280 + 12, 0]]


def test_noticing_and_planning_count_as_minutes_a_week(written):
    tasks = TASKS.replace('today = "Alex"', "noticing = 5\nplanning = 15")
    minutes = as_json(written(tasks, ONE, TWO, "--json"))["divisions"][0]["minutes"]
    assert sorted(minutes.values()) == [140, 300]


def test_agreed_shares_take_the_place_of_equal_ones(written):
    tasks = TASKS + "[shares]\nAlex = 1\nSam = 0\n"
    division = as_json(written(tasks, ONE, TWO, "--json"))["divisions"][0]
    assert division["minutes"] == {"Alex": 420, "Sam": 0}


def test_cannot_takes_a_task_away(written):
    found = as_json(written(TASKS, ONE + '[tasks."wash up"]\ncannot = true\n', TWO, "--json"))
    assert {division["tasks"]["wash up"] for division in found["divisions"]} == {"Sam"}


def test_times_may_be_less_than_once_a_week(written):
    tasks = '[tasks."clean the windows"]\nminutes = 60\ntimes = 0.25\n'
    found = as_json(written(tasks, 'name = "Alex"', 'name = "Sam"', "--json"))
    assert sorted(found["divisions"][0]["minutes"].values()) == [0, 15]


def test_a_task_may_be_split_by_phases_and_by_counts(written):
    tasks = TASKS.replace("minutes = 40", 'split = "counts"\nminutes = 40\nplanning = 20')
    tasks = tasks.replace("minutes = 20\n", 'minutes = 20\nnoticing = 10\nsplit = "phases"\n')
    division = as_json(written(tasks, ONE, TWO, "--json"))["divisions"][0]
    cook, wash = division["tasks"]["cook dinner"], division["tasks"]["wash up"]
    assert list(cook) == ["planning", "doing"]
    assert sum(cook["doing"].values()) == 7
    assert list(wash) == ["noticing", "doing"]
    assert abs(division["minutes"]["Alex"] - division["minutes"]["Sam"]) <= 10


def test_burdens_of_counted_times_lose_nothing_by_rounding(written):
    tasks = '[tasks.cook]\nminutes = 40\ntimes = 2\nsplit = "counts"\n'
    one, two = ('name = "A"\n[tasks.cook]\nburden = 1\n', 'name = "B"\n[tasks.cook]\nburden = 4\n')
    found = as_json(written(tasks, one, two, "--json"))
    assert found["frontier"] == [[0, 4], [1, 2], [2, 0]]  # halves of A's single burden
    assert found["divisions"][1]["burden"] == {"A": 1, "B": 2}
    page = " ".join(written(tasks, one, two).output.split())
    assert "A: 40 min, burden 0.5 of 1 (50 %)" in page


def test_today_may_be_said_for_each_phase(written):
    tasks = TASKS.replace('"Alex"', '{ planning = "Sam", doing = "both" }').replace(
        "times = 7\ntoday", "planning = 9\ntoday"
    )
    found = as_json(written(tasks, ONE, TWO, "--json"))
    for division in found["divisions"]:
        assert division["changes"] == (division["tasks"]["cook dinner"] == "Alex")


def test_the_page_says_the_rules_the_minutes_and_why_in_words():
    result = run(*FILES)
    assert result.exit_code == 0
    words = " ".join(result.output.split())
    for text in (
        "Sharing the work between Alex and Sam",
        "Today: Alex 10 h 55 min, Sam 2 h 47 min.",
        "Alex can't do: do the taxes. That takes away the tasks, not minutes.",
        "Minutes are as near to equal as these tasks allow.",
        "Alex: 6 h 50 min",
        "changes from today.",
        "Neither would rather have the other's list once one thing of their own is put aside.",
    ):
        assert text in words
    assert "!" not in result.output


def test_the_page_says_where_somebody_can_do_nothing_of_the_others_list(written):
    tasks = "".join(f"[tasks.t{i}]\nminutes = 90\n" for i in range(6)) + "[tasks.plants]\nminutes = 5\n"
    one = 'name = "Alex"\n[tasks.plants]\ncannot = true\n'
    two = 'name = "Sam"\n' + "".join(f"[tasks.t{i}]\ncannot = true\n" for i in range(6))
    assert not as_json(written(tasks, one, two, "--json"))["divisions"][0]["ef1"]
    words = " ".join(written(tasks, one, two).output.split())
    assert "Alex can do nothing of what Sam has, so their lists can't be held against each other." in words
    assert "Neither would rather have" not in words
    assert "somebody would still rather" not in words


def test_the_page_says_that_only_what_can_be_done_was_compared(written):
    two = TWO + '[tasks."cook dinner"]\ncannot = true\n'
    tasks = TASKS + "[tasks.iron]\nminutes = 200\n"
    words = " ".join(written(tasks, ONE, two).output.split())
    assert "Neither would rather have the other's list once one thing" in words
    assert "Of that list only what they can do was compared." in words


def test_the_page_says_where_numbers_and_feelings_are_mixed(written):
    assert "Alex gave numbers for some tasks only" in " ".join(written().output.split())


def test_the_page_counts_the_tasks_of_which_today_is_not_said(written):
    assert "Not said who does them: 1 of 2 tasks." in " ".join(written().output.split())


def test_zero_burdens_one_task_and_two_hundred_tasks_are_divided(written):
    zero = '[tasks."cook dinner"]\nburden = 0\n[tasks."wash up"]\nburden = 0\n'
    tasks = TASKS.replace('today = "Alex"\n', "")
    found = as_json(written(tasks, 'name = "A"\n' + zero, 'name = "B"\n' + zero, "--json"))
    assert found["frontier"] == [[0, 0]]
    one = as_json(written("[tasks.iron]\nminutes = 30\n", 'name = "A"', 'name = "B"', "--json"))
    assert one["frontier"] == [[0, 60], [60, 0]]
    many = "".join(f"[tasks.t{i}]\nminutes = {5 + i % 7}\n" for i in range(200))
    found = as_json(written(many, 'name = "A"', 'name = "B"', "--json"))
    assert len(found["divisions"][0]["tasks"]) == 200


@pytest.mark.parametrize(
    ("file", "text", "place", "words"),
    [
        ("tasks", TASKS.replace("40", '"forty"'), "TASKS.toml:3", "expected a whole number from 0 to 1440"),
        ("tasks", TASKS.replace("minutes = 40", ""), "TASKS.toml:2", "tasks.cook dinner.minutes is missing"),
        (
            "tasks",
            TASKS.replace("times = 7\ntoday", "times = -1\ntoday"),
            "TASKS.toml:4",
            "0.25 for once in four weeks",
        ),
        ("tasks", TASKS.replace("times = 7\ntoday", "times = nan\ntoday"), "TASKS.toml:4", "times is nan"),
        ("tasks", TASKS.replace('"Alex"', '"Kim"'), "TASKS.toml:5", "one of: Alex, Sam, both"),
        ("tasks", TASKS.replace("today", "todya"), "TASKS.toml:5", '"todya" is not known here'),
        (
            "tasks",
            TASKS.replace('today = "Alex"', 'split = "halves"'),
            "TASKS.toml:5",
            "whole, phases, counts",
        ),
        (
            "tasks",
            TASKS.replace("times = 7\ntoday", 'split = "counts"\ntimes = 0.5\ntoday'),
            "TASKS.toml:2",
            "whole times",
        ),
        ("tasks", TASKS + "[shares]\nAlex = 0\nSam = 0\n", "TASKS.toml:9", "both shares are 0"),
        ("tasks", TASKS + "[shares]\nAlex = 60\n", "TASKS.toml:9", "shares.Sam is missing"),
        ("tasks", "[tasks]\n", "TASKS.toml:1", "there are 0 tasks"),
        ("tasks", "minutes = \n", "TASKS.toml:1", "expected TOML"),
        ("one", ONE.replace("12", "101"), "ONE.toml:4", "expected a whole number from 0 to 100"),
        ("one", ONE.replace("12", "true"), "ONE.toml:4", "expected a whole number from 0 to 100"),
        ("one", ONE.replace("cook", "bake"), "ONE.toml:3", '"bake dinner" is not known here'),
        ("one", ONE + 'feeling = "like"\n', "ONE.toml:3", "more than one of burden, feeling and cannot"),
        ("two", TWO.replace("like", "love"), "TWO.toml:4", "one of: like, neutral, dislike"),
        ("two", TWO.replace("Sam", "Alex"), "TWO.toml:2", "two different names"),
        ("two", TWO.replace('name = "Sam"', ""), "TWO.toml:1", "name is missing"),
    ],
)
def test_a_bad_file_is_named_with_its_line_what_is_wrong_and_what_is_expected(
    written, file, text, place, words
):
    result = written(**{file: text})
    assert result.exit_code == 2
    assert place in result.output
    assert words in result.output
    assert "; expected " in result.output


def test_what_neither_can_do_is_refused_in_words(written):
    cannot = '[tasks."wash up"]\ncannot = true\n'
    result = written(TASKS, ONE + cannot, 'name = "Sam"\n' + cannot)
    assert result.exit_code == 2
    assert 'TWO.toml:3: neither Alex nor Sam can do "wash up"; expected somebody who can' in result.output


def test_a_file_that_is_not_there_is_said():
    result = run("nowhere.toml", *FILES[1:])
    assert result.exit_code == 2
    assert "nowhere.toml: no such file or directory" in result.output
