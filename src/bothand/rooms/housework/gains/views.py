"""Giving way over time: told to each from their own answers only."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bothand.accounts import access, couple_actions
from bothand.accounts.access import Visit
from bothand.accounts.meeting_place import Meeting
from bothand.domain.agreements import Version
from bothand.kit.gains import GainRow
from bothand.kit.pairs import for_pair
from bothand.kit.yeses import YES
from bothand.rooms.housework.divisions.records import FAMILY
from bothand.rooms.housework.divisions.store import find_agreed, find_last_round
from bothand.rooms.housework.gains.pages import GainsPage
from bothand.rooms.housework.labels import say_hours
from bothand.rooms.housework.present import present_alone
from bothand.shell.page import render

if TYPE_CHECKING:
    from bothand.engines.sharing import Sharing
    from bothand.rooms.housework.divisions.rules import Gain

MOST_SHOWN = 20


@require_safe
@for_pair(present_alone)
def show_gains(request: HttpRequest) -> HttpResponse:
    """What each division that both agreed on changed for me, by my own answers."""
    visit = Visit(request)
    pair = visit.require_pair()
    access.open_mine(request)
    mine = couple_actions.meet_all(request, FAMILY, YES)
    names = visit.names
    first, second = (names[account] for account in pair.accounts)
    agreed = find_agreed(pair, mine)[:MOST_SHOWN]
    gains: dict[int, Gain] = {}
    # One at a time: each may hold some tens of megabytes.
    for sharing in _lay_out_rounds(mine, pair.place):
        for number, opened in enumerate(agreed):
            gain = (
                None if number in gains else _find_gain(opened.record, sharing, (first, second), pair.place)
            )
            if gain is not None:
                gains[number] = gain
    rows = tuple(
        GainRow(title=opened.record.title, day=opened.record.day, said=_say_gain(gains[number]))
        for number, opened in enumerate(agreed)
        if number in gains
    )
    return render(request, GainsPage(rows=rows))


def _lay_out_rounds(mine: Mapping[str, Meeting], place: int) -> Iterator["Sharing"]:
    """The tasks of each time something came out, with my own feelings, the newest first."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.housework.divisions import rules

    rounds = [meeting for sort, meeting in mine.items() if sort.startswith(FAMILY) and meeting.results]
    rounds.sort(key=lambda meeting: meeting.results[-1].created, reverse=True)
    for meeting in rounds[:MOST_SHOWN]:
        came = find_last_round(meeting)
        if came is None or came[1].state != "found":
            continue
        try:
            yield rules.lay_out_for_one(*came, place)
        except SharingError:
            continue


def _find_gain(version: Version, sharing: "Sharing", names: tuple[str, str], place: int) -> "Gain | None":
    """What a division changed for me; None where it is of other tasks than those that were answered about."""
    from bothand.engines.sharing import SharingError
    from bothand.rooms.housework.divisions import present, rules

    owners = present.read_lines(sharing, version.lines, names)
    if owners is None:
        return None
    try:
        return rules.measure_gain(sharing, owners, place)
    except (SharingError, KeyError):
        return None


def _say_gain(gain: "Gain") -> str:
    told = {"before": say_hours(gain.before), "after": say_hours(gain.after)}
    if gain.lighter > 0:
        return (
            _("%(before)s a week before, %(after)s since. By your own answers, it is lighter for you.") % told
        )
    if gain.lighter < 0:
        return (
            _("%(before)s a week before, %(after)s since. By your own answers, it is heavier for you.") % told
        )
    return (
        _("%(before)s a week before, %(after)s since. By your own answers, it is about as heavy as before.")
        % told
    )
