"""The two people an engine knows: first and second, in the order in which their answers are given."""

from enum import IntEnum


class Side(IntEnum):
    """One of the two; it indexes pairs that hold one thing for each.

    >>> minutes = (280, 300)
    >>> minutes[Side.FIRST.other]
    300
    """

    FIRST = 0
    SECOND = 1

    @property
    def other(self) -> "Side":
        """The other of the two."""
        return Side(1 - self)
