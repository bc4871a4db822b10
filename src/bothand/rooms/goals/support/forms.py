"""What is typed about support."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.goals.rules import LONGEST_TEXT
from bothand.rooms.goals.support.labels import LABELS, OFFERED, name_support
from bothand.rooms.goals.support.rules import SUPPORTS, keep_known
from bothand.shell.forms import Form
from bothand.shell.widgets import Lines, ManyChips, Picks, Tick

_CHOICES = [(one, LABELS[one]) for one in SUPPORTS]


FITTED, TOOK_OVER = "fitted", "took_over"


class SupportWishForm(Form):
    """The support I want, and don't want."""

    wanted = forms.MultipleChoiceField(
        label=_("This would help me"), choices=_CHOICES, required=False, widget=ManyChips()
    )
    unwanted = forms.MultipleChoiceField(
        label=_("This would not"), choices=_CHOICES, required=False, widget=ManyChips()
    )
    words = Words(
        label=_("In my own words"),
        help_text=_("When, how often, what to say, what not to say."),
        longest=LONGEST_TEXT,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    revision = Revision()

    def clean(self) -> dict[str, Any]:
        """No support is wanted and unwanted at once."""
        found: dict[str, Any] = super().clean() or {}
        both = keep_known(set(found.get("wanted", ())) & set(found.get("unwanted", ())))
        if both:
            names = ", ".join(name_support(one) for one in both)
            self.add_error(
                "unwanted", _("These are in both lists: %(names)s. Remove them from one.") % {"names": names}
            )
        return found


class ShareForm(Form):
    """Whether the other also sees why."""

    with_why = forms.BooleanField(label=_("Show why it matters to me, too"), required=False, widget=Tick())


class OfferForm(Form):
    """Support that is offered; only what is wanted can be chosen."""

    support = forms.ChoiceField(
        label=_("What I offer"),
        choices=[(one, OFFERED[one]) for one in SUPPORTS],
        widget=Picks(),
    )
    words = Words(
        label=_("In my own words"),
        help_text=_("If you like: when you could, and how."),
        longest=LONGEST_TEXT,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()

    def only(self, supports: tuple[str, ...]) -> "OfferForm":
        """The form with these to choose from."""
        field = self.fields["support"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, OFFERED[one]) for one in supports]
        return self


class FitForm(Form):
    """Whether support fitted or took over."""

    felt = forms.ChoiceField(
        label=_("How was it for me?"),
        choices=[(FITTED, _("It helped")), (TOOK_OVER, _("It took over"))],
        widget=Picks(
            hints={
                FITTED: _("It helped, and I stayed in the lead."),
                TOOK_OVER: _("It was too much, or it steered me."),
            }
        ),
    )
    words = Words(
        label=_("What happened, if I want to keep it"),
        longest=LONGEST_TEXT,
        required=False,
        widget=Lines({"dir": "auto"}, short=True),
    )
    id = FreshId()
