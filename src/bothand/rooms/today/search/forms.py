"""What is looked for."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Words
from bothand.shell.forms import Form
from bothand.shell.widgets import Line


class FindForm(Form):
    """What is looked for, in all rooms."""

    term = Words(
        label=_("Find in all your rooms"),
        longest=200,
        empty=_("Type a word to look for."),
        widget=Line({"dir": "auto", "type": "search"}),
    )
