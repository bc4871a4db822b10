"""What is typed of a time, of its announcement, of a line beside it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.domain.times import Block, Taken, Weekly, clock_text
from bothand.kit.days import Day
from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.mytime.times.records import COLLIDES, TAKES
from bothand.rooms.mytime.times.rules import find_first_day
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Picks, TwoPicks

ONCE, EVERY = "once", "every"


BUSY, WORD = "busy", "word"


TIME_INPUT = forms.TimeInput({"type": "time"}, format="%H:%M")
TIME_TOLD = {
    "required": gettext_lazy("A time is missing. Write it like 18:30."),
    "invalid": gettext_lazy("This time could not be read. Write it like 18:30."),
}


class TimeForm(Form):
    """Time I take. `often` is fixed once it is kept."""

    day = Day(label=gettext_lazy("Which day"))
    start = forms.TimeField(label=gettext_lazy("From"), widget=TIME_INPUT, error_messages=TIME_TOLD)
    end = forms.TimeField(
        label=gettext_lazy("To"),
        widget=TIME_INPUT,
        error_messages=TIME_TOLD,
        help_text=gettext_lazy("If it is earlier than the start, it means the next day."),
    )
    often = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=[(ONCE, gettext_lazy("This once")), (EVERY, gettext_lazy("Every week"))],
        initial=ONCE,
        widget=TwoPicks,
    )
    last = Day(label=gettext_lazy("Until, if it ends"), required=False)
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
                "day": find_first_day(taken),
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
            self.add_error("end", _("Both times are the same. Pick another time for the end."))
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
        label=gettext_lazy("How it is shown"),
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
            self.add_error("word", _("There is no word yet. Type one, or choose busy."))
        return found

    def said(self) -> str:
        """The word, "" for busy."""
        return str(self.cleaned_data["word"]) if self.cleaned_data["how"] == WORD else ""


class LineForm(Form):
    """What I say to the other's time."""

    sort = forms.ChoiceField(
        label=gettext_lazy("What do you want to say?"),
        choices=[
            (TAKES, gettext_lazy("What I can take over meanwhile")),
            (COLLIDES, gettext_lazy("What it collides with")),
        ],
        initial=TAKES,
        widget=Picks,
    )
    words = Words(
        label=gettext_lazy("In one line"),
        longest=1_000,
        empty=gettext_lazy("Nothing is written yet. A few words are enough."),
        widget=Line({"dir": "auto"}),
    )
