"""What both feel about the tasks, the divisions that come of it, and the agreement in which one ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from bothand.accounts import access, couple_actions, meeting_place
from bothand.accounts.access import Pair, Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Agreement, Ended, Version
from bothand.kit import agreement_store, meetings
from bothand.kit.meetings import decode_payload
from bothand.kit.yeses import meet_yeses, suggest_version
from bothand.rooms.housework.divisions.records import FAMILY, Feelings, Shared, division_id, feelings_sort
from bothand.rooms.housework.process import Standing
from bothand.rooms.housework.records import MOST_TASKS, Household, home_digest
from bothand.rooms.housework.store import find_confirmed, find_household
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id

MOST_DIVISIONS: Final = 20


def combine_feelings(first: bytes, second: bytes) -> bytes:
    """What comes of two people's feelings. The engine needs numpy: it is there when two answers meet, and not at start."""
    from bothand.rooms.housework.divisions import rules

    return rules.combine_feelings(first, second)


def is_answer(sort: str, payload: bytes) -> bool:
    """Whether these are feelings about just the work that is asked about, one for each task."""
    try:
        answer = decode_payload(payload, Feelings)
    except msgspec.MsgspecError:
        return False
    same = sort == feelings_sort(home_digest(answer.work))
    return same and len(answer.feelings) == len(answer.work.tasks) <= MOST_TASKS


meeting_place.register_meeting(FAMILY, combine_feelings, is_answer)


@dataclass(frozen=True, slots=True)
class AnsweredHome:
    """The tasks of a home, and what I feel about just these. `confirmed` says whether both marked that so it is."""

    pair: Pair
    household: Household
    digest: bytes
    confirmed: bool
    mine: Meeting

    def find_standing(self, *, found: bool) -> Standing:
        """How it stands for me; `found` says that something came of both answers."""
        return Standing(
            tasks=bool(self.household.tasks),
            confirmed=self.confirmed,
            their_confirmed=self.confirmed,
            answered=self.mine.answer is not None,
            found=found,
            settled=is_settled(self.pair, self.household),
        )

    @property
    def feelings(self) -> Feelings | None:
        """What I felt last, whether or not anything came of it."""
        return meetings.find_kept_answer(self.mine, Feelings)


def open_home(request: HttpRequest) -> AnsweredHome:
    """For views of what one answers alone. Raises Locked, Alone."""
    pair = Visit(request).require_pair()
    access.open_mine(request)
    household = find_household(pair.ours)
    digest = home_digest(household)
    confirmed = bool(household.tasks) and len(find_confirmed(pair, household)) == 2
    mine = couple_actions.meet_partner(request, feelings_sort(digest))
    return AnsweredHome(pair, household, digest, confirmed, mine)


def find_last_round(meeting: Meeting) -> tuple[Feelings, Shared] | None:
    """What came last of both feelings, with mine; None without."""
    if not meeting.results:
        return None
    result = meeting.results[-1].record
    try:
        feelings = decode_payload(meetings.find_copy(meeting, result.topic).payload, Feelings)
        return feelings, decode_payload(result.body, Shared)
    except msgspec.MsgspecError:
        return None


def suggest_division(request: HttpRequest, pair: Pair, lines: tuple[tuple[str, str], ...]) -> bytes:
    """Suggest a division as an agreement, or as the next wording of the one there is. The agreement's id."""
    agreement_id = _find_agreement_id(pair)
    yeses = meet_yeses(request, agreement_id)
    version = Version(
        day=Visit(request).today,
        agreement=agreement_id,
        before=agreement_store.find_before(pair.ours, agreement_id, yeses),
        title=_("Our housework"),
        lines=lines,
    )
    with transaction.atomic():
        suggest_version(request, pair, version)
    return agreement_id


def find_agreed(pair: Pair, yeses: Mapping[str, Meeting]) -> list[Opened[Version]]:
    """The divisions that both said yes to, ended ones among them, the newest first. Two queries."""
    heads = pair.ours.query(Agreement, ids=_list_ids(pair)).items
    return agreement_store.find_agreed(pair.ours, heads, yeses)


def is_settled(pair: Pair, household: Household) -> bool:
    """Whether an agreement on a share of just these tasks holds, as it is written down. Three queries at most."""
    heads = [one for one in pair.ours.query(Agreement, ids=_list_ids(pair)).items if one.record.agreed]
    latest = {head.record.agreed[-1] for head in heads}
    if not latest:
        return False
    names = [task.name for task in household.tasks]
    versions = pair.ours.query(Version, ids=list(latest)).items
    holds = [one.record for one in versions if [name for name, _owner in one.record.lines] == names]
    ended = {
        one.record.agreement
        for one in pair.ours.query(Ended, ids=[agreements.ended_id(one.agreement) for one in holds]).items
    }
    return any(one.agreement not in ended for one in holds)


def _list_ids(pair: Pair) -> list[bytes]:
    """Where divisions lie as agreements, one after the other."""
    return [division_id(pair.ours.id, number) for number in range(MOST_DIVISIONS)]


def _find_agreement_id(pair: Pair) -> bytes:
    """Where the division lies that has not ended."""
    ids = _list_ids(pair)
    lot = pair.ours.query(Ended, ids=list(map(agreements.ended_id, ids)))
    ended = {opened.record.agreement for opened in lot.items}
    return next((agreement_id for agreement_id in ids if agreement_id not in ended), new_id())
