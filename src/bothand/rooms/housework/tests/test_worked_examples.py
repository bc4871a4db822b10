"""The homes that docs/methods/housework.md works through come out as it says."""

import re
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from bothand.engines.sharing import check
from bothand.kit.meetings import decode_payload, encode_payload
from bothand.rooms.housework.divisions.records import Feeling, Feelings, Shared
from bothand.rooms.housework.divisions.rules import combine_feelings, lay_out_work, rebuild_division
from bothand.rooms.housework.records import Household, Task, Who
from bothand.rooms.housework.rules import count_elsewhere

PAGE = Path(__file__).parents[5] / "docs" / "methods" / "housework.md"
FELT: dict[str, Feeling] = {
    "like": "like",
    "don't mind": "neutral",
    "don't like": "dislike",
    "can't": "cannot",
}
HOMES = re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@dataclass
class Home:
    """A home as the page tells it."""

    feelings: tuple[Feelings, Feelings]
    then: tuple[int, ...]
    minutes: tuple[int, ...]


def read_home(told: str) -> Home:
    heads, _rule, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in told.splitlines() if line[:1] == "|"
    ]
    names = heads[6:8]
    whose: dict[str, Who] = {names[0]: "one", names[1]: "two", "both": "both"}
    tasks, felt, then = [], ([], []), []
    for name, minutes, times, noticing, planning, today, first, second, owner in rows:
        helped = re.fullmatch(r"help, (\w+) arranges", today)
        thinks = whose[helped[1] if helped else today]
        tasks.append(
            Task(
                name=name,
                minutes=int(minutes),
                times=round(float(times) * 100),
                noticing=int(noticing),
                planning=int(planning),
                noticed_by=thinks,
                planned_by=thinks,
                done_by="else" if helped else thinks,
            )
        )
        felt[0].append(FELT[first])
        felt[1].append(FELT[second])
        then.append(names.index(owner))
    hours = re.search(r"Paid hours: (\d+) and (\d+)\.", told)
    paid = (int(hours[1]), int(hours[2])) if hours else msgspec.UNSET
    work = Household(tasks=tuple(tasks), paid=paid)
    said = re.search(rf"Housework a week: {names[0]} (\d+) minutes, {names[1]} (\d+) minutes", told)
    return Home(
        feelings=(Feelings(work=work, feelings=tuple(felt[0])), Feelings(work=work, feelings=tuple(felt[1]))),
        then=tuple(then),
        minutes=(int(said[1]), int(said[2])),
    )


def share(home: Home) -> Shared:
    return decode_payload(combine_feelings(*map(encode_payload, home.feelings)), Shared)


@pytest.mark.parametrize("told", [told for _name, told in HOMES], ids=[name for name, _told in HOMES])
def test_it_comes_out_as_the_page_says_and_is_proved(told):
    home = read_home(told)
    even, few = share(home).divisions
    assert (even.owners, even.minutes) == (home.then, home.minutes)
    assert few.changes < even.changes
    assert (
        f"{few.minutes[0]}\nand {few.minutes[1]} minutes" in told
        or f"{few.minutes[0]} and {few.minutes[1]} minutes" in told
    )
    exact = lay_out_work(*home.feelings)
    assert "nearest_minutes" in check(exact.work, rebuild_division(exact, even))
    assert "fewest_changes" in check(exact.work, rebuild_division(exact, few))


@pytest.mark.parametrize("told", [told for _name, told in HOMES[:2]], ids=[name for name, _told in HOMES[:2]])
def test_with_paid_work_both_work_as_long(told):
    home = read_home(told)
    paid = home.feelings[0].work.paid
    first, second = (60 * hours + minutes for hours, minutes in zip(paid, home.minutes, strict=True))
    assert abs(first - second) <= 10


@pytest.mark.parametrize("told", [told for _name, told in HOMES], ids=[name for name, _told in HOMES])
def test_nobody_has_what_they_can_t_do(told):
    home = read_home(told)
    for division in share(home).divisions:
        for at, owner in enumerate(division.owners):
            assert home.feelings[owner].feelings[at] != "cannot"


def test_what_help_does_is_in_nobody_s_minutes():
    told = dict(HOMES)["Help that is paid for"]
    home = read_home(told)
    helped = count_elsewhere(home.feelings[0].work.tasks)
    assert f"The help does {helped} minutes besides" in told
    assert sum(home.minutes) == sum(share(home).divisions[0].minutes)
    doing = sum(
        (task.minutes * task.times + 50) // 100 + task.noticing + task.planning
        for task in home.feelings[0].work.tasks
    )
    assert sum(home.minutes) == doing - helped
