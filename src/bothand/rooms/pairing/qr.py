"""A link as a picture that a phone's camera reads."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET_ZONE = 4
"""Modules of margin, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True, slots=True)
class Code:
    """Dark squares on a light field of `size` modules a side, margin included; `path` draws them row by row."""

    size: int
    path: str


def drawn(address: str) -> Code:
    """The code of an address, with error correction M."""
    rows = [list(row) for row in segno.make(address, micro=False, error="m").matrix]
    runs = [
        f"M{QUIET_ZONE + left} {QUIET_ZONE + top}h{width}v1h-{width}z"
        for top, row in enumerate(rows)
        for left, width in _dark(row)
    ]
    return Code(len(rows) + 2 * QUIET_ZONE, "".join(runs))


def _dark(row: list[int]) -> list[tuple[int, int]]:
    """Where runs of dark modules begin, and how long they are."""
    found, at = [], 0
    for dark, run in groupby(row):
        width = len(list(run))
        if dark:
            found.append((at, width))
        at += width
    return found
