"""What restoring a backup would take away: what stands now, row by row beside what the backup holds.

Revisions only grow, and so does a keyring's. So a row here with a higher revision, or one that the backup
lacks, was written after the backup. A row that only the backup has was deleted here since, or is not here
yet; which of the two shows only if the backup is ahead in some other row.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bothand.cli.database import has_table, open_for_reading, read_only

_LOST_DOCUMENTS: Final = """
SELECT count(*) FROM here.vault_document AS now LEFT JOIN main.vault_document AS then_
  ON now.space = then_.space AND now.id = then_.id
WHERE then_.id IS NULL OR (now.epoch, now.revision) > (then_.epoch, then_.revision)
"""
_LOST_ACCOUNTS: Final = """
SELECT count(*) FROM here.accounts_account AS now LEFT JOIN main.accounts_account AS then_ ON now.id = then_.id
WHERE then_.id IS NULL OR now.keyring_revision > then_.keyring_revision
   OR (now.keyring_revision = then_.keyring_revision AND now.by_password <> then_.by_password)
"""
_RETURNING: Final = """
SELECT count(*) FROM main.vault_document AS then_ LEFT JOIN here.vault_document AS now
  ON now.space = then_.space AND now.id = then_.id
WHERE now.id IS NULL AND then_.space NOT IN (SELECT id FROM here.accounts_gone)
"""
# Who holds the key of a shared space is no revision of its own, so any difference counts.
_LOST_SPACES: Final = """
SELECT count(*) FROM (SELECT * FROM here.vault_shared EXCEPT SELECT * FROM main.vault_shared)
"""
_AHEAD: Final = """
SELECT (SELECT count(*) FROM main.vault_document AS then_ JOIN here.vault_document AS now
          ON now.space = then_.space AND now.id = then_.id
        WHERE (then_.epoch, then_.revision) > (now.epoch, now.revision))
     + (SELECT count(*) FROM main.accounts_account AS then_
          JOIN here.accounts_account AS now ON now.id = then_.id
        WHERE then_.keyring_revision > now.keyring_revision)
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """Counts of rows: written here since, deleted here since or not here yet, newer in the backup."""

    lost_accounts: int
    lost_documents: int
    returning: int
    ahead: int
    lost_spaces: int = 0

    @property
    def here_is_newer(self) -> bool:
        """Whether restoring would, or might, undo something."""
        return bool(
            self.lost_accounts
            or self.lost_documents
            or self.lost_spaces
            or (self.returning and not self.ahead)
        )


def compare_backup(here: Path, backup: Path) -> Difference:
    """The difference that restoring `backup` over `here` would make. Raises DamagedError, OutOfReachError."""
    with open_for_reading(backup) as connection:
        connection.execute("ATTACH DATABASE ? AS here", (read_only(here),))
        if not has_accounts(here):
            return Difference(0, 0, 0, 0)
        queries = (_LOST_ACCOUNTS, _LOST_DOCUMENTS, _RETURNING, _AHEAD)
        found = [connection.execute(query).fetchone()[0] for query in queries]
        if has_table(connection, "vault_shared") and _has_shared(here):
            found.append(connection.execute(_LOST_SPACES).fetchone()[0])
        return Difference(*found)


def has_accounts(path: Path) -> bool:
    """Whether anybody has an account in this database. Raises DamagedError, OutOfReachError."""
    with open_for_reading(path) as connection:
        if not has_table(connection, "accounts_account"):
            return False
        return connection.execute("SELECT 1 FROM accounts_account LIMIT 1").fetchone() is not None


def _has_shared(path: Path) -> bool:
    with open_for_reading(path) as connection:
        return has_table(connection, "vault_shared")


def gone_ids(path: Path) -> tuple[bytes, ...]:
    """The ids of accounts and spaces that were deleted here. Raises DamagedError, OutOfReachError."""
    with open_for_reading(path) as connection:
        if not has_table(connection, "accounts_gone"):
            return ()
        return tuple(bytes(row[0]) for row in connection.execute("SELECT id FROM accounts_gone"))
