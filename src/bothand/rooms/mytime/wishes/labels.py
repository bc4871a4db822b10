"""What the parts of a wish are called, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.domain.wishes import Wish
from bothand.rooms.mytime.labels import Words, say_hours

WISHES: dict[str, Words] = {
    "interest": gettext_lazy("something I love"),
    "alone": gettext_lazy("time alone"),
    "together": gettext_lazy("time for us two"),
    "friends": gettext_lazy("time with friends or family"),
    "rest": gettext_lazy("rest"),
}
TIMES: dict[str, Words] = {
    "1": gettext_lazy("once"),
    "2": gettext_lazy("twice"),
    "3": gettext_lazy("three times"),
    "4": gettext_lazy("four times"),
    "5": gettext_lazy("five times"),
    "6": gettext_lazy("six times"),
    "7": gettext_lazy("every day"),
}
PARTS: dict[str, Words] = {
    "": gettext_lazy("any time"),
    "morning": gettext_lazy("morning"),
    "midday": gettext_lazy("midday"),
    "afternoon": gettext_lazy("afternoon"),
    "evening": gettext_lazy("evening"),
    "night": gettext_lazy("night"),
}


def describe_wish(wish: Wish) -> str:
    """A wish in a line: what for, how long, how often, when."""
    told = [
        str(WISHES.get(wish.sort, "")),
        say_hours(wish.minutes),
        _("%(times)s a week") % {"times": TIMES.get(str(wish.times), "")}
        if wish.times < 7
        else str(TIMES["7"]),
        str(PARTS.get(wish.part, "")) if wish.part else "",
    ]
    return ", ".join(one for one in told if one)
