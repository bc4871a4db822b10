"""How little one's own answers would have to change for another package to come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bothand.engines.negotiation.deal import Deal, Outcome, Side
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.negotiation.result import leximin_outcome
from bothand.engines.validation import find_repeated, take_integer, take_row

COARSE = tuple(range(11))
"""The scale of answers on files: 0 to 10."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One changed answer, a rating (of `option`) or a weight (`option` is None), and what comes out then."""

    kind: Literal["rating", "weight"]
    issue: int
    option: int | None
    now: int
    then: int
    becomes: Outcome | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The smallest number of steps by which one answer has to move, and every move of that size that turns
    the result.

    `steps` is None, and `turns` empty, where no single answer turns it within the steps looked at.
    """

    steps: int | None
    turns: tuple[Turn, ...]


def sensitivity(
    deal: Deal,
    name: str,
    *,
    within: int = 10,
    ratings: Sequence[int] = COARSE,
    weights: Sequence[int] = COARSE,
) -> Sensitivity:
    """The smallest change of one of `name`'s own answers that makes leximin pick another package, or none,
    or one.

    Answers move along the scales `ratings` and `weights`, step by step, one answer at a time, the other
    person's staying as they are. Ratings of options that somebody ruled out change nothing and are left
    out. Each trial is one whole negotiation: some 2 * (issues + options) for each number of steps, up to
    `within`. What turns a result depends on the other's answers too, so to show it tells a little about
    them. Raises `BadDealError` for an unknown name or an answer that is not on its scale.

    >>> from bothand.engines.negotiation import Issue
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> alex, sam = Side("Alex", (7, 2), ((8, 3), (0, 9))), Side("Sam", (6, 4), ((2, 9), (7, 3)))
    >>> found = sensitivity(Deal(issues, (alex, sam)), "Alex")
    >>> found.steps, [(turn.kind, turn.now, turn.then) for turn in found.turns]
    (1, [('rating', 8, 9), ('rating', 3, 2), ('weight', 2, 1)])
    """
    who = deal.sides.index(deal.side(name))
    side = deal.sides[who]
    within = take_integer(within, "within", BadDealError)
    if within < 0:
        raise BadDealError(f"within is {within}; expected a number of steps from 0 up")
    ratings, weights = _take_scale(ratings, "ratings"), _take_scale(weights, "weights")
    _on_scale(side, ratings, weights)
    today = leximin_outcome(deal)
    for steps in range(1, within + 1):
        turns = []
        for turn, changed in _moves(deal, side, steps, ratings, weights):
            sides = (changed, deal.sides[1]) if who == 0 else (deal.sides[0], changed)
            becomes = leximin_outcome(replace(deal, sides=sides))
            if becomes != today:
                turns.append(replace(turn, becomes=becomes))
        if turns:
            return Sensitivity(steps, tuple(turns))
    return Sensitivity(None, ())


def _take_scale(scale: Sequence[int], name: str) -> tuple[int, ...]:
    row = take_row(scale, name, BadDealError)
    steps = tuple(take_integer(step, f"{name}[{at}]", BadDealError) for at, step in enumerate(row))
    twice = find_repeated(steps)
    if twice is not None:
        raise BadDealError(f"{name} names a step twice: {twice}")
    return steps


def _on_scale(side: Side, ratings: Sequence[int], weights: Sequence[int]) -> None:
    if not set(side.weights) <= set(weights) or not {r for row in side.ratings for r in row} <= set(ratings):
        raise BadDealError(f"{side.name}: a rating or a weight is not on its scale")


def _moves(
    deal: Deal, side: Side, steps: int, ratings: Sequence[int], weights: Sequence[int]
) -> Iterator[tuple[Turn, Side]]:
    """Every single answer moved by `steps`, up and down, in the order of the file."""
    for issue, options in enumerate(deal.open_options()):
        now = side.weights[issue]
        for then in _moved(weights, now, steps):
            changed = (*side.weights[:issue], then, *side.weights[issue + 1 :])
            yield Turn("weight", issue, None, now, then, None), replace(side, weights=changed)
        row = side.ratings[issue]
        for option in options:
            for then in _moved(ratings, row[option], steps):
                new = (*row[:option], then, *row[option + 1 :])
                table = (*side.ratings[:issue], new, *side.ratings[issue + 1 :])
                yield Turn("rating", issue, option, row[option], then, None), replace(side, ratings=table)


def _moved(scale: Sequence[int], now: int, steps: int) -> list[int]:
    place = scale.index(now)
    return [scale[at] for at in (place - steps, place + steps) if 0 <= at < len(scale)]
