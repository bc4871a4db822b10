"""What was written by hand of the two people of the demo: their first twelve weeks, and pages from the rest."""

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

WRITTEN_WEEKS: Final = 12
WEEKS: Final = 52
_FOLDER: Final = "en"


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page of the journal. `week` is told where it does not stand in one; `day` is 1 to 7; `at` is HH:MM."""

    day: int
    at: str
    text: str
    week: int = 0
    prompt: str = ""


class Week(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A week by hand: ten levels (answers from 1 to 5, keyed upward), seven days, pages.

    A day is "" or self-feeling, between, balance and feelings, with spaces between; `between` 0 for left out.
    """

    levels: tuple[float, ...]
    days: tuple[str, ...]
    page: tuple[Page, ...] = ()


class PlanTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plan, from a day to the end of week `until` (0 where it still runs). `done` are its weeks that were ticked."""

    week: int
    day: int
    facet: str
    own: str
    both: str
    words: str
    until: int = 0
    helped: str = ""
    done: tuple[int, ...] = ()


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the two. `later` are the levels towards which the rest of the year drifts; `leaning` is the own slope."""

    login: str
    name: str
    hue: str
    password: str
    ideals: dict[str, int]
    later: tuple[float, ...]
    leaning: float
    week: tuple[Week, ...]
    page: tuple[Page, ...] = ()
    plan: tuple[PlanTold, ...] = ()

    def pages(self) -> tuple[Page, ...]:
        """All pages, each with its week."""
        by_hand = (
            msgspec.structs.replace(page, week=number)
            for number, week in enumerate(self.week, 1)
            for page in week.page
        )
        return (*by_hand, *self.page)


class Thanked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of thanks; `by` is the login of whose it is."""

    week: int
    day: int
    by: str
    text: str


class Two(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the two have between them."""

    thanks: tuple[Thanked, ...]


@cache
def load_people() -> tuple[Person, Person]:
    """The two. Raises msgspec.ValidationError for a file that is not as it has to be."""
    one, other = (msgspec.convert(_read(name), Person) for name in ("noa", "sam"))
    return one, other


@cache
def load_two() -> Two:
    """What is between them. Raises as `load_people`."""
    return msgspec.convert(_read("two"), Two)


def first_day(today: date) -> date:
    """The day on which the year began, whose last day is yesterday."""
    return today - timedelta(days=7 * WEEKS)


def day_of(today: date, week: int, day: int) -> date:
    """The day of a week (from 1) of the year that ended yesterday.

    >>> day_of(date(2026, 11, 24), 52, 7)
    datetime.date(2026, 11, 23)
    """
    return first_day(today) + timedelta(days=7 * (week - 1) + day - 1)


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(files("bothand.cli.demo").joinpath(_FOLDER, f"{name}.toml").read_text("utf-8"))
