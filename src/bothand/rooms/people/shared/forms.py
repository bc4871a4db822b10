"""What is chosen of somebody for the other."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.kit.fields import Words
from bothand.rooms.people.records import STAGES, Person, SharedPerson
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines, Picks, Tick


class ShareForm(Form):
    """What the other will see of somebody."""

    stage = forms.ChoiceField(
        label=gettext_lazy("Who they are to the two of you"),
        choices=[(one, one) for one in STAGES],
        widget=Picks,
    )
    words = Words(
        label=gettext_lazy("A line about them, if you like"),
        longest=2_000,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    birthday = forms.BooleanField(label=gettext_lazy("Show the birthday"), required=False, widget=Tick)
    ways = forms.BooleanField(label=gettext_lazy("Show how to reach them"), required=False, widget=Tick)

    def __init__(self, *args: Any, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stage = self.fields["stage"]
        assert isinstance(stage, forms.ChoiceField)
        stage.choices = [
            ("ours", _("Somebody you both know")),
            ("meet", _("Somebody you would like %(name)s to meet") % {"name": partner}),
            ("own", _("Somebody of your own, so that %(name)s knows who they are") % {"name": partner}),
        ]

    @classmethod
    def showing(cls, shown: SharedPerson | None, partner: str) -> "ShareForm":
        """The form as it was filled in last, or with nothing but the first choice."""
        if shown is None:
            return cls(initial={"stage": STAGES[0]}, partner=partner)
        return cls(
            partner=partner,
            initial={
                "stage": shown.stage,
                "words": shown.words,
                "birthday": bool(shown.birthday),
                "ways": bool(shown.ways),
            },
        )

    def shown(self, person: Person) -> SharedPerson:
        """The copy, exactly as the other will be able to open it."""
        data = self.cleaned_data
        return SharedPerson(
            name=person.name,
            stage=data["stage"],
            group=person.group,
            words=data["words"],
            birthday=person.birthday if data["birthday"] else "",
            ways=person.ways if data["ways"] else (),
        )
