"""The shape of what is typed at the door and in one's own account."""

from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.accounts import login_name, passwords, wall_clock
from bothand.accounts.person_name import find_fault
from bothand.accounts.preferences import HUES, LOCK_CHOICES, stays_open_longer
from bothand.rooms.account import labels
from bothand.shell import widgets
from bothand.shell.forms import Form

OFFERED, OWN = "offered", "own"
PLAIN, KNOWN = "plain", "known"


def _login_field(label: Any, empty: Any) -> forms.CharField:
    attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label=label,
        max_length=login_name.LONGEST,
        widget=forms.TextInput(attrs),
        error_messages={"required": empty},
    )


def _password_field(label: Any, complete: str, **more: Any) -> forms.CharField:
    widget = forms.PasswordInput({"autocomplete": complete})
    more.setdefault("error_messages", {"required": _("This is still empty. Type your password.")})
    return forms.CharField(label=label, strip=False, max_length=passwords.LONGEST, widget=widget, **more)


class Named(Form):
    """A form in which somebody says what they are called."""

    def clean_name(self) -> str:
        """A name that can be seen and is none of the house's own phrases."""
        name = " ".join(str(self.cleaned_data["name"]).split())
        fault = find_fault(name)
        if fault is not None:
            raise forms.ValidationError(labels.NAMES[fault])
        return name


class SignIn(Form):
    """Name and password."""

    name = _login_field(_("Name"), _("This is still empty. Type the name you sign in with."))
    password = _password_field(_("Password"), "current-password")


class NewPassword(Form):
    """A passphrase drawn by the machine, or a password of one's own, typed twice.

    `own_names` are names it may not be made of.
    """

    offered_password = forms.CharField(widget=forms.HiddenInput, required=False)
    which = forms.ChoiceField(
        label=_("Your password"),
        choices=[(OFFERED, _("Use these six words")), (OWN, _("Choose my own"))],
        initial=OFFERED,
        widget=widgets.Picks,
    )
    new_password = _password_field(
        _("Your own password"),
        "new-password",
        required=False,
        help_text=_("15 characters or more. A short sentence works well."),
    )
    again_password = _password_field(_("Type it again"), "new-password", required=False)

    own_names: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """The chosen password in `chosen`."""
        found: dict[str, Any] = super().clean() or {}
        if "which" not in found:
            return found | {"chosen": ""}  # that is said already; which password was meant, nobody knows
        own = found.get("which") == OWN
        chosen = found.get("new_password" if own else "offered_password") or ""
        weak = passwords.find_weakness(chosen, *self.own_names, str(found.get("name", "")))
        if weak is not None:
            self.add_error("new_password", labels.WEAK[weak])
        elif own and chosen != found.get("again_password"):
            self.add_error("again_password", _("The two passwords are different. Type both again."))
        return found | {"chosen": chosen}


class SignUp(Named, NewPassword):
    """Somebody new: a name, a password, where they live."""

    name = _login_field(
        _("What would you like to be called?"), _("This is still empty. Any name you’ll remember will do.")
    )
    zone = forms.ChoiceField(label=_("Your time zone"), widget=widgets.Zone, required=False)

    field_order = ("name", "which", "new_password", "again_password", "zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("You sign in with this. You can show a different name later.")
        _offer_zones(self.fields["zone"])


class Recover(NewPassword):
    """The recovery code, and a new password."""

    name = _login_field(_("Name"), _("This is still empty. Type the name you sign in with."))
    recovery_code = forms.CharField(
        label=_("Recovery code"),
        max_length=200,
        help_text=_("27 letters and digits, from the page you printed, copied or saved."),
        error_messages={"required": _("This is still empty. Type the code from that page.")},
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    field_order = ("name", "recovery_code", "which", "new_password", "again_password")


class ChangePassword(NewPassword):
    """The present password, a new one, and whether somebody knew the old."""

    password = _password_field(_("Your password now"), "current-password")
    way = forms.ChoiceField(
        label=_("Why"),
        choices=[(PLAIN, _("I just want a new one")), (KNOWN, _("Somebody knows it, or may know it"))],
        initial=PLAIN,
    )

    field_order = ("password", "way", "which", "new_password", "again_password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].widget = widgets.Picks(
            hints={
                PLAIN: _("Your devices stay signed in, and your recovery code stays the same."),
                KNOWN: _(
                    "Everything is locked with new keys, all your devices are signed out, and you get a new recovery code."
                ),
            }
        )
        self.fields["way"].widget.choices = self.fields["way"].choices  # type: ignore[attr-defined]  # a choice field's widget


class Password(Form):
    """The password, asked once more."""

    password = _password_field(_("Your password"), "current-password")


class Again(Password):
    """The password, asked once more, or a passkey in its place."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].required = not self.data.get("passkey")


class Pin(Form):
    """Six digits."""

    pin = forms.CharField(
        label=_("Six digits"),
        widget=widgets.Pin,
        error_messages={"required": _("This is still empty. Choose six digits.")},
    )

    def clean_pin(self) -> str:
        """Six digits that are neither all the same nor a run."""
        pin: str = self.cleaned_data["pin"]
        if len(pin) != 6 or not (pin.isascii() and pin.isdigit()):
            raise forms.ValidationError(_("A PIN has six digits."))
        steps = {int(b) - int(a) for a, b in pairwise(pin)}
        if steps in ({0}, {1}, {-1}):
            raise forms.ValidationError(
                _("That is one of the first that anybody would try. Mix the digits a little.")
            )
        return pin


class NewPin(Pin):
    """Six digits, and the password: whoever holds this phone, open, is not let in again by digits of their own."""

    password = _password_field(_("Your password"), "current-password")


class Own(Named):
    """Name, colour, zone, lock. `lock_now` is how long *mine* stays open so far: to stay open longer is confirmed again."""

    name = forms.CharField(label=_("Your name here"), max_length=login_name.LONGEST, widget=widgets.Line)
    hue = forms.ChoiceField(label=_("Your colour"), widget=widgets.Hues, choices=[])
    zone = forms.ChoiceField(label=_("Your time zone"), widget=widgets.Zone)
    lock_after = forms.TypedChoiceField(label=_("Lock my own pages"), coerce=int, widget=widgets.Chips)
    password = _password_field(
        _("Your password"),
        "current-password",
        required=False,
        help_text=_("Only needed if you pick a longer time than now."),
    )
    plain_name = forms.BooleanField(
        label=_("On a home screen, call this app \u201cNotes\u201d"),
        required=False,
        widget=widgets.Tick,
    )

    def __init__(self, *args: Any, lock_now: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lock_now = lock_now
        minutes = {
            1: _("after 1 minute"),
            5: _("after 5 minutes"),
            15: _("after 15 minutes"),
            0: _("when I lock it"),
        }
        _offer_phrase(self.fields["hue"], [(hue, labels.HUE_NAMES[hue]) for hue in HUES])
        _offer_phrase(self.fields["lock_after"], [(value, minutes[value]) for value in LOCK_CHOICES])
        _offer_zones(self.fields["zone"])

    @property
    def opens_longer(self) -> bool:
        """Whether what was chosen keeps *mine* open longer than now."""
        after = self.cleaned_data.get("lock_after", self.lock_now)
        return stays_open_longer(self.lock_now, after)

    def clean(self) -> dict[str, Any]:
        """The password is missing where it is needed, and only there; a passkey does in its place."""
        found: dict[str, Any] = super().clean() or {}
        if self.opens_longer and not found.get("password") and not self.data.get("passkey"):
            self.add_error(
                "password",
                _("Staying open longer than now takes your password. Type it, or pick a shorter time."),
            )
        return found


class Bring(Password):
    """An export of another installation, and the password: what it holds stands among one's own pages afterwards."""

    file = forms.FileField(label=_("The zip file"))

    field_order = ("file", "password")


def _offer_phrase(field: Any, choices: list[tuple[Any, Any]]) -> None:
    field.choices = choices


def _offer_zones(field: Any) -> None:
    field.choices = [(name, name.replace("_", " ")) for name in wall_clock.all_zones()]
