"""How little one's own answers would have to change for another outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bothand.engines.negotiation.deal import Deal, Outcome, Preferences
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.negotiation.result import leximin_outcome
from bothand.engines.side import Side
from bothand.engines.validation import find_repeated, take_integer, take_kind, take_row

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
    side: Side,
    *,
    within: int = 10,
    ratings: Sequence[int] = COARSE,
    weights: Sequence[int] = COARSE,
) -> Sensitivity:
    """The smallest change of one of `side`'s own answers that makes leximin pick another outcome, or none,
    or one.

    Answers move along the scales `ratings` and `weights`, step by step, one answer at a time, the other
    person's staying as they are. Ratings of options that somebody ruled out change nothing and are left
    out. Each trial is one whole negotiation: some 2 * (issues + options) for each number of steps, up to
    `within`. What turns a result depends on the other's answers too, so to show it tells a little about
    them. Raises `BadDealError` for an answer that is not on its scale.

    >>> from bothand.engines.negotiation import Issue
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> alex, sam = Preferences("Alex", (7, 2), ((8, 3), (0, 9))), Preferences("Sam", (6, 4), ((2, 9), (7, 3)))
    >>> found = sensitivity(Deal(issues, (alex, sam)), Side.FIRST)
    >>> found.steps, [(turn.kind, turn.now, turn.then) for turn in found.turns]
    (1, [('rating', 8, 9), ('rating', 3, 2), ('weight', 2, 1)])
    """
    person = deal.preferences[take_kind(side, Side, "side", BadDealError)]
    within = take_integer(within, "within", BadDealError)
    if within < 0:
        raise BadDealError(f"within is {within}; expected a number of steps from 0 up")
    ratings, weights = _take_scale(ratings, "ratings"), _take_scale(weights, "weights")
    _on_scale(person, ratings, weights)
    today = leximin_outcome(deal)
    for steps in range(1, within + 1):
        turns = []
        for turn, changed in _moves(deal, person, steps, ratings, weights):
            preferences = (
                (changed, deal.preferences[1]) if side is Side.FIRST else (deal.preferences[0], changed)
            )
            becomes = leximin_outcome(replace(deal, preferences=preferences))
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


def _on_scale(person: Preferences, ratings: Sequence[int], weights: Sequence[int]) -> None:
    if not set(person.weights) <= set(weights) or not {r for row in person.ratings for r in row} <= set(
        ratings
    ):
        raise BadDealError(f"{person.name}: a rating or a weight is not on its scale")


def _moves(
    deal: Deal, person: Preferences, steps: int, ratings: Sequence[int], weights: Sequence[int]
) -> Iterator[tuple[Turn, Preferences]]:
    """Every single answer moved by `steps`, up and down, in the order of the file."""
    for issue, options in enumerate(deal.list_open_options()):
        now = person.weights[issue]
        for then in _moved(weights, now, steps):
            changed = (*person.weights[:issue], then, *person.weights[issue + 1 :])
            yield Turn("weight", issue, None, now, then, None), replace(person, weights=changed)
        row = person.ratings[issue]
        for option in options:
            for then in _moved(ratings, row[option], steps):
                new = (*row[:option], then, *row[option + 1 :])
                table = (*person.ratings[:issue], new, *person.ratings[issue + 1 :])
                yield Turn("rating", issue, option, row[option], then, None), replace(person, ratings=table)


def _moved(scale: Sequence[int], now: int, steps: int) -> list[int]:
    place = scale.index(now)
    return [scale[at] for at in (place - steps, place + steps) if 0 <= at < len(scale)]
