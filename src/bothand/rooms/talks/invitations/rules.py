"""Pure: where the records of invitations lie, and when there is no asking."""

from typing import Any

from bothand.rooms.talks.invitations.records import Invitation, Table
from bothand.vault.context import fold_parts


def place_of_table(space: bytes, account: bytes) -> bytes:
    """Where somebody's `Table` lies in *ours*."""
    return fold_parts(b"table", space, account)


def place_of_checklist(invite: bytes) -> bytes:
    """Where one's own list before a talk lies in *mine*."""
    return fold_parts(b"before", invite)


def is_resting(theirs: Table, day: Any) -> bool:
    """Whether the other said *not now* today: nobody is asked again on the same day."""
    return theirs.answer is not None and not theirs.answer.ready and theirs.answer.day >= day


def find_invitation(mine: Table, theirs: Table) -> Invitation | None:
    """The invitation this is about: the other's, or else my own."""
    return theirs.invite or mine.invite
