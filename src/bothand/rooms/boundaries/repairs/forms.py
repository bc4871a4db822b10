"""What is typed to make something good again."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Revision, Words
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.own.forms import AUTO
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines


class RepairForm(Form):
    """What is said to make something good again. `revision` is that of what was said today, 0 for nothing."""

    words = Words(
        label=_("What you want to say"),
        longest=rules.LONGEST,
        empty=_("There are no words yet. One sentence is enough."),
        widget=Lines(AUTO, short=True),
    )
    next = Words(
        label=_("What you will do from now on"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    revision = Revision()
