"""`bothand plan` on files: its JSON is a stable contract, its page is for people, its complaints name a line."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import jsonschema
import pytest
from click.testing import CliRunner

from bothand.cli.plan import plan

HERE = Path(__file__).parent
FILES = [str(HERE / "fixtures" / "plan" / name) for name in ("week.toml", "one.toml", "two.toml")]
SCHEMA = json.loads((HERE.parent / "schemas" / "plan.schema.json").read_text())

WEEK = "monday = 2026-11-30\n"
ONE = 'name = "Alex"\n[wishes."run"]\nminutes = 45\n'
TWO = 'name = "Sam"\n'


def run(*arguments):
    return CliRunner().invoke(plan, list(arguments), catch_exceptions=False)


@pytest.fixture
def written(tmp_path):
    def write(week=WEEK, one=ONE, two=TWO, *options):
        paths = []
        for name, text in (("WEEK.toml", week), ("ONE.toml", one), ("TWO.toml", two)):
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
    planned = json.loads((HERE / "fixtures" / "plan" / "planned.json").read_text())
    found = as_json(run(*FILES, "--json"))
    # Several weeks are equally fair, and which one a solver takes may change with it. What they are worth may not.
    for key in ("version", "monday", "zone", "gained", "possible", "share", "proved", "gap", "missed"):
        assert found[key] == planned[key], key
    assert list(found) == list(planned)
    assert sorted(one["name"] for one in found["plan"]) == sorted(one["name"] for one in planned["plan"])


def test_its_hours_are_real_in_the_week_in_which_clocks_change():
    found = as_json(run(*FILES, "--json"))
    call = next(one for one in found["plan"] if one["name"] == "call the grandparents")
    assert call["start"] == "2026-10-25T16:00:00+00:00"
    for one in found["plan"]:
        start, end = datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"])
        assert end - start in {timedelta(minutes=minutes) for minutes in (45, 90, 120)}


def test_it_prints_a_page_for_people():
    page = run(*FILES).output
    assert "A week for Alex and Sam, from 19 October 2026" in page
    assert "taxes, Alex: there is no time for it." in " ".join(page.split())
    assert "No other week gives the one with the smaller part more." in " ".join(page.split())


def test_its_calendar_is_read_by_a_second_program():
    text = run(*FILES, "--ics").output
    calendar = icalendar.Calendar.from_ical(text)
    found = as_json(run(*FILES, "--json"))
    starts = sorted(event["DTSTART"].dt for event in calendar.walk("VEVENT"))
    assert starts == sorted(datetime.fromisoformat(one["start"]) for one in found["plan"])
    assert len({str(event["UID"]) for event in calendar.walk("VEVENT")}) == len(starts)


def test_two_ways_to_print_are_one_too_many():
    assert "choose one" in run(*FILES, "--json", "--ics").output


@pytest.mark.parametrize(
    ("which", "text", "complaint"),
    [
        ("week", "monday = 2026-12-01\n", "WEEK.toml:1: 2026-12-01 is no Monday"),
        ("week", 'monday = "soon"\n', "WEEK.toml:1: monday is a text; expected a date"),
        ("week", WEEK + 'zone = "Europe/Nowhere"\n', "WEEK.toml:2: 'Europe/Nowhere' is no zone"),
        ("week", WEEK + "step = 7\n", "a step has 5, 10, 15, 20, 30 or 60 minutes"),
        (
            "week",
            WEEK + '[joint."a"]\nminutes = 60\nimportance = {Kim = 3}\n',
            'WEEK.toml:4: "Kim" is not known',
        ),
        ("week", WEEK + '[[agreed]]\nname = "x"\nwho = "Alex"\n', '"x" is no wish of Alex'),
        ("one", ONE + 'from = "25:00"\n', "ONE.toml:4: '25:00' is no time of a day"),
        ("one", ONE + 'days = ["someday"]\n', 'ONE.toml:4: "someday" is no day'),
        ("one", ONE + "travel = 10\n", "no place to go to"),
        ("one", 'name = "Alex"\nsleep = ["23:00"]\n', "ONE.toml:2: sleep has 1 times"),
        (
            "one",
            'name = "Alex"\n[[busy]]\nstart = 2026-11-30\n',
            "start is a date or time; expected a date with a time",
        ),
        (
            "one",
            'name = "Alex"\n[[busy]]\nstart = 2026-11-30T10:00:00\nend = 2026-11-30T09:00:00\n',
            "ONE.toml:2: a busy time ends after it begins",
        ),
        ("two", 'name = "Alex"\n', "two different names"),
    ],
)
def test_a_file_that_can_not_be_used_is_named_with_its_line(written, which, text, complaint):
    result = written(**{which: text})
    assert result.exit_code == 2
    assert complaint in result.output


def test_without_wishes_there_is_nothing_to_plan_and_it_says_so(written):
    result = written(one='name = "Alex"\n')
    assert result.exit_code == 0
    assert "Nothing could be planned." in result.output
