"""What is chosen of contact files."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.rooms.people.vcards.lines import LARGEST
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Picks, Tick

WHOM = ("all", "friend", "family", "other")


class BringForm(Form):
    """A contact file."""

    file = forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy("It ends in .vcf. Phones and mail programs call it “export contacts”."),
        widget=forms.FileInput({"accept": ".vcf,text/vcard"}),
    )

    @staticmethod
    def too_large() -> str:
        """What is said of a file that is larger than one can be."""
        return _("This file is too large. Export it without pictures, or in parts.")

    def clean_file(self) -> Any:
        """The file, when it is not larger than one can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(self.too_large())
        return file


class OutForm(Form):
    """Whom to write into a contact file, and in which shape."""

    whom = forms.ChoiceField(
        label=gettext_lazy("Who"),
        choices=[
            ("all", gettext_lazy("All my people")),
            ("friend", gettext_lazy("Friends")),
            ("family", gettext_lazy("Family")),
            ("other", gettext_lazy("All others")),
        ],
        initial="all",
        widget=Chips,
    )
    version = forms.ChoiceField(
        label=gettext_lazy("For which program"),
        choices=[
            ("3.0", gettext_lazy("Most phones and programs (3.0)")),
            ("4.0", gettext_lazy("Newer ones (4.0)")),
        ],
        initial="3.0",
        widget=Picks,
    )
    own = forms.BooleanField(
        label=gettext_lazy("With what I noted here"),
        help_text=gettext_lazy("What they are for you, your wish, the days. Other programs could read it."),
        required=False,
        widget=Tick,
    )
