"""When each person last looked at what is new between two: in memory, and sealed away at their next visit (`visits`).

Nothing on disk may tell that somebody looked: a row written at that moment would be a read receipt for whoever has the
database. What lies here are ids and clear columns of rows, and a mark of each line that was on a page; no word of it. A
process that was started anew knows of no look.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from bothand.vault.table import Head

MOST_REMEMBERED: Final = 2_000


@dataclass(slots=True)
class Look:
    """What is remembered of one person.

    rows     the rows of *ours* as they were when they were last opened for this; `telling` those that told something
    seen     a mark of each line that was on a page of theirs
    looked   of when the newest line was that they saw, in seconds since 1970; 0 for none since the program was started
    cleared  marks of the lines that were on the page which is there for nothing else: *Today* has them no more
    dot      whether there is a line they have not seen, while the rows are as they were
    """

    rows: dict[bytes, Head] = field(default_factory=dict)
    telling: frozenset[bytes] = frozenset()
    seen: frozenset[bytes] = frozenset()
    looked: int = 0
    cleared: frozenset[bytes] = frozenset()
    dot: bool = False


_guard: Final = Lock()
_looks: Final[OrderedDict[bytes, Look]] = OrderedDict()


def find_look(account: bytes) -> Look:
    """What is remembered of somebody; a fresh one where nothing is."""
    with _guard:
        look = _looks.setdefault(account, Look())
        _looks.move_to_end(account)
        while len(_looks) > MOST_REMEMBERED:
            _looks.popitem(last=False)
        return look


def begin_visit(account: bytes) -> int | None:
    """When somebody last looked, as their visit begins; None where this process knows of no visit before it."""
    with _guard:
        known = account in _looks
    look = find_look(account)
    return look.looked if known else None


def forget_looks() -> None:
    """Forget all of it, as when the program is started anew."""
    with _guard:
        _looks.clear()
