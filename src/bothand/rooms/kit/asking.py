"""Asking for the password again before something weighty, and saying what came of it at the form's own field."""

from collections.abc import Callable
from typing import Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bothand.couples.errors import Throttled, WrongSecret
from bothand.vault.errors import Busy

WRONG: Final = _("That is not your password. Capitals and spaces count.")
BUSY: Final = _(
    "Many doors are being opened just now. Wait a few seconds, then try again. What you typed is still here."
)
STATUS_WRONG, STATUS_LATER, STATUS_OPEN = 403, 429, 422


def tried(request: HttpRequest, form: forms.Form, act: Callable[[HttpRequest, str], object]) -> int:
    """Do what takes the password in the form's field `password`. 200 when it was done.

    Else the refusal stands at that field, and the status for the page is given.
    """
    if not form.is_valid():
        return STATUS_OPEN
    try:
        act(request, form.cleaned_data["password"])
    except WrongSecret:
        form.add_error("password", WRONG)
        return STATUS_WRONG
    except Throttled as error:
        form.add_error("password", too_many(error.seconds))
        return STATUS_LATER
    except Busy:
        form.add_error("password", BUSY)
        return STATUS_LATER
    return 200


def too_many(seconds: int) -> str:
    """After many wrong tries: when the next is looked at."""
    return ngettext(
        "Several tries did not fit. Wait %(seconds)s second, then try again.",
        "Several tries did not fit. Wait %(seconds)s seconds, then try again.",
        seconds,
    ) % {"seconds": seconds}
