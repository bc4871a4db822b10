"""What is typed to a boundary of the other."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Revision, Words
from bothand.rooms.boundaries import rules
from bothand.rooms.boundaries.own.forms import AUTO
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines


class AnswerForm(Form):
    """What one says to the other's boundary. `revision` is that of the answer that was shown, 0 for none."""

    gives = Words(
        label=_("What I think it gives you"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    question = Words(
        label=_("What I would like to ask"),
        required=False,
        longest=rules.LONGEST,
        widget=Lines(AUTO, short=True),
    )
    can = Words(
        label=_("What I can do"), required=False, longest=rules.LONGEST, widget=Lines(AUTO, short=True)
    )
    revision = Revision()

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if not self.errors and not any(found.get(name) for name in ("gives", "question", "can")):
            self.add_error(
                "gives", _("There are no words yet. Fill in one of the three, whichever you like.")
            )
        return found
