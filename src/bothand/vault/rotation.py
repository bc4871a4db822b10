"""Everything of a space under new keys, after *somebody knew it*."""

from bothand.vault import table
from bothand.vault.errors import DidNotOpen
from bothand.vault.space import Space


def reseal_space(old: Space, new: Space) -> None:
    """Move every document of a space to the newest key of `new`, in the caller's transaction.

    What is sealed moves byte for byte, so that nothing a newer program wrote is lost. Rows that do not open stay
    as they lie: they are not ours to throw away. Raises NewerVersion when a kind is unknown here.
    """
    for row in table.all_rows(old.id):
        try:
            raw, opened = old.raw(row)
        except DidNotOpen:
            continue
        new.take_over(row, raw, opened)
