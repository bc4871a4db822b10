"""From a deal to its result."""

from dataclasses import dataclass

from bothand.engines.negotiation.deal import Deal, Outcome
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.negotiation.rules import agreements, pick
from bothand.engines.negotiation.staircase import Staircase, staircase
from bothand.engines.negotiation.tables import tables
from bothand.engines.validation import take_kind

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Package:
    """An outcome, what it is worth to each, and how many outcomes have just these worths (this one
    included).
    """

    outcome: Outcome
    worth: tuple[int, int]
    ties: int


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from the answers.

    `ranges` holds each person's lowest and highest worth over all outcomes without a never, or None where
    each outcome has one. `frontier` holds every efficient agreement, one per worth, the first person's
    worth rising. The rules' picks are None where there is no agreement; `runner_up` also where there is
    just one package.
    """

    deal: Deal
    ranges: tuple[Range, Range] | None
    frontier: tuple[Package, ...]
    leximin: Package | None
    runner_up: Package | None
    nash: Package | None
    kalai_smorodinsky: Package | None
    utilitarian: Package | None

    @property
    def agreement(self) -> bool:
        """Whether there is any agreement."""
        return bool(self.frontier)


def negotiate(deal: Deal) -> Result:
    """The exact frontier of agreements and what each rule picks on it.

    Raises `TooLargeError` where the deal is beyond the bounds of `tables`, `plan` or `staircase`.

    >>> from bothand.engines.negotiation import Issue, Side
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> alex = Side("Alex", (7, 2), ((8, 3), (0, 9)), no_agreement=20)
    >>> sam = Side("Sam", (5, 4), ((2, 9), (7, 1)), no_agreement=15)
    >>> result = negotiate(Deal(issues, (alex, sam)))
    >>> [package.worth for package in result.frontier], result.leximin.worth
    ([(21, 73), (39, 49), (56, 38)], (39, 49))
    """
    found = _solved(take_kind(deal, Deal, "the deal", BadDealError))
    if found is None:
        return Result(deal, None, (), None, None, None, None, None)
    stairs, first, last = found
    lowest = stairs.tables.lowest
    ranges = ((lowest[0], int(stairs.worth[0, -1])), (lowest[1], int(stairs.worth[1, 0])))
    if first >= last:
        return Result(deal, ranges, (), None, None, None, None, None)
    points = slice(first, last)
    worths = zip(*stairs.worth[:, points].tolist(), strict=True)
    frontier = tuple(map(Package, stairs.outcomes(deal.sizes, points), worths, stairs.ties(points)))
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
        frontier[picks.utilitarian - first],
    )


def has_agreement(deal: Deal) -> bool:
    """Whether `deal` has any agreement."""
    found = _solved(deal)
    return found is not None and found[1] < found[2]


def leximin_outcome(deal: Deal) -> Outcome | None:
    """What leximin picks in `deal`, or None without an agreement."""
    found = _solved(deal)
    if found is None or found[1] >= found[2]:
        return None
    stairs, first, last = found
    return stairs.outcomes(deal.sizes, [pick(stairs, first, last, _floors(deal)).leximin])[0]


def _floors(deal: Deal) -> tuple[int, int]:
    return deal.sides[0].no_agreement, deal.sides[1].no_agreement


def _solved(deal: Deal) -> tuple[Staircase, int, int] | None:
    """The staircase, and from where to where it holds agreements; None where an issue has no option left."""
    if not all(deal.open_options()):
        return None
    stairs = staircase(tables(deal))
    return stairs, *agreements(stairs, _floors(deal))
