"""Turning the door's refusals into a form's own sentences."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django import forms

from bothand.couples.errors import PinErased, Throttled, WrongSecret
from bothand.rooms.account import words
from bothand.vault.errors import Busy

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

OK, WRONG, LATER = 200, 403, 429


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
