"""What all forms share: errors in our own words, and nothing that a browser would put words of its own to."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from bothand.shell.memory import ReleasedForm

Words = str | Promise

# What can be wrong with any field, by the code that Django gives it.
ANY: dict[str, Words] = {
    "required": _("This is still empty. A few words are enough."),
    "max_length": ngettext_lazy(
        "This is longer than %(limit_value)d character. It has %(show_value)d; shorten it a little.",
        "This is longer than %(limit_value)d characters. It has %(show_value)d; shorten it a little.",
        "limit_value",
    ),
    "min_length": ngettext_lazy(
        "This needs at least %(limit_value)d character. It has %(show_value)d.",
        "This needs at least %(limit_value)d characters. It has %(show_value)d.",
        "limit_value",
    ),
    "max_value": _("This is more than %(limit_value)s. Choose a smaller number."),
    "min_value": _("This is less than %(limit_value)s. Choose a larger number."),
    "null_characters_not_allowed": _("One character here can't be saved. Type this part once more."),
}
# What is said otherwise of some kinds of field; the nearest kind holds.
OF_KIND: dict[type[forms.Field], dict[str, Words]] = {
    forms.ChoiceField: {
        "required": _("Nothing is chosen yet. Pick one."),
        "invalid_choice": _("This is not one of the choices. Pick one of those shown."),
    },
    forms.MultipleChoiceField: {
        "required": _("Nothing is chosen yet. Pick at least one."),
        "invalid_choice": _("This is not one of the choices. Pick from those shown."),
        "invalid_list": _("This is not one of the choices. Pick from those shown."),
    },
    forms.BooleanField: {"required": _("This box is not ticked yet. Tick it to go on.")},
    forms.DateField: {
        "required": _("A day is missing. Pick one."),
        "invalid": _(
            "This day could not be read. Write its month as a word, like 31 March 2027, or all of it like 2027-03-31."
        ),
    },
    forms.IntegerField: {
        "required": _("A number is missing."),
        "invalid": _("This is not a whole number. Write it in digits."),
    },
    forms.FileField: {
        "required": _("No file is chosen yet. Pick one."),
        "invalid": _("The file did not arrive. Pick it once more."),
        "missing": _("The file did not arrive. Pick it once more."),
        "empty": _("This file is empty. Pick another one."),
    },
}


class Form(ReleasedForm):
    """The parent of every form. A field's own `error_messages` stand; the rest is said in the house's words.

    `use_required_attribute` is off, and no text field has `maxlength`: what is missing or too long is told by
    the page, in its language, beside the field, and a browser never cuts off what somebody pastes.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            _set_messages(field)
            if isinstance(field.widget, forms.Textarea | forms.TextInput) and not isinstance(
                field.widget, forms.PasswordInput
            ):
                field.widget.attrs.pop("maxlength", None)
                field.widget.attrs.pop("minlength", None)


def _set_messages(field: forms.Field) -> None:
    """Put our words where the field still has Django's."""
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = dict(ANY)
    for kind in reversed(type(field).__mro__):
        theirs |= getattr(kind, "default_error_messages", {})
        ours |= OF_KIND.get(kind, {})
    own = {code: words for code, words in field.error_messages.items() if words is not theirs.get(code)}
    field.error_messages = {**theirs, **ours, **own}
