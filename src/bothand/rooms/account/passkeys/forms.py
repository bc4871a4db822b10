"""The shape of what is typed for a new passkey."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.rooms.account.forms import Password
from bothand.shell import widgets
from bothand.shell.forms import Form

LONGEST = 60


class NewPasskey(Password):
    """What its owner calls it, and the password: whoever holds this phone, open, adds none of their own."""

    name = forms.CharField(
        label=_("What would you like to call it?"),
        max_length=LONGEST,
        widget=widgets.Line,
        help_text=_(
            "For example, the device it will be on. The device keeps this name too, and shows it when it asks you."
        ),
        error_messages={"required": _("This is still empty. Give it a name you’ll recognise.")},
    )

    field_order = ("name", "password")


class Made(Form):
    """What the device made, under the name that was typed a page before."""

    name = forms.CharField(max_length=LONGEST)
    passkey = forms.CharField(widget=forms.HiddenInput)
