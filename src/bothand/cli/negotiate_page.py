"""The readable page of `bothand negotiate`."""

from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bothand.engines.negotiation import Agreement, Deal, Issue, Reason, Reopening, Result, explain

SHOWN_PACKAGES = 12
"""How many efficient packages are listed; more are left to `--json`."""


def print_page(result: Result, again: Reopening) -> None:
    """Print the result in words. Names and options are people's own text, so none of it is read as markup."""
    console = Console(highlight=False)
    if result.leximin:
        _print_agreement(console, result, result.leximin)
    else:
        _print_no_agreement(console, result, again)
    closed = sum(result.deal.sizes) / 2
    for person, count in zip(result.deal.preferences, result.deal.count_nevers(), strict=True):
        if count > closed:
            _say_line(
                console,
                f"{person.name} rules out more than half of the options. There was little to choose from.",
            )


def _print_agreement(console: Console, result: Result, best: Agreement) -> None:
    deal = result.deal
    _head_lines(console, "This is what fulfils both best")
    for issue, option in deal.describe(best.outcome).items():
        _say_line(console, f"{issue}: {option}", indent=2)
    console.print()
    _say_line(
        console,
        "The rule (leximin): each gain over no agreement is taken as a share of the most that any agreement "
        "gives that person. The smaller share is as large as can be, then the other.",
    )
    _print_ranges(console, result, best)
    for person in deal.preferences:
        told = explain(deal.issues, person, best.outcome)
        _head_lines(console, f"For {person.name}, from {person.name}'s answers alone")
        for reason in told.reasons:
            _say_line(console, _in_words(reason, deal.issues), indent=2)
        console.print()
    _print_others(console, result, best)


def _print_no_agreement(console: Console, result: Result, again: Reopening) -> None:
    _head_lines(console, "There is no common ground yet")
    _say_line(
        console,
        "No package is free of what either rules out and at least as good as no agreement for both.",
    )
    _print_ranges(console, result, None)
    names = [", ".join(result.deal.issues[issue].name for issue in opened) for opened in again.sets]
    if names:
        _head_lines(console, "Opening options again in one of these would make an agreement possible:")
        for opened in names:
            _say_line(console, opened, indent=2)
        if not again.complete:
            _say_line(console, "(There were too many to try them all.)", indent=2)
    else:
        _say_line(
            console,
            "Opening options again would not be enough. What is left to talk about is new options, and "
            "what no agreement is worth.",
        )


def _print_ranges(console: Console, result: Result, best: Agreement | None) -> None:
    """Each person's range beside no agreement, so that this number can be chosen."""
    columns = ["", "lowest", "highest", "no agreement", *(["this package"] if best else [])]
    rows = []
    for who, person in enumerate(result.deal.preferences):
        reach = result.ranges[who] if result.ranges else ("-", "-")
        rows.append([person.name, *reach, person.reservation_value, *([best.utility[who]] if best else [])])
    _print_table(console, columns, rows)


def _print_others(console: Console, result: Result, best: Agreement) -> None:
    names = [person.name for person in result.deal.preferences]
    others = {
        "Leximin": result.leximin,
        "Its runner-up": result.runner_up,
        "Nash (greatest product of gains)": result.nash,
        "Kalai-Smorodinsky (greatest equal share)": result.kalai_smorodinsky,
        "Egalitarian (greatest equal gain)": result.egalitarian,
        "Greatest sum of worths": result.utilitarian,
    }
    _head_lines(console, "What other rules would pick")
    rows = [
        [name, *found.utility, _change_lines(result.deal, best, found)]
        for name, found in others.items()
        if found
    ]
    _print_table(console, ["rule", *names, "changed options"], rows)
    frontier = result.frontier
    if len(frontier) <= SHOWN_PACKAGES:
        _head_lines(console, f"All {len(frontier)} packages that no other beats for both")
        rows = [[*package.utility, _change_lines(result.deal, best, package)] for package in frontier]
        _print_table(console, [*names, "changed options"], rows)
    else:
        _say_line(console, f"No other package beats these {len(frontier)} for both; `--json` lists them all.")


def _change_lines(deal: Deal, best: Agreement, other: Agreement) -> str:
    """Where `other` differs from `best`."""
    named = deal.describe(other.outcome)
    before = deal.describe(best.outcome)
    return (
        ", ".join(f"{issue}: {option}" for issue, option in named.items() if before[issue] != option)
        or "as above"
    )


def _in_words(reason: Reason, issues: tuple[Issue, ...]) -> str:
    """One reason as a line, the option first."""
    issue = issues[reason.issue]
    line = f"{issue.name}: {issue.options[reason.option]}. "
    if reason.id == "best":
        return line + f"Nothing there is better for you; it counts {reason.points} over the worst."
    if reason.id == "given" and reason.better is not None:
        return line + f'"{issue.options[reason.better]}" would count {reason.points} more.'
    if reason.id == "bonus" and reason.issue_too is not None and reason.option_too is not None:
        too = issues[reason.issue_too]
        return (
            line + f"Together with {too.name}: {too.options[reason.option_too]} it counts {reason.points:+d}."
        )
    return line + "All of its options are worth the same to you."


def _print_table(console: Console, columns: list[str], rows: list[list[Any]]) -> None:
    table = Table(box=None, padding=(0, 2))
    for number, column in enumerate(columns):
        right = bool(rows) and isinstance(rows[0][number], int)
        table.add_column(Text(column), justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    console.print(table)
    console.print()


def _head_lines(console: Console, text: str) -> None:
    console.print(Text(text, style="bold"))


def _say_line(console: Console, text: str, *, indent: int = 0) -> None:
    """A paragraph with a line left free after it; an indented one is a line of a list, and has none."""
    console.print(Padding(Text(text), (0, 0, 0, indent)))
    if not indent:
        console.print()
