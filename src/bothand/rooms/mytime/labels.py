"""What the parts of time of one's own are called, in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.domain.times import DAY, Block, Taken, clock_text
from bothand.domain.wishes import Wish
from bothand.rooms.mytime import rules
from bothand.rooms.mytime.records import CANT, COLLIDES, TAKES, Week
from bothand.rooms.mytime.rules import WeeksSummary

Words = str | Promise

SORTS: dict[str, Words] = {
    "love": gettext_lazy("I love it"),
    "before": gettext_lazy("I loved it before we met"),
    "try": gettext_lazy("I want to try it"),
}
HEADS: dict[str, Words] = {
    "love": gettext_lazy("What you love"),
    "before": gettext_lazy("What you loved before"),
    "try": gettext_lazy("What you want to try"),
}
HAD: dict[str, Words] = {
    "little": gettext_lazy("too little"),
    "enough": gettext_lazy("enough"),
    "much": gettext_lazy("too much"),
}
OBSTACLES: dict[str, Words] = {
    "work": gettext_lazy("work"),
    "house": gettext_lazy("the house"),
    "care": gettext_lazy("looking after somebody"),
    "tired": gettext_lazy("I was tired"),
    "plans": gettext_lazy("plans for two"),
    "guilt": gettext_lazy("it felt like taking something away"),
    "afraid": gettext_lazy("I was afraid of what would be said"),
    "money": gettext_lazy("money"),
    "health": gettext_lazy("health"),
}
LINES: dict[str, Words] = {
    TAKES: gettext_lazy("Taken over meanwhile"),
    COLLIDES: gettext_lazy("It collides with"),
    CANT: gettext_lazy("I can't move it"),
}


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


def label_line(sort: str, name: str) -> str:
    """What a line beside a time says, before its words; `name` is who wrote it, "" for me."""
    if not name:
        return _("You take over") if sort == TAKES else _("You said that it collides with")
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


def name_week(day: date) -> str:
    """What a week is called."""
    return _("Week of %(day)s") % {"day": date_format(day, "j F Y")}


def list_obstacles(found: tuple[str, ...]) -> str:
    """What got in the way, in a row."""
    return ", ".join(str(OBSTACLES[one]) for one in found if one in OBSTACLES)


def say_hours(minutes: float | None) -> str:
    """A length of time in hours."""
    if minutes is None:
        return ""
    text = f"{minutes / 60:.1f}".removesuffix(".0")
    return ngettext("%(n)s hour", "%(n)s hours", 1 if text == "1" else 2) % {"n": text}


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


def describe_week(week: Week) -> tuple[tuple[str, str], ...]:
    """A week label by label, what was left out left out."""
    pairs = (
        (_("Time for yourself"), str(HAD.get(week.had, ""))),
        (_("How much it was"), say_hours(week.minutes)),
        (_("How much you wished"), say_hours(week.wished)),
        (_("What got in the way"), list_obstacles(week.obstacles)),
        (_("In your words"), week.words),
    )
    return tuple((label, text) for label, text in pairs if text)


def describe_summary(seen: WeeksSummary | None) -> tuple[str, ...]:
    """What the weeks say, with how sure that is."""
    if seen is None:
        return ()
    word, found = max(seen.by_word.items(), key=lambda item: (item[1].count, item[0] == "enough"))
    lines = [
        _("In %(n)d of the %(of)d weeks you answered it was %(word)s.")
        % {"n": found.count, "of": found.of, "word": HAD[word]},
        _("Over many such weeks that may be anything from %(low)d to %(high)d in 10, nine in ten sure.")
        % {"low": int(found.low * 10), "high": -int(-found.high * 10 // 1)},
    ]
    if seen.way:
        lines.append(
            _("Most often in the way: %(what)s, in %(n)d of them.")
            % {"what": OBSTACLES[seen.way], "n": seen.way_count}
        )
    if seen.had is not None and seen.both >= rules.FEWEST:
        lines.append(
            _("You had %(had)s a week on average and wished for %(wished)s, in the %(n)d weeks with both.")
            % {"had": say_hours(seen.had), "wished": say_hours(seen.wished), "n": seen.both}
        )
    return tuple(lines)
