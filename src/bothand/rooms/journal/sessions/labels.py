"""What check-ins say of P1: the facets F2 and F9, in words. Imported where it is used: it needs numpy.

Told are where they stand with their interval, and what changed beyond noise; never how often somebody wrote.
"""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from bothand.domain.reading import Reading, read_person
from bothand.domain.standing import state_of
from bothand.kit.reading_words import describe_course, format_number, name_facet
from bothand.vault.space import Space

FACETS: Final = ("worth", "self")


def describe_self(space: Space, today: date, *, alone: bool) -> tuple[str, ...]:
    """A line for each of the two facets; nothing where nothing was ever answered. One query."""
    known = state_of(space)
    if known.empty:
        return ()
    reading = read_person(known, today, alone=alone)
    return tuple(_describe_facet(reading, name) for name in FACETS)


def _describe_facet(reading: Reading, name: str) -> str:
    answer = reading.stands(name)
    where = _(
        "%(name)s: your check-ins put it at %(value)s of 5; 9 in 10 sure that it is between %(low)s and %(high)s."
    ) % {
        "name": name_facet(name),
        "value": format_number(answer.value),
        "low": format_number(answer.low),
        "high": format_number(answer.high),
    }
    return f"{where} {describe_course(reading.courses.get(name))}"
