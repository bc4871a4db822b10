"""What is chosen of a contact file that goes out."""

from django import forms
from django.utils.translation import gettext_lazy

from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Picks, Tick


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
    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("This is still empty. Type your password.")},
    )
