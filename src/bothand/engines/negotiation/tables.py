"""A deal as tables of losses: small non-negative integers, both people's packed into one.

What an option costs a person is its distance from the best option of that issue; losses add up over the
issues. A key holds, from the top: the state (which options of the issues held open were taken), the first
person's loss and the second's. Keys add by plain addition and sort in the order in which a staircase is
walked.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bothand.engines.negotiation.deal import Deal
from bothand.engines.negotiation.errors import TooLargeError
from bothand.engines.negotiation.plan import Step, plan

Ints = NDArray[np.int64]

KEY_BITS = 62
"""Bits of a key that are used; one more is left so that no sum of two keys can overflow."""

MOST_SPAN = (1 << KEY_BITS // 2) - 1
"""How far apart the best and the worst outcome may be for one person."""


@dataclass(frozen=True, slots=True)
class Table:
    """One step: `add[option, state]` turns a key into the key after taking that option in that state.

    `digits[option]` is added to limb `limb` of the outcome's code.
    """

    add: Ints
    limb: int
    digits: Ints


@dataclass(frozen=True, slots=True)
class Tables:
    """All steps of a deal.

    `best` is the utility from which both people's losses are taken, `lowest` the lowest utility there is.
    `bits` are those of the losses in a key. `limbs[issue]` and `radixes[issue]` say where an issue's option
    stands in an outcome's code, and `start` is the code before the first step. With `in_order` the steps go
    from the last issue to the first, so that among equal sums the one found first is also the first in the
    order of the file.
    """

    steps: tuple[Table, ...]
    best: tuple[int, int]
    lowest: tuple[int, int]
    bits: tuple[int, int]
    limbs: Ints
    radixes: Ints
    start: Ints
    in_order: bool


Pairs = dict[tuple[int, int], dict[tuple[int, int], list[int]]]
"""Per two issues (the lower first), per two options of them, both people's bonuses."""


@dataclass(frozen=True, slots=True)
class _Flat:
    """Every open option of every issue in one row: its issue, its place there, and both people's
    `utility[who]`.

    `ends[issue]` to `ends[issue + 1]` are an issue's options.
    """

    issues: Ints
    options: Ints
    utility: Ints
    ends: list[int]

    def loss(self) -> Ints:
        """Both people's distance from the best option of the same issue."""
        return np.asarray(
            np.maximum.reduceat(self.utility, self.ends[:-1], axis=1)[:, self.issues] - self.utility
        )


@dataclass(frozen=True, slots=True)
class _Tangled:
    """A step of issues that hang together: both people's `loss[who, state, option]`, and the state after."""

    issue: int
    loss: Ints
    after: Ints


def tables(deal: Deal) -> Tables:
    """The tables of a deal in which each issue has an open option.

    Raises `TooLargeError` where the utilities, or the states together with them, do not fit into an integer of
    62 bits.
    """
    open_options = deal.list_open_options()
    pairs = _pairs(deal)
    _within_bounds(deal, pairs)
    flat = _flat(deal, open_options)
    links: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        links[one].add(other)
        links[other].add(one)
    steps = plan(tuple(map(len, open_options)), {issue: frozenset(near) for issue, near in links.items()})

    best = np.zeros(2, dtype=np.int64)
    tangled = [_tangled(step, open_options, flat, pairs, best) for step in steps]
    lowest = best - [_most(tangled, who) for who in (0, 1)]
    single = np.array([issue not in links for issue in range(len(deal.issues))])
    best += np.maximum.reduceat(flat.utility, flat.ends[:-1], axis=1)[:, single].sum(axis=1)
    lowest += np.minimum.reduceat(flat.utility, flat.ends[:-1], axis=1)[:, single].sum(axis=1)

    loss = flat.loss()
    widest = np.maximum.reduceat(loss, flat.ends[:-1], axis=1)[:, single].sum(axis=1)
    widest += sum((step.loss.max(axis=(1, 2)) for step in tangled), start=np.zeros(2, dtype=np.int64))
    bits = [int(reach).bit_length() for reach in widest]
    states = max((int(step.after.max()) + 1 for step in tangled), default=1)
    if sum(bits) + (states - 1).bit_length() > KEY_BITS:
        raise TooLargeError(
            f"{states:,} combinations held open, with utilities this large, are more than is exact here"
        )
    limbs, radixes = _radixes(deal.sizes)
    start = np.zeros((int(limbs[-1]) + 1, 1), dtype=np.int64)
    digits = flat.options * radixes[flat.issues]
    packed = []
    for step in tangled:
        add = (step.loss[0] << bits[1]) + step.loss[1]
        add += (step.after - np.arange(len(add))[:, None]) << sum(bits)
        options = slice(flat.ends[step.issue], flat.ends[step.issue + 1])
        packed.append(Table(np.ascontiguousarray(add.T), int(limbs[step.issue]), digits[options]))
    keys = (loss[0] << bits[1]) + loss[1]
    kept, ends = _efficient(flat, loss)
    keys, digits = keys[kept], digits[kept]
    for issue in np.flatnonzero(single)[::-1].tolist():
        first, last = ends[issue], ends[issue + 1]
        if last - first == 1:  # best for both: nothing to compare
            start[limbs[issue], 0] += digits[first]
        else:
            packed.append(Table(keys[first:last, None], int(limbs[issue]), digits[first:last]))
    return Tables(
        tuple(packed),
        (int(best[0]), int(best[1])),
        (int(lowest[0]), int(lowest[1])),
        (bits[0], bits[1]),
        limbs,
        radixes,
        start,
        not tangled,
    )


def _pairs(deal: Deal) -> Pairs:
    """Both people's bonuses together, those with a never or of no effect left out."""
    pairs: Pairs = {}
    closed = deal.preferences[0].never | deal.preferences[1].never
    for who, person in enumerate(deal.preferences):
        for bonus in person.only_if:
            one, other = sorted((bonus.one, bonus.other))
            if bonus.bonus and one not in closed and other not in closed:
                both = pairs.setdefault((one[0], other[0]), {}).setdefault((one[1], other[1]), [0, 0])
                both[who] += bonus.bonus
    return pairs


def _within_bounds(deal: Deal, pairs: Pairs) -> None:
    """Refuse utilities that could overflow, before any of them becomes a 64-bit integer."""
    for who, person in enumerate(deal.preferences):
        reach = sum(
            abs(weight) * max(*ratings, *(-rating for rating in ratings))
            for weight, ratings in zip(person.weights, person.ratings, strict=True)
        )
        reach += sum(abs(both[who]) for bonuses in pairs.values() for both in bonuses.values())
        if 2 * reach > MOST_SPAN:
            raise TooLargeError(
                f"{person.name}: the utilities may reach {reach:,}; up to {MOST_SPAN // 2:,} is exact here"
            )


def _flat(deal: Deal, open_options: Sequence[tuple[int, ...]]) -> _Flat:
    sizes = [len(options) for options in open_options]
    ends = np.concatenate(([0], np.cumsum(sizes))).tolist()
    issues = np.repeat(np.arange(len(sizes)), sizes)
    options = np.array([option for options in open_options for option in options], dtype=np.int64)
    utility = np.array(
        [
            [
                ratings[option]
                for ratings, options in zip(person.ratings, open_options, strict=True)
                for option in options
            ]
            for person in deal.preferences
        ],
        dtype=np.int64,
    )
    weights = np.array([person.weights for person in deal.preferences], dtype=np.int64)
    return _Flat(issues, options, utility * weights[:, issues], ends)


def _efficient(flat: _Flat, loss: Ints) -> tuple[Ints, list[int]]:
    """The options that no other of their issue beats, equal ones kept; and where each issue's end."""
    order = np.lexsort((loss[1], loss[0], flat.issues))
    issues, one, other = flat.issues[order], loss[0][order], loss[1][order]
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (issues[1:] != issues[:-1]) | (one[1:] != one[:-1]) | (other[1:] != other[:-1])
    # Lowered by one whole range per issue, so that the least loss so far starts anew in each.
    lowered = other - issues * (int(other.max()) + 1)
    better = np.ones(len(order), dtype=bool)
    better[1:] = lowered[1:] < np.minimum.accumulate(lowered)[:-1]
    kept = np.sort(order[better[fresh][np.cumsum(fresh) - 1]])
    return kept, np.searchsorted(flat.issues[kept], np.arange(len(flat.ends))).tolist()


def _tangled(
    step: Step, open_options: Sequence[tuple[int, ...]], flat: _Flat, pairs: Pairs, best: Ints
) -> _Tangled:
    """An issue that hangs together with others, over every state of those held open. Adds to `best`."""
    axes = (*step.before, step.issue)
    sizes = [len(open_options[issue]) for issue in axes]
    at = np.indices(sizes).reshape(len(axes), -1)
    utility = flat.utility[:, flat.ends[step.issue] : flat.ends[step.issue + 1]][:, at[-1]]
    for place, issue in enumerate(step.before):
        for options, both in pairs.get((min(issue, step.issue), max(issue, step.issue)), {}).items():
            held, taken = options if issue < step.issue else options[::-1]
            meant = at[place] == open_options[issue].index(held)
            meant &= at[-1] == open_options[step.issue].index(taken)
            utility[:, meant] += np.array(both)[:, None]
    top = utility.max(axis=1)
    best += top
    after = np.zeros(at.shape[1], dtype=np.int64)
    for issue in step.after:
        after = after * len(open_options[issue]) + at[axes.index(issue)]
    return _Tangled(
        step.issue, (top[:, None] - utility).reshape(2, -1, sizes[-1]), after.reshape(-1, sizes[-1])
    )


def _most(tangled: Sequence[_Tangled], who: int) -> int:
    """The greatest loss that one person can have over the issues that hang together."""
    most = np.zeros(1, dtype=np.int64)
    for step in tangled:
        total = most[:, None] + step.loss[who]
        most = np.zeros(int(step.after.max()) + 1, dtype=np.int64)
        np.maximum.at(most, step.after.ravel(), total.ravel())
    return int(most[0])


def _radixes(sizes: Sequence[int]) -> tuple[Ints, Ints]:
    """Where each issue's option stands in an outcome's code: a limb and a factor.

    Codes compare as outcomes do, option by option in the order of the issues, the first limb first.

    >>> [part.tolist() for part in _radixes((3, 5, 2))]
    [[0, 0, 0], [10, 2, 1]]
    """
    limb, product = 0, 1
    limbs, products = [], []
    for size in sizes:
        if product * size > 1 << KEY_BITS:
            limb, product = limb + 1, 1
        product *= size
        limbs.append(limb)
        products.append(product)
    whole = dict(zip(limbs, products, strict=True))
    radixes = [whole[limb] // product for limb, product in zip(limbs, products, strict=True)]
    return np.array(limbs, dtype=np.int64), np.array(radixes, dtype=np.int64)
