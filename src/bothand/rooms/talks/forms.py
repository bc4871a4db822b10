"""What is typed in *talks*."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from bothand.kit.fields import FreshId, Revision, Words
from bothand.rooms.talks import labels
from bothand.shell.forms import Form
from bothand.shell.widgets import Chips, Line, Lines, ManyChips, TwoPicks

TOPIC: Final = 500
LONG: Final = 8_000
MINE, OURS = "mine", "ours"
_NO_TOPIC = _("There are no words yet. A few are enough: what is it about?")


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


class NewTopicForm(Form):
    """A topic that waits. `where` is asked only where there are two."""

    text = topic_field(help_text=_("One thing. It need not be fair or well put yet."))
    hard = forms.TypedChoiceField(
        label=_("How hard is it to bring up?"),
        choices=list(labels.HARD.items()),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Chips(),
    )
    where = forms.ChoiceField(label=_("Who can open it?"), widget=TwoPicks())
    id = FreshId()

    def __init__(self, *args: Any, partner: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not partner:
            del self.fields["where"]
            return
        both = _("You and %(name)s") % {"name": partner}
        self.fields["where"].choices = [(MINE, _("Only you")), (OURS, both)]  # type: ignore[attr-defined]  # the field is the one above
        self.fields["where"].initial = MINE


class TopicForm(Form):
    """A topic, written anew."""

    text = topic_field()
    hard = forms.TypedChoiceField(
        label=_("How hard is it to bring up?"),
        choices=list(labels.HARD.items()),
        coerce=int,
        empty_value=None,
        required=False,
        widget=Chips(),
    )
    revision = Revision()


class PreparationForm(Form):
    """Words for a topic, found beforehand."""

    saw = words_field(_("What I saw or heard"), _("One moment, as a camera would have it."))
    feel = words_field(_("What I feel"), _("A word or two. “I feel that you …” is a thought."))
    need = words_field(_("What matters to me in it"))
    ask = words_field(_("What I would like to ask for"), _("A wish that can be answered with no."))
    rest = words_field(_("Anything else, as it comes"))
    revision = Revision()


class PracticeForm(Form):
    """Listening, alone: what was said is given, and said back."""

    back = Words(
        label=_("Say back what you heard"),
        longest=LONG,
        empty=_("There are no words yet. One line is enough."),
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
