"""`bothand negotiate`: what fulfils both, from three files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from bothand.cli.files import FileProblem, TomlFile, one_of, read_toml
from bothand.cli.negotiate_page import print_page
from bothand.engines.negotiation import (
    Agreement,
    Deal,
    Issue,
    Preferences,
    Reopening,
    Result,
    TooLargeError,
    find_reopenings,
)
from bothand.engines.negotiation import negotiate as solve

MOST_ISSUES = 100
MOST_OPTIONS = 100
MOST_WORTH = 1_000_000

FILES = """\b
DEAL.toml                          ONE.toml
[issues]                           name = "Alex"
home = ["city", "village"]         no_agreement = 40   # worth of no deal
car = ["none", "one", "two"]       [weights]           # 0 to 10, else 1
                                   home = 7
                                   [ratings.home]      # 0 to 10, every option
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
                                   bonus = 12          # may be below zero
"""

TOML = click.Path(path_type=Path)


@click.command(epilog=FILES)
@click.argument("deal", metavar="DEAL.toml", type=TOML)
@click.argument("one", metavar="ONE.toml", type=TOML)
@click.argument("two", metavar="TWO.toml", type=TOML)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, for other programs.")
def negotiate(deal: Path, one: Path, two: Path, as_json: bool) -> None:
    """Find what fulfils two people, from the issues and each one's answers.

    A package is worth the sum of weight x rating to a person, plus their bonuses. An agreement holds no
    option that either rules out, and is at least as good as no agreement for both.
    """
    question = read_deal(deal, one, two)
    try:
        result = solve(question)
        again = find_reopenings(question)
    except TooLargeError as error:
        raise FileProblem(str(deal), None, str(error), "a smaller deal") from error
    if as_json:
        click.echo(json.dumps(result_document(result, again), ensure_ascii=False, indent=2))
    else:
        print_page(result, again)


def read_deal(deal: Path, one: Path, two: Path) -> Deal:
    """The deal in the three files; raises `FileProblem`, with the line, for whatever does not fit."""
    issues = _read_issues(read_toml(deal))
    files = [read_toml(one), read_toml(two)]
    preferences = [_read_side(file, issues) for file in files]
    if preferences[0].name == preferences[1].name:
        raise files[1].problem(
            ("name",), f'both people are named "{preferences[1].name}"', "two different names"
        )
    return Deal(issues, (preferences[0], preferences[1]))


def _read_issues(file: TomlFile) -> tuple[Issue, ...]:
    file.known_keys((), ("issues",))
    table = file.table(("issues",), required=True)
    if not 1 <= len(table) <= MOST_ISSUES:
        raise file.problem(("issues",), f"there are {len(table)} issues", f"1 to {MOST_ISSUES}")
    issues = []
    for name in table:
        options = file.texts(("issues", name))
        if not 1 <= len(options) <= MOST_OPTIONS:
            raise file.problem(("issues", name), f"{name} has {len(options)} options", f"1 to {MOST_OPTIONS}")
        issues.append(Issue(name, options))
    return tuple(issues)


def _read_side(file: TomlFile, issues: tuple[Issue, ...]) -> Preferences:
    names = [issue.name for issue in issues]
    file.known_keys((), ("name", "no_agreement", "weights", "ratings", "never", "only_if"))
    for table in ("weights", "ratings", "never"):
        file.known_keys((table,), names)
    ratings = {}
    never = {}
    for issue in issues:
        path = ("ratings", issue.name)
        file.known_keys(path, issue.options)
        ratings[issue.name] = {option: file.integer((*path, option), 0, 10) for option in issue.options}
        never[issue.name] = file.texts(("never", issue.name))
        for option in never[issue.name]:
            if option not in issue.options:
                what = f'there is no option "{option}" of {issue.name}'
                raise file.problem(("never", issue.name), what, one_of(issue.options))
    return Preferences.from_names(
        file.text_value(("name",)),
        issues,
        ratings,
        weights={name: file.integer(("weights", name), 0, 10, default=1) for name in names},
        never=never,
        reservation_value=file.integer(("no_agreement",), -MOST_WORTH, MOST_WORTH, default=0),
        only_if=list(_read_bonuses(file, {issue.name: issue for issue in issues})),
    )


def _read_bonuses(file: TomlFile, issues: dict[str, Issue]) -> Iterator[tuple[dict[str, str], int]]:
    for number in range(len(file.tables(("only_if",)))):
        path = ("only_if", number)
        file.known_keys(path, ("when", "bonus"))
        file.known_keys((*path, "when"), issues)
        when = {
            name: file.choice((*path, "when", name), issues[name].options)
            for name in file.table((*path, "when"), required=True)
        }
        if len(when) != 2:
            raise file.problem((*path, "when"), f"`when` names {len(when)} issues", "two different issues")
        yield when, file.integer((*path, "bonus"), -MOST_WORTH, MOST_WORTH)


def result_document(result: Result, again: Reopening) -> dict[str, Any]:
    """The result as schemas/negotiate.schema.json describes it."""
    deal = result.deal

    def package(found: Agreement | None) -> dict[str, Any] | None:
        if found is None:
            return None
        return {"outcome": deal.describe(found.outcome), "worth": list(found.utility)}

    ranges = result.ranges or (None, None)
    return {
        "version": 1,
        "range": {
            person.name: None if reach is None else list(reach)
            for person, reach in zip(deal.preferences, ranges, strict=True)
        },
        "frontier": [package(found) for found in result.frontier],
        "leximin": package(result.leximin),
        "nash": package(result.nash),
        "kalai_smorodinsky": package(result.kalai_smorodinsky),
        "agreement": result.agreement,
        "runner_up": package(result.runner_up),
        "open_again": [[deal.issues[issue].name for issue in opened] for opened in again.sets],
    }
