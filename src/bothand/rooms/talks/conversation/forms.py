"""What is typed when a talk is begun, held and left."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.content import feelings
from bothand.kit import texts
from bothand.kit.days import Day
from bothand.kit.fields import FreshId, Revision
from bothand.rooms.talks import labels
from bothand.rooms.talks.forms import MINE, HexId, topic_field, words_field
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Dots, ManyChips, Picks, TwoPicks

MOST_FEELINGS = 5


class Number(forms.Field):
    """A small number that a page sends along; -1 for anything else."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> int:
        text = str(value or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1


class NewTalkForm(Form):
    """How a talk is held."""

    text = topic_field()
    way = forms.ChoiceField(
        label=_("How?"),
        choices=list(labels.WAYS.items()),
        initial="turns",
        widget=Picks(hints=labels.WAY_HINTS),
    )
    devices = forms.ChoiceField(
        label=_("On which devices?"), choices=list(labels.DEVICES.items()), initial="two", widget=TwoPicks()
    )
    first = forms.ChoiceField(label=_("Who speaks first?"), initial=MINE, widget=TwoPicks())
    minutes = forms.TypedChoiceField(
        label=_("How long, if you want to name it?"),
        choices=list(labels.MINUTES.items()),
        coerce=int,
        initial=0,
        empty_value=None,
        required=False,
        widget=Chips(),
    )
    thread = HexId()
    id = FreshId()

    def __init__(self, *args: Any, partner: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first"].choices = [(MINE, _("You")), ("other", partner)]  # type: ignore[attr-defined]  # the field is the one above


class TurnForm(Form):
    """What is said in a talk. Which act it is stands on the button."""

    text = words_field("", short=True)
    need = words_field(_("What I need"))
    feelings = forms.MultipleChoiceField(label=_("Words for feelings"), required=False, widget=ManyChips())
    back = forms.ChoiceField(
        label=_("We go on"), choices=list(labels.BACK.items()), required=False, initial="30",
        widget=forms.Select({"form": "say"}),
    )  # fmt: skip
    about = HexId()
    number = Number()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [
            (one.id, one.text)
            for family in feelings.load_feelings(texts.text_language())
            for one in family.words
        ]
        self.fields["feelings"].choices = words  # type: ignore[attr-defined]  # the field is the one above

    def clean_feelings(self) -> list[str]:
        """A few words say more than many."""
        chosen: list[str] = self.cleaned_data["feelings"]
        if len(chosen) > MOST_FEELINGS:
            raise forms.ValidationError(_("That is more than five. Choose the five that come closest."))
        return chosen


class CloseForm(Form):
    """How one leaves a talk."""

    outcome = forms.ChoiceField(
        label=_("Where are you with it?"),
        choices=list(labels.OUTCOMES.items()),
        widget=Picks(hints=labels.OUTCOME_HINTS),
    )
    text = words_field(_("What I take with me"))
    again = Day(label=_("The day to look at it again"), required=False)
    revision = Revision()

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """*Again, on a day* names a day that comes."""
        found = super().clean() or {}
        again = found.get("again")
        if found.get("outcome") == "again" and again is None and "again" not in self.errors:
            self.add_error("again", _("Name the day, or choose “Left open”."))
        if again is not None and again < self.today:
            self.add_error("again", _("That day is past. Pick one from today on. Your words are still here."))
        return found


class ImpressionForm(Form):
    """How a talk was, for oneself."""

    heard = forms.TypedChoiceField(
        label=_("I felt heard"), choices=list(labels.FELT.items()), coerce=int, empty_value=None, required=False,
        widget=Dots(),
    )  # fmt: skip
    safe = forms.TypedChoiceField(
        label=_("I felt safe to say what I think"), choices=list(labels.FELT.items()), coerce=int, empty_value=None,
        required=False, widget=Dots(),
    )  # fmt: skip
    text = words_field(_("A line for yourself"))
    revision = Revision()
