"""`bothand plan`: a week for two, from three files."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zoneinfo import ZoneInfo

import click

from bothand.cli.files import FileProblem, KeyPath, TomlFile, kind_of_value, read_toml

if TYPE_CHECKING:
    from collections.abc import Callable

    from bothand.engines.week import Busy, JointWish, Line, Person, Placed, Plan, Problem, Week, Window, Wish

T = TypeVar("T")
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS: Final = ("together", "alone", "friends", "interest", "rest", "new")
BOTH: Final = "both"
WISH_KEYS: Final = (
    "minutes",
    "kind",
    "times",
    "days",
    "from",
    "to",
    "effort",
    "place",
    "travel",
    "importance",
)

FILES = """\b
WEEK.toml                            ONE.toml
monday = 2026-11-30                  name = "Alex"
zone = "Europe/Lisbon"               free = 40       # percent of the time
step = 15        # minutes           sleep = ["23:00", "07:00"]
[joint."cook together"]              [wishes."run"]
kind = "together"                    minutes = 45
minutes = 90                         times = 3
times = 2        # a week            from = "7:00"
days = ["tue", "fri"]                to = "9:00"
from = "18:00"                       importance = 4  # 1 to 5, or nothing
to = "22:00"                         place = "river" # with travel = 10
importance = {Alex = 4, Sam = 5}     [lines."Tuesday evenings are mine"]
[[agreed]]                           days = ["tue"]
name = "run"                         from = "18:00"
who = "Alex"     # or "both"         to = "23:00"    # rules_out = ["friends"]
start = 2026-12-02T07:30:00          [[busy]]
                                     start = 2026-11-30T09:00:00
                                     end = 2026-11-30T17:00:00
                                     tiring = true   # nothing hard after it
"""

TOML = click.Path(path_type=Path)


@click.command(epilog=FILES)
@click.argument("week", metavar="WEEK.toml", type=TOML)
@click.argument("one", metavar="ONE.toml", type=TOML)
@click.argument("two", metavar="TWO.toml", type=TOML)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON, for other programs.")
@click.option("--ics", "as_ics", is_flag=True, help="Print the plan as a calendar (iCalendar), all of it.")
@click.option(
    "--seconds",
    type=click.FloatRange(0.1, 600),
    default=10.0,
    show_default=True,
    help="Stop looking for a fairer week after so long.",
)
def plan(week: Path, one: Path, two: Path, *, as_json: bool, as_ics: bool, seconds: float) -> None:
    """Plan a week for two: every line is kept, and both get as fair a part of their wishes as there is room for.

    What is busy, slept or ruled out by somebody's line is never planned for that person. Of what each wished, a part is in
    the week; the smaller of the two parts is as large as it can be.
    """
    from bothand.engines.week import TooLargeError, check, propose

    if as_json and as_ics:
        raise click.UsageError("--json and --ics are two ways to print the same plan: choose one.")
    names, problem = read_problem(week, one, two)
    try:
        found = propose(problem, seconds=seconds)
    except TooLargeError as error:
        raise FileProblem(
            str(week), None, str(error), "fewer or narrower wishes, or a longer step"
        ) from error
    check(problem, found)
    if as_json:
        click.echo(json.dumps(result_document(names, problem, found), ensure_ascii=False, indent=2))
    elif as_ics:
        click.echo(write_calendar(names, problem, found), nl=False)
    else:
        from bothand.cli.plan_page import print_page

        print_page(names, problem, found)


def read_problem(week: Path, one: Path, two: Path) -> tuple[tuple[str, str], "Problem"]:
    """Both names and the week; raises `FileProblem`, with the line, for what does not fit."""
    from bothand.engines.week import Problem

    file, files = read_toml(week), (read_toml(one), read_toml(two))
    names = (files[0].text_value(("name",)), files[1].text_value(("name",)))
    if names[0] == names[1] or BOTH in names:
        raise files[1].problem(
            ("name",),
            f'the names are "{names[0]}" and "{names[1]}"',
            'two different names, none of them "both"',
        )
    file.known_keys((), ("monday", "zone", "step", "joint", "agreed"))
    found = _read_week(file)
    joint = tuple(_read_joint(file, name, names) for name in file.table(("joint",)))
    first, second = (_read_person(person, found) for person in files)
    agreed = tuple(
        _read_agreed(file, at, names, week=found, people=(first, second), joint=joint)
        for at in range(len(file.tables(("agreed",))))
    )
    return names, _make(file, (), lambda: Problem(found, first, second, joint, agreed))


def _make(file: TomlFile, path: KeyPath, make: "Callable[[], T]") -> T:
    """What the engine makes of what was read; its refusal is one of the file, with the line."""
    from bothand.engines.week import WeekError

    try:
        return make()
    except WeekError as error:
        raise file.problem(path, str(error), "a week as in the example of `--help`") from error


def _read_week(file: TomlFile) -> "Week":
    from bothand.engines.week import Week

    first = file.get(("monday",))
    if not isinstance(first, date) or isinstance(first, datetime):
        raise file.problem(("monday",), f"monday is {kind_of_value(first)}", "a date, as 2026-11-30")
    if first.weekday() != 0:
        raise file.problem(("monday",), f"{first} is no Monday", "the Monday at which the week begins")
    step = file.integer(("step",), 5, 60, default=15)
    return _make(file, ("zone",), lambda: Week(first, file.text_value(("zone",), "UTC"), step=step))


def _read_wish(file: TomlFile, path: KeyPath, *, importance: int) -> "Wish":
    from bothand.engines.week import EVERY_DAY, Effort, Kind, Wish

    days = _read_days(file, (*path, "days"))
    return _make(
        file,
        path,
        lambda: Wish(
            str(path[-1]),
            file.integer((*path, "minutes"), 5, 1440),
            Kind(file.choice((*path, "kind"), KINDS, "together" if path[0] == "joint" else "alone")),
            times=file.integer((*path, "times"), 1, 7, default=1),
            days=days or EVERY_DAY,
            window=_read_window(file, path),
            importance=importance,
            effort=Effort(file.choice((*path, "effort"), ("easy", "hard"), "easy")),
            place=_read_place(file, path),
            travel=file.integer((*path, "travel"), 0, 600, default=0),
        ),
    )


def _read_place(file: TomlFile, path: KeyPath) -> str:
    where = (*path, "place")
    return "" if file.get(where) is None else file.text_value(where)


def _read_joint(file: TomlFile, name: str, names: tuple[str, str]) -> "JointWish":
    from bothand.engines.week import JointWish

    path = ("joint", name)
    file.known_keys(path, WISH_KEYS)
    file.known_keys((*path, "importance"), names)
    both = tuple(file.integer((*path, "importance", one), 0, 5, default=3) for one in names)
    wish = _read_wish(file, path, importance=3)
    return _make(file, path, lambda: JointWish(wish, (both[0], both[1])))


def _read_person(file: TomlFile, week: "Week") -> "Person":
    from bothand.engines.week import Person

    file.known_keys((), ("name", "zone", "free", "sleep", "wishes", "lines", "busy"))
    zone = None if file.get(("zone",)) is None else file.text_value(("zone",))
    wishes = []
    for name in file.table(("wishes",)):
        path = ("wishes", name)
        file.known_keys(path, WISH_KEYS)
        wishes.append(_read_wish(file, path, importance=file.integer((*path, "importance"), 1, 5, default=3)))
    lines = tuple(_read_line(file, name) for name in file.table(("lines",)))
    free = file.integer(("free",), 0, 100, default=40)
    # A zone that is none is said before anything is read on its clock.
    bare = _make(file, ("zone",), lambda: Person(tuple(wishes), (), lines, _read_sleep(file), free, zone))
    busy = tuple(_read_busy(file, at, zone or week.zone) for at in range(len(file.tables(("busy",)))))
    return _make(file, ("busy",), lambda: Person(bare.wishes, busy, bare.lines, bare.sleep, free, zone))


def _read_sleep(file: TomlFile) -> "Window | None":
    from bothand.engines.week import NIGHT, Window

    if file.get(("sleep",)) is None:
        return NIGHT
    times = file.texts(("sleep",))
    if not times:
        return None
    if len(times) != 2:
        raise file.problem(
            ("sleep",), f"sleep has {len(times)} times", 'two, as ["23:00", "07:00"], or none: []'
        )
    return _make(file, ("sleep",), lambda: Window.between(*times))


def _read_window(file: TomlFile, path: KeyPath) -> "Window":
    from bothand.engines.week import Window

    first, last = file.text_value((*path, "from"), "0:00"), file.text_value((*path, "to"), "24:00")
    return _make(file, (*path, "from"), lambda: Window.between(first, last))


def _read_days(file: TomlFile, path: KeyPath) -> frozenset[int]:
    days = file.texts(path)
    for day in days:
        if day not in DAYS:
            raise file.problem(path, f'"{day}" is no day', "some of " + ", ".join(DAYS))
    return frozenset(DAYS.index(day) for day in days)


def _read_line(file: TomlFile, name: str) -> "Line":
    from bothand.engines.week import EVERY_DAY, Kind, Line

    path = ("lines", name)
    file.known_keys(path, ("days", "from", "to", "rules_out"))
    kinds = file.texts((*path, "rules_out"))
    for kind in kinds:
        if kind not in KINDS:
            raise file.problem(
                (*path, "rules_out"), f'"{kind}" is no kind of wish', "some of " + ", ".join(KINDS)
            )
    ruled_out = frozenset(Kind(kind) for kind in kinds or KINDS)
    days = _read_days(file, (*path, "days")) or EVERY_DAY
    return _make(file, path, lambda: Line(name, _read_window(file, path), days, ruled_out))


def _read_moment(file: TomlFile, path: KeyPath, zone: str) -> datetime:
    value = file.get(path)
    if not isinstance(value, datetime):
        raise file.problem(
            path, f"{path[-1]} is {kind_of_value(value)}", "a date with a time, as 2026-11-30T18:30:00"
        )
    return value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))


def _read_busy(file: TomlFile, at: int, zone: str) -> "Busy":
    from bothand.engines.week import Busy

    path = ("busy", at)
    file.known_keys(path, ("start", "end", "place", "travel", "tiring"))
    return _make(
        file,
        path,
        lambda: Busy(
            _read_moment(file, (*path, "start"), zone),
            _read_moment(file, (*path, "end"), zone),
            _read_place(file, path),
            file.integer((*path, "travel"), 0, 600, default=0),
            tiring=file.boolean((*path, "tiring"), default=False),
        ),
    )


def _read_agreed(
    file: TomlFile,
    at: int,
    names: tuple[str, str],
    *,
    week: "Week",
    people: tuple["Person", "Person"],
    joint: tuple["JointWish", ...],
) -> "Placed":
    from bothand.engines.week import Placed, Side

    path = ("agreed", at)
    file.known_keys(path, ("name", "who", "start"))
    name, who = file.text_value((*path, "name")), file.choice((*path, "who"), (*names, BOTH))
    side = None if who == BOTH else Side(names.index(who))
    wishes = [one.wish for one in joint] if side is None else people[side].wishes
    wish = next((one for one in wishes if one.name == name), None)
    if wish is None:
        raise file.problem((*path, "name"), f'"{name}" is no wish of {who} in these files', "one that is")
    start = week.measure(_read_moment(file, (*path, "start"), week.zone))
    return Placed(name, side, start, start + wish.minutes)


def name_who(names: tuple[str, str], side: int | None) -> list[str]:
    """Who takes part, by name."""
    return list(names) if side is None else [names[side]]


def result_document(names: tuple[str, str], problem: "Problem", plan: "Plan") -> dict[str, Any]:
    """The result as schemas/plan.schema.json describes it."""
    from bothand.engines.week import Side

    week = problem.week
    return {
        "version": 1,
        "monday": week.first.isoformat(),
        "zone": week.zone,
        "plan": [
            {
                "name": placed.name,
                "who": name_who(names, placed.side),
                "start": week.show_moment(placed.start).isoformat(),
                "end": week.show_moment(placed.end).isoformat(),
            }
            for placed in plan.placed
        ],
        "missed": [
            {
                "name": missed.name,
                "who": name_who(names, missed.side),
                "times": missed.times,
                "why": missed.why,
                "opens": [
                    {"id": cause.id, "who": name_who(names, cause.side), "name": cause.name}
                    for cause in missed.opens
                ],
                "instead_of": list(missed.instead_of),
            }
            for missed in plan.missed
        ],
        "gained": dict(zip(names, plan.gained, strict=True)),
        "possible": dict(zip(names, plan.possible, strict=True)),
        "share": {names[side]: round(float(plan.share(side)), 4) for side in Side},
        "moved": plan.moved,
        "proved": plan.proved,
        "gap": round(float(plan.gap), 4),
    }


def write_calendar(names: tuple[str, str], problem: "Problem", plan: "Plan") -> str:
    """The plan as iCalendar (RFC 5545), times in UTC. The same plan gives the same text."""
    from datetime import UTC

    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Bothand//bothand plan//EN")
    calendar.add("version", "2.0")
    week = problem.week
    for placed in plan.placed:
        who, start = (
            " and ".join(name_who(names, placed.side)),
            week.show_moment(placed.start).astimezone(UTC),
        )
        event = Event()
        event.add(
            "uid", f"{week.first.isoformat()}-{placed.start}-{'-'.join(name_who(names, placed.side))}@bothand"
        )
        event.add("dtstamp", week.begin)
        event.add("dtstart", start)
        event.add("dtend", week.show_moment(placed.end).astimezone(UTC))
        event.add("summary", f"{placed.name} ({who})")
        calendar.add_component(event)
    text: str = calendar.to_ical().decode("utf-8")
    return text
