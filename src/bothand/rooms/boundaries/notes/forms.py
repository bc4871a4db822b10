"""What is typed of how it went."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Words
from bothand.rooms.boundaries import labels, rules
from bothand.rooms.boundaries.own.forms import AUTO
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Lines


class NoteForm(Form):
    """How it went."""

    how = forms.ChoiceField(label=_("How did it go?"), choices=list(labels.HOW.items()), widget=Chips)
    words = Words(
        label=_("A few words, if you like"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    id = FreshId()
