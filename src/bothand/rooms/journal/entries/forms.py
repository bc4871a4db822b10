"""What is typed in the diary."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.journal.entries.rules import LONGEST_ENTRY
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Lines

EMPTY = _("There are no words yet. A single line is enough.")


class WriteForm(Form):
    """A new page. `prompt` is the id of what it answers."""

    text = Words(label=_("Your words"), longest=LONGEST_ENTRY, empty=EMPTY, widget=Lines({"dir": "auto"}))
    id = FreshId()
    prompt = forms.Field(required=False, widget=forms.HiddenInput)


class EditForm(Form):
    """A page, written anew. `copy` is the id for a second page, should both be kept after a conflict."""

    text = Words(label=_("Your words"), longest=LONGEST_ENTRY, empty=EMPTY, widget=Lines({"dir": "auto"}))
    revision = Revision()
    copy = FreshId()


class SearchForm(Form):
    """What is looked for."""

    term = Words(
        label=_("A word, or a few in a row"),
        longest=200,
        empty=_("Type a word to look for."),
        widget=Line({"dir": "auto", "type": "search"}),
    )
