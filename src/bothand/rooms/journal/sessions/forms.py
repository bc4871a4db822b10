"""What is typed beside a step."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Words
from bothand.rooms.journal.sessions.rules import LONGEST_STEP
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines


class StepForm(Form):
    """What is written beside a step; nothing need be. `shown` is the trace of what stood there before."""

    text = Words(
        help_text=_("Write what comes to mind, if you like."),
        longest=LONGEST_STEP,
        required=False,
        widget=Lines({"dir": "auto"}),
    )
    place = forms.Field(required=False, widget=forms.HiddenInput)
    shown = forms.Field(required=False, widget=forms.HiddenInput)

    def asking(self, step: str) -> "StepForm":
        """The form with the step as the name of its field."""
        self.fields["text"].label = step or _("Your words")
        return self
