"""The shape of a code, and of what a code is set up with."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.shell.forms import Form

_CODE = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "spellcheck": "false",
    "translate": "no",
}


class Code(Form):
    """Six digits of the app."""

    code = forms.CharField(
        label=_("Code from your app"),
        max_length=20,
        widget=forms.TextInput(_CODE),
        error_messages={"required": _("This is still empty. Type the six digits your app shows now.")},
    )


class FirstCode(Code):
    """The first code, with the seed on its way back, sealed."""

    setup_secret = forms.CharField(widget=forms.HiddenInput)


class Step(Code):
    """The second step of signing in, with the first on its way back, sealed."""

    step_secret = forms.CharField(widget=forms.HiddenInput)
