"""The tasks of a home in *ours*, and who says that so it is today."""

from collections.abc import Callable

from bothand.accounts.access import Pair
from bothand.kit import agreement_store
from bothand.rooms.housework.records import Household, home_digest, home_id
from bothand.vault.ours import Ours


def change_household(ours: Ours, change: Callable[[Household], Household]) -> Household:
    """Change the tasks of the home; what the other changed meanwhile is kept."""
    return ours.amend_only(Household, change, Household()).record


def find_household(ours: Ours) -> Household:
    """The tasks of the home; empty where there are none yet. Raises DidNotOpen."""
    household = ours.only(Household)
    return Household() if household is None else household.record


def find_confirmed(pair: Pair, home: Household) -> set[bytes]:
    """The accounts that marked the home just as it stands. One query."""
    digest = home_digest(home)
    marks = agreement_store.find_marks(pair.ours, home_id(pair.ours.id), pair.accounts)
    return {account for account, mark in marks.items() if mark.of == digest}
