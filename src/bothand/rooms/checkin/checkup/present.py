"""A check-up beside the one before, in words."""

from datetime import date

from django.utils.translation import gettext as _

from bothand.domain.checkins import Comparison, Shift
from bothand.rooms.checkin.checkup.pages import ComparisonLine, ComparisonPage
from bothand.rooms.checkin.labels import SURE, format_difference, join_words, name_scale, quote_scale


def build_comparison_page(compared: Comparison | None, *, afraid: tuple[str, ...]) -> ComparisonPage:
    """The last check-up beside the one before it."""
    if compared is None:
        return ComparisonPage(
            title=_("Nothing to lay side by side yet"),
            since=None,
            day=None,
            lines=(),
            afraid=afraid,
        )
    moved = [one.name for one in compared.shifts if _find_direction(one)]
    title = (
        _("Beyond noise, %(names)s changed") % {"names": join_words(quote_scale(one) for one in moved)}
        if moved
        else _("No change beyond noise in this half-year")
    )
    return ComparisonPage(
        title=title,
        since=date.fromordinal(compared.since),
        day=date.fromordinal(compared.day),
        lines=tuple(_build_comparison_line(one) for one in compared.shifts),
        afraid=afraid,
    )


def _find_direction(one: Shift) -> str:
    if one.rose >= SURE:
        return "up"
    return "down" if one.rose <= 1 - SURE else ""


def _build_comparison_line(one: Shift) -> ComparisonLine:
    words = {
        "up": _("up: more than 9 in 10 sure"),
        "down": _("down: more than 9 in 10 sure"),
        "": _("no change beyond noise"),
    }
    return ComparisonLine(
        title=name_scale(one.name),
        difference=format_difference(one.difference),
        range=_("%(low)s to %(high)s")
        % {"low": format_difference(one.low), "high": format_difference(one.high)},
        words=words[_find_direction(one)],
    )
