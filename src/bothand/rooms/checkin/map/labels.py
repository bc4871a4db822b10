"""What a friend would say on seeing the map, and the step that goes with a facet."""

from datetime import date
from typing import TYPE_CHECKING, Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit.reading_words import AXES, quote_answer

if TYPE_CHECKING:
    from bothand.domain.reading import Reading

_CLOSE: Final = 3.0
"""Above *some*, with the whole interval, one feels close."""

_MOVED: Final[dict[tuple[str, str], Promise]] = {
    ("up", ""): gettext_lazy("You feel closer than you did in %(month)s."),
    ("down", ""): gettext_lazy("You feel less close than you did in %(month)s."),
    ("", "up"): gettext_lazy("You have more room for yourself than you did in %(month)s."),
    ("", "down"): gettext_lazy("You have less room for yourself than you did in %(month)s."),
    ("up", "up"): gettext_lazy("You feel closer than in %(month)s, and have more room for yourself."),
    ("up", "down"): gettext_lazy("You feel closer than in %(month)s, and have less room for yourself."),
    ("down", "up"): gettext_lazy("You feel less close than in %(month)s, and have more room for yourself."),
    ("down", "down"): gettext_lazy("You feel less close than in %(month)s, and have less room for yourself."),
}
_WISHED: Final[dict[tuple[str, str], Promise]] = {
    ("more", "unsure"): gettext_lazy("You’d like to be closer."),
    ("less", "unsure"): gettext_lazy("You’d like a little less closeness."),
    ("unsure", "more"): gettext_lazy("You’d like more room for yourself."),
    ("unsure", "less"): gettext_lazy("You’d like a little less to yourself."),
    ("more", "more"): gettext_lazy("You’d like to be closer, and to have more room for yourself."),
    ("more", "less"): gettext_lazy("You’d like to be closer, and to have a little less to yourself."),
    ("less", "more"): gettext_lazy("You’d like a little less closeness, and more room for yourself."),
    ("less", "less"): gettext_lazy("You’d like a little less of both: closeness, and room for yourself."),
}

STEPS: Final[dict[str, tuple[str, Promise, Promise]]] = {
    "open": (
        "P7",
        gettext_lazy("Tell one small worry while it is still small."),
        gettext_lazy("One sentence is enough, and nothing needs to be solved."),
    ),
    "worth": (
        "P1",
        gettext_lazy("Write down one thing you did well that nobody saw."),
        gettext_lazy("It can be small. You need not show it to anybody."),
    ),
    "lean": (
        "P3",
        gettext_lazy("Ask for help with one thing you’d usually do alone."),
        gettext_lazy("Somebody who says no to it has only said no to that."),
    ),
    "apart": (
        "P2",
        gettext_lazy("Choose one afternoon for yourself."),
        gettext_lazy("Time apart is easier when its end is known."),
    ),
    "heard": (
        "P7",
        gettext_lazy("Say one feeling in one sentence."),
        gettext_lazy("You could ask first whether now is a good time."),
    ),
    "limits": (
        "P4",
        gettext_lazy("Write down one limit before you say it."),
        gettext_lazy("What you need, in your words. You decide later who hears it."),
    ),
    "solve": (
        "P5",
        gettext_lazy("Take one small question, and find two answers that would do."),
        gettext_lazy("Two answers are easier to talk about than one."),
    ),
    "own": (
        "P2",
        gettext_lazy("Take one evening back for yourself."),
        gettext_lazy("Choose which evening, and what for. It need not be useful."),
    ),
    "self": (
        "P2",
        gettext_lazy("Before your next yes, write down what you’d like yourself."),
        gettext_lazy("You can still say yes afterwards."),
    ),
    "shared": (
        "P5",
        gettext_lazy("Plan one thing for next week together."),
        gettext_lazy("Something small that you would both miss if it did not happen."),
    ),
}
"""By facet: the practice that it belongs to, the step, and a sentence about it."""


def title_map(reading: "Reading") -> str:
    """The one sentence: what moved, else what is wished for, else that it is steady, else what can be told at all."""
    if reading.check_ins <= 1:
        return _("Here is your first dot.")
    return (
        _describe_moves(reading)
        or describe_wishes(reading)
        or _title_steady(reading)
        or _describe_lower(reading)
    )


def lead_map(reading: "Reading") -> str:
    """What comes after the one sentence; nothing that it said already."""
    title = title_map(reading)
    if reading.check_ins <= 1:
        wished = describe_wishes(reading)
        if wished:
            return _("It is a rough guess so far, but this it can tell: %(wish)s") % {"wish": wished}
        return _("It is a rough guess so far. After three more check-ins it will tell you more.")
    wished = describe_wishes(reading)
    steady = _describe_steady(reading, titled=title == _title_steady(reading))
    return " ".join(line for line in (wished, steady) if line and line != title)


def describe_wishes(reading: "Reading") -> str:
    """What is surely wished for on the two axes; nothing where neither is sure."""
    together, self_kept = reading.fit("togetherness"), reading.fit("selfhood")
    if together == "unsure" and self_kept == "more" and reading.stands("togetherness").low > _CLOSE:
        return _("You feel close, and you’d like more room for yourself.")
    return str(_WISHED.get((together, self_kept), ""))


def _describe_moves(reading: "Reading") -> str:
    ways = tuple(
        way if (way := reading.way(name)) in {"up", "down"} else "" for name in ("togetherness", "selfhood")
    )
    if reading.since is None or not any(ways):
        return ""
    return str(_MOVED[ways[0], ways[1]]) % {"month": date_format(reading.since, "F")}


def _find_steady_day(reading: "Reading") -> date | None:
    """From when on both axes have been steady; None where one of them is not."""
    days = [reading.steady_since(name) for name in AXES]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(AXES) else None


def _title_steady(reading: "Reading") -> str:
    since = _find_steady_day(reading)
    if since is None:
        return ""
    return _("You’ve been steady since %(month)s.") % {"month": date_format(since, "F Y")}


def _describe_steady(reading: "Reading", *, titled: bool) -> str:
    """What is steady and where it stands; since when, where the title has not said it."""
    since = _find_steady_day(reading)
    if since is None:
        return ""
    told = {name: quote_answer(reading.stands(name).value) for name in AXES}
    told["month"] = date_format(since, "F Y")
    if titled:
        return _("Togetherness is near %(togetherness)s, selfhood near %(selfhood)s.") % told
    return (
        _(
            "Both have been steady since %(month)s: togetherness near %(togetherness)s, selfhood near %(selfhood)s."
        )
        % told
    )


def _describe_lower(reading: "Reading") -> str:
    if reading.lower == "selfhood":
        return _("Your answers are lower on selfhood than on togetherness.")
    if reading.lower == "togetherness":
        return _("Your answers are lower on togetherness than on selfhood.")
    if reading.rough:
        return _("Too early to tell togetherness and selfhood apart. After three check-ins this page can.")
    return _("Togetherness and selfhood lie close together in your answers.")
