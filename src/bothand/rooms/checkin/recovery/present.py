"""From how days were followed to their page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.rooms.checkin.pages import Span
from bothand.rooms.checkin.recovery.pages import RecoveryLine, RecoveryPage
from bothand.rooms.checkin.recovery.rules import LEAST, Recovery

ROW: Final = 64
_TITLES: Final[dict[str, Promise]] = {
    "me": gettext_lazy("After a day of too much me"),
    "us": gettext_lazy("After a day of too much us"),
    "low": gettext_lazy("After a day of feeling small or shaky"),
}


def build_recovery_page(found: Sequence[Recovery], *, first: date, unopened: int) -> RecoveryPage:
    """How days out of balance are followed."""
    enough = [recovery for recovery in found if recovery.enough]
    lines = tuple(
        _build_line(recovery, sum(other.enough for other in found[:number]))
        for number, recovery in enumerate(found)
    )
    return RecoveryPage(
        title=_("How your days find back") if enough else _("Too early to say how your days find back"),
        lines=lines,
        height=ROW * len(enough) + 26,
        first=first,
        unopened=unopened,
    )


def _build_line(recovery: Recovery, number: int) -> RecoveryLine:
    counts = {
        "days": recovery.days,
        "back": recovery.back,
        "least": LEAST,
        "low": round(10 * recovery.low),
        "high": round(10 * recovery.high),
    }
    if recovery.enough:
        words = (
            _(
                "%(days)d such days have an answer for the day after. On %(back)d of those the day after was better."
            )
            if recovery.way == "low"
            else _(
                "%(days)d such days have an answer for the day after. On %(back)d of those the day after was about right."
            )
        )
        rate = _("%(low)s to %(high)s") % counts
    else:
        words = ngettext(
            "Too early to say: %(days)d such day has an answer for the day after, and it takes %(least)d.",
            "Too early to say: %(days)d such days have an answer for the day after, and it takes %(least)d.",
            recovery.days,
        )
        rate = ""
    return RecoveryLine(
        title=str(_TITLES[recovery.way]),
        words=words % counts,
        days=recovery.days,
        back=recovery.back,
        range=rate,
        span=Span.place(recovery.back / recovery.days, recovery.low, recovery.high)
        if recovery.enough
        else None,
        shift=ROW * number,
    )
