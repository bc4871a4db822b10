"""Asked again before something that neither changes a way in nor takes anything out: a passkey does as well."""

from django import forms
from django.http import HttpRequest

from bothand.accounts import account_actions
from bothand.accounts.errors import PasskeyRefused
from bothand.kit.password_check import OK, WRONG, WRONG_PASSWORD, attempt_action
from bothand.rooms.account import labels


def confirm_again(request: HttpRequest, form: forms.Form) -> int:
    """The status: 200 when the passkey that came, or the form's password, is right; else the form says what is wrong."""
    passkey = request.POST.get("passkey", "")
    if not passkey:
        return attempt_action(
            form,
            "password",
            WRONG_PASSWORD,
            lambda: account_actions.confirm_password(request, form.cleaned_data["password"]),
        )
    try:
        account_actions.confirm_by_passkey(request, passkey)
    except PasskeyRefused as error:
        form.add_error("password", labels.say_refused(error))
        return WRONG
    return OK
