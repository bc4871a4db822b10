"""The tables of both: what each has asked, answered, begun, and wants to look at again."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Final

import msgspec

from bothand.accounts.access import Pair
from bothand.kit.single import find_document
from bothand.rooms.talks.invitations.records import Checklist, Invitation, Table
from bothand.rooms.talks.invitations.rules import place_of_checklist, place_of_table
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, DidNotOpen, NewerVersion
from bothand.vault.retry import retry_on_conflict
from bothand.vault.space import Space

NOT_KEPT: Final = (Conflict, DidNotOpen, NewerVersion)
"""Why something could not be put on a table: what lies there does not open, or it changed too often meanwhile."""


def read_tables(pair: Pair) -> tuple[Table, Table]:
    """What lies on the table: mine, theirs. A row that does not open reads as nothing on it."""
    return count_tables(pair)[:2]


def count_tables(pair: Pair) -> tuple[Table, Table, int]:
    """The same, and how many of the two did not open."""
    lot = pair.ours.query(Table, ids=_places_of_tables(pair))
    return *sort_tables(lot.items, pair.ours.id, pair.me, pair.other), lot.unopened


def sort_tables(
    standing: Iterable[Opened[Table]], space: bytes, me: bytes, other: bytes
) -> tuple[Table, Table]:
    """Mine and theirs among what stands; each counts only where its author put it. What became a talk is no invitation."""
    found = {
        one.author: one.record
        for one in standing
        if isinstance(one.record, Table) and one.id == place_of_table(space, one.author)
    }
    mine, theirs = found.get(me, Table()), found.get(other, Table())
    met = {*mine.met, *theirs.met}
    return _drop_met(mine, met), _drop_met(theirs, met)


def _drop_met(table: Table, met: set[bytes]) -> Table:
    """What lies there, without an invitation that became a talk."""
    done = table.invite is not None and table.invite.id in met
    return msgspec.structs.replace(table, invite=None) if done else table


def change_table(pair: Pair, change: Callable[[Table], Table]) -> None:
    """Change what I have on the table; what another window put there meanwhile stays. Raises Conflict, DidNotOpen."""
    where = place_of_table(pair.ours.id, pair.me)

    def change_once() -> None:
        old = pair.ours.at(where)
        if old is None:
            pair.ours.add(change(Table()), where)
            return
        if old.author != pair.me:
            msg = "author of a table"
            raise DidNotOpen(msg)
        changed = change(old.record)
        if changed != old.record:
            pair.ours.replace(old, changed)

    retry_on_conflict(change_once)


def _places_of_tables(pair: Pair) -> list[bytes]:
    return [place_of_table(pair.ours.id, one) for one in (pair.me, pair.other)]


def find_checklist(mine: Space, asked: Invitation) -> Opened[Checklist] | None:
    """One's own list before this talk; None where there is none, or it does not open."""
    with suppress(DidNotOpen):
        return find_document(mine, Checklist, place_of_checklist(asked.id))
    return None
