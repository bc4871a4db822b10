"""What can go wrong when something sealed is opened or written."""

from typing import Any


class VaultError(Exception):
    """The parent of all of them. Messages never hold content: they may end up in a log."""


class DidNotOpen(VaultError):
    """The bytes are not what was sealed, or not where, when or by whom it was sealed. Never write over them."""


class WouldNotOpen(VaultError):
    """What was just sealed does not open, so it was not written."""


class NewerVersion(VaultError):
    """Written by a newer program than this one. It may be read, never written over."""


class Missing(VaultError):
    """There is no such row, or it is not yours: the two look alike."""


class ReadOnly(VaultError):
    """A space that can be read here, and not written: locked, or a fresh link has to be opened first."""


class EpochClosed(VaultError):
    """The epoch in which this would be written was closed meanwhile."""


class WeakKdf(VaultError):
    """Stored parameters of the key derivation lie below the floor, or above the ceiling: nobody here wrote them."""


class ForeignSchema(VaultError):
    """Somebody changed the schema of the database while it is served: nothing of anybody's is opened with it."""


class Busy(VaultError):
    """Too many key derivations at once; try again in a moment."""


class Conflict(VaultError):
    """Somebody else, or another tab, wrote first.

    `mine` is the record that was not written, `theirs` what stands now (`vault.space.Opened`), or None when it
    was deleted meanwhile.
    """

    def __init__(self, mine: Any, theirs: Any) -> None:
        super().__init__("changed meanwhile")
        self.mine = mine
        self.theirs = theirs
