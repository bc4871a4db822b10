"""From one's own slope to its page."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bothand.rooms.checkin.labels import format_difference, format_number
from bothand.rooms.checkin.pages import Span
from bothand.rooms.checkin.slope.pages import SlopePage

if TYPE_CHECKING:
    from bothand.engines.contingency import Slope


def build_slope_page(
    slope: "Slope | None", *, next_look: date, days: int, partner: str, alone: bool, unopened: int
) -> SlopePage:
    """One's own slope in words. `days`: how many there are with both answers."""
    about = (
        _("with the people near you")
        if alone or not partner
        else _("between you and %(name)s") % {"name": partner}
    )
    if slope is None:
        return SlopePage(
            title=_("Too early to say what moves with what"),
            lines=(
                _("This page looks at whether your feeling about yourself moves with how it went %(about)s.")
                % {"about": about},
                _("It takes four weeks of days with both answers. There are %(days)d so far.")
                % {"days": days},
            ),
            days=days,
            next=next_look,
            unopened=unopened,
        )
    if slope.said:
        title = _("How you feel about yourself moves with how it went")
        first = _(
            "On days when it went better %(about)s, you felt better about yourself; on days when it went worse, worse. That is more than 9 in 10 sure."
        )
    else:
        title = _("Nothing that stands out from noise")
        first = _(
            "There are not enough days yet to see effects below %(visible)s, %(about)s. That does not mean that there is none."
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
