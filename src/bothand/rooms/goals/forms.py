"""What is typed about goals, steps and entries."""

from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.goals.rules import LONGEST_ENTRY, LONGEST_TEXT
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Lines


class GoalForm(Form):
    """A goal, new or changed."""

    text = Words(
        label=_("What I want to grow into"),
        help_text=_("In your own words. Small is fine."),
        longest=LONGEST_TEXT,
        empty=_("Nothing is written yet. A single line is enough."),
        widget=Lines({"dir": "auto"}, short=True),
    )
    why = Words(
        label=_("Why it matters to me"),
        help_text=_("If you like. It helps to tell your own goal from one that somebody else has for you."),
        longest=LONGEST_TEXT,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()
    revision = Revision()


class StepForm(Form):
    """A step towards a goal."""

    text = Words(
        label=_("A next step, as small as you like"),
        longest=LONGEST_TEXT,
        empty=_("Nothing is written yet. Write what the step is."),
        widget=Line({"dir": "auto"}),
    )
    id = FreshId()


class EntryForm(Form):
    """How it goes with a goal, new or changed."""

    text = Words(
        label=_("How it is going"),
        longest=LONGEST_ENTRY,
        empty=_("Nothing is written yet. A single line is enough."),
        widget=Lines({"dir": "auto"}),
    )
    id = FreshId()
    revision = Revision()
