"""Forty tasks of a home to start the sharing of work from; rough figures, meant to be changed."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from bothand.content.loader import ContentError, Fields, read_toml, require_distinct


@dataclass(frozen=True, slots=True)
class Chore:
    """A task of the starter list. `minutes` for doing it once, `times` a week (a fraction for less than weekly);
    `noticing` and `planning` are minutes a week.
    """

    id: str
    name: str
    minutes: int
    times: Fraction
    noticing: int
    planning: int


@cache
def load_chores() -> tuple[Chore, ...]:
    """The starter list, in its order. Raises ContentError if the file is not as it has to be.

    >>> load_chores()[0].name, load_chores()[0].times
    ('Cook dinner', Fraction(7, 1))
    """
    whole = read_toml("data", "chores.toml")
    found = tuple(_read_chore(row) for row in whole.rows("chore"))
    whole.done()
    require_distinct("data/chores.toml", [chore.id for chore in found])
    return found


def _read_chore(row: Fields) -> Chore:
    try:
        times = Fraction(row.text("times"))
    except ValueError as error:
        raise ContentError(f"{row.where}: times has to be a number in quotes") from error
    figures = [row.number(key) for key in ("minutes", "noticing", "planning")]
    if min(figures) < 0 or times <= 0:
        raise ContentError(f"{row.where}: minutes can't be below 0, and times has to be above 0")
    chore = Chore(row.text("id"), row.text("name"), figures[0], times, figures[1], figures[2])
    row.done()
    return chore
