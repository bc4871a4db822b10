"""What is typed and chosen in *mytime*."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.domain.times import Block, Taken, Weekly, clock_text
from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.mytime import labels, rules
from bothand.rooms.mytime.records import COLLIDES, TAKES, Interest, Week
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines, ManyChips, Picks, TwoPicks

ONCE, EVERY = "once", "every"
BUSY, WORD = "busy", "word"
DAY_INPUT = forms.DateInput({"type": "date"})
TIME_INPUT = forms.TimeInput({"type": "time"}, format="%H:%M")
TIME_TOLD = {
    "required": gettext_lazy("A time is missing. Write it like 18:30."),
    "invalid": gettext_lazy("This time could not be read. Write it like 18:30."),
}
MINUTES_A_WEEK = 7 * 24 * 60


class HoursField(forms.Field):
    """Hours a week, as minutes; None where nothing was typed. 2, 2.5 and 2,5 are read, and 2:30."""

    widget = Line({"inputmode": "decimal"})

    def to_python(self, value: Any) -> int | None:
        text = str(value or "").strip().replace(",", ".")
        if not text:
            return None
        whole, _colon, rest = text.partition(":")
        try:
            minutes = round(float(whole) * 60) + (int(rest) if rest else 0)
        except (ValueError, OverflowError):
            minutes = -1
        if not 0 <= minutes <= MINUTES_A_WEEK:
            raise ValidationError(_("These hours could not be read. Write them like 2 or 2.5, up to 168."))
        return minutes

    def prepare_value(self, value: Any) -> Any:
        return rules.format_hours(value) if isinstance(value, int) else value


class InterestForm(Form):
    """Something I love, loved, or want to try. `copy` is the id for a second one after a conflict."""

    words = Words(
        label=gettext_lazy("What is it?"),
        longest=500,
        empty=gettext_lazy("A word for it is enough."),
        widget=Line({"dir": "auto"}),
    )
    sort = forms.ChoiceField(
        label=gettext_lazy("How is it with you?"),
        choices=list(labels.SORTS.items()),
        initial="love",
        widget=Picks,
    )
    note = Words(
        label=gettext_lazy("What of it do you miss, or like?"),
        longest=10_000,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()
    revision = Revision()

    def interest(self) -> Interest:
        """What was typed."""
        data = self.cleaned_data
        return Interest(words=data["words"], sort=data["sort"], note=data["note"])


class WeekForm(Form):
    """How it was with time for myself this week."""

    had = forms.ChoiceField(
        label=gettext_lazy("Time for yourself this week was"), choices=list(labels.HAD.items()), widget=Chips
    )
    minutes = HoursField(
        label=gettext_lazy("How many hours it was, if you like"),
        required=False,
        help_text=gettext_lazy("Like 2.5."),
    )
    wished = HoursField(label=gettext_lazy("How many you would have liked"), required=False)
    obstacles = forms.MultipleChoiceField(
        label=gettext_lazy("What got in the way?"),
        choices=list(labels.OBSTACLES.items()),
        required=False,
        widget=ManyChips,
    )
    words = Words(
        label=gettext_lazy("In your own words"),
        longest=5_000,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    revision = Revision()

    @classmethod
    def showing(cls, week: Week | None, revision: int, wished: int | None) -> "WeekForm":
        """The form with a week in it, or with what was wished last."""
        if week is None:
            return cls(initial={"wished": wished, "revision": 0})
        return cls(
            initial={
                "had": week.had,
                "minutes": week.minutes,
                "wished": week.wished,
                "obstacles": list(week.obstacles),
                "words": week.words,
                "revision": revision,
            }
        )

    def week(self, day: date) -> Week:
        """What was said of a week."""
        data = self.cleaned_data
        return Week(
            day=day,
            had=data["had"],
            minutes=data["minutes"],
            wished=data["wished"],
            obstacles=tuple(data["obstacles"]),
            words=data["words"],
        )


class TimeForm(Form):
    """Time I take. `often` is fixed once it is kept."""

    day = forms.DateField(label=gettext_lazy("Which day"), widget=DAY_INPUT)
    start = forms.TimeField(label=gettext_lazy("From"), widget=TIME_INPUT, error_messages=TIME_TOLD)
    end = forms.TimeField(
        label=gettext_lazy("To"),
        widget=TIME_INPUT,
        error_messages=TIME_TOLD,
        help_text=gettext_lazy("Earlier than the start means on the next day."),
    )
    often = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=[(ONCE, gettext_lazy("This once")), (EVERY, gettext_lazy("Every week"))],
        initial=ONCE,
        widget=TwoPicks,
    )
    last = forms.DateField(label=gettext_lazy("Until, if it ends"), required=False, widget=DAY_INPUT)
    word = Words(
        label=gettext_lazy("What it is for, for your own eyes"),
        longest=500,
        required=False,
        widget=Line({"dir": "auto"}),
    )
    id = FreshId()
    revision = Revision()

    @classmethod
    def showing(cls, taken: Taken, revision: int) -> "TimeForm":
        """The form with a time in it."""
        every = isinstance(taken, Weekly)
        return cls(
            initial={
                "day": rules.find_first_day(taken),
                "start": clock_text(taken.start),
                "end": clock_text(taken.end),
                "often": EVERY if every else ONCE,
                "last": taken.last if isinstance(taken, Weekly) else None,
                "word": taken.word,
                "revision": revision,
            }
        )

    def clean(self) -> dict[str, Any]:
        """Nothing that ends before it begins."""
        found: dict[str, Any] = super().clean() or {}
        day, last = found.get("day"), found.get("last")
        if found.get("often") == EVERY and day and last and last < day:
            self.add_error("last", _("This day is before the first one. Pick a later one, or none."))
        start, end = found.get("start"), found.get("end")
        if start and start == end:
            self.add_error("end", _("Both times are the same. Pick another one to end at."))
        if day and not 2000 <= day.year <= 2200:
            self.add_error("day", _("That day is too far away. Pick one nearer to today."))
        return found

    def taken(self, copy: bytes = b"") -> Taken:
        """The time that was typed."""
        data = self.cleaned_data
        start, end = (data[name].hour * 60 + data[name].minute for name in ("start", "end"))
        common = {"start": start, "end": end or 24 * 60, "word": data["word"], "copy": copy}
        if data["often"] == EVERY:
            return Weekly(first=data["day"], last=data["last"], **common)
        return Block(day=data["day"], **common)


class SayForm(Form):
    """What the other will see of a time: *busy*, or a word of mine."""

    how = forms.ChoiceField(
        label=gettext_lazy("What it shows as"),
        choices=[(BUSY, gettext_lazy("Busy")), (WORD, gettext_lazy("A word of yours"))],
        initial=BUSY,
        widget=Picks,
    )
    word = Words(
        label=gettext_lazy("Your word for it"), longest=500, required=False, widget=Line({"dir": "auto"})
    )

    def clean(self) -> dict[str, Any]:
        """A word where a word was chosen."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("how") == WORD and not found.get("word") and "word" not in self.errors:
            self.add_error("word", _("The word is still empty. Type one, or choose busy."))
        return found

    def said(self) -> str:
        """The word, "" for busy."""
        return str(self.cleaned_data["word"]) if self.cleaned_data["how"] == WORD else ""


class LineForm(Form):
    """What I say to the other's time."""

    sort = forms.ChoiceField(
        label=gettext_lazy("What do you want to say?"),
        choices=[
            (TAKES, gettext_lazy("What you take over meanwhile")),
            (COLLIDES, gettext_lazy("What it collides with")),
        ],
        initial=TAKES,
        widget=Picks,
    )
    words = Words(
        label=gettext_lazy("In a line"),
        longest=1_000,
        empty=gettext_lazy("A few words are missing."),
        widget=Line({"dir": "auto"}),
    )
