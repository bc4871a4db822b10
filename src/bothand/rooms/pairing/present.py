"""From what was opened to what a page shows."""

from collections.abc import Iterable
from typing import Any

from bothand.rooms.pairing.pages import ThanksLine
from bothand.rooms.pairing.records import Heart, Thanks
from bothand.vault.body import Opened


def present_thanks(found: Iterable[Opened[Any]], me: bytes) -> tuple[ThanksLine, ...]:
    """Lines of thanks, newest first, each with whether a heart came back for it."""
    opened = tuple(found)
    hearts = {(one.record.thanks, one.author) for one in opened if isinstance(one.record, Heart)}
    lines = [one for one in opened if isinstance(one.record, Thanks)]
    newest = sorted(lines, key=lambda one: (one.record.day, one.created, one.id), reverse=True)
    return tuple(
        ThanksLine(
            hex=one.hex,
            text=one.record.text,
            by_me=one.author == me,
            day=one.record.day,
            heart=any(thanks == one.id and author != one.author for thanks, author in hearts),
        )
        for one in newest
    )
