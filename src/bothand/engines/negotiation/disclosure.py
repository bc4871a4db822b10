"""What outcomes give away: how well the other's order of options can be guessed from those that are shown.

A guesser knows their own answers, that each outcome shown is efficient, and nothing else. From that it
follows, as long as the other has no bonuses:

- a outcome that differs in one or two issues and is better for the guesser is worse for the other (or the
  one shown would not be efficient); one that is equal for the guesser is no better for the other;
- of two outcomes shown, the one that is better for the guesser is worse for the other;
- with every efficient outcome shown, whatever differs from one of them is held against the one on its own
  level.

With bonuses it does not: one on two options of a outcome that is shown explains it whatever the order of either
is. Nothing that one outcome says would be for certain then, so the guesser here is the bolder one. Their `certain`
may be wrong about somebody who has bonuses; how many orders they get right is counted all the same.

These are linear inequalities in what each option is worth to the other. Some order two options for certain.
For the rest the guesser looks for utilities that break none of them, by projecting on all that are broken and
averaging (relaxation: Agmon 1954, Motzkin and Schoenberg 1954; simultaneous: Cimmino 1938), from all zero.

A plainer guesser does without them: an option that is shown beats one that is not; of two that are shown, or of
two that are not, the better for me is the worse for the other. From one outcome it guesses more. `disclosure`
gives the stronger of the two for the deal at hand. Neither is the best guesser there could be.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from typing import Final, Literal, TypeVar

import numpy as np

from bothand.engines.negotiation.deal import Deal, Outcome, Preferences, take_outcome
from bothand.engines.negotiation.errors import BadDealError
from bothand.engines.side import Side
from bothand.engines.validation import take_kind, take_member

MOST_ROWS = 3_000
"""How many inequalities the guesser may use; beyond, evenly spaced ones are taken."""

MOST_OUTCOMES = 60
"""How many of the outcomes shown are looked at for what differs from them; evenly spaced ones beyond."""

ROUNDS = 300
"""How often the guesser projects."""


_T = TypeVar("_T")


Guess = Literal["fitted", "plain"]
GUESSES: Final[tuple[Guess, ...]] = ("fitted", "plain")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Of `pairs` pairs of open options of one issue that are not worth the same to the other person: how
    many the guesser can order for certain, and how many a guess orders rightly or leaves open. `guess` says which
    of the two guesses that is, the stronger here: *fitted* to what is shown, or *plain*.

    What an option is worth is its weight times its rating, without bonuses. `certain` follows if the other has none;
    `right` and `undecided` hold the guess against the other's own numbers, with bonuses or without.
    """

    pairs: int
    certain: int
    right: int
    undecided: int
    guess: Guess = "fitted"

    @property
    def share(self) -> float:
        """The share that is ordered rightly, a pair left open counting half; .5 is as good as knowing
        nothing.

        >>> Disclosure(10, 2, 6, 2).share
        0.7
        """
        return (self.right + self.undecided / 2) / self.pairs if self.pairs else 0.5


@dataclass(frozen=True, slots=True)
class _Fact:
    """`better` is worth more to the other than `worse`; without `strict`, at least as much."""

    better: Outcome
    worse: Outcome
    strict: bool


def disclosure(
    deal: Deal, guesser: Side, shown: Sequence[Outcome], *, whole: bool = False, guess: Guess | None = None
) -> Disclosure:
    """How well `guesser` could order the other's options after seeing the efficient outcomes `shown`.

    `whole` says that these are all there are; `guess` asks for one of the two guesses and not for the stronger. The guesser reckons with their own bonuses, and takes the other to have
    none: what the other's do to the outcomes misleads this guesser, and is not looked for.
    Raises `BadDealError` for what is no outcome.

    >>> from bothand.engines.negotiation import Issue
    >>> issues = (Issue("home", ("city", "village")), Issue("car", ("none", "one")))
    >>> deal = Deal(issues, (Preferences("Alex", (7, 2), ((8, 3), (0, 9))), Preferences("Sam", (5, 4), ((2, 9), (7, 1)))))
    >>> disclosure(deal, Side.FIRST, [(0, 0)])
    Disclosure(pairs=2, certain=1, right=1, undecided=1, guess='fitted')
    """
    take_kind(deal, Deal, "the deal", BadDealError)
    guesser = take_kind(guesser, Side, "guesser", BadDealError)
    me, other = deal.preferences[guesser], deal.preferences[guesser.other]
    if guess is not None:
        take_member(guess, GUESSES, "guess", BadDealError)
    shown = [take_outcome(deal.issues, outcome) for outcome in shown]
    open_options = deal.list_open_options()
    facts = _facts(me, open_options, sorted(set(shown), key=me.utility), whole=whole)
    sure = _certain(facts, deal.sizes)
    pairs = [
        (issue, one, two)
        for issue, options in enumerate(open_options)
        for one, two in combinations(options, 2)
        if other.weights[issue] and other.ratings[issue][one] != other.ratings[issue][two]
    ]
    certain = sum((issue, one, two) in sure or (issue, two, one) in sure for issue, one, two in pairs)
    guesses: dict[Guess, list[list[float]]] = {}
    if guess != "plain":
        guesses["fitted"] = _guess(facts, deal.sizes)
    if guess != "fitted":
        guesses["plain"] = _guess_plainly(me, shown)
    found = [
        Disclosure(len(pairs), certain, *_count_right(other, pairs, made), name)
        for name, made in guesses.items()
    ]
    return max(found, key=lambda each: each.share)


def _count_right(
    other: Preferences, pairs: Sequence[tuple[int, int, int]], guess: Sequence[Sequence[float]]
) -> tuple[int, int]:
    """How many pairs a guess orders rightly, and how many it leaves open."""
    right = undecided = 0
    for issue, one, two in pairs:
        true = other.weights[issue] * (other.ratings[issue][one] - other.ratings[issue][two])
        guessed = guess[issue][one] - guess[issue][two]
        undecided += abs(guessed) < 1e-9
        right += abs(guessed) >= 1e-9 and (guessed > 0) == (true > 0)
    return right, undecided


def _guess_plainly(me: Preferences, shown: Sequence[Outcome]) -> list[list[float]]:
    """Per issue a guess of what each option is worth to the other: what is shown beats what is not, and else the
    better for me is the worse for the other. Where nothing is shown, nothing is guessed.
    """
    if not shown:
        return [[0.0] * len(row) for row in me.ratings]
    guess = []
    for issue, (weight, row) in enumerate(zip(me.weights, me.ratings, strict=True)):
        own = [weight * rating for rating in row]
        above = max(own) - min(own) + 1
        seen = {outcome[issue] for outcome in shown}
        guess.append([float((above if at in seen else 0) - value) for at, value in enumerate(own)])
    return guess


def _facts(
    me: Preferences, open_options: Sequence[tuple[int, ...]], shown: Sequence[Outcome], *, whole: bool
) -> list[_Fact]:
    """What follows from the outcomes, which stand in the order of the guesser's rising utility."""
    levels = [me.utility(outcome) for outcome in shown]
    facts = [_Fact(low, high, strict=True) for low, high in pairwise(shown)]
    for outcome, near in _near(open_options, shown):
        utility = me.utility(near)
        if utility >= me.utility(outcome):
            facts.append(_Fact(outcome, near, strict=utility > me.utility(outcome)))
        elif whole and utility >= levels[0]:
            stands = bisect_left(levels, utility)
            facts.append(_Fact(shown[stands], near, strict=utility > levels[stands]))
    return facts


def _near(
    open_options: Sequence[tuple[int, ...]], shown: Sequence[Outcome]
) -> Iterator[tuple[Outcome, Outcome]]:
    """Packages, each with one that differs in one issue, or in two (of these an even selection, if many)."""
    outcomes = _evenly(shown, MOST_OUTCOMES)
    issues = range(len(open_options))
    ones = [(outcome, (issue,)) for outcome in outcomes for issue in issues]
    twos = [(outcome, two) for outcome in outcomes for two in combinations(issues, 2)]
    size = max(map(len, open_options))
    for outcome, changed in (*ones, *_evenly(twos, max(1, 4 * MOST_ROWS // size**2))):
        for options in product(*(open_options[issue] for issue in changed)):
            if all(option != outcome[issue] for issue, option in zip(changed, options, strict=True)):
                near = list(outcome)
                for issue, option in zip(changed, options, strict=True):
                    near[issue] = option
                yield outcome, tuple(near)


def _evenly(things: Sequence[_T], most: int) -> list[_T]:
    """At most `most` of `things`, evenly spaced."""
    if len(things) <= most:
        return list(things)
    return [things[at * len(things) // most] for at in range(most)]


def _certain(facts: Sequence[_Fact], sizes: Sequence[int]) -> set[tuple[int, int, int]]:
    """Every `(issue, better, worse)` that follows from facts about one option, and from chains of them."""
    steps: dict[tuple[int, int, int], bool] = {}
    for fact in facts:
        apart = [issue for issue in range(len(sizes)) if fact.better[issue] != fact.worse[issue]]
        if len(apart) == 1:
            key = (apart[0], fact.better[apart[0]], fact.worse[apart[0]])
            steps[key] = steps.get(key, False) or fact.strict
    for issue, size in enumerate(sizes):
        for through in range(size):
            for one in range(size):
                for two in range(size):
                    first, second = (issue, one, through), (issue, through, two)
                    if first in steps and second in steps:
                        key = (issue, one, two)
                        steps[key] = steps.get(key, False) or steps[first] or steps[second]
    return {key for key, strict in steps.items() if strict}


def _guess(facts: Sequence[_Fact], sizes: Sequence[int]) -> list[list[float]]:
    """Per issue a guess of what each option is worth to the other."""
    starts = np.concatenate(([0], np.cumsum(sizes)))
    guess = np.zeros(int(starts[-1]))
    if facts:
        used = _evenly(facts, MOST_ROWS)
        rows = np.zeros((len(used), len(guess)))
        for row, fact in zip(rows, used, strict=True):
            row[starts[:-1] + fact.better] += 1
            row[starts[:-1] + fact.worse] -= 1
        aims = np.array([1.0 if fact.strict else 0.0 for fact in used])
        norms = (rows**2).sum(axis=1)
        for _ in range(ROUNDS):
            lacking = aims - rows @ guess
            broken = lacking > 1e-9
            if not broken.any():
                break
            guess += rows[broken].T @ (lacking[broken] / norms[broken]) / broken.sum()
    return [guess[first:last].tolist() for first, last in pairwise(starts)]
