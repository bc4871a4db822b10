"""What all that is written in *journal* has in common."""

from bothand.vault.records import Dated


class JournalRecord(Dated, frozen=True, kw_only=True):
    """What stands among the pages of a day. `at` is the local time of beginning it, as HH:MM."""

    at: str = ""

    @property
    def words(self) -> str:
        """All that was written."""
        raise NotImplementedError
