"""From a deal to its result."""

from collections.abc import Callable
from dataclasses import dataclass

from bothand.engines.negotiation.deal import Deal, Outcome
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.negotiation.rules import agreements, pick, pick_leximin
from bothand.engines.negotiation.staircase import Staircase, staircase
from bothand.engines.negotiation.tables import tables
from bothand.engines.side import Side
from bothand.engines.validation import take_kind

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An outcome that is agreed, its utility to each, and how many outcomes have just these utilities (this one
    included).
    """

    outcome: Outcome
    utility: tuple[int, int]
    ties: int


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from the answers.

    `ranges` holds each person's lowest and highest utility over all outcomes without a never, or None where
    each outcome has one. `frontier` holds every efficient agreement, one per pair of utilities, the first person's
    utility rising. The rules' picks are None where there is no agreement; `runner_up` also where there is
    just one.
    """

    deal: Deal
    ranges: tuple[Range, Range] | None
    frontier: tuple[Agreement, ...]
    leximin: Agreement | None
    runner_up: Agreement | None
    nash: Agreement | None
    kalai_smorodinsky: Agreement | None
    egalitarian: Agreement | None
    utilitarian: Agreement | None

    @property
    def agreement(self) -> bool:
        """Whether there is any agreement."""
        return bool(self.frontier)


def negotiate(deal: Deal) -> Result:
    """The exact frontier of agreements and what each rule picks on it.

    Raises `TooLargeError` where the deal is beyond the bounds of `tables`, `plan` or `staircase`.

    >>> from bothand.engines.negotiation import Issue, Preferences
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> alex = Preferences("Alex", (7, 2), ((8, 3), (0, 9)), reservation_value=20)
    >>> sam = Preferences("Sam", (5, 4), ((2, 9), (7, 1)), reservation_value=15)
    >>> result = negotiate(Deal(issues, (alex, sam)))
    >>> [agreement.utility for agreement in result.frontier], result.leximin.utility
    ([(21, 73), (39, 49), (56, 38)], (39, 49))
    """
    found = _solved(take_kind(deal, Deal, "the deal", BadDealError))
    if found is None:
        return Result(deal, None, (), None, None, None, None, None, None)
    stairs, first, last = found
    lowest = stairs.tables.lowest
    ranges = ((lowest[0], int(stairs.utility[0, -1])), (lowest[1], int(stairs.utility[1, 0])))
    if first >= last:
        return Result(deal, ranges, (), None, None, None, None, None, None)
    points = slice(first, last)
    utilities = zip(*stairs.utility[:, points].tolist(), strict=True)
    frontier = tuple(map(Agreement, stairs.outcomes(deal.sizes, points), utilities, stairs.ties(points)))
    picks = pick(stairs, first, last, _floors(deal))
    leximin = frontier[picks.leximin - first]
    return Result(
        deal,
        ranges,
        frontier,
        leximin,
        None if picks.runner_up is None else frontier[picks.runner_up - first],
        frontier[picks.nash - first],
        leximin,
        frontier[picks.egalitarian - first],
        frontier[picks.utilitarian - first],
    )


def has_agreement(deal: Deal) -> bool:
    """Whether `deal` has any agreement."""
    found = _solved(deal)
    return found is not None and found[1] < found[2]


def leximin_outcome(deal: Deal) -> Outcome | None:
    """What leximin picks in `deal`, or None without an agreement."""
    if not all(deal.list_open_options()):
        return None
    return _leximin_on(staircase(tables(deal)), deal, _floors(deal))


def leximin_by_reservation(deal: Deal, side: Side) -> Callable[[int], Outcome | None]:
    """What leximin picks in `deal` for each reservation value that one person could have, the rest as it is.

    The staircase is the same for all of them: only where it is cut changes.
    """
    if not all(deal.list_open_options()):
        return lambda _: None
    stairs, floors = staircase(tables(deal)), _floors(deal)

    def pick_at(value: int) -> Outcome | None:
        return _leximin_on(stairs, deal, (value, floors[1]) if side is Side.FIRST else (floors[0], value))

    return pick_at


def _leximin_on(stairs: Staircase, deal: Deal, floors: tuple[int, int]) -> Outcome | None:
    first, last = agreements(stairs, floors)
    if first >= last:
        return None
    return stairs.outcomes(deal.sizes, [pick_leximin(stairs, first, last, floors)])[0]


def _floors(deal: Deal) -> tuple[int, int]:
    return deal.preferences[0].reservation_value, deal.preferences[1].reservation_value


def _solved(deal: Deal) -> tuple[Staircase, int, int] | None:
    """The staircase, and from where to where it holds agreements; None where an issue has no option left."""
    if not all(deal.list_open_options()):
        return None
    stairs = staircase(tables(deal))
    return stairs, *agreements(stairs, _floors(deal))
