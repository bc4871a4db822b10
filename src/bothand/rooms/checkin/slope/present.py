"""From one's own slope to its page."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bothand.kit.reading_words import format_number
from bothand.rooms.checkin.labels import format_difference
from bothand.rooms.checkin.pages import Span
from bothand.rooms.checkin.slope.pages import SlopePage

if TYPE_CHECKING:
    from bothand.engines.contingency import NoSlope, Slope


def build_slope_page(
    slope: "Slope | NoSlope | None", *, next_look: date, days: int, partner: str, alone: bool, unopened: int
) -> SlopePage:
    """One's own slope in words. `days`: how many there are with both answers. It needs numpy: views import it late."""
    from bothand.engines.contingency import NoSlope

    about = (
        _("with the people near you")
        if alone or not partner
        else _("between you and %(name)s") % {"name": partner}
    )
    if slope is None or isinstance(slope, NoSlope):
        title, reason = _say_nothing_moves(slope, days)
        return SlopePage(
            title=title,
            lines=(
                _("This page looks at whether your feeling about yourself moves with how it went %(about)s.")
                % {"about": about},
                reason,
            ),
            days=days,
            next=next_look,
            unopened=unopened,
        )
    if slope.said:
        title = _("How you feel about yourself moves with how things went")
        first = _(
            "On days when it went better %(about)s, you felt better about yourself; on days when it went worse, worse. That is more than 9 in 10 sure."
        )
    else:
        title = _("Nothing stands out from noise")
        first = _(
            "There are not enough days yet to see effects below %(visible)s, %(about)s. That doesn’t mean there are none."
        )
    words = {"about": about, "visible": format_number(slope.visible)}
    return SlopePage(
        title=title,
        lines=(first % words,),
        # A slope lies between -1 and 1.
        span=Span.place(*((value + 1) / 2 for value in (slope.slope, slope.low, slope.high))),
        value=format_difference(slope.slope),
        range=_("%(low)s to %(high)s")
        % {"low": format_difference(slope.low), "high": format_difference(slope.high)},
        days=slope.days,
        looked=date.fromordinal(slope.day),
        next=date.fromordinal(slope.next_look),
        unopened=unopened,
    )


def _say_nothing_moves(slope: "NoSlope | None", days: int) -> tuple[str, str]:
    """Why nothing can be said yet: a title and a sentence."""
    if slope is not None and slope.why == "no_variance":
        reason = _(
            "Your answers have to differ from day to day for that. One of the two was the same on all %(days)d days."
        )
        return _("Your answers were the same each day"), reason % {"days": slope.days}
    if slope is not None and slope.why == "no_data":
        return (
            _("Too few days lately to say what moves with what"),
            _("In the half-year before the last look there are fewer than two days with both answers."),
        )
    reason = _("It takes four weeks of days with both answers. There are %(days)d so far.")
    return _("Too early to say what moves with what"), reason % {"days": days}
