"""From what was opened to what a page shows."""

from collections.abc import Iterable

from bothand.rooms.pairing.pages import ThanksLine
from bothand.rooms.pairing.records import Thanks
from bothand.vault.body import Opened


def present_thanks(found: Iterable[Opened[Thanks]], me: bytes) -> tuple[ThanksLine, ...]:
    """Lines of thanks, newest first."""
    newest = sorted(found, key=lambda one: (one.record.day, one.created, one.id), reverse=True)
    return tuple(
        ThanksLine(hex=one.hex, text=one.record.text, by_me=one.author == me, day=one.record.day)
        for one in newest
    )
