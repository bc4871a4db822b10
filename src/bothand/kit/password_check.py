"""What is asked before something weighty is done, and the door's refusals as a form's own sentences."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bothand.accounts.errors import PasskeyCopied, PasskeyRefused, PinErased, Throttled, WrongSecret
from bothand.vault.errors import Busy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

OK, WRONG, OPEN, LATER = 200, 403, 422, 429
WRONG_PASSWORD: Final = _("That is not your password. Capitals and spaces count.")
PIN_GONE: Final = _(
    "That was the fifth wrong PIN, so this device no longer has one. Open it with your password; you can choose a new PIN afterwards."
)
BUSY: Final = _(
    "Many people are signing in just now. Wait a few seconds, then try again. What you typed is still here."
)

WRONG_PASSKEY: Final = _(
    "That passkey opens nothing here, or the page was open for too long. Try once more, or type your password."
)
PASSKEY_COPIED: Final = _(
    "This passkey has counted less than it had before, so there may be two of it. It opened nothing. Type your password; "
    "then look at your passkeys, and change your password if somebody could have had that device."
)


def form_input(request: HttpRequest) -> dict[str, Any]:
    """What a form is made of: nothing where one only looks; what was sent where something was, be it empty."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def form_status(form: forms.Form) -> int:
    """The status of a page whose form was not yet acted on: 422 where something in it is still open."""
    return OPEN if form.errors else OK


def attempt_action(
    form: forms.Form, field: str, wrong: "str | _StrPromise", act: Callable[[], object]
) -> int:
    """Do what may be refused. 200 when it was done; else the refusal stands at `field`, and its status is given."""
    try:
        act()
    except PinErased:
        form.add_error(field, PIN_GONE)
        return WRONG
    except PasskeyRefused as error:
        form.add_error(field, say_refused(error))
        return WRONG
    except WrongSecret:
        form.add_error(field, wrong)
        return WRONG
    except Throttled as error:
        form.add_error(field, too_many(error.seconds))
        return LATER
    except Busy:
        form.add_error(field, BUSY)
        return LATER
    return OK


def attempt_with_password(
    request: HttpRequest, form: forms.Form, act: Callable[[HttpRequest, str], object]
) -> int:
    """Do what takes the password in the form's field `password`: as `attempt_action`, and 422 where the form is not whole."""
    if not form.is_valid():
        return OPEN
    return attempt_action(
        form, "password", WRONG_PASSWORD, lambda: act(request, form.cleaned_data["password"])
    )


def say_refused(error: PasskeyRefused) -> "_StrPromise":
    """Why a passkey opened nothing, as far as that is said."""
    return PASSKEY_COPIED if isinstance(error, PasskeyCopied) else WRONG_PASSKEY


def too_many(seconds: int) -> str:
    """After many wrong tries: when the next is looked at."""
    return ngettext(
        "Several tries were wrong. Wait %(seconds)s second, then try again.",
        "Several tries were wrong. Wait %(seconds)s seconds, then try again.",
        seconds,
    ) % {"seconds": seconds}
