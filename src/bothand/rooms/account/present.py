"""From the account's log to its page."""

from itertools import groupby

from bothand.accounts.account_log import AccountLog, Entry
from bothand.rooms.account.labels import EVENTS
from bothand.rooms.account.pages import LogDay, LogLine


def list_entries(log: AccountLog) -> tuple[LogDay, ...]:
    """Day by day, the newest first."""
    newest_first = sorted(log.entries, key=lambda entry: entry.day, reverse=True)
    return tuple(
        LogDay(day=day, lines=tuple(map(_present_line, entries)))
        for day, entries in groupby(newest_first, key=lambda entry: entry.day)
    )


def _present_line(entry: Entry) -> LogLine:
    return LogLine(words=EVENTS[entry.event], about=entry.about, count=entry.count)
