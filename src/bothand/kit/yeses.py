"""A yes to one wording of an agreement: said alone, in *mine*, and seen by nobody until it meets the other's."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db import transaction
from django.http import HttpRequest

from bothand.accounts import couple_actions, meeting_place
from bothand.accounts.access import Pair
from bothand.accounts.meeting_place import Meeting
from bothand.domain import agreements
from bothand.domain.agreements import Version
from bothand.kit import asks, meetings
from bothand.kit.agreement_store import agree_version, find_taken_back, put_version

YES: Final = "agreements-yes:"
YES_PAYLOAD: Final = b"yes"


def make_agreement(_first: bytes, _second: bytes) -> bytes:
    """A yes meets a yes to the same wording; there is nothing else to it."""
    return YES_PAYLOAD


def is_yes(_sort: str, payload: bytes) -> bool:
    """Whether this is a yes; there is nothing else to lay down."""
    return payload == YES_PAYLOAD


meeting_place.register_meeting(YES, make_agreement, is_yes)


def meet_yeses(request: HttpRequest, agreement: bytes) -> dict[str, Meeting]:
    """My parts in what was said yes to of one agreement. Raises Locked."""
    return couple_actions.meet_all(request, f"{YES}{agreement.hex()}:")


def find_yes(yeses: Mapping[str, Meeting], agreement: bytes, digest: bytes) -> Meeting | None:
    """My part in a yes to a wording, or None."""
    return yeses.get(agreements.yes_sort(agreement, digest))


def is_settled(meeting: Meeting | None, taken_back: datetime | None) -> bool:
    """Whether both said yes, and neither took it back since."""
    if meeting is None or not meeting.results:
        return False
    return taken_back is None or taken_back < meeting.results[-1].created


def say_yes(request: HttpRequest, agreement: bytes, digest: bytes, taken_back: datetime | None) -> bool:
    """Say yes to one wording of an agreement, and no longer to another that waits; whether both have now said it."""
    sort = agreements.yes_sort(agreement, digest)
    meetings.take_back_others(meet_yeses(request, agreement), sort)
    mine = couple_actions.meet_partner(request, sort)
    if is_settled(mine, taken_back):
        return True
    return mine.answer is None and mine.lay(YES_PAYLOAD)


def take_yes_back(request: HttpRequest, agreement: bytes, digest: bytes) -> None:
    """Take a yes back that has met none."""
    couple_actions.meet_partner(request, agreements.yes_sort(agreement, digest)).take_back()


def is_declined(pair: Pair, version_id: bytes, who: bytes) -> bool:
    """Whether somebody said *I can't* to a wording: while that holds, no yes of the other's makes an agreement of it."""
    return version_id in asks.find_noes(pair.ours.query(asks.Reply), who)


def suggest_version(request: HttpRequest, pair: Pair, version: Version) -> None:
    """Put a wording in and say yes to it. That both had said it already is written down."""
    with transaction.atomic():
        version_id = put_version(pair.ours, version, version.day)
        if is_declined(pair, version_id, pair.other):
            return
        if say_yes(
            request,
            version.agreement,
            agreements.content_digest(version),
            find_taken_back(pair.ours, version),
        ):
            agree_version(pair.ours, version, version.day)
