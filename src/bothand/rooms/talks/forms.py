"""What is typed in *talks*."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import Words
from bothand.shell.forms import Form
from bothand.shell.widgets import Line, Lines, ManyChips

TOPIC: Final = 500
LONG: Final = 8_000
MINE, OURS = "mine", "ours"
_NO_TOPIC = _("Nothing is written yet. A few words are enough: what is it about?")


def topic_field(help_text: Any = "") -> Words:
    """What it is about."""
    return Words(
        label=_("What is it about?"),
        help_text=help_text,
        longest=TOPIC,
        empty=_NO_TOPIC,
        widget=Lines({"dir": "auto"}, short=True),
    )


def words_field(label: Any, help_text: Any = "", *, short: bool = True) -> Words:
    """Words that may be left out."""
    return Words(
        label=label,
        help_text=help_text,
        longest=LONG,
        required=False,
        widget=Lines({"dir": "auto"}, short=short),
    )


class PracticeForm(Form):
    """Listening, alone: what was said is given, and said back."""

    back = Words(
        label=_("Say back what you heard"),
        longest=LONG,
        empty=_("Nothing is written yet. One line is enough."),
        widget=Lines({"dir": "auto"}, short=True),
    )
    which = forms.Field(required=False, widget=forms.HiddenInput)


class PaperForm(Form):
    """What goes on the page for a counsellor. Chosen each time; kept nowhere."""

    text = words_field(_("What I would like to say first"), short=False)
    hope = Words(label=_("What I hope for"), longest=LONG, required=False, widget=Line({"dir": "auto"}))
    topics = forms.MultipleChoiceField(label=_("Topics that wait"), required=False, widget=ManyChips())
    talks = forms.MultipleChoiceField(label=_("Talks of this year"), required=False, widget=ManyChips())

    def __init__(
        self, *args: Any, topics: list[tuple[str, str]], talks: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("topics", topics), ("talks", talks)):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # the field is the one above
            if not choices:
                del self.fields[name]


class HexId(forms.Field):
    """An id that a page sends along; nothing for anything else."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> bytes:
        try:
            found = bytes.fromhex(value or "")
        except ValueError:
            found = b""
        return found if len(found) == 16 else b""
