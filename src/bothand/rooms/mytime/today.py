"""What *mytime* puts on *Today*: the time two said they take in the next days. What was not said is not there: a
screen that both look at gives nothing away.
"""

from datetime import timedelta
from typing import Any, Final

from django.urls import reverse

from bothand.accounts import wall_clock
from bothand.domain.times import Block, Busy, Taken, Weekly, find_busy
from bothand.kit.manifest import Asked, Part
from bothand.rooms.mytime.pages import ComingLine, ComingPart
from bothand.rooms.mytime.times.present import find_end, format_busy, format_other_clock
from bothand.vault.body import Opened

AHEAD: Final = timedelta(days=2)
"""No further than *Today* reads (manifest.NEAR)."""
MOST: Final = 4


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """For two, what either said; for one alone, what is kept, since nobody else looks."""
    last = asked.today + AHEAD
    taken = _list_own(asked) if asked.ours is None else _list_announced(asked)
    zone, now = asked.settings.zone, wall_clock.now()
    coming = [one for one in find_busy(taken, asked.today, last) if find_end(one, zone) > now]
    mine = [one for one in coming if asked.ours is None or one.of.author == asked.account]
    theirs = [one for one in coming if asked.ours is not None and one.of.author != asked.account]
    if not coming:
        return ()
    return (
        ComingPart(
            mine=tuple(ComingLine(when=format_busy(one), word=one.word) for one in mine[:MOST]),
            theirs=tuple(_present_theirs(one, asked) for one in theirs[:MOST]),
            partner=asked.partner,
        ),
    )


def _list_announced(asked: Asked) -> list[Opened[Taken]]:
    return _pick_times([*asked.gathered().items, *asked.between().items])


def _list_own(asked: Asked) -> list[Opened[Taken]]:
    return _pick_times([*asked.accumulated().items, *asked.standing().items])


def _pick_times(items: list[Opened[Any]]) -> list[Opened[Taken]]:
    return [one for one in items if isinstance(one.record, Block | Weekly)]


def _present_theirs(one: Busy, asked: Asked) -> ComingLine:
    return ComingLine(
        when=format_busy(one),
        clock=format_other_clock(one, asked.settings.zone, asked.partner),
        word=one.word,
        path=reverse("mytime_line", args=[one.of.hex]),
    )
