"""Turning the door's refusals into a form's own sentences."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest

from bothand.couples.errors import PinErased, Throttled, WrongSecret
from bothand.rooms.account import words
from bothand.vault.errors import Busy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

OK, WRONG, OPEN, LATER = 200, 403, 422, 429


def typed(request: HttpRequest) -> dict[str, Any]:
    """What a form is made of: nothing where one only looks; what was sent where something was, be it empty."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def asked(form: forms.Form) -> int:
    """The status of a page whose form was not yet acted on: 422 where something in it is still open."""
    return OPEN if form.errors else OK


def attempt(form: forms.Form, field: str, wrong: "str | _StrPromise", act: Callable[[], object]) -> int:
    """Do what may be refused. 200 when it was done; else the refusal stands at `field`, and its status is given."""
    try:
        act()
    except PinErased:
        form.add_error(field, words.PIN_GONE)
        return WRONG
    except WrongSecret:
        form.add_error(field, wrong)
        return WRONG
    except Throttled as error:
        form.add_error(field, words.too_many(error.seconds))
        return LATER
    except Busy:
        form.add_error(field, words.BUSY)
        return LATER
    return OK
