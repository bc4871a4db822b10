"""What changed while a plan ran: in one's own answers, beyond noise or not, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bothand.domain.checkins import PLAN
from bothand.domain.plan import Plan
from bothand.rooms.today import labels
from bothand.vault.space import Space

UP, DOWN, NONE, UNKNOWN = "up", "down", "none", ""
SAID: Final = {"up": UP, "down": DOWN, None: NONE}


class Shift(Protocol):
    """How far a facet moved, as the engine says it (engines.measure.Change); named here, since that needs numpy."""

    @property
    def said(self) -> Literal["up", "down"] | None: ...
    @property
    def difference(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Change:
    """`said` is "up", "down", "none" (no change beyond noise) or "" (nothing can be said); `lines` tell it."""

    said: str
    lines: tuple[str, ...]


def find_change(space: Space, plan: Plan, today: date, *, alone: bool) -> Change:
    """What changed in the facet of a plan since it began."""
    from bothand.domain import standing

    known = standing.state_of(space)
    last = known.last_day
    found = standing.changes_since(known, PLAN, today, alone=alone)
    if found is None or last is None or last <= plan.began or date.fromordinal(found.since) < plan.began:
        told = _(
            "There was no check-in since %(day)s, so there is nothing to compare. What you saw yourself counts."
        )
        return Change(UNKNOWN, (told % {"day": date_format(plan.began, "j F")},))
    one = next(each for each in found.facets if each.name == plan.facet)
    return Change(SAID[one.said], _describe_change(one, plan))


def _describe_change(one: Shift, plan: Plan) -> tuple[str, ...]:
    about = {
        "facet": labels.name_facet(plan.facet),
        "day": date_format(plan.began, "j F"),
        "difference": f"{abs(one.difference):.1f}",
        "low": f"{one.low:+.1f}",
        "high": f"{one.high:+.1f}",
    }
    span = _("9 times in 10 the difference lies from %(low)s to %(high)s, on answers from 1 to 5.") % about
    sure = _("more than 9 in 10 sure")
    if one.said == "up":
        first = _("%(facet)s: about %(difference)s higher than on %(day)s, %(sure)s.") % {
            **about,
            "sure": sure,
        }
    elif one.said == "down":
        first = _("%(facet)s: about %(difference)s lower than on %(day)s, %(sure)s.") % {
            **about,
            "sure": sure,
        }
    else:
        first = _("%(facet)s: no change beyond noise since %(day)s.") % about
    caution = _("Much else happened in these weeks, so this is no proof of what the plan did.")
    return first, span, caution
