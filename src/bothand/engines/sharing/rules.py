"""The rules under which work is divided.

- `equal_minutes`: minutes as near the agreed shares (equal, unless agreed otherwise) as can be; among
  those, leximin of burden. The default: what somebody says about liking and disliking decides which tasks,
  never how much.
- `leximin`: of each person's burden as a share of what all tasks would be for that person, the larger as
  small as can be, then the other (Sen 1970 on the leximin order; shares make the two people's numbers
  comparable).
- `envy_free`: efficient and envy-free up to one piece, the best such division by leximin.
- `fewest_changes`: minutes as near the agreed shares as under `equal_minutes` (or within `slack` of that),
  with the fewest changes from today (an idea from Kajibuntan, a couples' chore app: Igarashi & Yokoyama
  2023). `fewest_changes_efficient` is the same for those who go by burden: efficient and EF1.

Ties, everywhere: fewest changes from today, then the file's order (the earliest task on which they differ
lies with the first person). Every division is verified when it is built; `check` proves it by other means.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bothand.engines.sharing.aim import Aim
from bothand.engines.sharing.division import Division, Rule, build, envies
from bothand.engines.sharing.errors import SharingError
from bothand.engines.sharing.frontier import Frontier, Integers, frontier
from bothand.engines.sharing.minutes import Reach, best_at, reach
from bothand.engines.sharing.pieces import Piece, find_scale, pieces
from bothand.engines.sharing.ties import without_envy
from bothand.engines.sharing.work import Work
from bothand.engines.side import Side
from bothand.engines.validation import take_integer, take_kind

SLACK_PART: Final = 50
"""Few changes may cost evenness, one part in so many of all minutes, where both rules are asked at once."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """Work laid out once for all rules: its pieces and its frontier. Make one with `lay_out`."""

    work: Work
    pieces: tuple[Piece, ...]
    frontier: Frontier


def lay_out(work: Work) -> Sharing:
    """Cuts work into pieces and finds every efficient pair of burdens.

    Raises `TooMuchWorkError` where that lies beyond the bound on work.

    >>> from bothand.engines.sharing.work import Stance, Task
    >>> tasks = (Task("cook", 40, 7), Task("wash up", 20, 7), Task("shop", 70, 2))
    >>> like, dislike = Stance.LIKE, Stance.DISLIKE
    >>> sharing = lay_out(Work(tasks, (like, dislike, like), (dislike, like, like)))
    >>> sharing.frontier.points()
    ((0, 1400), (140, 1260), (280, 280), (420, 140), (980, 0))
    """
    take_kind(work, Work, "the work", SharingError)
    scale = find_scale(work)
    cut = pieces(work, scale)
    return Sharing(work, cut, frontier(cut, scale))


def leximin(sharing: Sharing) -> Division:
    """The division whose larger share of burden is as small as can be, then the smaller.

    >>> from bothand.engines.sharing.work import Task
    >>> leximin(lay_out(Work((Task("a", 10), Task("b", 10)), (5, 3), (4, 4)))).burden
    (3, 4)
    """
    point = _by_leximin(sharing, np.arange(len(sharing.frontier)))[0]
    return build(sharing.work, sharing.pieces, sharing.frontier.units(point), "leximin", sharing.frontier)


def equal_minutes(sharing: Sharing) -> Division:
    """The division nearest to the agreed shares of minutes; among those, leximin of burden.

    >>> from bothand.engines.sharing.work import Task
    >>> work = Work((Task("a", 10), Task("b", 10), Task("c", 20)), (9, 1, 8), (9, 2, 4))
    >>> equal_minutes(lay_out(work)).minutes
    (20, 20)
    """
    reached = reach(sharing.pieces)
    totals, _, far = _reached(sharing, reached)
    return _best_of(sharing, reached, totals[far == far.min()], None, "equal_minutes")


def fewest_changes(sharing: Sharing, *, slack: int = 0) -> Division:
    """The division with the fewest changes from today among those as near the agreed shares as can be.

    `slack` allows so many minutes a week more of difference than the smallest. Then: the nearer to the agreed
    shares, leximin of burden, the file's order. Raises `SharingError` for a negative slack.
    """
    slack = take_integer(slack, "slack", SharingError)
    if slack < 0:
        raise SharingError(f"slack is a number of minutes from 0 up, not {slack}")
    reached = reach(sharing.pieces)
    totals, changes, far = _reached(sharing, reached)
    near = 2 * far <= 2 * far.min() + slack * sum(sharing.work.shares)
    few = near & (changes == changes[near].min())
    best = few & (far == far[few].min())
    return _best_of(sharing, reached, totals[best], int(changes[best][0]), "fewest_changes", slack=slack)


def divide_twice(work: Work) -> tuple[Division, Division]:
    """Equal minutes; and the fewest changes, for which evenness may cost one part in `SLACK_PART` of all minutes.

    Both from one laying out, and small: so much work can be handed to a process of its own, and only what came of it comes
    back. Raises `SharingError`.
    """
    sharing = lay_out(work)
    return equal_minutes(sharing), fewest_changes(sharing, slack=work.minutes // SLACK_PART)


def envy_free(sharing: Sharing) -> Division | None:
    """The best efficient division by leximin that is envy-free up to one piece; None where there is none.

    Without tasks that somebody can't do there always is one for two people (Aziz et al. 2019). At a point
    whose first division isn't, all divisions that tie there are looked through.
    """
    for point in _by_leximin(sharing, _may_be_ef1(sharing)):
        found = _without_envy(sharing, point)
        if found is not None:
            return build(sharing.work, sharing.pieces, found[1], "envy_free", sharing.frontier)
    return None


def fewest_changes_efficient(sharing: Sharing) -> Division | None:
    """The fewest changes from today among divisions that are efficient and envy-free up to one piece.

    For those who go by burden and not by minutes. Ties: leximin, then the file's order; None where no
    division is both.

    >>> from bothand.engines.sharing.work import Task, Today
    >>> tasks = (Task("a", 10, today=Today.by(Side.SECOND)), Task("b", 10), Task("c", 10))
    >>> division = fewest_changes_efficient(lay_out(Work(tasks, (2, 2, 2), (2, 2, 2))))
    >>> division.units, division.changes
    ((0, 1, 1), 0)
    """
    changes = sharing.frontier.changes
    best: tuple[int, int, tuple[int, ...]] | None = None
    ranked = enumerate(_by_leximin(sharing, _may_be_ef1(sharing)))
    for rank, point in sorted(ranked, key=lambda one: (int(changes[one[1]]), one[0])):
        # Without envy a point may take more changes than it does at first, so a later one may still tie.
        if best is not None and (int(changes[point]), rank) > best[:2]:
            break
        found = _without_envy(sharing, point)
        if found is not None and (best is None or (found[0], rank) < best[:2]):
            best = found[0], rank, found[1]
    if best is None:
        return None
    return build(sharing.work, sharing.pieces, best[2], "fewest_changes_efficient", sharing.frontier)


def _without_envy(sharing: Sharing, point: int) -> tuple[int, tuple[int, ...]] | None:
    """The best division at a point that is EF1, with its changes."""
    known = sharing.frontier
    units = known.units(point)
    if any(envies(sharing.work, sharing.pieces, units, side) for side in Side):
        parts = int(known.first[point]), int(known.second[point])
        return without_envy(sharing.pieces, parts, known.scale)
    return int(known.changes[point]), units


def _reached(sharing: Sharing, reached: Reach) -> tuple[Integers, Integers, Integers]:
    """Each total of the first person's minutes, its fewest changes, and how far it is from the agreed
    shares.
    """
    totals, changes = reached.totals()
    one, two = sharing.work.shares
    return (
        totals,
        changes,
        np.abs(totals * two - (sum(piece.minutes for piece in sharing.pieces) - totals) * one),
    )


def _best_of(
    sharing: Sharing, reached: Reach, totals: Integers, changes: int | None, rule: Rule, *, slack: int = 0
) -> Division:
    """The best division at any of these totals (two at most: as far above the agreed share as below)."""
    first, second = _whole(sharing)
    aim = Aim(tuple((totals // reached.unit).tolist()), (max(first, 1), max(second, 1)), changes)
    units = best_at(sharing.pieces, reached.unit, aim)
    return build(sharing.work, sharing.pieces, units, rule, sharing.frontier, slack=slack)


def _whole(sharing: Sharing) -> tuple[int, int]:
    first, second = (sum(piece.burden[side] for piece in sharing.pieces) for side in Side)
    return first, second


def _may_be_ef1(sharing: Sharing) -> Integers:
    """The points where no one's burden is so heavy that not even the heaviest piece aside would help."""
    known = sharing.frontier
    fair = np.ones(len(known), dtype=np.bool_)
    whole = _whole(sharing)
    for side, burden in ((Side.FIRST, known.first), (Side.SECOND, known.second)):
        heaviest = max(piece.unit_cost(side) for piece in sharing.pieces)
        fair &= 2 * burden - whole[side] <= heaviest
    return np.flatnonzero(fair)


def _by_leximin(sharing: Sharing, points: Integers) -> list[int]:
    """These points of the frontier, the best by leximin first; ties by changes, then the file's order.

    Only two points can tie (the same two shares, each way round), and they stand next to each other.
    """
    known = sharing.frontier
    whole = [max(whole, 1) for whole in _whole(sharing)]
    one, two, changes = known.first[points] * whole[1], known.second[points] * whole[0], known.changes[points]
    larger, smaller = np.maximum(one, two), np.minimum(one, two)
    places = np.lexsort((changes, smaller, larger))
    order: list[int] = points[places].tolist()
    keys = np.stack((larger, smaller, changes))[:, places]
    for at in np.flatnonzero((keys[:, 1:] == keys[:, :-1]).all(axis=0)).tolist():
        if known.units(order[at + 1]) > known.units(order[at]):
            order[at], order[at + 1] = order[at + 1], order[at]
    return order
