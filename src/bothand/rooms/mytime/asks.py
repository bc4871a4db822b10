"""What is asked about time of one's own: to move it, where the other said what it collides with.

A time that is announced asks nothing of the other. What it collides with need not be answered either, and never moves it.
"""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.times import Block, Weekly, find_busy
from bothand.kit.asks import Ask, Asking
from bothand.rooms.mytime.times.labels import format_time
from bothand.rooms.mytime.times.records import COLLIDES, Line, PutAway
from bothand.rooms.mytime.times.rules import find_lines_about, find_refusals, is_said_of, list_months
from bothand.vault.errors import DidNotOpen
from bothand.vault.records import month_of

AHEAD = timedelta(days=13)
"""As far as the page of one's own time looks, where the *no* is said."""


def list_asks(asking: Asking) -> tuple[Ask, ...]:
    """What collides with time that the asked one takes in the next two weeks, unless they put it away or said no."""
    last = asking.today + AHEAD
    weekly = [one for one in asking.lot.items if isinstance(one.record, Weekly) and one.author == asking.of]
    periods = {
        month_of(asking.today),
        month_of(last),
        *list_months(one.of for one in find_busy(weekly, asking.today, last)),
    }
    found = asking.months(Block, sorted(periods), Line)
    once = [one for one in found if isinstance(one.record, Block) and one.author == asking.of]
    lines = [one for one in found if isinstance(one.record, Line)]
    away = _find_put_away(asking)
    return tuple(
        Ask(
            id=line.id,
            words=f"{format_time(time.record)}\n{line.record.words}",
            path=reverse("mytime_own"),
            there=_("I can't move it"),
        )
        for time in {one.of.id: one.of for one in find_busy([*once, *weekly], asking.today, last)}.values()
        for line in find_lines_about(lines, time.id, by=asking.by, away=away)
        if line.record.sort == COLLIDES
        and is_said_of(line.record, time.record)
        and not find_refusals(lines, line.id, by=asking.of)
    )


def _find_put_away(asking: Asking) -> frozenset[bytes]:
    """What was put away is in *mine*: while that is locked, it stands here as if it were not."""
    if asking.mine is None:
        return frozenset()
    try:
        found = asking.mine.only(PutAway)
    except DidNotOpen:
        return frozenset()
    return frozenset() if found is None else frozenset(found.record.entries)
