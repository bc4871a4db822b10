"""What is typed when a talk is asked for, held and left."""

from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.content import feelings
from bothand.kit import texts
from bothand.kit.fields import FreshId, Revision
from bothand.rooms.talks import labels
from bothand.rooms.talks.forms import MINE, topic_field, words_field
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Dots, ManyChips, Picks, TwoPicks

MOST_FEELINGS = 5
DAY = {"type": "date"}
CLOCK = {"type": "time"}


class HexId(forms.Field):
    """An id that a page sends along; nothing for anything else."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> bytes:
        try:
            found = bytes.fromhex(value or "")
        except ValueError:
            found = b""
        return found if len(found) == 16 else b""


class Number(forms.Field):
    """A small number that a page sends along; -1 for anything else."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> int:
        text = str(value or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1


class WhenForm(Form):
    """A day and a time from now on. `now` is the time where somebody lives."""

    day = forms.DateField(label=_("Day"), widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    at = forms.TimeField(
        label=_("Time"),
        widget=forms.TimeInput(CLOCK, format="%H:%M"),
        error_messages={
            "required": _("A time is missing. Pick one."),
            "invalid": _("This time could not be read. Write it like 19:30."),
        },
    )

    def __init__(self, *args: Any, now: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean(self) -> dict[str, Any]:
        """A time that is over, or ten years off, cannot be met."""
        found = super().clean() or {}
        day, at = found.get("day"), found.get("at")
        if isinstance(day, date) and isinstance(at, time):
            today = self.now.date()
            if (day, at) < (today, self.now.time().replace(second=0, microsecond=0)):
                self.add_error(
                    "day", _("That time is past. Pick one from now on. Your words are still here.")
                )
            elif day.year > today.year + 2:
                self.add_error("day", _("That is far off. Pick a day within two years."))
        return found


class InvitationForm(WhenForm):
    """An invitation to talk."""

    text = topic_field()
    need = words_field(
        _("What I need for it"), _("An hour. No phones. Just to be heard. Leave it empty if nothing comes.")
    )
    thread = HexId()
    was = HexId()
    id = FreshId()

    field_order = ("text", "day", "at", "need")


class AnswerForm(WhenForm):
    """*Ready* or *not now*; another time is optional."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].required = self.fields["at"].required = False
        self.fields["day"].label, self.fields["at"].label = _("Another day, if you like"), _("And a time")

    def clean(self) -> dict[str, Any]:
        """Half a time is asked about."""
        found = super().clean() or {}
        if bool(found.get("day")) is not bool(found.get("at")) and not self.errors:
            missing = "at" if found.get("day") else "day"
            self.add_error(missing, _("A day and a time belong together. Fill in both, or neither."))
        return found


class ChecklistForm(Form):
    """One's own list before a talk, to be kept if wished."""

    ticks = forms.MultipleChoiceField(
        label=_("How is it now?"), choices=list(labels.LIST.items()), required=False, widget=ManyChips()
    )
    afraid = words_field(
        _("What I am afraid of"), _("Many people are afraid that it might end. Write it here, or nowhere.")
    )
    revision = Revision()


class NewTalkForm(Form):
    """How a talk is held."""

    text = topic_field()
    way = forms.ChoiceField(
        label=_("How?"),
        choices=list(labels.WAYS.items()),
        initial="turns",
        widget=Picks(hints=labels.WAY_HINTS),
    )
    devices = forms.ChoiceField(
        label=_("On which devices?"), choices=list(labels.DEVICES.items()), initial="two", widget=TwoPicks()
    )
    first = forms.ChoiceField(label=_("Who speaks first?"), initial=MINE, widget=TwoPicks())
    minutes = forms.TypedChoiceField(
        label=_("How long, if you want to name it?"),
        choices=list(labels.MINUTES.items()),
        coerce=int,
        initial=0,
        empty_value=None,
        required=False,
        widget=Chips(),
    )
    thread = HexId()
    id = FreshId()

    def __init__(self, *args: Any, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first"].choices = [(MINE, _("You")), ("other", partner)]  # type: ignore[attr-defined]  # the field is the one above


class TurnForm(Form):
    """What is said in a talk. Which act it is stands on the button."""

    text = words_field("", short=True)
    need = words_field(_("What I need"))
    feelings = forms.MultipleChoiceField(label=_("Words for feelings"), required=False, widget=ManyChips())
    back = forms.ChoiceField(
        label=_("We go on"), choices=list(labels.BACK.items()), required=False, initial="30",
        widget=forms.Select({"form": "say"}),
    )  # fmt: skip
    about = HexId()
    number = Number()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [
            (one.id, one.text)
            for family in feelings.load_feelings(texts.text_language())
            for one in family.words
        ]
        self.fields["feelings"].choices = words  # type: ignore[attr-defined]  # the field is the one above

    def clean_feelings(self) -> list[str]:
        """A few words say more than many."""
        chosen: list[str] = self.cleaned_data["feelings"]
        if len(chosen) > MOST_FEELINGS:
            raise forms.ValidationError(_("Those are more than five. Leave the five that are nearest."))
        return chosen


class CloseForm(Form):
    """How one leaves a talk."""

    outcome = forms.ChoiceField(
        label=_("Where are you with it?"),
        choices=list(labels.OUTCOMES.items()),
        widget=Picks(hints=labels.OUTCOME_HINTS),
    )
    text = words_field(_("What I take with me"))
    again = forms.DateField(
        label=_("The day to look at it again"), required=False, widget=forms.DateInput(DAY, format="%Y-%m-%d")
    )
    revision = Revision()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """*Again, on a day* names a day that comes."""
        found = super().clean() or {}
        again = found.get("again")
        if found.get("outcome") == "again" and again is None and "again" not in self.errors:
            self.add_error("again", _("Name the day, or choose “Left open”."))
        if again is not None and again < self.today:
            self.add_error("again", _("That day is past. Pick one from today on. Your words are still here."))
        return found


class ImpressionForm(Form):
    """How a talk was, for oneself."""

    heard = forms.TypedChoiceField(
        label=_("I felt heard"), choices=list(labels.FELT.items()), coerce=int, empty_value=None, required=False,
        widget=Dots(),
    )  # fmt: skip
    safe = forms.TypedChoiceField(
        label=_("I felt safe to say what I think"), choices=list(labels.FELT.items()), coerce=int, empty_value=None,
        required=False, widget=Dots(),
    )  # fmt: skip
    text = words_field(_("A line for yourself"))
    revision = Revision()
