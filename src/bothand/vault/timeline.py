"""Which months hold something, which of them is read, and where to go on from it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Beside(NamedTuple):
    """A month that is read, and the nearest after and before it in which something lies; "" where there is none."""

    newer: str
    shown: str
    older: str


def find_beside(months: Sequence[str], wanted: str) -> Beside:
    """The month wanted, else the newest of `months` (in order), with those nearest to it.

    >>> find_beside(["2025-11", "2026-10", "2026-11"], "")
    Beside(newer='', shown='2026-11', older='2026-10')
    >>> find_beside(["2025-11", "2026-10"], "2026-01")
    Beside(newer='2026-10', shown='2026-01', older='2025-11')
    """
    shown = wanted or (months[-1] if months else "")
    at, after = bisect_left(months, shown), bisect_right(months, shown)
    newer = months[after] if shown and after < len(months) else ""
    return Beside(newer, shown, months[at - 1] if at else "")
