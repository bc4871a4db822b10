"""What times and the lines beside them are called, in words."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.domain.times import DAY, Block, Taken, clock_text
from bothand.rooms.mytime.labels import Words
from bothand.rooms.mytime.times.records import CANT, COLLIDES, TAKES

LINES: dict[str, Words] = {
    TAKES: gettext_lazy("Taken over meanwhile"),
    COLLIDES: gettext_lazy("It collides with"),
    CANT: gettext_lazy("I can't move it"),
}


def label_line(sort: str, name: str) -> str:
    """What a line beside a time says, before its words; `name` is who wrote it, "" for me."""
    if not name:
        return _("You take over") if sort == TAKES else _("You said it collides with")
    words = {"name": name}
    return (
        _("%(name)s takes over") % words
        if sort == TAKES
        else _("%(name)s says that it collides with") % words
    )


def format_span(start: int, end: int) -> str:
    """From when to when."""
    if (start, end) == (0, DAY):
        return _("the whole day")
    words = {"start": clock_text(start), "end": clock_text(end)}
    if end <= start:
        return _("%(start)s to %(end)s on the next day") % words
    return _("%(start)s to %(end)s") % words


def format_time(taken: Taken) -> str:
    """When a time is, in a line."""
    if isinstance(taken, Block):
        return f"{date_format(taken.day, 'l j F')}, {format_span(taken.start, taken.end)}"
    words = {"day": date_format(taken.first, "l"), "span": format_span(taken.start, taken.end)}
    told = _("Every %(day)s, %(span)s") % words
    if taken.last is None:
        return told
    return told + ", " + _("until %(day)s") % {"day": date_format(taken.last, "j F Y")}
