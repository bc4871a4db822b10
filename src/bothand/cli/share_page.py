"""What `bothand share` prints for people."""

from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bothand.cli.share import owners
from bothand.engines.sharing import Division, Sharing, Side, Stance, Work, as_today

TITLES: Final = {
    "equal_minutes": "Equal minutes",
    "leximin": "Even burden",
    "fewest_changes": "Fewest changes",
}
WORDS: Final = {
    "equal_minutes": """Minutes are as near to {shares} as these tasks allow. Among all ways of doing that,
        this is the lightest: each one's burden is taken as a share of what all tasks would be for them, and
        the larger share is as small as it can be.""",
    "leximin": """Burden comes first, minutes follow. Each one's burden is taken as a share of what all tasks
        would be for them; the larger share is as small as it can be. What somebody says they dislike can
        lower their minutes.""",
    "fewest_changes": """Minutes as near to {shares} as in the first way, and as few tasks as possible change
        hands from today.""",
}


def print_page(names: tuple[str, str], sharing: Sharing, divisions: tuple[Division, ...]) -> None:
    """The three divisions side by side, each with its rule in words."""
    console = Console(highlight=False)
    work = sharing.work
    console.print(Text(f"Sharing the work between {names[0]} and {names[1]}", style="bold"))
    console.print(Text(f"{hours_text(work.minutes)} a week in all."))
    _print_today(console, names, work)
    _print_cannot(console, names, work)
    _print_mixed(console, names, work)
    console.print()
    console.print(_who(names, sharing, divisions))
    for division in divisions:
        _print_rule(console, names, work, division)


def _print_today(console: Console, names: tuple[str, str], work: Work) -> None:
    today = as_today(work)
    if len(today.not_said) == len(work.tasks):
        return
    line = f"Today: {names[0]} {hours_text(today.minutes[0])}, {names[1]} {hours_text(today.minutes[1])}."
    if today.not_said:
        line += f" Not said who does them: {len(today.not_said)} of {len(work.tasks)} tasks."
    console.print(Text(line))


def _print_cannot(console: Console, names: tuple[str, str], work: Work) -> None:
    for side in Side:
        tasks = [t.name for t, a in zip(work.tasks, work.answers(side), strict=True) if a is Stance.CANNOT]
        if tasks:
            line = f"{names[side]} can't do: {', '.join(tasks)}. That takes away the tasks, not minutes."
            console.print(Text(line))


def _print_mixed(console: Console, names: tuple[str, str], work: Work) -> None:
    """A burden of 12 beside a disliked task of 1120 is seldom what somebody meant."""
    for side in Side:
        weighed = {isinstance(answer, int) for answer in work.answers(side) if answer is not Stance.CANNOT}
        if len(weighed) == 2:
            line = (
                f"{names[side]} gave numbers for some tasks only; the others count as feeling times minutes."
            )
            console.print(Text(line))


def _who(names: tuple[str, str], sharing: Sharing, divisions: tuple[Division, ...]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Task")
    table.add_column("Minutes", justify="right")
    for division in divisions:
        table.add_column(TITLES[division.rule])
    columns = [owners(names, sharing, division) for division in divisions]
    for task in sharing.work.tasks:
        cells = [Text(owner_words(column[task.name])) for column in columns]
        table.add_row(Text(task.name), str(task.weekly), *cells)
    return table


def owner_words(owner: Any) -> str:
    """An owner as the page says it.

    >>> owner_words({"planning": "Alex", "doing": {"Alex": 4, "Sam": 3}})
    'planning Alex, doing Alex 4 and Sam 3'
    """
    if isinstance(owner, str):
        return owner
    if all(isinstance(times, int) for times in owner.values()):
        return " and ".join(f"{name} {times}" for name, times in owner.items())
    return ", ".join(f"{phase} {owner_words(one)}" for phase, one in owner.items())


def _print_rule(console: Console, names: tuple[str, str], work: Work, division: Division) -> None:
    words = " ".join(WORDS[division.rule].split())
    one, two = work.shares
    agreed = "equal" if one == two else f"{one} for {names[0]} to {two} for {names[1]}"
    console.print()
    console.print(Text(TITLES[division.rule], style="bold"))
    console.print(Text(words.format(shares=agreed)))
    for side in Side:
        line = f"{names[side]}: {hours_text(division.minutes[side])}, burden {division.burden[side]}"
        whole = work.whole_burden(side)
        if whole:
            line += f" of {whole} ({round(100 * division.burden[side] / whole)} %)"
        console.print(Text(f"  {line}"))
    console.print(Text("  " + " ".join(_claims(division))))


def _claims(division: Division) -> list[str]:
    claims = [f"{division.changes} {'change' if division.changes == 1 else 'changes'} from today."]
    if division.efficient:
        claims.append("No division is lighter for one without being heavier for the other.")
    else:
        claims.append("Some division is lighter for one and no heavier for the other, with other minutes.")
    if division.ef1:
        claims.append("Neither would rather have the other's list once one thing of their own is put aside.")
    else:
        claims.append("By their own numbers, somebody would still rather have the other's list.")
    return claims


def hours_text(minutes: int) -> str:
    """Minutes as people say them.

    >>> hours_text(45), hours_text(120), hours_text(125)
    ('45 min', '2 h', '2 h 5 min')
    """
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} min"
    return f"{whole} h {rest} min" if rest else f"{whole} h"
