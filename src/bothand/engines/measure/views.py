"""Looking into a state: the levels, and how each item would be met."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bothand.engines.measure.assumptions import Assumptions
from bothand.engines.measure.items import Bank, Floats
from bothand.engines.measure.state import FACETS, State


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The ten levels: `mean` (10,) and `covariance` (10, 10), in units of their prior SD."""

    mean: Floats
    covariance: Floats


def levels(state: State) -> Levels:
    """The levels (trait + state) on the state's own day.

    >>> from bothand.engines.measure.state import start
    >>> levels(start()).covariance[0, 0].round(6).item()
    1.0
    """
    both = state.covariance[:FACETS] + state.covariance[FACETS : 2 * FACETS]
    mean = state.mean[:FACETS] + state.mean[FACETS : 2 * FACETS]
    return Levels(mean, both[:, :FACETS] + both[:, FACETS : 2 * FACETS])


@dataclass(frozen=True, slots=True, eq=False)
class ItemView:
    """How the n items of a bank would be met; z is an item's level + offset.

    `means`, `variances` (n,) of z. `covariance` (d + 1, d + 1): the state's, with one row of zeros that
    stands for the offset of every item never asked; `unseen` (n,): the prior variance of those offsets, else
    0. `rows`: for trait, state and offset, each item's row.
    """

    means: Floats
    variances: Floats
    covariance: Floats = field(repr=False)
    unseen: Floats = field(repr=False)
    rows: tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]] = field(repr=False)

    def along(self, of_rows: Floats) -> Floats:
        """Sums over each item's three rows: (..., d + 1) to (..., n)."""
        trait, mood, offset = self.rows
        total: Floats = of_rows[..., trait] + of_rows[..., mood] + of_rows[..., offset]
        return total


def item_view(state: State, bank: Bank, assumptions: Assumptions) -> ItemView:
    """The view of a bank from a state, on the state's own day."""
    size = len(state.mean)
    where = {item: state.first_offset + at for at, item in enumerate(state.items)}
    offsets = np.array([where.get(item.id, size) for item in bank.items], dtype=np.intp)
    unseen = np.where(offsets == size, assumptions.offset_sd**2, 0.0)
    rows = bank.facets, bank.facets + FACETS, offsets
    covariance = np.zeros((size + 1, size + 1))
    covariance[:size, :size] = state.covariance
    mean = np.append(state.mean, 0.0)
    both = covariance[:FACETS] + covariance[FACETS : 2 * FACETS]
    level = both[:, :FACETS] + both[:, FACETS : 2 * FACETS]
    own = np.diagonal(level)[bank.facets] + 2.0 * both[bank.facets, offsets] + covariance[offsets, offsets]
    means = mean[rows[0]] + mean[rows[1]] + mean[rows[2]]
    return ItemView(means, own + unseen, covariance, unseen, rows)
