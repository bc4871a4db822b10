"""Which month is read, and where to go on from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from bothand.vault import table


class Beside(NamedTuple):
    """A month that is read, and the nearest after and before it in which something lies; "" where there is none."""

    newer: str
    shown: str
    older: str


def find_timeline(
    space: bytes,
    shelves: Callable[[Sequence[str]], list[bytes]],
    epochs: int,
    every: Sequence[str],
    wanted: str,
) -> Beside:
    """The month wanted, else the newest of `every` (in order) on whose shelves something lies, with those nearest to it.

    `shelves` gives as many for each month as there are epochs. One query, which stops at the first that is found; only
    the names of shelves are worked out for every month, half a millisecond in ten years.
    """
    at = bisect_left(every, wanted) if wanted else len(every)
    before, after = every[:at][::-1], every[bisect_right(every, wanted) :] if wanted else ()
    # Looked for by place, for the few that are found: a table of all names would take longer to make.
    back, on = shelves(before), shelves(after)
    # A month has a shelf in each epoch, so that the second month may be found behind some of the first.
    first = 1 if wanted else epochs + 1
    found = [
        before[back.index(one) // epochs] if one in back else after[on.index(one) // epochs]
        for one in table.first_with(space, (back, first), (on, 1))
    ]
    older = sorted({one for one in found if not wanted or one < wanted}, reverse=True)
    newer = [one for one in found if wanted and one > wanted]
    shown = wanted or (older.pop(0) if older else "")
    return Beside(_first_shelf(newer), shown, _first_shelf(older))


def _first_shelf(months: Iterable[str]) -> str:
    return next(iter(months), "")
