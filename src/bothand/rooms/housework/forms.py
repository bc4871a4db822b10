"""What is typed about the tasks of a home."""

from typing import Any, Final

import msgspec
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bothand.content.chores import load_chores
from bothand.kit.fields import Words
from bothand.rooms.housework.records import Household, Task
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, ManyChips, Picks

LONGEST_NAME: Final = 100
MOST_HOURS: Final = 100
WHOLE: Final = "whole"
PHASES: Final = "phases"
TIMES: Final = (
    (1400, _("twice a day")),
    (700, _("every day")),
    (600, _("six times a week")),
    (500, _("five times a week")),
    (400, _("four times a week")),
    (300, _("three times a week")),
    (200, _("twice a week")),
    (150, _("three times in two weeks")),
    (100, _("once a week")),
    (50, _("every second week")),
    (25, _("once in four weeks")),
    (10, _("once in ten weeks")),
    (8, _("four times a year")),
    (4, _("twice a year")),
    (2, _("once a year")),
)


class TasksForm(Form):
    """Tasks of the starter list to take in. The page draws them by kind; in a home without tasks what nearly every home has
    is ticked already.
    """

    tasks = forms.MultipleChoiceField(
        label=_("Tick what there is to do in your home"), widget=ManyChips, choices=[]
    )

    def __init__(self, *args: Any, work: Household | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {task.name for task in work.tasks} if work else set()
        self.is_fresh = not taken
        self.left = [chore for chore in load_chores() if chore.name not in taken]
        field = self.fields["tasks"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(chore.id, chore.name) for chore in self.left]
        field.initial = [chore.id for chore in self.left if chore.common and self.is_fresh]


class TaskForm(Form):
    """One task: what it takes."""

    name = Words(
        label=_("What is it?"),
        longest=LONGEST_NAME,
        empty=_("Give it a name, like: Water the plants."),
        widget=Line({"dir": "auto"}),
    )
    minutes = forms.IntegerField(label=_("Minutes for doing it once"), min_value=0, max_value=600, initial=20)
    times = forms.TypedChoiceField(label=_("How often?"), choices=TIMES, coerce=int, initial=100)
    noticing = forms.IntegerField(
        label=_("Noticing that it is due: minutes a week"), min_value=0, max_value=600, initial=0
    )
    planning = forms.IntegerField(
        label=_("Planning it: minutes a week"), min_value=0, max_value=600, initial=0
    )
    split = forms.ChoiceField(
        label=_("How may it be shared?"),
        choices=(
            (WHOLE, _("One of you owns the whole task")),
            (PHASES, _("Noticing, planning and doing may go to different people")),
        ),
        initial=WHOLE,
        required=False,
        widget=Picks(hints={WHOLE: _("Whoever owns a whole task need not be reminded of it, or told how.")}),
    )

    @classmethod
    def of_task(cls, task: Task) -> "TaskForm":
        """As it stands."""
        names = ("name", "minutes", "times", "noticing", "planning")
        initial = {name: getattr(task, name) for name in names}
        return cls(initial=initial | {"split": task.split or WHOLE})

    def clean(self) -> dict[str, Any]:
        """Parts that take no minutes are nobody's to have."""
        typed = super().clean() or {}
        if typed.get("split") == PHASES and not (typed.get("noticing", 1) or typed.get("planning", 1)):
            wrong = gettext(
                "Noticing and planning take no minutes here, so there is nothing to split. Say how many they take, or choose that one of you owns the whole task."
            )
            self.add_error("split", wrong)
        return typed

    def read_task(self) -> Task:
        """What was typed."""
        typed = dict(self.cleaned_data)
        phases = typed.pop("split") == PHASES
        return Task(**typed, split=PHASES if phases else msgspec.UNSET)


class ShareForm(Form):
    """How the minutes are meant to be shared: by parts, or so that both work as long in all, paid or not."""

    share = forms.TypedChoiceField(
        label=_("Your part of the minutes"),
        choices=[(part, f"{part} %") for part in (20, 30, 40, 45, 50, 55, 60, 70, 80)],
        coerce=int,
        initial=50,
        required=False,
        widget=Chips,
    )
    mine = forms.IntegerField(
        label=_("Your hours of paid work a week"), min_value=0, max_value=MOST_HOURS, required=False
    )
    theirs = forms.IntegerField(label="", min_value=0, max_value=MOST_HOURS, required=False)

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = gettext("%(name)s's hours of paid work a week") % {"name": partner}
        self.fields["theirs"].label = label

    def clean(self) -> dict[str, Any]:
        """Hours of one alone say nothing of how long both work."""
        typed = super().clean() or {}
        if (typed.get("mine") is None) != (typed.get("theirs") is None) and not self.errors:
            missing = "mine" if typed.get("mine") is None else "theirs"
            self.add_error(missing, gettext("Enter the hours of both, or of neither. No paid work is 0."))
        return typed
