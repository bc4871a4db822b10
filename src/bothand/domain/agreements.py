"""Agreements of two, all in *ours*: their wordings, who marked how it is now, and how they end.

*agreements* and *housework* write these records. What each answers alone lies in *mine*, as the meeting place keeps it.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

import msgspec

from bothand.domain.digests import digest_values
from bothand.vault.context import fold_parts
from bothand.vault.records import Dated, Record, Shelf, kind


@kind(110, version=2, shelf=Shelf.STANDS, one_in_all=True)
class AgreementIndex(Record, frozen=True, kw_only=True):
    """The ids of what there is, so that no page has to look for it. Newest last.

    reviews  per agreement with a date, when to look at it again: so that *Today* opens none that is not due
    waits    per agreement with a wording that both have not said yes to, the newest: so that what is asked opens no other
    """

    matters: tuple[bytes, ...] = ()
    aside: tuple[bytes, ...] = ()
    agreements: tuple[bytes, ...] = ()
    ended: tuple[bytes, ...] = ()
    reviews: tuple[tuple[bytes, date], ...] = ()
    waits: tuple[tuple[bytes, bytes], ...] = ()


@kind(113, shelf=Shelf.WRITTEN)
class Marked(Dated, frozen=True, kw_only=True):
    """How one of the two says it is now, under exactly these questions. Its id follows from subject and author.

    of   the digest of what was marked
    now  the option that holds today, per question; nothing for the work of the home
    """

    subject: bytes
    of: bytes
    now: tuple[int, ...] = ()


@kind(114, shelf=Shelf.WRITTEN)
class Agreement(Dated, frozen=True, kw_only=True):
    """An agreement: its versions by id, suggested ones among them, oldest first.

    agreed  the versions both said yes to, as known when it was last written; whoever has *mine* open checks it
    review  when to look at it again
    matter  what it came from; b"" for one that was simply written, the work's own id for a division
    """

    title: str
    versions: tuple[bytes, ...] = ()
    agreed: tuple[bytes, ...] = ()
    review: date | None = None
    matter: bytes = b""


@kind(115, shelf=Shelf.WRITTEN)
class Version(Dated, frozen=True, kw_only=True):
    """One wording of an agreement. It is never written over. A yes names the digest of `content_digest`.

    before  the digest of the version that held until then, b"" for the first
    lines   pairs of what is settled and how
    """

    agreement: bytes
    before: bytes
    title: str
    lines: tuple[tuple[str, str], ...] = ()
    text: str = ""


@kind(116, shelf=Shelf.WRITTEN)
class Ended(Dated, frozen=True, kw_only=True):
    """That an agreement ended, on this day. Why is nobody's business. Its id follows from the agreement."""

    agreement: bytes


@kind(117, shelf=Shelf.WRITTEN)
class TakenBack(Dated, frozen=True, kw_only=True):
    """That a yes to a version was taken back within its day. Its id follows from the version."""

    version: bytes


def marked_id(subject: bytes, author: bytes) -> bytes:
    """Where somebody's marks of today lie."""
    return fold_parts(b"agreements marked", subject, author)


def version_id(agreement: bytes, content: bytes) -> bytes:
    """Where a wording lies: the same from both is one row."""
    return fold_parts(b"agreements version", agreement, content)


def ended_id(agreement: bytes) -> bytes:
    """Where it says that an agreement ended."""
    return fold_parts(b"agreements ended", agreement)


def taken_back_id(version: bytes) -> bytes:
    """Where it says that a yes to a version was taken back."""
    return fold_parts(b"agreements back", version)


def content_digest(version: Version) -> bytes:
    """What a yes names: the words of a version, and the one before it. Sixteen bytes."""
    return digest_values(
        b"content", version.agreement, version.before, version.title, list(version.lines), version.text
    )


def yes_sort(agreement: bytes, digest: bytes) -> str:
    """A yes to one wording."""
    return f"agreements-yes:{agreement.hex()}:{digest.hex()}"


YES_STAYS_OPEN: Final = timedelta(days=1)


ListName = Literal["matters", "aside", "agreements", "ended"]


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version with what is known of it. `since` is when both had said yes, None where they have not; `author`
    suggested it.
    """

    id: bytes
    version: Version
    since: datetime | None
    taken_back: bool
    author: bytes


def find_in_force(versions: Sequence[KnownVersion]) -> KnownVersion | None:
    """The version that holds: the one both said yes to last."""
    agreed = [
        (known.since, known.id, known)
        for known in versions
        if known.since is not None and not known.taken_back
    ]
    return max(agreed, key=lambda known: known[:2])[2] if agreed else None


def may_take_back(since: datetime | None, now: datetime) -> bool:
    """Whether a yes is still within its day."""
    return since is not None and now < since + YES_STAYS_OPEN


def is_due(agreement: Agreement, today: date) -> bool:
    """Whether it is time to look at an agreement again."""
    return agreement.review is not None and agreement.review <= today


def note_review(index: AgreementIndex, agreement_id: bytes, day: date | None) -> AgreementIndex:
    """The day on which to look at an agreement again, put down or taken off."""
    others = tuple(one for one in index.reviews if one[0] != agreement_id)
    fresh = others if day is None else (*others, (agreement_id, day))
    return msgspec.structs.replace(index, reviews=fresh)


def note_waiting(index: AgreementIndex, agreement_id: bytes, agreement: Agreement) -> AgreementIndex:
    """The newest wording of an agreement put down as waiting; taken off where both said yes to it."""
    others = tuple(one for one in index.waits if one[0] != agreement_id)
    newest = agreement.versions[-1] if agreement.versions else b""
    fresh = (*others, (agreement_id, newest)) if newest and newest not in agreement.agreed else others
    return msgspec.structs.replace(index, waits=fresh)


def note_settled(index: AgreementIndex, matter: bytes) -> AgreementIndex:
    """A matter taken off what is looked into, since an agreement came of it; of which none came there is none listed."""
    left = tuple(one for one in index.matters if one != matter)
    return msgspec.structs.replace(index, matters=left)


def find_due(index: AgreementIndex, today: date) -> tuple[bytes, ...]:
    """The agreements that hold and that it is time to look at again, the longest due first."""
    holding = set(index.agreements)
    found = sorted((day, one) for one, day in index.reviews if day <= today and one in holding)
    return tuple(one for _day, one in found)


def add_months(day: date, months: int) -> date:
    """The day so many months later; the last of its month where there is no such day.

    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def move_to_list(index: AgreementIndex, name: ListName, record_id: bytes) -> AgreementIndex:
    """An id put at the end of one list and taken out of its counterpart."""
    counterpart: dict[ListName, ListName] = {
        "matters": "aside",
        "aside": "matters",
        "agreements": "ended",
        "ended": "agreements",
    }
    other = counterpart[name]
    if record_id in getattr(index, name) and record_id not in getattr(index, other):
        return index
    fresh = (*(one for one in getattr(index, name) if one != record_id), record_id)
    left = tuple(one for one in getattr(index, other) if one != record_id)
    return msgspec.structs.replace(index, **{name: fresh, other: left})
