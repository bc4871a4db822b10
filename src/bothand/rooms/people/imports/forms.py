"""A contact file that comes in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bothand.rooms.people.vcards.rules import LARGEST
from bothand.shell.forms import Form


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
