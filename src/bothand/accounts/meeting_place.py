"""The meeting place of this process, and how a person's own copies come to lie in it.

A couple is served by one process, so this is the one for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from bothand.accounts import accounts, looks, shared_space, visits, wall_clock
from bothand.accounts.accounts import Opened
from bothand.accounts.visits import VisitNote
from bothand.vault import schema_watch
from bothand.vault.body import Opened as Document
from bothand.vault.meeting_place import (
    Combine,
    Laid,
    MeetingPlace,
    OwnCopy,
    Result,
    new_copy,
    result_fits,
    topic_of,
)
from bothand.vault.ours import Ours
from bothand.vault.space import Lot, Space

PLACE: Final = MeetingPlace()
Fate = Literal["", "spent", "tired"]
Check = Callable[[str, bytes], bool]
"""Whether a payload is one that would be laid down on this question: told from itself alone, whatever the other has done."""


@dataclass(frozen=True, slots=True)
class Sort:
    """How two answers to what is asked become a result, and what an answer has to be like."""

    combine: Combine
    check: Check


_sorts: Final[dict[str, Sort]] = {}


def register_meeting(sort: str, combine: Combine, check: Check) -> None:
    """Say how two answers to what is asked become a result. Raises ValueError for a sort that is taken.

    A sort that ends with a colon stands for a family: each sort that begins with it, as one a matter.
    """
    if _sorts.setdefault(sort, Sort(combine, check)) != Sort(combine, check):
        msg = f"{sort} is combined otherwise already"
        raise ValueError(msg)


def _find_sort(sort: str) -> Sort | None:
    return _sorts.get(sort) or _sorts.get(sort.partition(":")[0] + ":")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One question two people answer, as one of them sees it: their own copies and the results that fit.

    It says nothing of whether the other has answered: nothing here knows. `unopened` counts what stands in either
    space and did not open, since it may have been of this.
    """

    sort: str
    account: bytes
    mine: Space
    ours: Ours
    own: tuple[Document[OwnCopy], ...]
    results: tuple[Document[Result], ...]
    unopened: int = 0
    note: VisitNote | None = None

    @property
    def fate(self) -> Fate:
        """What became of my answer to what is open now: "" while it lies there, or waits to be laid down.

        spent  it met the other's, and what came of it is not there
        tired  it was laid down again and again, and nothing came of it
        """
        if self.answer is None:
            return ""
        own = self.answer.record
        if PLACE.holds(self.ours.id, own.topic, self.account, own.copy):
            return ""
        if own.met:
            return "spent"
        return "tired" if visits.is_tired(self.note, own.copy) else ""

    @property
    def topic(self) -> bytes:
        """The asking that is open now: the one after those that have a result."""
        return topic_of(self.ours.id, self.sort, len(self.results))

    @property
    def answer(self) -> Document[OwnCopy] | None:
        """My answer to what is open now, if I gave one; also one that was used, and whose result is not there."""
        return next((one for one in self.own if one.record.topic == self.topic), None)

    def lay(self, payload: bytes) -> bool:
        """Keep an answer in *mine*, then lay a copy down; whether a result came of it."""
        fresh, old = new_copy(self.sort, self.topic, payload), self.answer
        kept = self.mine.add(fresh) if old is None else self.mine.replace(old, fresh)
        return _lay_down(self.mine, self.ours, self.account, kept)

    def take_back(self) -> None:
        """Take my answer back before there is a result."""
        PLACE.take_back(self.ours.id, self.account, self.topic)
        if self.answer is not None:
            self.mine.remove(self.answer)


def find_meeting(opened: Opened, ours: Ours, sort: str) -> Meeting:
    """What stands about one question. Two queries."""
    mine = accounts.open_mine(opened)
    copies, made = mine.query(OwnCopy, VisitNote), ours.query(Result)
    own = tuple(one for one in copies.items if isinstance(one.record, OwnCopy) and one.record.sort == sort)
    results = _result_records(ours, opened.id, sort, own, _by_topic(made.items))
    unopened, note = copies.unopened + made.unopened, visits.find_note(copies.items)
    return Meeting(sort, opened.id, mine, ours, own, results, unopened, note)


def all_meetings(
    opened: Opened, ours: Ours, *families: str, standing: Lot[Any] | None = None
) -> dict[str, Meeting]:
    """What stands about every question of these families to which I gave an answer, by its sort.

    Two queries, or one where what is `standing` in *mine* was read already.
    """
    mine = accounts.open_mine(opened)
    own: dict[str, list[Document[OwnCopy]]] = {}
    stands = standing or mine.query(OwnCopy, VisitNote)
    note = visits.find_note(stands.items)
    for one in stands.items:
        if isinstance(one.record, OwnCopy) and one.record.sort.startswith(families):
            own.setdefault(one.record.sort, []).append(one)
    made = _by_topic(ours.query(Result).items if own else ())
    return {
        sort: Meeting(
            sort,
            opened.id,
            mine,
            ours,
            tuple(copies),
            _result_records(ours, opened.id, sort, tuple(copies), made),
            note=note,
        )
        for sort, copies in own.items()
    }


def lay_again(opened: Opened) -> None:
    """Lay down what waits still, as after a restart. Called whenever *mine* is opened.

    How often is counted beforehand, in what every visit writes. What was laid down too often, or was used while no
    result of it is there, is laid down no more, and its owner is told.
    """
    mine = accounts.open_mine(opened)
    ours = shared_space.open_ours(opened.id, opened.keyring, mine)
    if ours is None:
        return
    may_lay = bool(opened.keyring.partners) and not opened.keyring.waits
    waiting = _find_waiting(mine, ours, opened.id) if may_lay else []
    # What this process still holds may be laid down as often as one likes: it is the same copy, or the same result.
    held = [one for one in waiting if PLACE.holds(ours.id, one.record.topic, opened.id, one.record.copy)]
    begun = [one for one in waiting if one not in held and not one.record.met]
    allowed = visits.note_visit(
        mine,
        ours,
        begun={one.record.copy for one in begun},
        known=[one.record.copy for one in waiting],
        spent=sum(one.record.met for one in waiting if one not in held),
        today=wall_clock.today_in(accounts.settings_of(opened).zone),
        looked=looks.begin_visit(opened.id),
    )
    for one in (*held, *(one for one in begun if one.record.copy in allowed)):
        _lay_down(mine, ours, opened.id, one)


def _find_waiting(mine: Space, ours: Ours, account: bytes) -> list[Document[OwnCopy]]:
    """My copies of which no result is there."""
    copies = [one for one in mine.query(OwnCopy).items if _find_sort(one.record.sort)]
    made = _by_topic(ours.query(Result).items) if copies else {}
    return [
        one
        for one in copies
        if not any(result_fits(each.record, account, one.record) for each in made.get(one.record.topic, ()))
    ]


def _lay_down(mine: Space, ours: Ours, account: bytes, kept: Document[OwnCopy]) -> bool:
    """Lay one's own copy down as it was kept. Nothing happens where it is not as it has to be, whoever waits for it."""
    own = kept.record
    sort = _find_sort(own.sort)
    if sort is None:
        raise KeyError(own.sort)
    if schema_watch.is_foreign() or not sort.check(own.sort, own.payload):
        return False
    ready = msgspec.structs.replace(own, met=True)
    laid = Laid(account, own.copy, own.key, own.payload)
    return PLACE.lay((ours.id, own.topic), laid, mine.prepare(kept, ready), sort.combine, ours.put_result)


Made = dict[bytes, list[Document[Result]]]


def _by_topic(made: tuple[Document[Result], ...]) -> Made:
    found: Made = {}
    for one in made:
        found.setdefault(one.record.topic, []).append(one)
    return found


def _result_records(
    ours: Ours, account: bytes, sort: str, own: tuple[Document[OwnCopy], ...], made: Made
) -> tuple[Document[Result], ...]:
    """The results of each asking in turn, as far as they fit a copy of mine; what somebody forged fits none."""
    copies = {one.record.topic: one.record for one in own}
    found: list[Document[Result]] = []
    while (copy := copies.get(topic_of(ours.id, sort, len(found)))) is not None:
        fitting = next(
            (one for one in made.get(copy.topic, ()) if result_fits(one.record, account, copy)), None
        )
        if fitting is None:
            break
        found.append(fitting)
    return tuple(found)
