"""What `bothand plan` prints for people."""

from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from bothand.cli.plan import name_who
from bothand.engines.week import Side

if TYPE_CHECKING:
    from bothand.engines.week import Cause, Missed, Plan, Problem

CAUSES: Final = {
    "sleep": "{who}'s night",
    "busy": "what {who} has to do",
    "line": "{who}'s line “{name}”",
    "tired": "{who}'s tiring shift before it",
    "week": "the end of the week",
    "window": "the times it was wished for",
}
_MOST_CAUSES: Final = 3


def print_page(names: tuple[str, str], problem: "Problem", plan: "Plan") -> None:
    """The week by days, what did not fit and why, and how fair it is."""
    console = Console(highlight=False)
    week = problem.week
    console.print(Text(f"A week for {names[0]} and {names[1]}, from {week.first:%d %B %Y}", style="bold"))
    day = None
    for placed in plan.placed:
        start, end = week.show_moment(placed.start), week.show_moment(placed.end)
        if start.date() != day:
            day = start.date()
            console.print(Text(f"\n{start:%A}", style="bold"))
        console.print(
            Text(
                f"  {start:%H:%M} to {end:%H:%M}  {placed.name}, {' and '.join(name_who(names, placed.side))}"
            )
        )
    if not plan.placed:
        console.print(Text("\nNothing could be planned."))
    if plan.missed:
        console.print(Text("\nWhat did not fit", style="bold"))
        for missed in plan.missed:
            console.print(Text("  " + explain_missed(names, missed)))
    console.print()
    for side in Side:
        if plan.possible[side]:
            percent = round(100 * plan.share(side))
            console.print(Text(f"{names[side]} has {percent} % of what would be possible for them alone."))
    console.print(Text(_tell_proof(plan)))
    if problem.agreed:
        console.print(
            Text(f"Of {len(problem.agreed)} things agreed before, {plan.moved} moved or fell away.")
        )


def explain_missed(names: tuple[str, str], missed: "Missed") -> str:
    """One thing that did not fit, with the reason."""
    who = " and ".join(name_who(names, missed.side))
    times = "" if missed.times == 1 else f" ({missed.times} times)"
    if missed.why == "free":
        side = missed.short_of_free
        whose = who if side is None else names[side]
        return f"{missed.name}, {who}{times}: {whose} would have less free time than they want."
    if missed.why == "others":
        return f"{missed.name}, {who}{times}: it would take the place of {' and '.join(missed.instead_of)}."
    start = "its days are used up" if missed.why == "few_days" else "there is no time for it"
    if not missed.opens:
        return f"{missed.name}, {who}{times}: {start}."
    causes = [name_cause(names, cause) for cause in missed.opens[:_MOST_CAUSES]]
    return f"{missed.name}, {who}{times}: {start}. More would be open without {', or without '.join(causes)}."


def name_cause(names: tuple[str, str], cause: "Cause") -> str:
    """What stands against a time, in words."""
    who = "" if cause.side is None else names[cause.side]
    return CAUSES[cause.id].format(who=who, name=cause.name)


def _tell_proof(plan: "Plan") -> str:
    if plan.proved:
        return "No other week gives the one with the smaller part more."
    percent = max(1, round(100 * plan.gap))
    return f"This is the best week found in the time given; the smaller part could be larger by {percent} points at most."
