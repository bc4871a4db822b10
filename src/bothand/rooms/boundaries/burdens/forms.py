"""What is typed of what limits oneself."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Revision, Words
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.own.forms import AUTO
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines


class BurdenForm(Form):
    """A few words about what limits oneself, for oneself."""

    words = Words(
        label=_("What it keeps you from, if you like"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    revision = Revision()
