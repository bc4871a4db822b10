"""What is typed of a need."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.domain import needs
from bothand.kit import areas
from bothand.kit.fields import Words
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines


def _choose_area() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Is it about one part of life?"),
        choices=[("", _("none in particular")), *areas.NAMES.items()],
        required=False,
        widget=Chips,
    )


class NeedsForm(Form):
    """New needs: each line is one."""

    text = Words(
        label=_("I need"),
        help_text=_("One per line, if there are several."),
        longest=needs.MOST * needs.LONGEST,
        empty=_("Nothing is written yet. One word is enough."),
        widget=Lines({"dir": "auto"}, short=True),
    )
    area = _choose_area()

    def clean_text(self) -> str:
        """Each line must fit; the words come back when one does not."""
        typed: str = self.cleaned_data["text"]
        if any(len(one) > needs.LONGEST for one in split_lines(typed)):
            told = _("A need can have up to %(most)d letters. Shorten the long one, or make it two lines.")
            raise forms.ValidationError(told % {"most": needs.LONGEST}, code="long")
        return typed


class NeedForm(Form):
    """A need in other words. `shown` is the trace of how it stood before."""

    text = Words(
        label=_("I need"),
        longest=needs.LONGEST,
        empty=_("Nothing is written yet. One word is enough."),
        widget=Line({"dir": "auto"}),
    )
    area = _choose_area()
    shown = forms.Field(required=False, widget=forms.HiddenInput)

    def clean_text(self) -> str:
        """One line, as a need is."""
        return " ".join(split_lines(self.cleaned_data["text"]))


def split_lines(typed: str) -> list[str]:
    """The lines in which something stands."""
    return [one.strip() for one in typed.split("\n") if one.strip()]
