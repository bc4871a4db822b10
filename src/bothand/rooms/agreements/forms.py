"""What is typed and picked about agreements."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Words
from bothand.rooms.agreements.matters.forms import _text_line
from bothand.rooms.agreements.matters.rules import LONGEST_WORDS
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Lines

MONTHS: Final = (
    ("1", _("in a month")),
    ("3", _("in three months")),
    ("6", _("in half a year")),
    ("12", _("in a year")),
    ("", _("no date")),
)


class WriteForm(Form):
    """An agreement in one's own words."""

    title = _text_line(_("What is it about?"), _("Give it a few words, so that you both know what it is."))
    text = Words(
        label=_("What you would agree on"),
        longest=LONGEST_WORDS,
        empty=_("Nothing is written yet. One sentence is enough."),
        widget=Lines({"dir": "auto"}),
    )
    id = FreshId()


class ChangeForm(Form):
    """Another wording of an agreement."""

    text = Words(
        label=_("How it should read from now on"),
        longest=LONGEST_WORDS,
        empty=_("Nothing is written yet. One sentence is enough."),
        widget=Lines({"dir": "auto"}),
    )


class ReviewForm(Form):
    """When to look at it again."""

    when = forms.ChoiceField(label=_("Look at it again on"), choices=MONTHS, required=False, widget=Chips)
