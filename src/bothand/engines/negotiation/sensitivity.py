"""How little one's own answers would have to change for another outcome."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from bothand.engines.negotiation.deal import Deal, Outcome, Preferences
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.negotiation.result import leximin_by_reservation, leximin_outcome
from bothand.engines.side import Side
from bothand.engines.validation import find_repeated, take_integer, take_kind, take_member, take_row

COARSE = tuple(range(11))
"""The scale of answers on files: 0 to 10."""


Kind = Literal["rating", "weight", "never", "reservation_value"]
KINDS: Final[tuple[Kind, ...]] = ("rating", "weight", "never", "reservation_value")


@dataclass(frozen=True, slots=True)
class Turn:
    """One changed answer, and what comes out then (None: no agreement).

    - rating: of `option` of `issue`.
    - weight: of `issue`; `option` is None.
    - never: of `option` of `issue`; 1 is ruled out and 0 is not.
    - reservation_value: `issue` and `option` are None.
    """

    kind: Kind
    issue: int | None
    option: int | None
    now: int
    then: int
    becomes: Outcome | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The smallest number of steps by which one rating or weight has to move, and every move of that size that
    turns the result.

    `steps` is None, and `turns` empty, where no single answer turns it within the steps looked at.
    `nevers` holds each never whose taking back, and each option whose ruling out, turns the result; to rule out an
    option that comes out always does. `reservation_values` holds the nearest value below today's with which
    something else comes out, and the nearest above, as far as there are such values.
    """

    steps: int | None
    turns: tuple[Turn, ...]
    nevers: tuple[Turn, ...] = ()
    reservation_values: tuple[Turn, ...] = ()


def sensitivity(
    deal: Deal,
    side: Side,
    *,
    within: int = 10,
    ratings: Sequence[int] = COARSE,
    weights: Sequence[int] = COARSE,
    kinds: Collection[Kind] = KINDS,
) -> Sensitivity:
    """The smallest change of one of `side`'s own answers that makes leximin pick another outcome, or none,
    or one.

    Answers move along the scales `ratings` and `weights`, step by step, one answer at a time, the other
    person's staying as they are. Ratings of options that somebody ruled out change nothing and are left
    out. Each trial is one whole negotiation: some 2 * (issues + options) for each number of steps, up to
    `within`, and one for each never. A reservation value needs no trial of its own: the frontier stays, and is cut
    elsewhere. `kinds` leaves some of them out. What turns a result depends on the other's answers too, so to show it tells a little about
    them. Raises `BadDealError` for an answer that is not on its scale.

    >>> from bothand.engines.negotiation import Issue
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> alex, sam = Preferences("Alex", (7, 2), ((8, 3), (0, 9))), Preferences("Sam", (6, 4), ((2, 9), (7, 3)))
    >>> found = sensitivity(Deal(issues, (alex, sam)), Side.FIRST)
    >>> found.steps, [(turn.kind, turn.now, turn.then) for turn in found.turns]
    (1, [('rating', 8, 9), ('rating', 3, 2), ('weight', 2, 1)])
    """
    take_kind(deal, Deal, "the deal", BadDealError)
    person = deal.preferences[take_kind(side, Side, "side", BadDealError)]
    within = take_integer(within, "within", BadDealError)
    if within < 0:
        raise BadDealError(f"within is {within}; expected a number of steps from 0 up")
    ratings, weights = _take_scale(ratings, "ratings"), _take_scale(weights, "weights")
    _on_scale(person, ratings, weights)
    for kind in kinds:
        take_member(kind, KINDS, "a kind", BadDealError)
    today = leximin_outcome(deal)

    def keep_turning(moves: Iterable[tuple[Turn, Preferences]]) -> tuple[Turn, ...]:
        found = []
        for turn, changed in moves:
            preferences = (
                (changed, deal.preferences[1]) if side is Side.FIRST else (deal.preferences[0], changed)
            )
            becomes = leximin_outcome(replace(deal, preferences=preferences))
            if becomes != today:
                found.append(replace(turn, becomes=becomes))
        return tuple(found)

    turns: tuple[Turn, ...] = ()
    steps = 0
    while not turns and steps < within:
        steps += 1
        moves = _moves(deal, person, steps, ratings, weights)
        turns = keep_turning(move for move in moves if move[0].kind in kinds)
    return Sensitivity(
        steps if turns else None,
        turns,
        keep_turning(_changed_nevers(deal, side)) if "never" in kinds else (),
        _nearest_values(deal, side) if "reservation_value" in kinds else (),
    )


def _changed_nevers(deal: Deal, side: Side) -> Iterator[tuple[Turn, Preferences]]:
    """Every never taken back and every option ruled out, but for what the other rules out anyway."""
    person, closed = deal.preferences[side], deal.preferences[side.other].never
    for issue, size in enumerate(deal.sizes):
        for option in range(size):
            choice = issue, option
            if choice not in closed:
                now = int(choice in person.never)
                yield (
                    Turn("never", issue, option, now, 1 - now, None),
                    replace(person, never=person.never ^ {choice}),
                )


def _nearest_values(deal: Deal, side: Side) -> tuple[Turn, ...]:
    """The nearest reservation values, below and above, with which something else comes out.

    The higher one's reservation value, the further the pick lies towards oneself, until no agreement is left: one's
    own shares fall with it and the other's rise, so they cross later and later. Hence a search by halves finds the
    first change, and there is none below once the pick is the other's best.
    """
    pick_at = leximin_by_reservation(deal, side)
    now = deal.preferences[side].reservation_value
    today = pick_at(now)
    found = []
    lowest = min(now, _find_lowest(deal, side))
    if pick_at(lowest) != today:
        found.append(_find_first(lowest, now, lambda value: pick_at(value) == today) - 1)
    if today is not None:
        none_left = max(now, _find_reach(deal.preferences[side])) + 1
        found.append(_find_first(now, none_left, lambda value: pick_at(value) != today))
    return tuple(Turn("reservation_value", None, None, now, value, pick_at(value)) for value in found)


def _find_reach(person: Preferences) -> int:
    """No outcome has a utility above this, nor below it with the other sign."""
    rated = zip(person.weights, person.ratings, strict=True)
    return sum(abs(weight) * max(map(abs, row)) for weight, row in rated) + sum(
        abs(pair.bonus) for pair in person.only_if
    )


def _find_lowest(deal: Deal, side: Side) -> int:
    """A reservation value below which nothing else comes out.

    Far below all utilities one's own shares differ by less than the other's do, so the other's best is picked.
    """
    person, other = deal.preferences[side], deal.preferences[side.other]
    reach, gain = _find_reach(person), _find_reach(other) + abs(other.reservation_value)
    return -reach - (2 * reach + 1) * (gain + 1)


def _find_first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number above `low` of which something holds that holds of `high`, and from the first on of all."""
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


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
