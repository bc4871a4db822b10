"""What is typed in *inner*."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.rooms.inner import flow, stepping
from bothand.rooms.kit.fields import FreshId, Revision, Words
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Lines

EMPTY = _("There are no words yet. A single line is enough.")


class WriteForm(Form):
    """A new page. `prompt` is the id of what it answers."""

    text = Words(label=_("Your words"), longest=flow.LONGEST, empty=EMPTY, widget=Lines({"dir": "auto"}))
    id = FreshId()
    prompt = forms.Field(required=False, widget=forms.HiddenInput)


class EditForm(Form):
    """A page, written anew. `copy` is the id for a second page, should both be kept after a conflict."""

    text = Words(label=_("Your words"), longest=flow.LONGEST, empty=EMPTY, widget=Lines({"dir": "auto"}))
    revision = Revision()
    copy = FreshId()


class StepForm(Form):
    """What is written beside a step; nothing need be. `shown` is the trace of what stood there before."""

    text = Words(
        help_text=_("Write what comes to mind, if you want to keep it."),
        longest=stepping.LONGEST,
        required=False,
        widget=Lines({"dir": "auto"}),
    )
    place = forms.Field(required=False, widget=forms.HiddenInput)
    shown = forms.Field(required=False, widget=forms.HiddenInput)

    def asking(self, step: str) -> "StepForm":
        """The form with the step as the name of its field."""
        self.fields["text"].label = step or _("Your words")
        return self


class SearchForm(Form):
    """What is looked for."""

    term = Words(
        label=_("A word, or a few in a row"),
        longest=200,
        empty=_("Type a word to look for."),
        widget=Line({"dir": "auto", "type": "search"}),
    )
