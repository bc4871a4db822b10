"""No common ground: the smallest sets of issues in which closed options could be opened again."""

from dataclasses import dataclass, replace
from itertools import combinations

from bothand.engines.negotiation.deal import Deal
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.negotiation.result import has_agreement
from bothand.engines.validation import take_kind

MOST_TRIALS = 600
"""How many sets may be tried; 600 take about a second with 30 issues of ten options."""


@dataclass(frozen=True, slots=True)
class Reopening:
    """Sets of issues, by place, whose nevers, taken back by both, make an agreement possible.

    `sets` holds all sets of the smallest size that do, in the order of the file. It is empty where there is
    an agreement already, and where even taking back every never makes none: then the reservation
    values, or a new option, is what is left to talk about. With `complete` False there were too many sets to
    try, and `sets` holds one from which no issue can be left out.
    """

    sets: tuple[tuple[int, ...], ...]
    complete: bool = True


def find_reopenings(deal: Deal) -> Reopening:
    """The smallest sets of issues to open again. Nothing in them tells whose nevers they hold.

    >>> from bothand.engines.negotiation import Issue, Preferences
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> alex = Preferences("Alex", (1, 1), ((8, 3), (5, 5)), never=frozenset({(0, 1)}))
    >>> sam = Preferences("Sam", (1, 1), ((2, 9), (7, 1)), never=frozenset({(0, 0), (1, 1)}))
    >>> find_reopenings(Deal(issues, (alex, sam))).sets
    ((0,),)
    """
    if has_agreement(take_kind(deal, Deal, "the deal", BadDealError)):
        return Reopening(())
    closed = {issue for person in deal.preferences for issue, _ in person.never}
    if not closed or not has_agreement(_opened(deal, closed)):
        return Reopening(())
    needed = {issue for issue, options in enumerate(deal.list_open_options()) if not options}
    optional = sorted(closed - needed)
    trials = 0
    for size in range(len(optional) + 1):
        found = []
        for more in combinations(optional, size):
            trials += 1
            if trials > MOST_TRIALS:
                return Reopening((_shrunk(deal, needed, optional),), complete=False)
            opened = needed | set(more)
            if opened and has_agreement(_opened(deal, opened)):
                found.append(tuple(sorted(opened)))
        if found:
            return Reopening(tuple(sorted(found)))
    raise AssertionError("opening every issue was found to be enough")


def _opened(deal: Deal, issues: set[int]) -> Deal:
    one, two = (
        replace(person, never=frozenset(choice for choice in person.never if choice[0] not in issues))
        for person in deal.preferences
    )
    return replace(deal, preferences=(one, two))


def _shrunk(deal: Deal, needed: set[int], optional: list[int]) -> tuple[int, ...]:
    """Start with every issue opened, and close each again where there is an agreement without it."""
    opened = needed | set(optional)
    for issue in optional:
        if has_agreement(_opened(deal, opened - {issue})):
            opened.remove(issue)
    return tuple(sorted(opened))
