"""What a friend would say on seeing all ten aspects."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bothand.kit.reading_words import quote_scale
from bothand.relationship import FACETS
from bothand.rooms.checkin.labels import join_words

if TYPE_CHECKING:
    from bothand.domain.reading import Reading

MOST_NAMED = 4


def title_aspects(reading: "Reading") -> str:
    """The one sentence: what is wished for, else what moved, else what is steady."""
    if reading.check_ins <= 1:
        count = len(reading.asked)
        if count == len(FACETS):
            return _("Here are your ten aspects, roughly.")
        told = ngettext(
            "%(count)d of your ten aspects is in.", "%(count)d of your ten aspects are in.", count
        )
        return told % {"count": count}
    more, less = reading.wants("more"), reading.wants("less")
    if more:
        return _("%(facet)s is what you’d like more of.") % {"facet": quote_scale(more[0])}
    if less:
        return _("%(facet)s is what you’d like less of.") % {"facet": quote_scale(less[0])}
    return describe_moved(reading) or _title_steady(reading) or describe_unsure(reading)


def describe_moved(reading: "Reading") -> str:
    """Which went up or down since the day to compare with; nothing where none did."""
    if reading.since is None:
        return ""
    up, down, month = reading.went("up"), reading.went("down"), date_format(reading.since, "F")
    if up and down:
        told = {"up": _join(up), "down": _join(down), "month": month}
        return _("Higher than in %(month)s: %(up)s. Lower: %(down)s.") % told
    if up:
        told = {"names": _join(up), "month": month}
        return (
            ngettext(
                "%(names)s is higher than in %(month)s.", "%(names)s are higher than in %(month)s.", len(up)
            )
            % told
        )
    if down:
        told = {"names": _join(down), "month": month}
        return (
            ngettext(
                "%(names)s is lower than in %(month)s.", "%(names)s are lower than in %(month)s.", len(down)
            )
            % told
        )
    return ""


def _title_steady(reading: "Reading") -> str:
    """How many are steady, and since when all of them are; nothing where none is surely so."""
    since = _find_steady(reading)
    if not since:
        return ""
    told = {"count": len(since), "month": date_format(max(since.values()), "F Y")}
    return (
        ngettext(
            "%(count)d of your ten aspects has been steady since %(month)s.",
            "%(count)d of your ten aspects have been steady since %(month)s.",
            len(since),
        )
        % told
    )


def describe_steady(reading: "Reading") -> str:
    """Which are steady; nothing where none is surely so."""
    since = _find_steady(reading)
    if not since:
        return ""
    told = {"names": _join(tuple(since))}
    return ngettext("%(names)s is steady.", "%(names)s are steady.", len(since)) % told


def _find_steady(reading: "Reading") -> dict[str, date]:
    """Those that are steady, each with the day since when."""
    return {name: day for name in reading.went("steady") if (day := reading.steady_since(name)) is not None}


def describe_unsure(reading: "Reading") -> str:
    """That nothing clearly changed, or that it is too early to say."""
    if reading.since is None:
        return _("It is too early to say what has changed.")
    return _("No aspect has clearly changed since %(month)s.") % {"month": date_format(reading.since, "F")}


def count_moved(reading: "Reading") -> str:
    """How many moved, and since when."""
    if reading.since is None:
        return ""
    count = len(reading.went("up")) + len(reading.went("down"))
    told = {"count": count, "month": date_format(reading.since, "F")}
    if not count:
        return _("Since %(month)s") % told
    return ngettext("One has moved since %(month)s", "%(count)d have moved since %(month)s", count) % told


def _join(names: Sequence[str]) -> str:
    """The names in a row; of many the first, and how many more there are."""
    quoted = [quote_scale(name) for name in names]
    if len(quoted) > MOST_NAMED:
        rest = len(quoted) - MOST_NAMED + 1
        quoted = [*quoted[: MOST_NAMED - 1], _("%(count)d more") % {"count": rest}]
    return join_words(quoted)
