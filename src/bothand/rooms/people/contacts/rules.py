"""Pure: when we met, who could be called, whose day it is soon, whom I have not seen for long; and whether my own people
have become fewer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heapify, heappop, nsmallest
from math import comb
from typing import Final

from bothand.rooms.people.records import GIVES, WISHES, Head, Near, Person

Someone = Near | Person
"""Somebody with ways to reach them."""
SEASON: Final = timedelta(days=92)
FEWEST: Final = 5
BY_CHANCE: Final = 0.1
OLDEST: Final = 130
"""A year that makes somebody older, or not born yet, stands in a file for something else."""
SLACK: Final = 1.25
"""How much longer than wished counts as long: a week of travel is none."""


@dataclass(frozen=True, slots=True)
class Smaller:
    """That my own people have become fewer, with what says so.

    then, now  how many of my own I noted in the season before last, and in the last
    gone       who I noted then and not since
    come       how many I noted since and not then
    chance     how often a difference this large comes about when nothing changed
    """

    then: int
    now: int
    gone: tuple[Head, ...]
    come: int
    chance: float


@dataclass(frozen=True, slots=True)
class Birthday:
    """Whose day comes next. `age` is None where the year is not known."""

    person: Head
    day: date
    age: int | None


def find_last_day(person: Head) -> date | None:
    """The last day that was noted."""
    return person.met[0] if person.met else None


def list_unseen(people: Iterable[Head], today: date, most: int) -> list[Head]:
    """Those noted longer ago than wished, the longest first. Who was never noted is not among them."""
    waits = {
        one.id: (today - one.met[0]).days / WISHES[one.wish]
        for one in people
        if one.met and WISHES.get(one.wish)
    }
    found = [one for one in people if waits.get(one.id, 0) > SLACK]
    return nsmallest(most, found, key=lambda one: (-waits[one.id], one.name))


def list_to_call(people: Iterable[Someone], today: date, most: int) -> list[Someone]:
    """Who could be called: a number is there, and they are a comfort, give advice or help; the nearest first."""
    kind = {"comfort", "advice", "help"}
    nearest = [
        (not one.late, _count_days(one, today), one.name, number, one)
        for number, one in enumerate(people)
        if not kind.isdisjoint(one.gives)
    ]
    heapify(nearest)
    found: list[Someone] = []
    # Only of as many as it takes is it looked at how they can be reached.
    while nearest and len(found) < most:
        one = heappop(nearest)[-1]
        if any(way.sort == "tel" for way in one.ways):
            found.append(one)
    return found


def list_birthdays(people: Iterable[Head], today: date, within: int) -> list[Birthday]:
    """Birthdays from today on, the next first. On 28 February in years without a 29th."""
    found = []
    # Most are not of these days, and are passed over without a calendar.
    near = {f"{today + timedelta(days=number):%m-%d}" for number in range(within + 1)}
    near |= {"02-29"} if "02-28" in near else set()
    for person in people:
        if person.birthday[-5:] not in near:
            continue
        day = _find_next_birthday(person.birthday, today)
        if day is not None and (day - today).days <= within:
            year = person.birthday[:4]
            age = day.year - int(year) if year.isdecimal() else 0
            found.append(Birthday(person, day, age if 0 < age <= OLDEST else None))
    return sorted(found, key=lambda one: (one.day, one.person.name))


def group_by_gift(people: Iterable[Head]) -> dict[str, list[Head]]:
    """For each of GIVES, who gives it."""
    return {give: [one for one in people if give in one.gives] for give in GIVES}


def compare_seasons(own: Iterable[Head], others: Iterable[Head], today: date) -> Smaller | None:
    """Whether fewer of my own were noted in the last season than in the one before, beyond chance; else None.

    The sign test (Dixon & Mood, 1946; for two counts of the same people: McNemar, 1947): of those noted in one season
    alone, as many would be of the first as of the second if nothing had changed. Told from five such people on, at less
    than one in ten, and only when something was noted of anybody (`others` are those I share) in the last season:
    who has stopped noting has not lost anybody.
    """
    now_from, then_from = today - SEASON, today - 2 * SEASON
    # The newest day stands first: whoever was noted last before both seasons is in neither.
    people = tuple(one for one in own if one.met and one.met[0] > then_from)
    then, now = set[bytes](), set[bytes]()
    for one in people:
        for day in one.met:
            if day <= then_from:
                break
            if day <= today:
                (now if day > now_from else then).add(one.id)
    lost, come = then - now, len(now - then)
    gone = tuple(
        sorted((one for one in people if one.id in lost), key=lambda one: (-one.met[0].toordinal(), one.name))
    )
    noting = now or any(now_from < day <= today for one in others for day in one.met)
    if len(gone) + come < FEWEST or not noting:
        return None
    chance = find_chance(len(gone), len(gone) + come)
    if chance > BY_CHANCE:
        return None
    return Smaller(len(then), len(now), gone, come, chance)


def find_chance(count: int, of: int) -> float:
    """How often a fair coin shows at least `count` heads in `of` throws.

    >>> find_chance(5, 5), find_chance(0, 0)
    (0.03125, 1.0)
    """
    ways = found = comb(of, count)
    for number in range(count, of):
        # The next of Pascal's row from the one before: a row of hundreds is no work then.
        ways = ways * (of - number) // (number + 1)
        found += ways
    return float(found / 2**of)


def _count_days(person: Head, today: date) -> int:
    return (today - person.met[0]).days if person.met else 10_000


def _find_next_birthday(birthday: str, today: date) -> date | None:
    if not birthday:
        return None
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    return min(
        found for year in (today.year, today.year + 1) if (found := _place_in_year(year, month, day)) >= today
    )


def _place_in_year(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
