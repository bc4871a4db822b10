"""What is typed in *pairing*."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Words
from bothand.kit.resent import ResentForm
from bothand.shell import widgets
from bothand.shell.forms import Form

LONGEST_THANKS, LONGEST_NOTE = 300, 4000
QUIET, TELLING = "quiet", "telling"


class ThanksForm(ResentForm):
    """One line of thanks."""

    text = Words(
        label=_("What for?"),
        longest=LONGEST_THANKS,
        empty=_("Nothing is written yet. A few words are enough."),
        widget=widgets.Line({"dir": "auto", "autocomplete": "off"}),
    )


class LeaveForm(Form):
    """How one leaves. The note is asked for only where one tells."""

    how = forms.ChoiceField(
        label=_("How?"),
        choices=[(QUIET, _("Quietly")), (TELLING, _("With a note"))],
        widget=widgets.Picks(
            hints={
                QUIET: _("Nothing changes on their pages, and nobody is told."),
                TELLING: _("They read your note and see that you have left."),
            }
        ),
    )
    note = Words(
        label=_("Your note, if you leave one"),
        longest=LONGEST_NOTE,
        required=False,
        widget=widgets.Lines({"dir": "auto"}, short=True),
    )
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """A note that would be thrown away is asked about first; one that tells needs words."""
        found = super().clean() or {}
        how, note = found.get("how"), found.get("note", "")
        if how == TELLING and not note:
            self.add_error("note", _("Nothing is written yet. One line is enough, or leave quietly."))
        if how == QUIET and note:
            self.add_error("how", _("You wrote a note. Leave with the note, or delete it and leave quietly."))
        return found


class ChooseForm(Form):
    """What of it is revealed. The choices are those there are."""

    keys = forms.MultipleChoiceField(label=_("What you’d show"), widget=widgets.ManyChips)

    def __init__(self, *args: Any, offers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["keys"]
        field.choices = offers  # type: ignore[attr-defined]  # the field is the one above
