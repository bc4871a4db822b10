"""What the search at given minutes looks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """What to look for: the first person's minutes (any of these totals, in units of `Reach`), what all tasks
    would be for each (at least 1), and the fewest changes possible with these minutes where few changes come
    before burden (else None).
    """

    totals: tuple[int, ...]
    scale: tuple[int, int]
    changes: int | None

    @property
    def width(self) -> int:
        """How many totals there are up to the greatest aimed at, with 0."""
        return max(self.totals) + 1

    def larger(self, burden: tuple[int, int]) -> int:
        """The larger share of burden, times both denominators."""
        return max(burden[0] * self.scale[1], burden[1] * self.scale[0])
