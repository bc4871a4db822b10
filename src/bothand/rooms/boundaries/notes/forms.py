"""What is typed of how it went."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Words
from bothand.kit.resent import ResentForm
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.own.forms import AUTO
from bothand.shell.widgets import Chips, Lines


class NoteForm(ResentForm):
    """How it went."""

    how = forms.ChoiceField(label=_("How did it go?"), choices=list(labels.HOW.items()), widget=Chips)
    words = Words(
        label=_("A few words, if you like"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
