"""What is typed in *journal*."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.domain import needs
from bothand.kit import areas
from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.journal import rules, stepping
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines

EMPTY = _("There are no words yet. A single line is enough.")


class WriteForm(Form):
    """A new page. `prompt` is the id of what it answers."""

    text = Words(
        label=_("Your words"), longest=rules.LONGEST_ENTRY, empty=EMPTY, widget=Lines({"dir": "auto"})
    )
    id = FreshId()
    prompt = forms.Field(required=False, widget=forms.HiddenInput)


class EditForm(Form):
    """A page, written anew. `copy` is the id for a second page, should both be kept after a conflict."""

    text = Words(
        label=_("Your words"), longest=rules.LONGEST_ENTRY, empty=EMPTY, widget=Lines({"dir": "auto"})
    )
    revision = Revision()
    copy = FreshId()


class StepForm(Form):
    """What is written beside a step; nothing need be. `shown` is the trace of what stood there before."""

    text = Words(
        help_text=_("Write what comes to mind, if you want to keep it."),
        longest=stepping.LONGEST_STEP,
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
        help_text=_("A line each, if there are several."),
        longest=needs.MOST * needs.LONGEST,
        empty=_("There are no words yet. One word is enough."),
        widget=Lines({"dir": "auto"}, short=True),
    )
    area = _choose_area()

    def clean_text(self) -> str:
        """Each line must fit; the words come back when one does not."""
        typed: str = self.cleaned_data["text"]
        if any(len(one) > needs.LONGEST for one in split_lines(typed)):
            told = _("A need has room for %(most)d letters. Make the long one shorter, or make it two lines.")
            raise forms.ValidationError(told % {"most": needs.LONGEST}, code="long")
        return typed


class NeedForm(Form):
    """A need in other words. `shown` is the trace of how it stood before."""

    text = Words(
        label=_("I need"),
        longest=needs.LONGEST,
        empty=_("There are no words yet. One word is enough."),
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
