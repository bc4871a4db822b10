"""The schema of the database, watched while it is served: `serve` compares it at the start, and it never changes after.

Whoever has the file can add a trigger while the program runs, and it would run inside the program's own writes. So it is
looked at again whenever *mine* is to be opened, whenever something is laid down, and at each beat of the sweep.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from django.db import connection

from bothand.vault.errors import ForeignSchema

OBJECTS: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master"
_expected: str = ""


def fold_objects(rows: Iterable[tuple[Any, ...]]) -> str:
    """One word for what `OBJECTS` gives, whatever its order."""
    return hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()


def expect_schema(word: str) -> None:
    """From now on the schema is this one, as it was compared at the start."""
    global _expected  # noqa: PLW0603  one schema per process, as there is one database
    _expected = word


def is_foreign() -> bool:
    """Whether the schema is another one than at the start. Never where none was compared, as on PostgreSQL."""
    if not _expected:
        return False
    with connection.cursor() as cursor:
        cursor.execute(OBJECTS)
        return fold_objects(cursor.fetchall()) != _expected


def check_schema() -> None:
    """Raises ForeignSchema where somebody changed the schema since the start."""
    if is_foreign():
        raise ForeignSchema
