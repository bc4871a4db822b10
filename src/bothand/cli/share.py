"""`bothand share`: who does what at home, from three files."""

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bothand.cli.files import FileProblem, KeyPath, TomlFile, kind_of_value, read_toml, shorten

if TYPE_CHECKING:
    from bothand.engines.sharing import Answer, Division, Sharing, Task, Today, Work

MOST_TASKS = 400
MOST_MINUTES = 1440  # a day's, for one time
BOTH = "both"

FILES = """\b
TASKS.toml                           ONE.toml
[tasks."cook dinner"]                name = "Alex"
minutes = 40                         [tasks."cook dinner"]
times = 7        # a week, or 0.25   burden = 12    # 0 to 100, or instead:
today = "Alex"   # or "both"         [tasks."do the taxes"]
noticing = 5     # minutes a week    feeling = "dislike"  # like, neutral
planning = 20    # minutes a week    [tasks."clean the car"]
split = "whole"  # phases, counts    cannot = true
[shares]         # of minutes, if
Alex = 60        # not equal
Sam = 40
"""

TOML = click.Path(path_type=Path)


@click.command(epilog=FILES)
@click.argument("tasks", metavar="TASKS.toml", type=TOML)
@click.argument("one", metavar="ONE.toml", type=TOML)
@click.argument("two", metavar="TWO.toml", type=TOML)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, for other programs.")
def share(tasks: Path, one: Path, two: Path, as_json: bool) -> None:
    """Share work between two people, from the tasks and each one's answers.

    Each task weighs what its file says: a burden, or like 1, neutral 2, dislike 4 times its minutes a week. A
    task that a person's file leaves out counts as neutral.
    """
    from bothand.engines.sharing import SharingError, check, equal_minutes, fewest_changes, lay_out, leximin

    names, work = read_work(tasks, one, two)
    try:
        sharing = lay_out(work)
        divisions = (equal_minutes(sharing), leximin(sharing), fewest_changes(sharing))
        for division in divisions:
            check(work, division)
    except SharingError as error:
        raise FileProblem(str(tasks), None, str(error), "fewer tasks, or rounder numbers") from error
    if as_json:
        click.echo(json.dumps(result_document(names, sharing, divisions), ensure_ascii=False, indent=2))
    else:
        from bothand.cli.share_page import print_page

        print_page(names, sharing, divisions)


def read_work(tasks: Path, one: Path, two: Path) -> tuple[tuple[str, str], "Work"]:
    """Both names and the work; raises `FileProblem`, with the line, for what does not fit."""
    from bothand.engines.sharing import NobodyCanError, SharingError, Work

    file, files = read_toml(tasks), (read_toml(one), read_toml(two))
    names = (files[0].text_value(("name",)), files[1].text_value(("name",)))
    if names[0] == names[1]:
        raise files[1].problem(("name",), f'both people are named "{names[1]}"', "two different names")
    file.known_keys((), ("tasks", "shares"))
    listed = file.table(("tasks",), required=True)
    if not 1 <= len(listed) <= MOST_TASKS:
        raise file.problem(("tasks",), f"there are {len(listed)} tasks", f"1 to {MOST_TASKS}")
    found = tuple(_read_task(file, name, names) for name in listed)
    first, second = (tuple(_read_answers(person, list(listed))) for person in files)
    try:
        return names, Work(found, first, second, _read_shares(file, names))
    except NobodyCanError as error:
        what = f'neither {names[0]} nor {names[1]} can do "{error.tasks[0]}"'
        expected = "somebody who can, or the task left out"
        raise files[1].problem(("tasks", error.tasks[0], "cannot"), what, expected) from error
    except SharingError as error:
        raise file.problem(("tasks",), str(error), "work that two people can share") from error


def _read_task(file: TomlFile, name: str, names: tuple[str, str]) -> "Task":
    from bothand.engines.sharing import SharingError, Split, Task

    path = ("tasks", name)
    file.known_keys(path, ("minutes", "times", "today", "noticing", "planning", "split"))
    if not name.strip() or not name.isprintable():
        raise file.problem(
            path, "a task has a name that is empty or holds unprintable signs", "a name on one line"
        )
    split = Split(file.choice((*path, "split"), [way.value for way in Split], default="whole"))
    times = _read_times(file, (*path, "times"))
    try:
        return Task(
            name,
            file.integer((*path, "minutes"), 0, MOST_MINUTES),
            times,
            file.integer((*path, "noticing"), 0, MOST_MINUTES, default=0),
            file.integer((*path, "planning"), 0, MOST_MINUTES, default=0),
            today=_read_today(file, (*path, "today"), names),
            split=split,
        )
    except SharingError as error:
        raise file.problem(path, str(error), "what two people can do in a week") from error


def _read_times(file: TomlFile, path: KeyPath) -> int | Fraction:
    """How often a week: a whole number, or a decimal for what is done less often."""
    value = file.get(path)
    expected = "a number from 0.01 to 100, as 7, or 0.25 for once in four weeks"
    if value is None:
        return 1
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise file.problem(path, f"times is {kind_of_value(value)}", expected)
    if not 0.01 <= value <= 100:  # so it is no infinity and no NaN either
        raise file.problem(path, f"times is {shorten(value)}", expected)
    exact = Fraction(str(value))
    return int(exact) if exact.denominator == 1 else exact


def _read_today(file: TomlFile, path: KeyPath, names: tuple[str, str]) -> "Today":
    """Who carries a task today: one name for all of it, or one for each phase."""
    from bothand.engines.sharing import Today

    value = file.get(path)
    known = (*names, BOTH)
    parts = {names[1]: 0, BOTH: 50} | {names[0]: 100, names[1]: 0}
    if value is None:
        return Today()
    if not isinstance(value, dict):
        part = parts[file.choice(path, known)]
        return Today(part, part, part)
    phases = ("noticing", "planning", "doing")
    file.known_keys(path, phases)
    said = {phase: parts[file.choice((*path, phase), known)] for phase in phases if phase in value}
    return Today(**said)


def _read_shares(file: TomlFile, names: tuple[str, str]) -> tuple[int, int]:
    if file.get(("shares",)) is None:
        return 1, 1
    file.known_keys(("shares",), names)
    first, second = (file.integer(("shares", name), 0, 1000) for name in names)
    if first + second == 0:
        raise file.problem(("shares",), "both shares are 0", "at least one above 0")
    return first, second


def _read_answers(file: TomlFile, tasks: list[str]) -> list["Answer"]:
    from bothand.engines.sharing import Stance

    file.known_keys((), ("name", "tasks"))
    file.known_keys(("tasks",), tasks)
    answers: list[Answer] = []
    for task in tasks:
        path = ("tasks", task)
        keys = file.table(path)
        file.known_keys(path, ("burden", "feeling", "cannot"))
        cannot = file.boolean((*path, "cannot"), default=False)
        if ("burden" in keys) + ("feeling" in keys) + cannot > 1:
            what = f'"{task}" has more than one of burden, feeling and cannot'
            raise file.problem(path, what, "one of them")
        if cannot:
            answers.append(Stance.CANNOT)
        elif "burden" in keys:
            answers.append(file.integer((*path, "burden"), 0, 100))
        else:
            feelings = ("like", "neutral", "dislike")
            answers.append(Stance(file.choice((*path, "feeling"), feelings, default="neutral")))
    return answers


def result_document(
    names: tuple[str, str], sharing: "Sharing", divisions: tuple["Division", ...]
) -> dict[str, Any]:
    """The result as schemas/share.schema.json describes it.

    Burdens are whole numbers there. Where times of a week that are counted out need fractions, they are the exact
    burdens times the least number that makes each time's burden whole.
    """
    frontier = sharing.frontier
    return {
        "version": 1,
        "divisions": [
            {
                "rule": division.rule,
                "tasks": owners(names, sharing, division),
                "burden": {
                    name: int(burden * scale)
                    for name, burden, scale in zip(names, division.burden, frontier.scale, strict=True)
                },
                "minutes": dict(zip(names, division.minutes, strict=True)),
                "efficient": division.efficient,
                "ef1": division.ef1,
                "changes": division.changes,
            }
            for division in divisions
        ],
        "frontier": [
            list(point) for point in zip(frontier.first.tolist(), frontier.second.tolist(), strict=True)
        ],
    }


def owners(names: tuple[str, str], sharing: "Sharing", division: "Division") -> dict[str, Any]:
    """Each task's owner; for a task that is split, each phase's, with times a week where both have some."""
    from bothand.engines.sharing import Phase, describe_division

    found: dict[str, Any] = {}
    for part in describe_division(sharing.work, sharing.pieces, division):
        owner: Any = dict(zip(names, (part.units, part.of - part.units), strict=True))
        if part.owner is not None:
            owner = names[part.owner]
        if part.phase is Phase.WHOLE:
            found[part.task] = owner
        else:
            found.setdefault(part.task, {})[part.phase.value] = owner
    return found
