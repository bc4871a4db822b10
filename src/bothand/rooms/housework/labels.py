"""Hours, minutes and owners in words."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from bothand.engines.sharing import AsToday


def say_hours(minutes: int) -> str:
    """Minutes as people say them.

    >>> say_hours(150)
    '2 h 30 min'
    """
    if minutes < 60:
        return _("%(minutes)d min") % {"minutes": minutes}
    if minutes % 60 == 0:
        return _("%(hours)d h") % {"hours": minutes // 60}
    return _("%(hours)d h %(minutes)d min") % {"hours": minutes // 60, "minutes": minutes % 60}


def say_weekly(minutes: int) -> str:
    """Minutes a week, short."""
    return _("%(minutes)d min a week") % {"minutes": minutes}


def say_today(now: "AsToday", place: int, name: str) -> str:
    """What can be said of today, from what both of them put down."""
    mine, theirs = now.minutes[place], now.minutes[1 - place]
    if not mine + theirs:
        return _("Who does what today?")
    told = _("Today you do about %(mine)s a week, and %(name)s about %(theirs)s.") % {
        "mine": say_hours(mine),
        "theirs": say_hours(theirs),
        "name": name,
    }
    if now.not_said:
        more = ngettext(
            "For %(count)d task nobody has said yet.",
            "For %(count)d tasks nobody has said yet.",
            len(now.not_said),
        )
        told += " " + more % {"count": len(now.not_said)}
    return told


def name_owner(said: str, name: str) -> str:
    """Whose something is, in the reader's words; "" where it is not said."""
    return {"me": _("you"), "other": name, "both": _("both alike")}.get(said, "")
