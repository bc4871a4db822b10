"""What is typed of a week."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy

from bothand.kit.fields import Revision, Words
from bothand.rooms.mytime.forms import HoursField
from bothand.rooms.mytime.weeks.labels import HAD, OBSTACLES
from bothand.rooms.mytime.weeks.records import Week
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Lines, ManyChips


class WeekForm(Form):
    """How it was with time for myself this week."""

    had = forms.ChoiceField(
        label=gettext_lazy("Time for yourself this week was"), choices=list(HAD.items()), widget=Chips
    )
    minutes = HoursField(
        label=gettext_lazy("How many hours it was, if you like"),
        required=False,
        help_text=gettext_lazy("Like 2.5."),
    )
    wished = HoursField(label=gettext_lazy("How many you would have liked"), required=False)
    obstacles = forms.MultipleChoiceField(
        label=gettext_lazy("What got in the way?"),
        choices=list(OBSTACLES.items()),
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
