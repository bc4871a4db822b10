"""Pure: when a check-in is due, in which pages it is asked, and what an answer to a page makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

from bothand.domain.checkins import SKIPPED, Answers, Rhythm
from bothand.relationship import FACETS
from bothand.rooms.checkin.questions.records import OpenCheckin

FIRST_VISIT: Final = 16
"""What a map bears, by the benchmark (docs/decisions/first-visit.md)."""
WEEKLY: Final = 7
A_PAGE: Final = 4
"""At most so many questions stand on a page, so that it fits a phone."""
WEEK: Final = timedelta(days=7)
HALF_A_YEAR: Final = timedelta(days=182)
FRESH: Final = timedelta(days=2)
"""Items ask about the last week: a check-in that was left for longer is kept for its own day instead."""

Sort = Literal["first", "weekly"]
FACET_NAMES: Final = tuple(one.name for one in FACETS)


@dataclass(frozen=True, slots=True)
class Due:
    """What is due. `checkup`: half a year has passed since the last one. `next`: the day of the next check-in."""

    sort: Sort | None
    checkup: bool
    next: date


def find_due(known: Rhythm, today: date) -> Due:
    """What is due today; nothing for a week after *not this week*.

    >>> find_due(Rhythm(), date(2026, 11, 24)).sort
    'first'
    >>> find_due(Rhythm(last=date(2026, 11, 20)), date(2026, 11, 24)).next
    datetime.date(2026, 11, 27)
    """
    put_off = None if known.off is None or known.off > today else known.off + WEEK
    off = put_off is not None and today < put_off
    if known.last is None:
        return Due(None if off else "first", checkup=False, next=max(today, put_off or today))
    following = max(known.last + WEEK, put_off or known.last)
    checked = known.checked or known.first or known.last
    return Due(
        "weekly" if following <= today else None,
        checkup=not off and checked + HALF_A_YEAR <= today,
        next=following,
    )


def list_sheets(started: OpenCheckin) -> tuple[tuple[str, ...], ...]:
    """The items of each page of a check-in, in order."""
    return tuple(started.items[at : at + A_PAGE] for at in range(0, len(started.items), A_PAGE))


def find_open_sheet(started: OpenCheckin) -> int:
    """The number (from 1) of the first page that was not sent yet; the last one when all were."""
    seen = {item for item, _ in started.given}
    pages = list_sheets(started)
    for number, page in enumerate(pages, 1):
        if not seen.issuperset(page):
            return number
    return len(pages)


def fill_sheet(
    started: OpenCheckin, page: tuple[str, ...], said: Mapping[str, int], day: date
) -> OpenCheckin:
    """The check-in with the answers of a page, in the order asked; a page sent again counts as it was sent last."""
    given = dict(started.given) | {item: said.get(item, SKIPPED) for item in page}
    ordered = tuple((item, given[item]) for item in started.items if item in given)
    return msgspec.structs.replace(started, given=ordered, day=day)


def order_ideals(said: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Ideals as they are kept: all ten facets, in the order of the model."""
    return tuple((name, said.get(name, SKIPPED)) for name in FACET_NAMES)


def make_sitting(started: OpenCheckin) -> Answers | None:
    """What is kept of a check-in; None where nothing was answered."""
    if not any(answer for _, answer in started.given):
        return None
    return Answers(day=started.day, sort=started.sort, given=started.given, alone=started.alone)


def is_fresh(started: OpenCheckin, today: date) -> bool:
    """Whether a check-in that was begun can still be gone on with as one about the same week."""
    return today - started.day <= FRESH


def refill_sheet(record: Answers, page: tuple[str, ...], said: Mapping[str, int]) -> Answers:
    """A sitting in which a page was answered once more, by the browser's way back."""
    given = tuple((item, said.get(item, 0) if item in page else old) for item, old in record.given)
    there = {item for item, _ in given}
    new = tuple((item, said.get(item, 0)) for item in page if item not in there)
    return msgspec.structs.replace(record, given=(*given, *new))
