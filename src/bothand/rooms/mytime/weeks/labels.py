"""What the parts of a week are called, in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.rooms.mytime.labels import Words, say_hours
from bothand.rooms.mytime.weeks.records import Week
from bothand.rooms.mytime.weeks.rules import FEWEST, WeeksSummary

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


def name_week(day: date) -> str:
    """What a week is called."""
    return _("Week of %(day)s") % {"day": date_format(day, "j F Y")}


def list_obstacles(found: tuple[str, ...]) -> str:
    """What got in the way, in a row."""
    return ", ".join(str(OBSTACLES[one]) for one in found if one in OBSTACLES)


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
        _("Over many such weeks it could be anything from %(low)d to %(high)d in 10, nine in ten sure.")
        % {"low": int(found.low * 10), "high": -int(-found.high * 10 // 1)},
    ]
    if seen.way:
        lines.append(
            _("What got in the way most often: %(what)s, in %(n)d of them.")
            % {"what": OBSTACLES[seen.way], "n": seen.way_count}
        )
    if seen.had is not None and seen.both >= FEWEST:
        lines.append(
            _(
                "In the %(n)d weeks in which you gave both, you had %(had)s a week on average and wished for %(wished)s."
            )
            % {"had": say_hours(seen.had), "wished": say_hours(seen.wished), "n": seen.both}
        )
    return tuple(lines)
