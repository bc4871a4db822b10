"""What is typed in the diary."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.journal.entries.rules import LONGEST_ENTRY
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Lines


class EntryForm(Form):
    """A page, new or written anew. `prompt` is the id of what a new one answers."""

    text = Words(
        label=_("Your words"),
        longest=LONGEST_ENTRY,
        empty=_("Nothing is written yet. A single line is enough."),
        widget=Lines({"dir": "auto"}),
    )
    id = FreshId()
    revision = Revision()
    prompt = forms.Field(required=False, widget=forms.HiddenInput)


class SearchForm(Form):
    """What is looked for."""

    term = Words(
        label=_("A word, or a few in a row"),
        longest=200,
        empty=_("Type a word to look for."),
        widget=Line({"dir": "auto", "type": "search"}),
    )
