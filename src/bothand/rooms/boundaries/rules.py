"""Pure: how a boundary reads, when it is looked at again, whether wordings follow one another, what a page lists."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from bothand.domain.boundaries import Boundary, Ref, SharedBoundary
from bothand.rooms.boundaries.records import Answer, Note, Repair, Version
from bothand.vault.body import Opened
from bothand.vault.context import fold_parts

LONGEST_LINE: Final = 300
LONGEST: Final = 4_000
EXCERPT: Final = 140
FRESH_DAYS: Final = 7
MOST_SHOWN: Final = 30
"""As many boundaries somebody can show at a time: more of them is no limit any more, it is a rule book."""
REVIEWS: Final = {"month": 30, "quarter": 91, "half": 182}
_WORD: Final = re.compile(r"[\w']+")
_OPENING: Final = 3


def cut_text(text: str) -> str:
    """The beginning of a text on one line.

    >>> cut_text("one   two")
    'one two'
    """
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rsplit(" ", 1)[0] + " …"


def group_days(days: Iterable[int]) -> list[tuple[int, int]]:
    """Days of the week (0 to 6) as runs of those that follow one another.

    >>> group_days((0, 1, 2, 4))
    [(0, 2), (4, 4)]
    """
    found: list[tuple[int, int]] = []
    for day in sorted({day for day in days if 0 <= day <= 6}):
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def speaks_of_other(will: str, name: str, others: Iterable[str]) -> bool:
    """Whether *I will ...* begins with what somebody else does: then it is a wish, and no boundary.

    `others` are the words for *you* in the page's language, lower case. It looks at the first three words only: what
    comes later may well be about both.

    >>> speaks_of_other("you may not see Kim", "Sam", ["you"]), speaks_of_other("go home alone", "Sam", ["you"])
    (True, False)
    """
    known = {word.lower() for word in (*others, *_WORD.findall(name)) if word}
    return any(word.lower() in known for word in _WORD.findall(will)[:_OPENING])


def find_review_day(choice: str, today: date) -> date | None:
    """The day on which a boundary is looked at again; None for never."""
    days = REVIEWS.get(choice)
    return None if days is None else today + timedelta(days=days)


def is_due(boundary: Boundary, today: date) -> bool:
    """Whether its owner wanted to look at it again by now."""
    return boundary.ended is None and boundary.review is not None and boundary.review <= today


def is_fresh(changed: date, today: date) -> bool:
    """Whether something came within the last days: *Today* shows that it is there, and then no more."""
    return timedelta(0) <= today - changed < timedelta(days=FRESH_DAYS)


def place_version(mine: bytes, number: int) -> bytes:
    """What the place of a shown wording is derived from: the boundary in *mine* and the wording's number."""
    return fold_parts(b"version", mine, number.to_bytes(4, "big"))


def place_earlier(mine: bytes, number: int) -> bytes:
    """Where an earlier wording of a boundary lies in *mine*."""
    return fold_parts(b"earlier", mine, number.to_bytes(4, "big"))


def place_answer(boundary: bytes) -> bytes:
    """What the place of one's own answer to a boundary is derived from."""
    return fold_parts(b"answer", boundary)


def place_repair(boundary: bytes, day: date) -> bytes:
    """What the place of one's own repair of a day is derived from."""
    return fold_parts(b"repair", boundary, day.isoformat().encode())


def check_chain(
    refs: Sequence[Ref], versions: Iterable[Opened[Version]], owner: bytes, *, before: bytes = b""
) -> tuple[tuple[Ref, Opened[Version] | None], ...]:
    """Each wording that was shown, oldest first, or None where it is not what it has to be.

    It has to be its owner's, exactly the document that the boundary names, and to name the one before it; `before` is
    the digest that the first of `refs` names.
    """
    by_id = {version.id: version for version in versions}
    chain: list[tuple[Ref, Opened[Version] | None]] = []
    for ref in refs:
        version = by_id.get(ref.id)
        holds = version is not None and (version.digest, version.author, version.record.before) == (
            ref.digest,
            owner,
            before,
        )
        chain.append((ref, version if holds else None))
        before = ref.digest
    return tuple(chain)


def list_shared(lot: Iterable[Opened[Any]], author: bytes) -> list[Opened[SharedBoundary]]:
    """The boundaries that somebody shows, those that stand first, then the last changed first."""
    kept = [shared for shared in lot if isinstance(shared.record, SharedBoundary) and shared.author == author]
    return sorted(
        kept, key=lambda shared: (shared.record.ended is not None, -shared.changed.timestamp(), shared.id)
    )


def find_answer(lot: Iterable[Opened[Any]], boundary: bytes, author: bytes) -> Opened[Answer] | None:
    """Somebody's answer to a boundary, or None."""
    return next(
        (
            answer
            for answer in lot
            if isinstance(answer.record, Answer)
            and answer.record.boundary == boundary
            and answer.author == author
        ),
        None,
    )


def list_left_behind(lot: Iterable[Opened[Any]], mine: bytes, other: bytes) -> list[Opened[Answer]]:
    """One's own answers to what the other does not show any more: words that no page would show."""
    opened = tuple(lot)
    shown = {boundary.id for boundary in list_shared(opened, other)}
    return [
        answer
        for answer in opened
        if isinstance(answer.record, Answer) and answer.author == mine and answer.record.boundary not in shown
    ]


def sort_own(lot: Iterable[Opened[Any]]) -> list[Opened[Boundary]]:
    """One's own boundaries, those that stand first, then the last changed first."""
    kept = [boundary for boundary in lot if isinstance(boundary.record, Boundary)]
    return sorted(
        kept,
        key=lambda boundary: (boundary.record.ended is not None, -boundary.changed.timestamp(), boundary.id),
    )


def sort_notes(lot: Iterable[Opened[Any]], boundary: bytes | None = None) -> list[Opened[Note]]:
    """Notes, the newest first; those of one boundary, or all."""
    kept = [
        note
        for note in lot
        if isinstance(note.record, Note) and (boundary is None or note.record.boundary == boundary)
    ]
    return sorted(kept, key=lambda note: (note.record.day, note.created, note.id), reverse=True)


def sort_repairs(
    lot: Iterable[Opened[Any]], boundary: bytes, authors: Sequence[bytes]
) -> list[Opened[Repair]]:
    """What the two said to make something good again, the newest first."""
    kept = [
        repair
        for repair in lot
        if isinstance(repair.record, Repair)
        and repair.record.boundary == boundary
        and repair.author in authors
    ]
    return sorted(kept, key=lambda repair: (repair.record.day, repair.created, repair.id), reverse=True)
