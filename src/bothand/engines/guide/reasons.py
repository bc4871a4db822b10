"""Why something is suggested: an id and its numbers. Rooms put them into words."""

from dataclasses import dataclass
from typing import Final, Literal

from bothand.engines.guide.errors import BadFactsError
from bothand.engines.validation import show, take_number, take_row

ReasonId = Literal[
    "nothing_known",
    "time_again",
    "surely_below_wish",
    "surely_lowest",
    "least_known",
    "lowest_now",
    "worth_first",
    "worth_unsure",
    "of_the_facet",
    "for_both",
    "plan_over",
    "plan_runs",
    "each_day",
]

NUMBERS: Final[dict[ReasonId, int]] = {
    "nothing_known": 0,
    "time_again": 1,
    "surely_below_wish": 4,
    "surely_lowest": 4,
    "least_known": 3,
    "lowest_now": 3,
    "worth_first": 0,
    "worth_unsure": 3,
    "of_the_facet": 0,
    "for_both": 0,
    "plan_over": 1,
    "plan_runs": 2,
    "each_day": 0,
}
"""How many numbers each has: `Reason` says which."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason. Numbers by id (answers are 1 to 5):

    nothing_known      no check-in yet
    time_again         days since the last check-in
    surely_below_wish  expected answer, low, high, own ideal: all of the interval lies below the ideal
    surely_lowest      expected answer, low, high, mean of the others: all of the interval lies below that mean
    least_known        low, high, how many questions were asked
    lowest_now         expected answer, low, high: the lowest, or the furthest below its ideal; not surely
    worth_first        P1, because no plan had it yet
    worth_unsure       P1: expected answer, low, high of `worth`, which does not surely reach *some*
    of_the_facet       a practice that the model ties to the facet
    for_both           a practice for two: there is a partner, and nothing speaks against it
    plan_over          days since the plan was due
    plan_runs          day of the plan, counted from 1, and its week
    each_day           something worth doing on any day

    Raises `BadFactsError` for an unknown id, the wrong count of numbers, or one that is not finite.
    """

    id: ReasonId
    numbers: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.id not in NUMBERS:
            raise BadFactsError(f"{show(self.id)} is no reason")
        row = take_row(self.numbers, f"{self.id}: numbers", BadFactsError)
        numbers = tuple(
            take_number(one, f"{self.id}: numbers[{at}]", BadFactsError) for at, one in enumerate(row)
        )
        if len(numbers) != NUMBERS[self.id]:
            raise BadFactsError(f"{self.id} has {NUMBERS[self.id]} numbers")
        object.__setattr__(self, "numbers", numbers)
