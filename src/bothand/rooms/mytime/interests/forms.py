"""What is typed of an interest."""

from django import forms
from django.utils.translation import gettext_lazy

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.mytime.interests.labels import SORTS
from bothand.rooms.mytime.interests.records import Interest
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Lines, Picks


class InterestForm(Form):
    """Something I love, loved, or want to try. `copy` is the id for a second one after a conflict."""

    words = Words(
        label=gettext_lazy("What is it?"),
        longest=500,
        empty=gettext_lazy("A word for it is enough."),
        widget=Line({"dir": "auto"}),
    )
    sort = forms.ChoiceField(
        label=gettext_lazy("How do you feel about it?"),
        choices=list(SORTS.items()),
        initial="love",
        widget=Picks,
    )
    note = Words(
        label=gettext_lazy("What do you like about it, or miss?"),
        longest=10_000,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()
    revision = Revision()

    def interest(self) -> Interest:
        """What was typed."""
        data = self.cleaned_data
        return Interest(words=data["words"], sort=data["sort"], note=data["note"])
