"""Form fields that rooms share: people's own words, and hidden ones that make a second submit harmless."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bothand.kit.form_ids import find_form_id
from bothand.vault.randomness import new_id

ID_BYTES = 16
_NO_SUCH_SIGN = gettext_lazy(
    "One character in it can't be saved, so it was taken out. Look once more, then save it."
)


class Words(forms.CharField):
    """A text as somebody types it: any script, line breaks and spaces kept; nothing of it is ever lost.

    `longest` is in characters. The page has no `maxlength`: a browser would cut a pasted text without a word.
    """

    def __init__(self, *, longest: int, empty: str | Promise = "", **kwargs: Any) -> None:
        self.longest = longest
        told: dict[str, Any] = {
            "required": empty,
            "null_characters_not_allowed": _NO_SUCH_SIGN,
        }
        super().__init__(strip=False, error_messages=told, **kwargs)

    def to_python(self, value: Any) -> str:
        """The text with line breaks as one sign each; empty when there is nothing but space."""
        text = str(super().to_python(value) or "")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip("\0 \t\n") else ""

    def validate(self, value: str) -> None:
        """Neither missing nor too long."""
        super().validate(value)
        over = len(value) - self.longest
        if over > 0:
            told = ngettext(
                "This is %(over)d letter too long to fit here. Put the rest in a second one.",
                "This is %(over)d letters too long to fit here. Put the rest in a second one.",
                over,
            )
            raise ValidationError(told % {"over": over}, code="long")

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What is shown again: without the signs that no page can hold."""
        shown = super().bound_data(data, initial)
        return shown.replace("\0", "") if isinstance(shown, str) else shown


class FreshId(forms.Field):
    """The id of what is about to be made: the same form sent twice makes one. Anything odd gives a new id."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False, initial=find_form_id)

    def to_python(self, value: Any) -> bytes:
        try:
            found = bytes.fromhex(value or "")
        except ValueError:
            found = b""
        return found if len(found) == ID_BYTES else new_id()


class Revision(forms.Field):
    """The revision that was shown; 0, which nothing stored has, when the form does not say."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> int:
        text = str(value or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def not_kept() -> str:
    """The sentence for a write that could not be made because what lies there does not open."""
    return _("What was saved here did not open. It was left as it is, so this could not be saved over it.")
