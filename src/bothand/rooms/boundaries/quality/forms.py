"""What is said of time together and apart."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Revision
from bothand.rooms.boundaries import labels
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips

HOURS_A_WEEK: Final = 168


class QualityForm(Form):
    """Time together and time apart: enough, and how much is wished."""

    together = forms.ChoiceField(
        label=_("Time together"), required=False, choices=list(labels.ENOUGH_OF.items()), widget=Chips
    )
    together_hours = forms.IntegerField(
        label=_("Hours a week you wish for"), required=False, min_value=0, max_value=HOURS_A_WEEK
    )
    apart = forms.ChoiceField(
        label=_("Time for yourself"), required=False, choices=list(labels.ENOUGH_OF.items()), widget=Chips
    )
    apart_hours = forms.IntegerField(
        label=_("Hours a week you wish for yourself"), required=False, min_value=0, max_value=HOURS_A_WEEK
    )
    revision = Revision()
