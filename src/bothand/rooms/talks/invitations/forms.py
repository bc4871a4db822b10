"""What is typed when somebody asks for a talk, and answers."""

from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.days import Day
from bothand.kit.fields import FreshId, Revision
from bothand.rooms.talks import labels
from bothand.rooms.talks.forms import HexId, topic_field, words_field
from bothand.rooms.talks.invitations.records import Checklist
from bothand.shell.forms import Form
from bothand.shell.widgets import ManyChips
from bothand.vault.body import Opened

CLOCK = {"type": "time"}


class WhenForm(Form):
    """A day and a time from now on. `now` is the time where somebody lives."""

    day = Day(label=_("Day"))
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
            self.add_error(missing, _("A day and a time go together. Fill in both, or neither."))
        return found


class ChecklistForm(Form):
    """One's own list before a talk, to be kept if wished."""

    ticks = forms.MultipleChoiceField(
        label=_("How are you right now?"),
        choices=list(labels.LIST.items()),
        required=False,
        widget=ManyChips(),
    )
    afraid = words_field(
        _("What I am afraid of"), _("Many people are afraid that it might end. Write it here, or nowhere.")
    )
    revision = Revision()

    @classmethod
    def fill_from(cls, kept: Opened[Checklist]) -> "ChecklistForm":
        """The form as it was kept."""
        was = kept.record
        return cls(initial={"ticks": list(was.ticks), "afraid": was.afraid, "revision": kept.revision})
