"""How each sheet reads in an export."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext

from bothand.domain.dials import Dials
from bothand.kit.manifest import Readable
from bothand.rooms.ground import labels, rules
from bothand.rooms.ground.records import SORTS, WHOSE, Pursuits, Reliances, Values
from bothand.vault.records import Record


def describe_values(values: Values) -> Readable:
    """Values as they read in an export."""
    pairs = tuple((str(at), labels.value_name(one)) for at, one in enumerate(values.ranked, start=1))
    return Readable(gettext("What matters most to you"), pairs)


def describe_pursuits(pursuits: Pursuits) -> Readable:
    """Interests and goals as they read in an export."""
    pairs = (
        (str(labels.HEADINGS[what, whose]), "\n".join(rules.find_words(pursuits.listed, what, whose)))
        for what in SORTS
        for whose in WHOSE
    )
    return Readable(gettext("What you enjoy and want to reach"), tuple(pair for pair in pairs if pair[1]))


def describe_dials(dials: Dials) -> Readable:
    """Dials as they read in an export."""
    pairs = tuple((labels.area_name(one.area), labels.say_dial(one)) for one in dials.set)
    return Readable(gettext("How much is shared"), pairs)


def describe_reliances(reliances: Reliances) -> Readable:
    """On whom one leans, as it reads in an export."""
    pairs = tuple(
        (labels.reliance_text(one.card), str(labels.ON.get(one.on, ""))) for one in reliances.sorted
    )
    return Readable(gettext("Who you lean on for what"), pairs)


READABLE: Mapping[type[Record], Callable[[Any], Readable]] = {
    Values: describe_values,
    Pursuits: describe_pursuits,
    Dials: describe_dials,
    Reliances: describe_reliances,
}
MERGES: Mapping[type[Record], Callable[[Any, Any], Any]] = {
    Values: rules.merge_values,
    Pursuits: rules.merge_pursuits,
    Dials: rules.merge_dials,
    Reliances: rules.merge_reliances,
}
