"""What is typed about the work of a home."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.content.chores import chores
from bothand.rooms.agreements.records import Household, Task
from bothand.rooms.kit.fields import Words
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, ManyChips

LONGEST_NAME: Final = 100
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
    (2, _("once a year")),
)


class TasksForm(Form):
    """Tasks of the starter list to take in."""

    tasks = forms.MultipleChoiceField(label=_("Tick what your home has"), widget=ManyChips, choices=[])

    def __init__(self, *args: Any, work: Household | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = {one.name for one in work.tasks} if work else set()
        field = self.fields["tasks"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.id, one.name) for one in chores() if one.name not in there]


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

    @classmethod
    def of(cls, task: Task) -> "TaskForm":
        """As it stands."""
        names = ("name", "minutes", "times", "noticing", "planning")
        return cls(initial={name: getattr(task, name) for name in names})


class ShareForm(Form):
    """How the minutes are meant to be shared."""

    share = forms.TypedChoiceField(
        label=_("Your part of the minutes"),
        choices=[(part, f"{part} %") for part in (20, 30, 40, 45, 50, 55, 60, 70, 80)],
        coerce=int,
        initial=50,
        widget=Chips,
    )
