"""What check-ins say of P1: the facets F2 and F9, in words. Imported where it is used: it needs numpy.

Told are where they stand with their interval, and what changed beyond noise; never how often somebody wrote.
"""

from datetime import date
from typing import Final

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from bothand.content import items
from bothand.domain import standing
from bothand.engines import measure
from bothand.kit import texts
from bothand.relationship import facet
from bothand.vault.space import Space

FACETS: Final = ("worth", "self")


def describe_self(space: Space, today: date, *, alone: bool) -> tuple[str, ...]:
    """A line for each of the two facets; nothing where nothing was ever answered. One query."""
    known = standing.state_of(space)
    if known.empty:
        return ()
    now = standing.standing_from(known, today, alone=alone)
    moved = standing.changes_in_a_season(known, today, alone=alone)
    return tuple(_describe_facet(now.facet(name), moved) for name in FACETS)


def _describe_facet(there: measure.FacetStanding, moved: measure.Changes | None) -> str:
    where = _(
        "%(name)s: your check-ins put it at %(value)s of 5; 9 in 10 sure that it is between %(low)s and %(high)s."
    ) % {
        "name": _find_ideal(there.name),
        "value": _format_number(there.answer.value),
        "low": _format_number(there.answer.low),
        "high": _format_number(there.answer.high),
    }
    return f"{where} {_describe_change(there.name, moved)}"


def _describe_change(name: str, moved: measure.Changes | None) -> str:
    if moved is None:
        return _("It is too early to say what changed.")
    since = {"day": date_format(date.fromordinal(moved.since), "j F Y")}
    said = next(one.said for one in moved.facets if one.name == name)
    if said == "up":
        return _("They went up since %(day)s: more than 9 in 10 sure.") % since
    if said == "down":
        return _("They went down since %(day)s: more than 9 in 10 sure.") % since
    return _("No change beyond noise since %(day)s.") % since


def _find_ideal(name: str) -> str:
    wanted = facet(name).id
    return next(one.title for one in items.load_bank(texts.text_language()).ideals if one.facet == wanted)


def _format_number(value: float) -> str:
    return str(number_format(value, 1))
